"""The lists that everything else refers to: sources, terms, counting regimes, dates, roles, contacts, topics."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import CivilDate, Flag, Id, Model, OneOf, Text, WebAddress, Whole
from generator.model.measure import Length
from generator.model.statement import CitationText, Cite, Ids, Saying, Seen, Texts

SOURCE_KINDS = (
    "act",
    "regulations",
    "rules",
    "practice-direction",
    "statutory-guidance",
    "minimum-standards",
    "best-practice",
    "guidance",
    "local-procedure",
    "research",
    "case",
    "indicator",
)


LAW = ("act", "regulations", "rules", "case")  # the kinds of source whose statements may say must


class Source(Model):
    """An Act, regulations, guidance or anything else that statements rest on."""

    id: Id
    title: Text
    short: Text | None = None
    kind: Annotated[str, OneOf("kind of source", *SOURCE_KINDS)]
    year: Whole | None = None
    url: WebAddress | None = None
    publisher: Text | None = None
    checked: CivilDate | None = None
    read: Text | None = Field(default=None, description="How much of it was read, and in which version.")
    counting: Id | None = None

    @property
    def name(self) -> str:
        """The short name, where it has one."""
        return self.short or self.title


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
    proper: Flag = Field(default=False, description="A proper name, which keeps its capital inside a sentence.")
    superseded_by: Id | None = None
    from_: CivilDate | None = Field(default=None, alias="from")

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
    skips: Annotated[str, OneOf("way of leaving days out", "working-days-only")] | None = None
    clear_days: Flag = False
    short_period: ShortPeriod | None = None
    roll: Annotated[str, OneOf("way of rolling", "next-business-day")] | None = None
    unit: Annotated[str, OneOf("unit", "days", "working days", "business days")] | None = None
    source: CitationText | None = None
    seen: Seen = "none"
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
    note: Text | None = None


class Form(Described):
    """A form or document with a name of its own, and what it is for."""


class Topic(Model):
    """A question every authority's own practice answers. ``national`` says what holds everywhere."""

    id: Id
    ask: Text
    plain: Text | None = None
    national: Saying | None = None
