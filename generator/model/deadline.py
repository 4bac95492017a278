"""Deadlines: what they are counted from, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from generator import rules
from generator.model.base import Model
from generator.model.day_rules import (
    At,
    Beginning,
    DayRule,
    Every,
    Gap,
    NotBefore,
    NumberedDays,
    Order,
    ReadInTwoWays,
    SecondReading,
    Within,
)
from generator.model.event import Anchor, Event, EventOf
from generator.model.guard import Guard
from generator.model.measure import Duration, Length
from generator.model.statement import Cite, Force, InForce, Seen, Sought, States
from generator.model.words import Flag, Id, OneOf, Refers, Text, Whole, wrong


class OnDays(Model):
    """From the first to the last of numbered days; ``day_1`` of the deadline says which day is day 1."""

    from_: Whole = Field(alias="from")
    """The first of the numbered days. Write its number, for example `12`."""
    to: Whole
    """The last of the numbered days. Write its number, for example `18`."""


# The keys that hold a rule, each with those of which one has to say what it counts from.
STARTS: dict[str, tuple[str, ...]] = {
    "within": ("of", "beginning_with"),
    "every": ("after",),
    "on_days": ("day_1",),
    "not_before": ("of",),
    "at": ("of",),
    "gap": (),
}


class Deadline(Model):
    """One thing that has to happen. It has one rule to count by (``within``, ``every``, ``on_days``, ``not_before``,
    ``at`` or ``gap``), or a ``text`` and a place in the order."""

    id: Id
    """What other deadlines and links call it by; no two on the site share one. Write an id that never changes, for
    example `first-visit`."""
    title: Text | None = None
    """What it is called in tables. Write a few words, for example `First visit`; left out, its id in words."""
    text: Text | None = None
    """What has to happen, for staff; without a rule it also says when. Write one or two sentences, for example `Visit
    soon after the move.`"""
    plain: Text | None = None
    """What has to happen, for families. Write short sentences, for example `Somebody comes to see you.`"""
    within: Length | None = None
    """The latest day: so long after an event. Write a length, for example `20 working days`, and `of` or
    `beginning_with`."""
    every: Length | None = None
    """A series: the longest time between two, or how long each may be. Write a length, for example `6 weeks`, and
    `after`."""
    on_days: OnDays | None = None
    """Numbered days on which it falls. Write the first and the last, for example `{from: 12, to: 18}`, and `day_1`."""
    not_before: Length | None = None
    """The earliest day: not until so long after an event. Write a length, for example `6 weeks`, and `of`."""
    at: Length | None = None
    """The day itself: an age, or exactly so long after an event. Write a length, for example `16 years`, and `of`."""
    gap: Gap | None = None
    """The time that must lie between this and another event. Write the other event and the length, for example `{from:
    notice-given, at_least: 3 months}`."""
    of: Anchor | None = None
    """The event it counts from; the day after counts first. Write the id of a date or deadline, for example
    `notice-given`, or `{later_of: [notice-given, notice-read]}`."""
    beginning_with: Anchor | None = None
    """The event it counts from, where that day is day 1. Write the id of a date or deadline, for example
    `notice-sent`."""
    after: Anchor | None = None
    """The event a series counts from; of something that has no number, what it comes after. Write the id of a date or
    deadline, for example `first-visit`."""
    before: Event | None = None
    """Of something that has no number, what it comes before; that only gives the order. Write the id of a date or
    deadline, for example `second-review`."""
    day_1: Event | None = None
    """The event whose day is number 1 of the numbered days. Write the id of a date or deadline, for example
    `case-opened`."""
    times: Whole | None = None
    """How many of a series are shown. Write a number, for example `4`; without it and `until`, only the next is."""
    until: Anchor | None = None
    """The event at which a series ends; that day still counts. Write the id of a date or deadline, for example
    `moving-out`, or `{earlier_of: [moving-out, next-panel]}` where the first to come ends it."""
    counting: Annotated[Id | None, Refers("counting")] = None
    """How its days are counted, where that is not how its source counts. Write the id of a way in `counting.yml`, for
    example `court-days`."""
    second_reading: SecondReading | None = None
    """The other way to read the rule, where there are two; the safe day is used. Write what differs and why, for
    example `{length: 21 days, why: The rule has two numbers.}`."""
    limits: Annotated[str, OneOf("thing a series limits", "gap", "length")] = "gap"
    """Of a series: what its length is, the gap between two or how long each may last. Write for example `length`; left
    out, it is the gap."""
    applies: Guard | None = None
    """When it applies, by this timeline's own questions. Write conditions, for example `{home: rented}`; unanswered, it
    is shown as "may apply"."""
    serves: Event | None = None
    """The limit for which this is an earlier local target. Write the id of that deadline, for example `first-review`;
    the check sees that it is never later."""
    record: Flag = False
    """Whether its real day is asked for, so that what follows counts from that day. Write it for example `true`."""
    documented: Flag = False
    """Whether it is only shown as a procedure writes it, with no date worked out. Write it for example `true`."""
    topic: Annotated[Id | None, Refers("topic")] = None
    """The topic its rule answers: the check compares it with each authority's own answer. Write the id of a topic, for
    example `minutes-within`."""
    states: States = {}
    """What it says of topics besides its rule, as by who sees to it: the check compares it with each authority's own
    answer. Write ids of topics, each with an answer, for example `{meeting-chair: {body: [team-manager]}}`."""
    who: Annotated[Id | None, Refers("role")] = None
    """Who has to see to it. Write the id of a role, for example `reviewing-officer`."""
    if_missed: Text | None = None
    """What to do where the day has passed. Write one sentence, for example `Tell the manager today.`"""
    force: Force = "fact"
    """How binding it is: `must` is law, `should` is guidance, `may` is a power, `practice` is what procedures do and
    neither asks, `fact` is none of these. Write one of them, for example `must`."""
    cite: Cite = ()
    """Where the rule stands. Write source and passage, for example `[ca1989 s.26]`; `must` needs one that is law."""
    seen: Seen = "none"
    """Where the rule was read. Write one of the words shown, for example `law`."""
    sought: Sought = None
    """Where nobody has read the rule: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    note: Text | None = None
    """Where sources differ on it, or what to watch. Write a sentence or two, for example `Bank holidays count.`"""
    in_force: InForce | None = None
    """From when to when the rule holds, where it has a start or an end. Write the days, for example `{from:
    2026-04-01}`."""

    @property
    def name(self) -> str:
        """Its title, or its id in words where it has none."""
        return self.title or self.id.replace("-", " ").capitalize()

    @property
    def rule(self) -> DayRule:
        """The rule its day is counted by; where it has no number, its place in the order."""
        match self:
            case Deadline(within=Duration() as length, of=EventOf() as of):
                return Within(length, of)
            case Deadline(within=Duration() as length, beginning_with=EventOf() as start):
                return Beginning(length, start)
            case Deadline(every=Duration() as length, after=EventOf() as after):
                return Every(length, after, self.until, self.times, self.limits)
            case Deadline(on_days=OnDays(from_=first, to=last), day_1=str() as day_1):
                return NumberedDays(first, last, day_1)
            case Deadline(not_before=Duration() as length, of=EventOf() as of):
                return NotBefore(length, of)
            case Deadline(at=Duration() as length, of=EventOf() as of):
                return At(length, of)
            case Deadline(gap=Gap() as gap):
                return gap
            case _:
                assert next(self._given(), None) is None, "a rule that is made into no class would be taken for none"
                return Order(self.after, self.before)

    @property
    def has_number(self) -> bool:
        """Whether its rule has a number to count by; without one it only stands in the order."""
        return not isinstance(self.rule, Order)

    @property
    def events(self) -> tuple[str, ...]:
        """Every event this deadline rests on."""
        return (*self.rule.events, *((self.serves,) if self.serves else ()))

    @property
    def readings(self) -> tuple[Deadline, ...]:
        """This deadline, and the same as its second reading has it where there is one."""
        return (self, *((self.read_otherwise,) if self.read_otherwise else ()))

    @property
    def read_otherwise(self) -> Deadline | None:
        """This deadline as its second reading has it; None where there is only one reading."""
        second, rule = self.second_reading, self.rule
        if second is None or not isinstance(rule, ReadInTwoWays):
            return None
        counting = second.counting or self.counting
        return self.model_copy(update={"second_reading": None, "counting": counting, **rule.reread(second)})

    @model_validator(mode="after")
    def _one_rule(self) -> Deadline:
        given = list(self._given())
        if len(given) > 1:
            raise wrong(
                rules.BAD_DEADLINE, f"a deadline has one rule, not {' and '.join(given)}", "keep one", (given[1],)
            )
        if not given and self.text is None:
            raise wrong(
                rules.BAD_DEADLINE,
                f"'{self.id}' has no rule",
                "give within, every, at, on_days, not_before, gap or a text",
            )
        for rule in given:
            needed = STARTS[rule]
            if needed and all(getattr(self, name) is None for name in needed):
                hint = "add " + " or ".join(f"'{name}:'" for name in needed)
                raise wrong(rules.BAD_DEADLINE, f"'{rule}' does not say what it counts from", hint)
        return self

    @model_validator(mode="after")
    def _reading_fits(self) -> Deadline:
        second = self.second_reading
        if self.limits == "length" and self.every is None:
            raise wrong(
                rules.BAD_DEADLINE, "'limits' belongs to a series", "take it away, or give 'every'", ("limits",)
            )
        if second is None:
            return self
        if not isinstance(self.rule, ReadInTwoWays) or (self.gap and self.gap.at_most):
            said = "a second reading stands beside 'within', 'not_before' or a gap that is 'at_least'"
            raise wrong(rules.BAD_READING, said, "take it away", ("second_reading",))
        if second.first_day is not None and self.within is None:
            said = "'first_day' belongs to 'within'"
            raise wrong(rules.BAD_READING, said, "take it away", ("second_reading", "first_day"))
        return self

    def _given(self) -> Iterator[str]:
        """Give the keys written here that hold a rule: one at most, where all is well."""
        return (rule for rule in STARTS if getattr(self, rule) is not None)
