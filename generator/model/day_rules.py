"""The rules by which the day of a deadline is counted, a class each; the last has no number and gives only an order.

Each says from which events it counts (``events``) and whether it gives a latest and an earliest day; one that can be
read in two ways says which keys its second reading changes (``reread``). Counting, wording and serialising them is a
``match`` that names every class, so that another class without a case fails mypy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from generator import rules
from generator.model.base import Model
from generator.model.event import Event, EventOf
from generator.model.measure import Duration, Length
from generator.model.words import Id, OneOf, Refers, Text, wrong


@dataclass(frozen=True, slots=True)
class _After:
    """So long after an event."""

    length: Duration
    of: EventOf

    @property
    def events(self) -> tuple[str, ...]:
        """Every event it counts from."""
        return self.of.all


@dataclass(frozen=True, slots=True)
class Within(_After):
    """The latest day: so long after an event; the day after the event counts first."""

    latest: ClassVar = True
    earliest: ClassVar = False

    def reread(self, second: SecondReading) -> dict[str, object]:
        """Return the keys of the deadline that its second reading sets, with their values."""
        return _within(second.length or self.length, self.of, inclusive=second.first_day == "counts")


@dataclass(frozen=True, slots=True)
class Beginning:
    """The latest day: the last of a length of time that begins with the day of an event."""

    length: Duration
    start: EventOf
    latest: ClassVar = True
    earliest: ClassVar = False

    @property
    def events(self) -> tuple[str, ...]:
        """Every event it counts from."""
        return self.start.all

    def reread(self, second: SecondReading) -> dict[str, object]:
        """Return the keys of the deadline that its second reading sets, with their values."""
        return _within(second.length or self.length, self.start, inclusive=second.first_day != "does-not-count")


def _within(length: Duration, event: EventOf, *, inclusive: bool) -> dict[str, object]:
    start, of = (event, None) if inclusive else (None, event)
    return {"within": length, "of": of, "beginning_with": start}


@dataclass(frozen=True, slots=True)
class Every:
    """A series: the latest day of each is so long after the one before, or after the event for the first."""

    length: Duration
    after: EventOf
    until: EventOf | None
    times: int | None
    limits: str
    latest: ClassVar = True
    earliest: ClassVar = False

    @property
    def events(self) -> tuple[str, ...]:
        """Every event it counts from, and the one at which it ends."""
        return (*self.after.all, *(self.until.all if self.until else ()))


@dataclass(frozen=True, slots=True)
class NumberedDays:
    """From one numbered day to another, the day of an event being number 1."""

    first: int
    last: int
    day_1: str
    latest: ClassVar = True
    earliest: ClassVar = True

    @property
    def events(self) -> tuple[str, ...]:
        """The event it counts from."""
        return (self.day_1,)


@dataclass(frozen=True, slots=True)
class NotBefore(_After):
    """The earliest day: not until so long after an event."""

    latest: ClassVar = False
    earliest: ClassVar = True

    def reread(self, second: SecondReading) -> dict[str, object]:
        """Return the keys of the deadline that its second reading sets, with their values."""
        return {"not_before": second.length or self.length}


@dataclass(frozen=True, slots=True)
class At(_After):
    """The day itself: an age, or exactly so long after an event."""

    latest: ClassVar = True
    earliest: ClassVar = False


class Gap(Model):
    """The distance that must lie between two events, one of which is the deadline itself."""

    from_: Event | None = Field(default=None, alias="from")
    """The earlier of the two events; the deadline is then the later. Write the id of a date or deadline, for example
    `notice-given`."""
    to: Event | None = None
    """The later of the two events; the deadline is then the earlier. Write the id of a date or deadline, for example
    `moving-out`."""
    at_least: Length | None = None
    """How much time has to lie between them. Write a length, for example `3 months`."""
    at_most: Length | None = None
    """How much time may lie between them. Write a length, for example `2 years`."""

    @model_validator(mode="after")
    def _both_ends(self) -> Gap:
        if (self.from_ is None) == (self.to is None):
            raise wrong(rules.BAD_GAP, "a gap names one other event, as 'from' or as 'to'")
        if self.at_least is None and self.at_most is None:
            raise wrong(rules.BAD_GAP, "a gap needs at_least, at_most or both")
        return self

    @property
    def other(self) -> str:
        """The other event: the day is counted from it."""
        return self.from_ or self.to or ""

    @property
    def forward(self) -> bool:
        """Whether the deadline is the later of the two events."""
        return self.from_ is not None

    @property
    def events(self) -> tuple[str, ...]:
        """Every event it counts from."""
        return _given(self.from_, self.to)

    @property
    def latest(self) -> bool:
        """Whether it gives a latest day."""
        return (self.at_most if self.forward else self.at_least) is not None

    @property
    def earliest(self) -> bool:
        """Whether it gives an earliest day."""
        return (self.at_least if self.forward else self.at_most) is not None

    def reread(self, second: SecondReading) -> dict[str, object]:
        """Return the keys of the deadline that its second reading sets, with their values."""
        return {"gap": self.model_copy(update={"at_least": second.length or self.at_least})}


@dataclass(frozen=True, slots=True)
class Order:
    """No number: what it comes after, what it comes before, or neither where only its text says when."""

    after: EventOf | None
    before: str | None
    latest: ClassVar = False
    earliest: ClassVar = False

    @property
    def events(self) -> tuple[str, ...]:
        """Every event it has a place beside."""
        return (*(self.after.all if self.after else ()), *_given(self.before))


DayRule = Within | Beginning | Every | NumberedDays | NotBefore | At | Gap | Order
ReadInTwoWays = Within | Beginning | NotBefore | Gap


def _given(*events: str | None) -> tuple[str, ...]:
    return tuple(event for event in events if event)


class SecondReading(Model):
    """A second tenable reading of a rule. Both days are shown, and the safe one stands wherever one day is used.

    What is left out is as in the first reading.
    """

    length: Length | None = None
    """The length of time in the second reading, where it is another. Write it, for example `21 days`."""
    counting: Annotated[Id | None, Refers("counting")] = None
    """The way of counting in the second reading, where it is another. Write its id in `counting.yml`, for example
    `court-days`."""
    first_day: Annotated[str, OneOf("word for the first day", "counts", "does-not-count")] | None = None
    """Whether the day of the event is day 1 in the second reading. Write one of the words shown, for example `counts`,
    only beside `within`."""
    why: Text
    """Why the rule can be read so too. Write one sentence, for example `The Act does not say whether the first day
    counts.`"""

    @model_validator(mode="after")
    def _differs(self) -> SecondReading:
        if not (self.length or self.counting or self.first_day):
            raise wrong(
                rules.BAD_READING, "a second reading differs in 'length', 'counting' or 'first_day'", "give one"
            )
        return self
