"""The rules of deadlines as pages carry them for the browser, a shape each, told apart by their ``kind``.

Lengths of time are ``[count, unit]``.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # the one whose data can be checked in Python 3.11

Length = tuple[int, str]


class EventOf(TypedDict):
    """The event a deadline counts from: one, or the later or earlier of several."""

    event: NotRequired[str]
    later_of: NotRequired[list[str]]
    earlier_of: NotRequired[list[str]]


class Within(TypedDict):
    """The latest day: so long after an event; the day after the event counts first."""

    kind: Literal["within"]
    length: Length
    of: EventOf


class Beginning(TypedDict):
    """The latest day: the last of a length of time that begins with the day of an event."""

    kind: Literal["beginning"]
    length: Length
    start: EventOf


class Every(TypedDict):
    """A series, and the event at which it ends or how many of it are shown."""

    kind: Literal["every"]
    length: Length
    after: EventOf
    until: EventOf | None
    times: int | None


class NumberedDays(TypedDict):
    """From one numbered day to another, the day of an event being number 1."""

    kind: Literal["numbered-days"]
    first: int
    last: int
    day_1: str


class NotBefore(TypedDict):
    """The earliest day: not until so long after an event."""

    kind: Literal["not-before"]
    length: Length
    of: EventOf


class At(TypedDict):
    """The day itself: so long after an event."""

    kind: Literal["at"]
    length: Length
    of: EventOf


class Gap(TypedDict):
    """The time between the deadline and another event. ``forward``: the deadline is the later. ``words``: the other."""

    kind: Literal["gap"]
    other: str
    words: str
    forward: bool
    at_least: Length | None
    at_most: Length | None


class Order(TypedDict):
    """No number to count by, only a place in the order: what it comes after and what it comes before."""

    kind: Literal["order"]
    after: EventOf | None
    before: str | None


# Whoever counts by a rule looks at its kind, and is told by the types of one that was forgotten.
DayRule = Within | Beginning | Every | NumberedDays | NotBefore | At | Gap | Order
