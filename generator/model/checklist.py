"""Checklists: what to do or have ready, by whom, by when."""

from __future__ import annotations

from generator.model.base import Id, Model, Text
from generator.model.guard import Guard
from generator.model.statement import AddressOf, Page, Saying, Statement
from generator.model.tree import Question


class Item(Statement):
    """One thing to tick. ``due`` names a deadline; ``applies`` looks at the checklist's own questions."""

    who: Id | None = None
    due: AddressOf | None = None
    applies: Guard | None = None
    help: Text | None = None
    evidence: Text | None = None
    form: Text | None = None
    see: AddressOf | None = None


class Section(Model):
    """Items that belong together."""

    id: Id
    title: Text
    items: tuple[Item, ...]


class Checklist(Page):
    """A checklist. ``version`` is printed on it, so that an old copy can be told from the current one."""

    version: Text | None = None
    summary: Saying | None = None
    questions: dict[Id, Question] = {}
    sections: tuple[Section, ...]
