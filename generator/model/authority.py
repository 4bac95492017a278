"""One authority's local practice, as named differences from the national content."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from generator.model.base import CivilDate, Flag, Id, Model, OneOf, Text, wrong
from generator.model.reference import Contact
from generator.model.statement import AddressOf, Cite, Seen


class Practice(Model):
    """An authority's answer to one topic."""

    id: Id
    topic: Id
    text: Text | None = None
    deadline: AddressOf | None = None
    applies: Text | None = None
    cite: Cite = ()
    seen: Seen = "local"


class Difference(Model):
    """One departure from the national content: set, add or remove, with its reason and its source."""

    on: AddressOf
    set: dict[str, Any] | None = None
    add: dict[str, Any] | None = None
    remove: Flag = False
    before: Id | None = None
    reason: Text
    cite: Cite = Field(min_length=1)

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
    """Something wrong or open in a procedure, found by the checker or by a reader."""

    id: Id
    on: AddressOf | None = None
    kind: Annotated[
        str, OneOf("kind of finding", "gap", "overlap", "contradiction", "ambiguity", "out-of-date", "slip", "missing")
    ]
    text: Text
    accepted: Acceptance | None = None
    until_settled: Id | None = None


class Authority(Model):
    """An authority: its names for things, its answers to the topics, its differences and its open findings."""

    id: Id
    name: Text
    area: Text | None = None
    source: Id | None = None
    reviewed: CivilDate | None = None
    terms: dict[Id, Text] = {}
    roles: dict[Id, Text] = {}
    contacts: tuple[Contact, ...] = ()
    practice: tuple[Practice, ...] = ()
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()
