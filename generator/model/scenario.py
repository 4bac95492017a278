"""Scenarios: fictional cases that exercise trees and timelines, for trainers and as tests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from generator.model.base import Model
from generator.model.statement import Page
from generator.model.words import (
    DATE,
    DATE_MESSAGE,
    TEXT_SCHEMA,
    CivilDate,
    Flag,
    Id,
    OneOf,
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

    tree: Id
    authority: Id | None = None
    answers: dict[Id, Given]
    outcome: Id


class Expected(Model):
    """What a deadline must come out as."""

    due: CivilDate | None = None
    not_before: CivilDate | None = None
    estimated: Flag | None = None
    applies: Annotated[str, OneOf("word for whether it applies", "yes", "no", "maybe")] | None = None


def _short_expected(value: Any) -> Any:
    if isinstance(value, str) and value.strip() == "not-applicable":
        return {"applies": "no"}
    return {"due": value} if isinstance(value, str) else value


_DUE_SCHEMA = text_schema(f"not-applicable|{DATE}", f"{DATE_MESSAGE}, or not-applicable")


class TimelineCase(Model):
    """Dates given to a timeline, and the dates it must answer with."""

    timeline: Id
    authority: Id | None = None
    answers: dict[Id, Given] = {}
    given: dict[Id, CivilDate] = {}
    expect: dict[str, Annotated[Expected, Shorthand(_short_expected, _DUE_SCHEMA)]] = {}


class Story(Model):
    """The case, told for staff and in plain words."""

    text: Text
    plain: Text | None = None


class Exercise(Model):
    """What a trainer asks of the room."""

    ask: Text
    discuss: Text | None = None


_TRUE = text_schema("true", "a scenario must be fictional") | {"not": {"const": False}}


class Scenario(Page):
    """A worked case. Always fictional, and says so."""

    title: Text | None = None  # type: ignore[assignment]
    fictional: Flag = Field(json_schema_extra=_TRUE)
    today: CivilDate
    story: Story
    walks: tuple[Walk, ...] = ()
    timelines: tuple[TimelineCase, ...] = ()
    exercise: Exercise | None = None

    @property
    def name(self) -> str:
        """The shortest name a reader would know it by; its id in words where it has no title."""
        return self.short_title or self.title or self.id.replace("-", " ").capitalize()

    @model_validator(mode="after")
    def _made_up(self) -> Scenario:
        if not self.fictional:
            raise wrong(
                "not-fictional", "a scenario must be fictional", "never publish a real person's story", ("fictional",)
            )
        return self
