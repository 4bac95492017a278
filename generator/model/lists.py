"""The lists that everything else refers to: sources, terms, counting regimes, dates, roles, contacts, topics."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema, model_validator

from generator.model.base import (
    DATE,
    CivilDate,
    Flag,
    Id,
    Model,
    OneOf,
    Text,
    WebAddress,
    Whole,
    _civil_date,
    _text,
    text_schema,
    wrong,
)
from generator.model.measure import Length
from generator.model.statement import AddressOf, CitationText, Cite, Ids, IsList, Saying, Seen, Sought, Texts

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


UNDATED = ("as made", "amending text", "revised", "explanatory note", "not recorded")


def _version(value: object) -> str | date:
    if isinstance(value, date):
        return value
    text = _text(value)
    if text in UNDATED:
        return text
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return _civil_date(text)
    hint = "write the day it is revised to, or one of: " + ", ".join(UNDATED)
    raise wrong("bad-version", f"'{text[:40]}' is not a version of the law", hint)


Version = Annotated[
    str | date,
    PlainValidator(_version),
    WithJsonSchema(text_schema("|".join(UNDATED) + f"|{DATE}", "write a day, or one of: " + ", ".join(UNDATED))),
]


class Passage(Model):
    """Passages of a source that somebody read, and in which version: statements that cite them rest on it."""

    at: Annotated[tuple[Text, ...], IsList] = Field(
        min_length=1,
        description="The passages as citations name them, for example s.22C and r.25; 'whole' for all of it.",
    )
    version: Version = Field(
        description="The day to which the text read was revised; or as made, amending text, revised (day not known), "
        "explanatory note, not recorded."
    )
    part: Text | None = Field(default=None, description="How much of it was read, where it was not read whole.")
    on: CivilDate = Field(description="The day it was read.")
    copy_: WebAddress | None = Field(default=None, alias="copy", description="The copy that was read.")

    def covers(self, pinpoint: str) -> int:
        """Return how narrowly this covers a citation's pinpoint (``s.22C`` covers ``s.22C(9A)``); 0: not at all."""
        found = [len(at) for at in self.at if pinpoint.startswith(at) and _ends_at(pinpoint, len(at))]
        return max(found, default=int("whole" in self.at))


def _ends_at(pinpoint: str, length: int) -> bool:
    """Whether a number in a pinpoint ends there: ``s.2`` is not the beginning of ``s.22``, nor ``r.2`` of ``r.2.9``."""
    following = pinpoint[length : length + 1]
    return not (following.isalnum() or following == ".")


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
    passages: tuple[Passage, ...] = Field(default=(), description="What was read of it, and in which version.")
    counting: Id | None = None

    def passage(self, pinpoint: str) -> Passage | None:
        """Return the passage read that covers a pinpoint most narrowly; None where none does."""
        found = max(self.passages, key=lambda passage: passage.covers(pinpoint), default=None)
        return found if found is not None and found.covers(pinpoint) else None

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
