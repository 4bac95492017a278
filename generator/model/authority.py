"""One authority's local practice, as named differences from the national content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator

from generator.model.base import Model
from generator.model.lists import Contact, Described, Form
from generator.model.statement import AddressOf, Cite, Saying, Seen
from generator.model.words import TEXT_SCHEMA, CivilDate, Flag, Id, OneOf, Shorthand, Text, wrong


class LocalName(Model):
    """What an authority calls a national term or role. ``meaning``: where the word means something else here."""

    name: Text
    meaning: Text | None = None
    plain: Text | None = None
    cite: Cite = ()
    seen: Seen = "local"
    note: Text | None = None


Name = Annotated[LocalName, Shorthand(lambda value: {"name": value} if isinstance(value, str) else value, TEXT_SCHEMA)]


class Body(Described):
    """A team, panel or meeting of an authority."""


class Row(Model):
    """One case of an answer that depends on age, cost, route or the like."""

    when: Text
    answer: Text


class Practice(Model):
    """An authority's answer to one topic: a text, a table of cases, or a deadline it sets."""

    id: Id
    topic: Id
    text: Text | None = None
    plain: Text | None = None
    table: tuple[Row, ...] = Field(default=(), description="Where the answer depends on something: one row a case.")
    deadline: AddressOf | None = None
    applies: Text | None = None
    cite: Cite = ()
    seen: Seen = "local"
    note: Text | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Practice:
        if self.text is None and not self.table and self.deadline is None:
            raise wrong("bad-practice", f"'{self.id}' gives no answer", "add a text, a table or a deadline")
        return self


class Difference(Model):
    """One departure from the national content: set, add or remove, with its reason and its source."""

    on: AddressOf
    set: dict[str, Any] | None = None
    add: dict[str, Any] | None = None
    remove: Flag = False
    before: Id | None = None
    reason: Text
    cite: Cite = Field(min_length=1)

    @property
    def kind(self) -> str:
        """What it does: set, add or remove."""
        return "set" if self.set is not None else "add" if self.add is not None else "remove"

    @model_validator(mode="after")
    def _one_change(self) -> Difference:
        if sum([self.set is not None, self.add is not None, self.remove]) != 1:
            raise wrong("bad-difference", "a difference does exactly one of: set, add, remove")
        return self


class Acceptance(Model):
    """Who let a finding stand for now, when and why."""

    by: Text
    date: CivilDate
    reason: Text


class Finding(Model):
    """Something wrong or open in a procedure, found by the checker or by a reader; ``why`` says why it matters.

    An ``accepted`` gap or overlap of a tree lets the site be built: those it concerns are led to ``until_settled``.
    """

    id: Id
    on: AddressOf | None = None
    kind: Annotated[
        str, OneOf("kind of finding", "gap", "overlap", "contradiction", "ambiguity", "out-of-date", "slip", "missing")
    ]
    text: Text
    why: Text | None = None
    cite: Cite = ()
    accepted: Acceptance | None = None
    until_settled: Id | None = None


class Authority(Model):
    """An authority: its names for things, its answers to the topics, its differences and its open findings."""

    id: Id
    name: Text
    area: Text | None = None
    source: Id | None = None
    reviewed: CivilDate | None = None
    summary: Saying | None = None
    terms: dict[Id, Name] = {}
    roles: dict[Id, Name] = {}
    teams: tuple[Body, ...] = ()
    panels: tuple[Body, ...] = ()
    meetings: tuple[Body, ...] = ()
    forms: tuple[Form, ...] = ()
    contacts: tuple[Contact, ...] = ()
    practice: tuple[Practice, ...] = ()
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def named(self) -> tuple[Model, ...]:
        """Everything in this file that has an id of its own."""
        return (
            *self.teams,
            *self.panels,
            *self.meetings,
            *self.forms,
            *self.contacts,
            *self.practice,
            *self.findings,
        )

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from ((str(getattr(named, "id", "")), named) for named in self.named)
