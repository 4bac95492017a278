"""Events: the days that deadlines are counted from, by the ids of dates and of other deadlines."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from generator import rules
from generator.model.base import Model
from generator.model.words import ID, Shorthand, text_of, text_schema, wrong

EVENT = rf"{ID}(?:\.(?:last|[1-9][0-9]?))?"


def _event(value: object) -> str:
    text = text_of(value)
    if not re.fullmatch(EVENT, text):
        raise wrong(rules.BAD_EVENT, f"'{text[:60]}' is not the name of an event", "write a date's or deadline's id")
    return text


_EVENT_SCHEMA = text_schema(EVENT, "write a date's or deadline's id", "a date's or deadline's id: `first-review`")
Event = Annotated[str, BeforeValidator(_event), WithJsonSchema(_EVENT_SCHEMA)]


class EventOf(Model):
    """The event a deadline counts from: one event, or the later or earlier of several. Short: the event's id."""

    event: Event | None = None
    """The one event that is meant. Write the id of a date or deadline, for example `notice-given`; `of: notice-given`
    says the same shorter."""
    later_of: tuple[Event, ...] = ()
    """Events of which the later one counts. Write their ids, for example `[notice-given, notice-read]`."""
    earlier_of: tuple[Event, ...] = ()
    """Events of which the earlier one counts. Write their ids, for example `[notice-given, notice-read]`, where the
    first to come decides."""

    @model_validator(mode="after")
    def _one(self) -> EventOf:
        if sum([self.event is not None, bool(self.later_of), bool(self.earlier_of)]) != 1:
            raise wrong(rules.BAD_EVENT, "name one event, or later_of or earlier_of a list of them")
        return self

    @property
    def all(self) -> tuple[str, ...]:
        """Every event named here."""
        return ((self.event,) if self.event else ()) + self.later_of + self.earlier_of


Anchor = Annotated[
    EventOf,
    Shorthand(lambda v: {"event": v} if isinstance(v, str) else v, _EVENT_SCHEMA),
]


def short_event(event: str) -> str:
    """Return the id of an event without ``.last`` or a number."""
    return event.split(".")[0]
