"""Options, and the dimensions on which all of them are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.statement import AddressOf, Ids, Page, Saying, Statement
from generator.model.words import Id, Refers, Text


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
    """One step on the way to the option; it may point at the timeline, checklist or tree that helps."""

    title: Text | None = None
    """What the step is called. Write a few words, for example `Tell the council`."""
    timeline: Annotated[Id | None, Refers("timeline")] = None
    """The dates that belong to this step. Write the id of a timeline, for example `notice-period`."""
    checklist: Annotated[Id | None, Refers("checklist")] = None
    """What to have ready for this step. Write the id of a checklist, for example `papers`."""
    tree: Annotated[Id | None, Refers("tree")] = None
    """The guide that helps with this step. Write the id of a decision tree, for example `who-may-apply`."""


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
    steps: tuple[Step, ...] = ()
    """How it goes, in order. Write statements, for example `[{id: ask, title: Ask, text: Ask the council.}]`."""
    people: Annotated[Ids, Refers("role")] = ()
    """Who is involved. Write ids of roles, for example `[reviewing-officer]`."""
    documents: tuple[Statement, ...] = ()
    """Which papers are needed. Write statements, for example `[{id: plan, text: A written plan.}]`."""
    ages: tuple[Statement, ...] = ()
    """Where age matters. Write statements, for example `[{id: at-sixteen, text: At 16 it ends.}]`."""
    eligibility: AddressOf | None = None
    """The guide that finds out who may choose it. Write the address of a tree, for example `tree/who-may-apply`."""
    timelines: Annotated[Ids, Refers("timeline")] = ()
    """The dates that belong to it. Write ids of timelines, for example `[notice-period]`."""
    checklists: Annotated[Ids, Refers("checklist")] = ()
    """The lists that belong to it. Write ids of checklists, for example `[papers]`."""
    contacts: Annotated[Ids, Refers("contact")] = ()
    """Who can help families with it, the nearest first. Write ids of contacts, for example `[rights-helpline]`; left
    out, the first of those for families."""
    part_of: Annotated[Id | None, Refers("option")] = None
    """The option it is a form of; it is then listed on that page. Write its id, for example `staying-here`."""

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield self.summary.id, self.summary
        for group in (self.advantages, self.disadvantages, self.suits, self.does_not_suit):
            yield from ((statement.id, statement) for statement in group)
        for others in (self.steps, self.documents, self.ages):
            yield from ((statement.id, statement) for statement in others)
        yield from ((f"values.{name}", value) for name, value in self.values.items())
