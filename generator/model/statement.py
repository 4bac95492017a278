"""Statements: one fact, with its plain twin, its force, its sources, and how far it was checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from generator.model.base import Model
from generator.model.words import (
    DATE,
    DATE_MESSAGE,
    ID,
    CivilDate,
    Flag,
    Id,
    OneOf,
    Parsed,
    Text,
    text_of,
    text_schema,
    wrong,
)

Force = Annotated[str, OneOf("force", "must", "should", "may", "fact")]
Seen = Annotated[str, OneOf("word for how it was seen", "law", "secondary", "local", "none")]


Sought = Annotated[
    CivilDate | None, Field(description="Of 'seen: none': the day somebody looked for it and found no copy to read.")
]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the pinpoint in it, as written: ``ca1989 s.14C(1)`` → ``('ca1989', 's.14C(1)')``."""

    source: str
    pinpoint: str = ""

    def __str__(self) -> str:
        return f"{self.source} {self.pinpoint}".strip()


def parse_citation(text: str) -> Citation:
    """Read ``source-id pinpoint``. Raises a content error where no source id starts the text."""
    source, _, pinpoint = text.partition(" ")
    if not re.fullmatch(ID, source):
        raise wrong(
            "bad-citation", f"'{text[:60]}' does not start with a source id", "write for example 'ca1989 s.14A'"
        )
    return Citation(source, pinpoint.strip())


@dataclass(frozen=True, slots=True)
class Address:
    """The name of anything on the site: ``kind/id#path`` → kind, id and the parts of the path."""

    kind: str
    id: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" + ("#" + ".".join(self.path) if self.path else "")


ADDRESS = rf"({ID})/({ID})(?:#({ID}(?:\.{ID})*))?"


def parse_address(text: str) -> Address:
    """Read ``kind/id#path``. Raises a content error where the text has another shape."""
    match = re.fullmatch(ADDRESS, text)
    if not match:
        raise wrong("bad-address", f"'{text[:60]}' is not an address", "write kind/id or kind/id#item")
    kind, name, path = match.groups()
    return Address(kind, name, tuple(path.split(".")) if path else ())


def _list(value: object) -> object:
    if isinstance(value, str):
        raise wrong("wrong-kind", "this should be a list", f"put it in brackets: [{value}]")
    return value


IsList = BeforeValidator(_list)
CitationText = Annotated[
    Citation, Parsed(parse_citation, rf"{ID}(?: [\s\S]+)?", "write a source's id and the place in it")
]
Cite = Annotated[
    tuple[CitationText, ...],
    IsList,
    Field(description="Where it stands: a list of 'source-id pinpoint'."),
]
AddressOf = Annotated[Address, Parsed(parse_address, ADDRESS, "write kind/id or kind/id#item")]


def _address_or_none(value: object) -> Address | str:
    if isinstance(value, Address):
        return value
    text = text_of(value)
    return text if text == "none" else parse_address(text)


AddressOrNone = Annotated[
    Address | str,
    PlainValidator(_address_or_none),
    WithJsonSchema(text_schema(f"none|{ADDRESS}", "write kind/id#item, or none")),
]
Ids = Annotated[tuple[Id, ...], IsList]
Texts = Annotated[tuple[Text, ...], IsList]


def _first_day(value: object) -> object:
    text = value.strip() if isinstance(value, str) else ""
    if value is None:
        raise wrong("missing-value", "a day is missing here", f"{DATE_MESSAGE}, or unknown")
    if text.isalpha() and text != "unknown":
        raise wrong("bad-date", f"'{text[:40]}' is not a date", f"{DATE_MESSAGE}, or unknown")
    return None if text == "unknown" else value


class InForce(Model):
    """From which day to which day a statement holds."""

    from_: Annotated[
        CivilDate | None,
        BeforeValidator(_first_day),
        WithJsonSchema(text_schema(f"unknown|{DATE}", f"{DATE_MESSAGE}, or unknown")),
    ] = Field(default=None, alias="from", description="The first day it holds, or unknown. Left out: long since.")
    to: CivilDate | None = Field(default=None, description="The last day it holds.")

    @property
    def start_unknown(self) -> bool:
        """Whether it is written that nobody knows since when, or whether at all, it holds."""
        return "from_" in self.model_fields_set and self.from_ is None

    @model_validator(mode="after")
    def _says_when(self) -> InForce:
        if not self.model_fields_set:
            raise wrong("bad-in-force", "'in_force' does not say from when or to when", "give 'from', 'to' or both")
        if self.from_ and self.to and self.to < self.from_:
            hint = f"write a day from {self.from_} on, or look at 'from'"
            raise wrong("bad-in-force", f"it ends on {self.to}, before it starts", hint, ("to",))
        return self


class Saying(Model):
    """A statement that needs no id of its own because its place names it."""

    text: Text = Field(description="What is so, for staff: precise, one or two sentences.")
    plain: Text | None = Field(default=None, description="The same in plain words, for families.")
    force: Force = Field(default="fact", description="must: law · should: guidance · may: power · fact.")
    cite: Cite = ()
    seen: Seen = Field(default="none", description="Where it was read: law, secondary, local, or none.")
    sought: Sought = None
    note: Text | None = Field(default=None, description="Where sources differ, or what to watch.")
    in_force: InForce | None = None

    @property
    def checked(self) -> bool:
        """Whether somebody has read this in a source at all."""
        return self.seen != "none"


class Statement(Saying):
    """A statement a reader can point at."""

    id: Id = Field(description="Kebab-case, never changed once published.")


class Sign(Model):
    """Who signed something off, and when."""

    role: Text
    date: CivilDate


class Page(Model):
    """What every page of its own carries: its id, its title, and who keeps it."""

    id: Id
    title: Text
    short_title: Text | None = Field(default=None, description="For menus and table heads: at most three words.")
    aliases: Ids = Field(default=(), description="Earlier ids, kept alive as redirects.")
    audiences: Ids = Field(default=(), description="Whom it is written for. Its page says so at the foot.")
    reviewed: CivilDate | None = None
    owner: Text | None = None
    checked_by: Sign | None = None
    draft: Flag = Field(
        default=False, description="Checked, but not published: nothing that is published may lead to it."
    )

    @property
    def name(self) -> str:
        """The shortest name a reader would know it by."""
        return self.short_title or self.title
