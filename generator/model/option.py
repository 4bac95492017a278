"""Options, and the dimensions on which all of them are compared."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.model.base import Model
from generator.model.statement import AddressOf, Ids, Page, Saying, Statement
from generator.model.words import Id, Text


class Dimension(Model):
    """One question that every option answers, so that the comparison has no holes."""

    id: Id
    ask: Text
    plain: Text | None = None
    short: Text | None = Field(default=None, description="For the heading of a row.")


class DimensionValue(Saying):
    """An option's answer on one dimension. ``short``: the answer in at most eight words."""

    short: Text | None = None


class Judgement(Statement):
    """An advantage or something to weigh: about one dimension, for the people it counts for."""

    about: Id
    for_: Ids = Field(alias="for", min_length=1)


class Step(Statement):
    """One step on the way to the option; it may point at the timeline, checklist or tree that helps."""

    title: Text | None = None
    timeline: Id | None = None
    checklist: Id | None = None
    tree: Id | None = None


class Option(Page):
    """One way things can be arranged. Options are compared, never scored or ranked."""

    term: Id | None = None
    summary: Statement
    values: dict[Id, DimensionValue]
    advantages: tuple[Judgement, ...] = ()
    disadvantages: tuple[Judgement, ...] = ()
    suits: tuple[Statement, ...] = ()
    does_not_suit: tuple[Statement, ...] = ()
    steps: tuple[Step, ...] = ()
    people: Ids = ()
    documents: tuple[Statement, ...] = ()
    ages: tuple[Statement, ...] = ()
    eligibility: AddressOf | None = None
    timelines: Ids = ()
    checklists: Ids = ()
    contacts: Ids = Field(default=(), description="Who can help families with this option, the nearest first.")
    part_of: Id | None = None

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield self.summary.id, self.summary
        for group in (self.advantages, self.disadvantages, self.suits, self.does_not_suit):
            yield from ((statement.id, statement) for statement in group)
        for others in (self.steps, self.documents, self.ages):
            yield from ((statement.id, statement) for statement in others)
        yield from ((f"values.{name}", value) for name, value in self.values.items())
