"""Timelines: deadlines, and what they are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.case import Case
from generator.model.deadline import Deadline
from generator.model.question import Question, question_parts
from generator.model.statement import Page, Saying
from generator.model.words import ID_SCHEMA, Flag, Id, Shorthand


class Input(Model):
    """A shared date this timeline asks for."""

    date: Id
    optional: Flag = False


ShortInput = Annotated[Input, Shorthand(lambda v: {"date": v} if isinstance(v, str) else v, ID_SCHEMA)]


class Timeline(Page):
    """A set of deadlines that belong together."""

    summary: Saying | None = None
    case: Case | None = Field(default=None, description="Whom it is about, where that is not the site's case.")
    inputs: tuple[ShortInput, ...] = ()
    questions: dict[Id, Question] = {}
    deadlines: tuple[Deadline, ...]

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from ((deadline.id, deadline) for deadline in self.deadlines)
        yield from question_parts(self.questions)
