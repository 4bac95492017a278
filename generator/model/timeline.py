"""Timelines: deadlines, and what they are counted from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from generator.model.base import Model
from generator.model.case import Case
from generator.model.deadline import Deadline
from generator.model.question import Question, question_parts
from generator.model.statement import Page, Saying
from generator.model.words import ID_SCHEMA, Flag, Id, Refers, Shorthand


class Input(Model):
    """A shared date that this timeline asks for. Short: the date's id."""

    date: Annotated[Id, Refers("date")]
    """The day that is asked for. Write the id of a date in `dates.yml`, for example `notice-given`."""
    optional: Flag = False
    """Whether it may stay empty; the field then says "if known". Write it for example `true`."""


ShortInput = Annotated[Input, Shorthand(lambda v: {"date": v} if isinstance(v, str) else v, ID_SCHEMA)]


class Timeline(Page):
    """A set of deadlines that belong together."""

    summary: Saying | None = None
    """What these dates are about. Write a statement, for example `{text: What follows a notice.}`."""
    case: Case | None = None
    """What one case is called here, where that is not the site's word. Write its words, for example `{one:
    applicant}`."""
    inputs: tuple[ShortInput, ...] = ()
    """The days the page asks for, in this order. Write ids of dates, for example `[notice-given, {date: birth,
    optional: true}]`."""
    questions: dict[Id, Question] = {}
    """What decides which deadlines apply. Write ids, each with a question, for example `{home: {ask: "Is it rented?",
    answers: {rented: {label: Yes}}}}`."""
    deadlines: tuple[Deadline, ...]
    """What has to happen, in the order shown. Write a list, for example `[{id: reply, within: 2 weeks, of:
    notice-given}]`."""

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from ((deadline.id, deadline) for deadline in self.deadlines)
        yield from question_parts(self.questions)
