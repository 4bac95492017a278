"""What an answer to a topic comes down to, so that an authority's answer can be compared with what aids say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator import rules
from generator.model.base import Model
from generator.model.event import Event
from generator.model.measure import Length
from generator.model.words import Flag, Id, OneOf, Refers, Shorthand, Text, Whole, text_schema, wrong

ANSWER_KINDS = ("length", "event", "people", "body", "ages", "text")
WITHOUT = ("none", "not-known", "silent")
AnswerKind = Annotated[str, OneOf("kind of answer", *ANSWER_KINDS)]


class Attendee(Model):
    """Somebody who comes to a meeting: in a role of the site, or by a name of the authority's own."""

    role: Annotated[Id | None, Refers("role")] = None
    """Who comes. Write the id of a role, for example `reviewing-officer`."""
    name: Text | None = None
    """Who comes, where the site knows no such role. Write what the authority calls them, for example `The permanence
    advisor`."""
    when: Text | None = None
    """When they come, where that is not each time. Write a few words, for example `if the case is complex`."""
    note: Text | None = None
    """What they do there. Write a few words, for example `takes the chair`."""

    @model_validator(mode="after")
    def _somebody(self) -> Attendee:
        if (self.role is None) == (self.name is None):
            raise wrong(rules.BAD_ANSWER, "somebody who comes has a role or a name", "write one of the two")
        return self

    @property
    def told(self) -> str:
        """When they come and what they do there, as one text; empty where neither is written."""
        return ". ".join(filter(None, (self.note, self.when)))


class PlaceInOrder(Model):
    """What something comes before, and what it comes after."""

    before: Event | None = None
    """What it comes before. Write the id of a date or deadline, for example `second-review`."""
    after: Event | None = None
    """What it comes after. Write the id of a date or deadline, for example `second-review`."""

    @model_validator(mode="after")
    def _beside_something(self) -> PlaceInOrder:
        if self.before is None and self.after is None:
            raise wrong(rules.BAD_ANSWER, "an event has 'before', 'after' or both", "write one")
        return self


class Ages(Model):
    """The ages of those something is for, in whole years."""

    from_: Whole = Field(default=0, alias="from")
    """From which age on. Write whole years, for example `10`; left out, from birth."""
    below: Whole | None = None
    """Up to which birthday. Write whole years, for example `14`; left out, whatever the age."""

    @model_validator(mode="after")
    def _some_age(self) -> Ages:
        if not self.model_fields_set:
            raise wrong(rules.BAD_ANSWER, "ages have 'from', 'below' or both", "write one, for example from: 0")
        if self.below is not None and self.below <= self.from_:
            raise wrong(rules.BAD_ANSWER, "no age is from the one on and below the other", "look at both", ("below",))
        return self


class TypedAnswer(Model):
    """What an answer comes down to. Short: `none` (there is no such thing), `not-known` (part of the procedure could
    not be read) or `silent` (all was read, and it says nothing)."""

    length: Length | None = None
    """A length of time. Write it, for example `6 weeks`."""
    event: PlaceInOrder | None = None
    """What it comes before or after. Write it for example `{before: second-review}`."""
    people: tuple[Attendee, ...] = ()
    """Those who come. Write a list, for example `[{role: reviewing-officer, when: if asked}]`."""
    and_others: Flag = False
    """Of people that a statement names: whether others come too, so that only those named are compared, each with
    their `when`. Write it for example `true`."""
    body: tuple[Id, ...] = ()
    """Who decides, chairs or does it. Write ids of roles, or of the authority's panels, teams or meetings, for example
    `[care-panel]`."""
    ages: Ages | None = None
    """Whom it is for, by age. Write the ages, for example `{below: 14}`."""
    without: Annotated[str | None, OneOf("word for no answer", *WITHOUT)] = None
    """Why there is no answer. Write one of the words shown, for example `silent`, straight after `answer`."""

    @property
    def kind(self) -> str:
        """Which kind of answer it is; empty where there is none."""
        return next((kind for kind in ANSWER_KINDS[:-1] if getattr(self, kind)), "")

    @model_validator(mode="after")
    def _one(self) -> TypedAnswer:
        given = [kind for kind in ANSWER_KINDS[:-1] if getattr(self, kind)]
        if len(given) + (self.without is not None) != 1:
            hint = f"write one of: {', '.join(ANSWER_KINDS[:-1])}, or one of the words {', '.join(WITHOUT)}"
            raise wrong(rules.BAD_ANSWER, "an answer is exactly one thing", hint)
        if self.and_others and not self.people:
            raise wrong(
                rules.BAD_ANSWER, "others come beside people", "name somebody, or take it away", ("and_others",)
            )
        return self

    def agrees(self, stated: TypedAnswer) -> bool:
        """Whether ``stated``, which is of the same kind, says what this answer says.

        Of people only those count who come each time; where others come too, all who are named, in the same case.
        Places in an order agree where an end that both name is the same.
        """
        if self.event and stated.event:
            ends = [(self.event.before, stated.event.before), (self.event.after, stated.event.after)]
            both = [mine == theirs for mine, theirs in ends if mine and theirs]
            return bool(both) and all(both)
        if self.people and stated.people and stated.and_others:
            return _in_their_case(stated) <= _in_their_case(self)
        if self.people and stated.people:
            return _each_time(self) == _each_time(stated)
        return self._compared() == stated._compared()

    def _compared(self) -> tuple[object, ...]:
        ages = self.ages and (self.ages.from_, self.ages.below)
        return self.kind, self.without, self.length, frozenset(self.body), ages


def _in_their_case(answer: TypedAnswer) -> frozenset[tuple[str, str]]:
    return frozenset(
        (who.role or f"'{(who.name or '').casefold()}", (who.when or "").casefold()) for who in answer.people
    )


def _each_time(answer: TypedAnswer) -> frozenset[str]:
    return frozenset(who.role or f"'{(who.name or '').casefold()}" for who in answer.people if who.when is None)


_SHORT = text_schema("|".join(WITHOUT), f"write one of: {', '.join(WITHOUT)}", "`none`, `not-known` or `silent`")
ShortAnswer = Annotated[TypedAnswer, Shorthand(lambda v: {"without": v} if isinstance(v, str) else v, _SHORT)]
