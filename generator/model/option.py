"""Options with the way to each, and the dimensions on which all of them are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.statement import ADDRESS, AddressOf, Ids, Page, Saying, Statement
from generator.model.words import Flag, Id, Refers, Shorthand, Text, text_schema


class Dimension(Model):
    """One question that every option answers, so that the comparison has no holes."""

    id: Id
    """What each option's `values` call the question by. Write an id that never changes, for example `reviews`."""
    ask: Text
    """The question every option answers, for staff. Write a question, for example `Are there reviews?`"""
    plain: Text | None = None
    """The question on plain pages. Write a short question, for example `Will people keep checking?`"""
    short: Text | None = None
    """What the row of the comparison is headed. Write a word or two, for example `Reviews`; left out, the whole
    question stands there."""


class DimensionValue(Saying):
    """An option's answer on one dimension. ``short``: the answer in at most eight words."""

    short: Text | None = None
    """The answer in a nutshell, before the whole of it. Write at most eight words, for example `At least every six
    months`."""


class Judgement(Statement):
    """An advantage or something to weigh: about one dimension, for the people it counts for."""

    about: Annotated[Id, Refers("dimension")]
    """Which question of the comparison it belongs to. Write the id of a dimension, for example `reviews`."""
    for_: Annotated[Ids, Refers("viewpoint")] = Field(alias="for", min_length=1)
    """For whom it counts. Write ids of viewpoints in `site.yml`, for example `[carer, authority]`."""


class Step(Statement):
    """One thing that is done at a station of the way to the option."""

    title: Text | None = None
    """What the step is called. Write a few words, for example `Tell the council`."""


# What belongs to a station as a whole; of chapters and timelines parts do too: sections and deadlines.
SHOWN_WHOLE = ("checklist", "form", "tree", "timeline", "scenario")


class Belonging(Model):
    """One thing that belongs to a station. Short: its address."""

    to: AddressOf
    """What belongs here. Write its address, for example `timeline/notice#reply`."""
    only: Text | None = None
    """For whom it holds, where that is not everybody here. Write a few words after "only", for example `where a notice
    was given`; left out, a deadline says its own condition."""
    at_a_glance: Flag = False
    """Whether it is the count that stands for this station where the whole way is seen. Write it for example `true`."""


ShortBelonging = Annotated[
    Belonging,
    Shorthand(
        lambda value: {"to": value} if isinstance(value, str) else value,
        text_schema(ADDRESS, "write kind/id or kind/id#item"),
    ),
]


class Station(Statement):
    """One part of the way to the option: what it is for, what is done there, and all that belongs to it."""

    title: Text
    """What this part of the way is called. Write a word or two, for example `Decide`."""
    in_short: Text
    """What happens here, where the whole way is seen at a glance. Write one short sentence, for example `The tenant and
    the landlord say what they want.`"""
    belongs: tuple[ShortBelonging, ...] = ()
    """What belongs here, of any kind: sections of chapters, deadlines, lists, forms, guides, dates, cases. Write
    addresses, for example `[timeline/notice#reply, {to: checklist/papers, only: where papers are asked for}]`."""
    without: Text | None = None
    """Why no deadline or no list belongs here; where one is missing it has to be said. Write a sentence, for example
    `The law sets no time for this.`"""
    steps: tuple[Step, ...] = ()
    """What is done here, in order. Write statements, for example `[{id: ask, title: Ask, text: Ask the council.}]`."""

    def of_kind(self, kind: str, *, parts: bool = False) -> list[Belonging]:
        """Return what belongs here of one kind: whole pieces, or else ``parts`` of them."""
        return [it for it in self.belongs if it.to.kind == kind and bool(it.to.path) == parts]


class Option(Page):
    """One way things can be arranged. Options are compared, never scored or ranked."""

    term: Annotated[Id | None, Refers("term")] = None
    """The word of the glossary for it, whose other names are then shown. Write its id, for example `care-plan`."""
    summary: Statement
    """What this option is, in short. Write a statement with an id, for example `{id: summary, text: The tenant
    stays.}`."""
    values: dict[Id, DimensionValue]
    """Its answer to every dimension. Write ids of dimensions, each with a statement, for example `{reviews: {text:
    None.}}`; none may be missing."""
    advantages: tuple[Judgement, ...] = ()
    """What speaks for it. Write statements with `about` and `for`, for example `[{id: quick, about: time, for: [carer],
    text: It is quick.}]`."""
    disadvantages: tuple[Judgement, ...] = ()
    """What to weigh against it. Write statements with `about` and `for`, for example `[{id: slow, about: time, for:
    [carer], text: It is slow.}]`."""
    suits: tuple[Statement, ...] = ()
    """Whom it may suit. Write statements, for example `[{id: settled, text: Somebody who is settled here.}]`."""
    does_not_suit: tuple[Statement, ...] = ()
    """When to look again. Write statements, for example `[{id: moving, text: Somebody who will move soon.}]`."""
    stations: tuple[Station, ...] = ()
    """The whole way to it, in order. Write statements, for example `[{id: decide, title: Decide, in_short: The tenant
    decides., text: The tenant decides whether to stay.}]`."""
    people: Annotated[Ids, Refers("role")] = ()
    """Who is involved. Write ids of roles, for example `[reviewing-officer]`."""
    documents: tuple[Statement, ...] = ()
    """Which papers are needed. Write statements, for example `[{id: plan, text: A written plan.}]`."""
    ages: tuple[Statement, ...] = ()
    """Where age matters. Write statements, for example `[{id: at-sixteen, text: At 16 it ends.}]`."""
    eligibility: AddressOf | None = None
    """The guide that finds out who may choose it. Write the address of a tree, for example `tree/who-may-apply`."""
    contacts: Annotated[Ids, Refers("contact")] = ()
    """Who can help families with it, the nearest first. Write ids of contacts, for example `[rights-helpline]`; left
    out, the first of those for families."""
    part_of: Annotated[Id | None, Refers("option")] = None
    """The option it is a form of; it is then listed on that page. Write its id, for example `staying-here`."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, station after station."""
        return tuple(step for station in self.stations for step in station.steps)

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield self.summary.id, self.summary
        for group in (self.advantages, self.disadvantages, self.suits, self.does_not_suit):
            yield from ((statement.id, statement) for statement in group)
        for others in (self.stations, self.steps, self.documents, self.ages):
            yield from ((statement.id, statement) for statement in others)
        yield from ((f"values.{name}", value) for name, value in self.values.items())
