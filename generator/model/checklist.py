"""Checklists: what to do or have ready, by whom, by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from generator import rules
from generator.model.answer import Attendee
from generator.model.base import Model
from generator.model.guard import Guard
from generator.model.question import Question, question_parts
from generator.model.statement import AddressOf, Ids, Page, Saying, Statement
from generator.model.words import Id, Refers, Text, wrong


class Item(Statement):
    """One thing to tick. ``due`` names a deadline; ``applies`` looks at the checklist's own questions."""

    who: Annotated[Id | None, Refers("role")] = None
    """Who does it. Write the id of a role, for example `reviewing-officer`."""
    due: AddressOf | None = None
    """By when it has to be done. Write the address of a deadline, for example `timeline/notice#reply`."""
    records: AddressOf | None = None
    """The deadline that is met when this is ticked: its real day is then asked for. Write its address, for example
    `timeline/notice#reply`, of one that has `record: true`."""
    applies: Guard | None = None
    """When it is needed, by the checklist's own questions. Write conditions, for example `{home: rented}`."""
    help: Text | None = None
    """How to go about it, under the item. Write one or two sentences, for example `Ring first.`"""
    evidence: Text | None = None
    """What to keep on file. Write the paper or note, for example `The signed letter.`"""
    form: Annotated[Id | None, Refers("form")] = None
    """The form to use. Write the id of a form, for example `request-form`."""
    see: AddressOf | None = None
    """Where to read more. Write one address, for example `chapter/meetings#minutes`."""


class Section(Model):
    """Items that belong together."""

    id: Id
    """What links call the section by. Write an id that never changes, for example `papers`."""
    title: Text
    """The heading of the section. Write a word or two, for example `Papers`."""
    items: tuple[Item, ...]
    """What to tick, in order. Write statements, for example `[{id: letter, text: Have the letter ready.}]`."""


class AgendaItem(Statement):
    """One thing a meeting talks about. ``title`` stands on the agenda, ``text`` says what has to come out of it."""

    title: Text
    """What the item is called on the agenda. Write a few words, for example `Where we stand`."""


class Meeting(Model):
    """The meeting a checklist prepares: who comes, with which papers (items of the checklist), to talk of what."""

    name: Text
    """What the meeting is called, on its agenda and minutes. Write its name, for example `Planning meeting`."""
    attendees: tuple[Attendee, ...] = ()
    """Who comes, in this order. Write roles, for example `[{role: reviewing-officer, note: takes the chair}]`."""
    attendance: Annotated[Id | None, Refers("topic")] = None
    """The topic that asks who comes: where an authority answers it with people, they stand here instead. Write the id
    of a topic, for example `meeting-attendance`."""
    papers: Ids = ()
    """Which items of this checklist are papers for the meeting. Write their ids, for example `[letter]`."""
    agenda: tuple[AgendaItem, ...] = Field(json_schema_extra={"minItems": 1})
    """What is talked of, in order; at least one thing. Write statements with a title, for example `[{id: start, title:
    Start, text: Say who is here.}]`."""

    @model_validator(mode="after")
    def _talks_of_something(self) -> Meeting:
        if not self.agenda:
            raise wrong(rules.MISSING_VALUE, "'agenda' needs at least one entry", path=("agenda",))
        return self


class Checklist(Page):
    """A checklist. ``version`` is printed on it, so that an old copy can be told from the current one."""

    version: Text | None = None
    """What a printed copy is known by, so that an old one can be told from the current one. Write it as you count it,
    for example `2026-11`."""
    summary: Saying | None = None
    """What the list is for. Write a statement, for example `{text: What to have ready for a move.}`."""
    questions: dict[Id, Question] = {}
    """What decides which items are needed. Write ids, each with a question, for example `{home: {ask: "Is it rented?",
    answers: {rented: {label: Yes}}}}`."""
    sections: tuple[Section, ...]
    """What to tick, under headings. Write a list, for example `[{id: papers, title: Papers, items: [{id: letter, text:
    Have the letter ready.}]}]`."""
    meeting: Meeting | None = None
    """The meeting this list prepares: it gets an agenda and blank minutes. Write it for example `{name: Review, agenda:
    [{id: go, title: Go, text: Begin.}]}`."""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, section after section."""
        return tuple(item for section in self.sections for item in section.items)

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        for section in self.sections:
            yield section.id, section
            yield from ((item.id, item) for item in section.items)
        yield from question_parts(self.questions)
        if self.meeting:
            yield from ((item.id, item) for item in self.meeting.agenda)
