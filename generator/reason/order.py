"""The days that something without a number comes after and before, as far as they are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model.day_rules import Order
from generator.model.event import EventOf
from generator.reason.calendars import Withheld
from generator.reason.dated import Dated


@dataclass(frozen=True, slots=True)
class Day:
    """A day an event falls on: ``estimated`` where it is only the latest it may be."""

    day: date
    estimated: bool = False


@dataclass
class Missing(Exception):
    """The day of an event cannot be told: these days would be needed."""

    events: tuple[str, ...] = field(default_factory=tuple)


def placed(rule: Order, own: Dated, day_of: Callable[[EventOf], Day]) -> Dated:
    """Return the row of a deadline without a number, with the days of what it comes after and before.

    ``day_of`` raises :class:`Missing` or Withheld for an event whose day is not known. Where neither is, the row says
    what is missing; where both are and leave no day between them, it has both (``Dated.crossed``).
    """
    ends: list[Day | None] = []
    unknown: list[str] = []
    for end in (rule.after, EventOf(event=rule.before) if rule.before else None):
        day = None
        try:
            day = day_of(end) if end else None
        except Missing as missing:
            unknown += missing.events
        except Withheld:
            pass  # the row of that event says so
        ends.append(day)
    follows, precedes = ends
    if follows is None and precedes is None:
        return replace(own, missing=tuple(dict.fromkeys(unknown)))
    return replace(
        own,
        follows=follows.day if follows else None,
        precedes=precedes.day if precedes else None,
        estimated_ends=(bool(follows and follows.estimated), bool(precedes and precedes.estimated)),
    )
