"""Scenarios: fictional cases that exercise trees and timelines, for trainers and as tests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from generator import rules
from generator.model.base import Model
from generator.model.statement import Page
from generator.model.words import (
    DATE,
    DATE_FORM,
    DATE_MESSAGE,
    TEXT_SCHEMA,
    CivilDate,
    Flag,
    Id,
    OneOf,
    Refers,
    Shorthand,
    Text,
    text_of,
    text_schema,
    wrong,
)


def _given(value: object) -> str | tuple[str, ...]:
    """An answer as given: one text (an answer id, a number, a date) or several (choose many)."""
    if isinstance(value, list | tuple):
        return tuple(text_of(item) for item in value)
    return str(value) if isinstance(value, int) else text_of(value)


Given = Annotated[
    Any,
    BeforeValidator(_given),
    WithJsonSchema({"anyOf": [TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA}]}),
]


class Walk(Model):
    """Answers given to a tree, and the outcome they must lead to."""

    tree: Annotated[Id, Refers("tree")]
    """The guide that is walked. Write its id, for example `who-may-apply`."""
    authority: Annotated[Id | None, Refers("authority")] = None
    """Whose guide it is, where an authority has it otherwise. Write the authority's id, for example `north-town`."""
    answers: dict[Id, Given]
    """What is answered on the way. Write ids of questions, each with its answer, for example `{age: 12, needs: [help,
    advice]}`."""
    outcome: Id
    """Where the walk must end; the check walks it. Write the id of an outcome, for example `may-apply`."""


class Expected(Model):
    """What a deadline must come out as. Short: its latest day."""

    due: CivilDate | None = None
    """The latest day it must come out as. Write the day, for example `2026-01-21`."""
    not_before: CivilDate | None = None
    """The earliest day it must come out as. Write the day, for example `2026-02-28`."""
    estimated: Flag | None = None
    """Whether the day must rest on one that was only worked out, not given. Write it for example `true`."""
    applies: Annotated[str, OneOf("word for whether it applies", "yes", "no", "maybe")] | None = None
    """Whether the deadline must apply. Write one of the words shown, for example `maybe`."""


def _short_expected(value: Any) -> Any:
    if isinstance(value, str) and value.strip() == "not-applicable":
        return {"applies": "no"}
    return {"due": value} if isinstance(value, str) else value


_DUE_SCHEMA = text_schema(
    f"not-applicable|{DATE}", f"{DATE_MESSAGE}, or not-applicable", f"{DATE_FORM}, or `not-applicable`"
)


class TimelineCase(Model):
    """Dates given to a timeline, and the dates it must answer with."""

    timeline: Annotated[Id, Refers("timeline")]
    """The timeline that is tried. Write its id, for example `notice-period`."""
    authority: Annotated[Id | None, Refers("authority")] = None
    """Whose dates they are, where an authority has them otherwise. Write the authority's id, for example
    `north-town`."""
    answers: dict[Id, Given] = {}
    """How the timeline's questions are answered. Write ids of questions, each with its answer, for example `{home:
    rented}`."""
    given: dict[Id, CivilDate] = {}
    """The days that are known. Write ids of dates or deadlines, each with a day, for example `{notice-given:
    2025-12-19}`."""
    expect: dict[str, Annotated[Expected, Shorthand(_short_expected, _DUE_SCHEMA)]] = {}
    """The days that must come out. Write ids of deadlines, each with its latest day, for example `{reply: 2026-01-02}`,
    or `{reply: not-applicable}`."""


class Story(Model):
    """The case, told for staff and in plain words."""

    text: Text
    """The case, for staff. Write a few sentences that no real person could be known by, for example `A tenant of 17
    moves in.`"""
    plain: Text | None = None
    """The case in plain words. Write short sentences, for example `Sam is 17. Sam has a new home.`"""


class Exercise(Model):
    """What a trainer asks of the room."""

    ask: Text
    """The task for the room. Write one question, for example `Which day is the last?`"""
    discuss: Text | None = None
    """What to talk about afterwards. Write a few sentences, for example `What changes if the letter is late?`"""


_TRUE = text_schema("true", "a scenario must be fictional", "`true`") | {"not": {"const": False}}


class Scenario(Page):
    """A worked case. Always fictional, and says so."""

    title: Text | None = None  # type: ignore[assignment]
    """What the case is called. Write a few words, for example `A late letter`; left out, its id in words."""
    fictional: Flag = Field(json_schema_extra=_TRUE)
    """That the case is made up: no real person's story is published. Write for example `true`, always."""
    today: CivilDate
    """The day on which the case is set. Write the day, for example `2026-11-22`."""
    story: Story
    """What happens. Write it for staff and in plain words, for example `{text: A tenant of 17 moves in., plain: Sam
    moves in.}`."""
    walks: tuple[Walk, ...] = ()
    """The ways this case takes through guides; the check walks them. Write a list, for example `[{tree: who-may-apply,
    answers: {age: 12}, outcome: wait}]`."""
    timelines: tuple[TimelineCase, ...] = ()
    """The dates this case gives; the check works them out. Write a list, for example `[{timeline: notice, expect:
    {reply: 2026-01-02}}]`."""
    exercise: Exercise | None = None
    """What a trainer asks of the room. Write a question, for example `{ask: "Which day is the last?"}`."""

    @property
    def name(self) -> str:
        """The shortest name a reader would know it by; its id in words where it has no title."""
        return self.short_title or self.title or self.id.replace("-", " ").capitalize()

    @model_validator(mode="after")
    def _made_up(self) -> Scenario:
        if not self.fictional:
            raise wrong(
                rules.NOT_FICTIONAL,
                "a scenario must be fictional",
                "never publish a real person's story",
                ("fictional",),
            )
        return self
