"""Deadlines: what they are counted from, and by which rule."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from generator.model.base import Model
from generator.model.guard import Guard
from generator.model.measure import Length
from generator.model.statement import Cite, Force, InForce, Seen, Sought
from generator.model.words import ID, Flag, Id, OneOf, Shorthand, Text, Whole, text_of, text_schema, wrong

EVENT = rf"{ID}(?:\.(?:last|[1-9][0-9]?))?"


def _event(value: object) -> str:
    text = text_of(value)
    if not re.fullmatch(EVENT, text):
        raise wrong("bad-event", f"'{text[:60]}' is not the name of an event", "write a date's or deadline's id")
    return text


_EVENT_SCHEMA = text_schema(EVENT, "write a date's or deadline's id")
Event = Annotated[str, BeforeValidator(_event), WithJsonSchema(_EVENT_SCHEMA)]


class EventOf(Model):
    """The event a deadline counts from: one event, or the later or earlier of several."""

    event: Event | None = None
    later_of: tuple[Event, ...] = ()
    earlier_of: tuple[Event, ...] = ()

    @model_validator(mode="after")
    def _one(self) -> EventOf:
        if sum([self.event is not None, bool(self.later_of), bool(self.earlier_of)]) != 1:
            raise wrong("bad-event", "name one event, or later_of or earlier_of a list of them")
        return self

    @property
    def all(self) -> tuple[str, ...]:
        """Every event named here."""
        return ((self.event,) if self.event else ()) + self.later_of + self.earlier_of


Anchor = Annotated[
    EventOf,
    Shorthand(lambda v: {"event": v} if isinstance(v, str) else v, _EVENT_SCHEMA),
]


class OnDays(Model):
    """From the first to the last of numbered days; ``day_1`` of the deadline says which day is day 1."""

    from_: Whole = Field(alias="from")
    to: Whole


class Gap(Model):
    """The distance that must lie between two events, one of which is the deadline itself."""

    from_: Event | None = Field(default=None, alias="from")
    to: Event | None = None
    at_least: Length | None = None
    at_most: Length | None = None

    @model_validator(mode="after")
    def _both_ends(self) -> Gap:
        if (self.from_ is None) == (self.to is None):
            raise wrong("bad-gap", "a gap names one other event, as 'from' or as 'to'")
        if self.at_least is None and self.at_most is None:
            raise wrong("bad-gap", "a gap needs at_least, at_most or both")
        return self


class SecondReading(Model):
    """A second tenable reading of a rule. Both days are shown, and the safe one stands wherever one day is used.

    What is left out is as in the first reading.
    """

    length: Length | None = Field(default=None, description="The length of time, where it is another one.")
    counting: Id | None = Field(default=None, description="The way of counting, where it is another one.")
    first_day: Annotated[str, OneOf("word for the first day", "counts", "does-not-count")] | None = Field(
        default=None, description="Whether the day of the event is day 1, where that is the question."
    )
    why: Text = Field(description="Why the rule can be read so too, in one sentence.")

    @model_validator(mode="after")
    def _differs(self) -> SecondReading:
        if not (self.length or self.counting or self.first_day):
            raise wrong("bad-reading", "a second reading differs in 'length', 'counting' or 'first_day'", "give one")
        return self


RULES = ("within", "every", "on_days", "not_before", "at", "gap")


class Deadline(Model):
    """One thing that has to happen. It has one rule to count by, or a ``text`` and a place in the order."""

    id: Id
    title: Text | None = None
    text: Text | None = None
    plain: Text | None = None
    within: Length | None = None
    every: Length | None = None
    on_days: OnDays | None = None
    not_before: Length | None = None
    at: Length | None = None
    gap: Gap | None = None
    of: Anchor | None = None
    beginning_with: Anchor | None = None
    after: Anchor | None = None
    before: Event | None = None
    day_1: Event | None = None
    times: Whole | None = None
    until: Event | None = None
    counting: Id | None = None
    second_reading: SecondReading | None = Field(
        default=None, description="Where the rule can be read in two ways: the other one. The safe day is used."
    )
    limits: Annotated[str, OneOf("thing a series limits", "gap", "length")] = Field(
        default="gap",
        description="Of 'every': the gap between two (at least every ...), or how long each is (no longer than ...).",
    )
    applies: Guard | None = None
    serves: Event | None = None
    record: Flag = False
    documented: Flag = False
    who: Id | None = None
    if_missed: Text | None = None
    force: Force = "fact"
    cite: Cite = ()
    seen: Seen = "none"
    sought: Sought = None
    note: Text | None = None
    in_force: InForce | None = None

    @property
    def name(self) -> str:
        """Its title, or its id in words where it has none."""
        return self.title or self.id.replace("-", " ").capitalize()

    @property
    def rule(self) -> str | None:
        """Which of the counting rules this deadline has; None for a rule without a number."""
        return next((rule for rule in RULES if rule in self.model_fields_set and getattr(self, rule) is not None), None)

    @property
    def events(self) -> tuple[str, ...]:
        """Every event this deadline rests on."""
        anchors = [anchor for anchor in (self.of, self.beginning_with, self.after) if anchor]
        single = [self.before, self.day_1, self.until, self.serves]
        single += [self.gap.from_, self.gap.to] if self.gap else []
        return tuple(event for anchor in anchors for event in anchor.all) + tuple(e for e in single if e)

    @property
    def readings(self) -> tuple[Deadline, ...]:
        """This deadline, and the same as its second reading has it where there is one."""
        return (self, *((self.read_otherwise,) if self.read_otherwise else ()))

    @property
    def read_otherwise(self) -> Deadline | None:
        """This deadline as its second reading has it; None where there is only one reading."""
        second = self.second_reading
        if second is None:
            return None
        changed: dict[str, object] = {"second_reading": None}
        if second.counting is not None:
            changed["counting"] = second.counting
        if second.length is not None and self.gap is not None:
            changed["gap"] = self.gap.model_copy(update={"at_least": second.length})
        elif second.length is not None:
            changed[self.rule or ""] = second.length
        if second.first_day is not None:
            start = self.of or self.beginning_with
            inclusive = second.first_day == "counts"
            changed |= {"of": None if inclusive else start, "beginning_with": start if inclusive else None}
        return self.model_copy(update=changed)

    @model_validator(mode="after")
    def _reading_fits(self) -> Deadline:
        second = self.second_reading
        if self.limits == "length" and self.every is None:
            raise wrong("bad-deadline", "'limits' belongs to a series", "take it away, or give 'every'", ("limits",))
        if second is None:
            return self
        if self.rule not in ("within", "not_before", "gap") or (self.gap and self.gap.at_most):
            said = "a second reading stands beside 'within', 'not_before' or a gap that is 'at_least'"
            raise wrong("bad-reading", said, "take it away", ("second_reading",))
        if second.first_day is not None and self.within is None:
            said = "'first_day' belongs to 'within'"
            raise wrong("bad-reading", said, "take it away", ("second_reading", "first_day"))
        return self

    @model_validator(mode="after")
    def _one_rule(self) -> Deadline:
        rules = [rule for rule in RULES if rule in self.model_fields_set and getattr(self, rule) is not None]
        if len(rules) > 1:
            raise wrong("bad-deadline", f"a deadline has one rule, not {' and '.join(rules)}", "keep one", (rules[1],))
        if not rules and self.text is None:
            raise wrong(
                "bad-deadline", f"'{self.id}' has no rule", "give within, every, at, on_days, not_before, gap or a text"
            )
        rule = rules[0] if rules else None
        needs: dict[str | None, tuple[str, ...]] = {
            "within": ("of", "beginning_with"),
            "not_before": ("of",),
            "at": ("of",),
            "every": ("after",),
            "on_days": ("day_1",),
        }
        if rule in needs and all(getattr(self, name) is None for name in needs[rule]):
            hint = "add " + " or ".join(f"'{name}:'" for name in needs[rule])
            raise wrong("bad-deadline", f"'{rule}' does not say what it counts from", hint)
        return self


def short_event(event: str) -> str:
    """Return the id of an event without ``.last`` or a number."""
    return event.split(".")[0]
