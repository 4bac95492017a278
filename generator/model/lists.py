"""The lists that everything else refers to: sources, terms, counting regimes, dates, roles, contacts, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.base import Model
from generator.model.measure import Length
from generator.model.statement import AddressOf, CitationText, Cite, Ids, IsList, Saying, Seen, Sought, Texts
from generator.model.words import (
    CivilDate,
    Flag,
    Id,
    OneOf,
    Text,
    WebAddress,
    wrong,
)


class Term(Model):
    """A word of the field: precise for staff, plain for families. ``superseded_by`` marks a word of the past."""

    id: Id
    term: Text
    short: Text | None = None
    meaning: Text | None = None
    plain: Text | None = None
    aliases: Texts = ()
    cite: Cite = ()
    seen: Seen = "none"
    sought: Sought = None
    proper: Flag = Field(default=False, description="A proper name, which keeps its capital inside a sentence.")
    superseded_by: Id | None = None
    from_: CivilDate | None = Field(
        default=None, alias="from", description="Of 'superseded_by': since when that word stands in its place."
    )

    @model_validator(mode="after")
    def _past_since(self) -> Term:
        if self.from_ is not None and self.superseded_by is None:
            said = "'from' says since when another word stands in its place, and 'superseded_by' names none"
            raise wrong("bad-term", said, "add 'superseded_by', or take 'from' away", ("from",))
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a reader may know it by."""
        return (self.term, *((self.short,) if self.short else ()), *self.aliases)


class ShortPeriod(Model):
    """Periods in days up to a length leave out days that are not business days."""

    at_most: Length
    skip: Annotated[str, OneOf("kind of day", "non-business")]


class CountingRegime(Model):
    """How an instrument counts days."""

    id: Id
    name: Text | None = None
    explains: Text | None = None
    calendar: Annotated[str, OneOf("calendar", "england-and-wales")]
    skips: Annotated[str, OneOf("way of leaving days out", "working-days-only")] | None = Field(
        default=None, description="Makes working days the only unit that leaves days out; any other is refused."
    )
    clear_days: Flag = False
    short_period: ShortPeriod | None = None
    roll: Annotated[str, OneOf("way of rolling", "next-business-day")] | None = None
    unit: Annotated[str, OneOf("unit", "days", "working days", "business days")] | None = None
    source: CitationText | None = None
    seen: Seen = "none"
    sought: Sought = None
    note: Text | None = None


class SharedDate(Model):
    """A day that several aids ask for; it is given once and travels between them."""

    id: Id
    name: Text | None = Field(default=None, description="For sentences: 'within 5 days of <name>'.")
    ask: Text
    plain: Text | None = None
    help: Text | None = None


class Role(Model):
    """Somebody who does something: what they do, in precise and in plain words."""

    id: Id
    name: Text
    short: Text | None = None
    does: Text | None = None
    plain: Text | None = None
    aliases: Texts = ()
    cite: Cite = ()
    seen: Seen = "none"
    sought: Sought = None


class Contact(Model):
    """Somebody to turn to. ``checked`` and ``checked_how`` say when and how the details were looked at."""

    id: Id
    name: Text
    for_: Ids = Field(default=(), alias="for")
    helps_with: Text | None = None
    plain: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    hours: Text | None = None
    website: WebAddress | None = None
    checked: CivilDate | None = None
    checked_how: Text | None = None


class Described(Model):
    """Something with a name of its own. ``when`` says how regularly it comes, or at which point."""

    id: Id
    name: Text
    text: Text | None = None
    plain: Text | None = None
    when: Text | None = None
    cite: Cite = ()
    seen: Seen = "none"
    sought: Sought = None
    note: Text | None = None


class Form(Described):
    """A form or document with a name of its own, and what it is for."""


class Topic(Model):
    """A question every authority's own practice answers. ``national`` says what holds everywhere."""

    id: Id
    ask: Text
    plain: Text | None = None
    national: Saying | None = None


class Correction(Model):
    """What this site said wrongly, until when, and what is right. It stands on the pages concerned for a year."""

    id: Id
    on: Annotated[tuple[AddressOf, ...], IsList] = Field(
        min_length=1, description="The pieces it is about, each by its address."
    )
    until: CivilDate = Field(description="The day it was put right.")
    was: Text = Field(description="What was wrong, after 'Until that day this page': 'gave 23 March as the last day'.")
    is_: Text = Field(alias="is", description="What is right, as a sentence.")
    plain: Text = Field(description="Both in plain words, for families.")
