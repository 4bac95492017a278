"""Questions that several aids ask: an answer passes from one to another along ``same_as``, and in no other way.

A question that is the same as another names it, and that one names none. So two questions are the same where both lead
to one question, whichever of them was written first.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.checklist import Checklist
from generator.model.kinds import ASKING
from generator.model.statement import Address
from generator.model.timeline import Timeline
from generator.model.tree import Tree

Aid = Tree | Timeline | Checklist
AIDS = {kind.name: kind.model for kind in ASKING}


def asked_by(aid: Aid) -> dict[str, Address]:
    """Return what each question of an aid asks: the question it is the same as, else itself."""
    kind = next(kind for kind, model in AIDS.items() if isinstance(aid, model))
    return {name: question.same_as or Address(kind, aid.id, (name,)) for name, question in aid.questions.items()}


def passes(giver: Aid, taker: Aid) -> dict[str, str]:
    """Return the questions of ``taker`` that take an answer given to ``giver``, each with the question there."""
    given = {asked: name for name, asked in asked_by(giver).items()}
    return {name: given[asked] for name, asked in asked_by(taker).items() if asked in given}


class Held:
    """The names under which a page holds the answers its aids ask for: one for all questions that are the same."""

    def __init__(self, aids: Iterable[Aid]) -> None:
        self._names: dict[Address, str] = {}
        meant: dict[str, set[Address]] = {}
        asked = [(aid, name, same) for aid in aids for name, same in asked_by(aid).items()]
        for _, name, same in asked:
            meant.setdefault(name, set()).add(same)
        for aid, name, same in asked:
            self._names.setdefault(same, name if len(meant[name]) == 1 else f"{aid.id}/{name}")

    def names(self, aid: Aid) -> dict[str, str]:
        """Return for each question of an aid the name of its answer: its id, where that is one question on the page.

        An aid that the page does not ask has the answers of questions that are the same; the others are never given.
        """
        return {name: self._names.get(same, f"{aid.id}/{name}") for name, same in asked_by(aid).items()}
