"""Checklists: what to do or have ready, by whom, by when."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field, model_validator

from generator.model.base import Model
from generator.model.guard import Guard
from generator.model.question import Question, question_parts
from generator.model.statement import AddressOf, Ids, Page, Saying, Statement
from generator.model.words import Id, Text, wrong


class Item(Statement):
    """One thing to tick. ``due`` names a deadline; ``applies`` looks at the checklist's own questions."""

    who: Id | None = None
    due: AddressOf | None = None
    records: AddressOf | None = Field(
        default=None, description="A deadline that is held when this is ticked: its real day is then asked for."
    )
    applies: Guard | None = None
    help: Text | None = None
    evidence: Text | None = Field(default=None, description="What to keep on file.")
    form: Id | None = None
    see: AddressOf | None = None


class Section(Model):
    """Items that belong together."""

    id: Id
    title: Text
    items: tuple[Item, ...]


class Attendee(Model):
    """Somebody who comes to a meeting; ``note`` says why or when."""

    role: Id
    note: Text | None = None


class AgendaItem(Statement):
    """One thing a meeting talks about. ``title`` stands on the agenda, ``text`` says what has to come out of it."""

    title: Text


class Meeting(Model):
    """The meeting a checklist prepares: who comes, with which papers (items of the checklist), to talk of what."""

    name: Text
    attendees: tuple[Attendee, ...] = ()
    papers: Ids = ()
    agenda: tuple[AgendaItem, ...] = Field(json_schema_extra={"minItems": 1})

    @model_validator(mode="after")
    def _talks_of_something(self) -> Meeting:
        if not self.agenda:
            raise wrong("missing-value", "'agenda' needs at least one entry", path=("agenda",))
        return self


class Checklist(Page):
    """A checklist. ``version`` is printed on it, so that an old copy can be told from the current one."""

    version: Text | None = None
    summary: Saying | None = None
    questions: dict[Id, Question] = {}
    sections: tuple[Section, ...]
    meeting: Meeting | None = None

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
