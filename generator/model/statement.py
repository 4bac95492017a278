"""Statements: one fact, with its plain twin, its force, its sources, and how far it was checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from generator import rules
from generator.model.answer import ShortAnswer
from generator.model.base import Model
from generator.model.measure import Length
from generator.model.words import (
    DATE,
    DATE_FORM,
    DATE_MESSAGE,
    ID,
    CivilDate,
    Flag,
    Id,
    OneOf,
    Parsed,
    Refers,
    Text,
    text_of,
    text_schema,
    wrong,
)

Force = Annotated[str, OneOf("force", "must", "should", "may", "practice", "fact")]
Seen = Annotated[str, OneOf("word for how it was seen", "law", "secondary", "local", "none")]
Sought = CivilDate | None


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
            rules.BAD_CITATION, f"'{text[:60]}' does not start with a source id", "write for example 'ca1989 s.14A'"
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
        raise wrong(rules.BAD_ADDRESS, f"'{text[:60]}' is not an address", "write kind/id or kind/id#item")
    kind, name, path = match.groups()
    return Address(kind, name, tuple(path.split(".")) if path else ())


def _list(value: object) -> object:
    if isinstance(value, str):
        raise wrong(rules.WRONG_KIND, "this should be a list", f"put it in brackets: [{value}]")
    return value


IsList = BeforeValidator(_list)
CitationText = Annotated[
    Citation,
    Parsed(
        parse_citation,
        rf"{ID}(?: [\s\S]+)?",
        "write a source's id and the place in it",
        "a source's id and the place in it: `ca1989 s.22(4)`",
    ),
]
Cite = Annotated[tuple[CitationText, ...], IsList]
_ADDRESS_FORM = "an address: `kind/id` or `kind/id#item`"
AddressOf = Annotated[Address, Parsed(parse_address, ADDRESS, "write kind/id or kind/id#item", _ADDRESS_FORM)]


def _address_or_none(value: object) -> Address | str:
    if isinstance(value, Address):
        return value
    text = text_of(value)
    return text if text == "none" else parse_address(text)


AddressOrNone = Annotated[
    Address | str,
    PlainValidator(_address_or_none),
    WithJsonSchema(text_schema(f"none|{ADDRESS}", "write kind/id#item, or none", f"{_ADDRESS_FORM}, or `none`")),
]
Ids = Annotated[tuple[Id, ...], IsList]
Texts = Annotated[tuple[Text, ...], IsList]


def _first_day(value: object) -> object:
    text = value.strip() if isinstance(value, str) else ""
    if value is None:
        raise wrong(rules.MISSING_VALUE, "a day is missing here", f"{DATE_MESSAGE}, or unknown")
    if text.isalpha() and text != "unknown":
        raise wrong(rules.BAD_DATE, f"'{text[:40]}' is not a date", f"{DATE_MESSAGE}, or unknown")
    return None if text == "unknown" else value


class InForce(Model):
    """From which day to which day a statement holds."""

    from_: Annotated[
        CivilDate | None,
        BeforeValidator(_first_day),
        WithJsonSchema(text_schema(f"unknown|{DATE}", f"{DATE_MESSAGE}, or unknown", f"{DATE_FORM}, or `unknown`")),
    ] = Field(default=None, alias="from")
    """The first day it holds; left out, it has long held. Write the day, for example `2026-04-01`, or `unknown` where
    nobody knows since when, or whether it holds at all."""
    to: CivilDate | None = None
    """The last day it holds. Write the day, for example `2027-03-31`; left out, no end is known."""

    @property
    def start_unknown(self) -> bool:
        """Whether it is written that nobody knows since when, or whether at all, it holds."""
        return "from_" in self.model_fields_set and self.from_ is None

    @model_validator(mode="after")
    def _says_when(self) -> InForce:
        if not self.model_fields_set:
            raise wrong(rules.BAD_IN_FORCE, "'in_force' does not say from when or to when", "give 'from', 'to' or both")
        if self.from_ and self.to and self.to < self.from_:
            hint = f"write a day from {self.from_} on, or look at 'from'"
            raise wrong(rules.BAD_IN_FORCE, f"it ends on {self.to}, before it starts", hint, ("to",))
        return self


class Saying(Model):
    """What is so, with its force, its sources and how far it was checked. It needs no id, because its place names
    it."""

    text: Text
    """What is so or has to be done, for staff. Write one or two exact sentences, for example `Visit at least every 6
    weeks.`"""
    plain: Text | None = None
    """The same for families. Write short sentences in everyday words, for example `Somebody visits you every 6
    weeks.`"""
    force: Force = "fact"
    """How binding it is: `must` is law, `should` is guidance, `may` is a power, `practice` is what procedures do and
    neither asks, `fact` is none of these. Write one of them, for example `should`."""
    cite: Cite = ()
    """Where it stands. Write for each a source's id and the passage, for example `[ca1989 s.22(4)]`; `must` needs one
    that is law."""
    seen: Seen = "none"
    """Where somebody read it: in the law itself, at second hand, only in a local procedure, or nowhere yet. Write one
    of the words shown, for example `law`."""
    sought: Sought = None
    """Where nobody has read it: when somebody looked for a copy and found none. Write the day, for example
    `2026-11-22`."""
    note: Text | None = None
    """Where sources differ, or what to watch. Write a sentence or two, for example `Two guides give other numbers.`"""
    in_force: InForce | None = None
    """From when to when it holds, where it has a start or an end. Write the days, for example `{from: 2026-04-01}`."""

    @property
    def checked(self) -> bool:
        """Whether somebody has read this in a source at all."""
        return self.seen != "none"


class Repeated(Model):
    """A length of time that a text repeats from a deadline."""

    deadline: AddressOf
    """The deadline whose length the text types. Write its address, for example `timeline/meetings#minutes-sent`."""
    length: Length
    """The length as the text has it. Write it, for example `4 weeks`."""


States = Annotated[dict[Id, ShortAnswer], Refers("topic")]


class Stating(Saying):
    """What is so, and what that says of topics that authorities answer for themselves."""

    states: States = {}
    """What it says of topics that authorities answer for themselves: the check compares it with each authority's own
    answer. Write ids of topics, each with an answer, for example `{minutes-within: {length: 5 days}}`; `silent` where
    the authority's procedure says nothing of this case: what stands inside is then compared with no answer."""
    repeats: tuple[Repeated, ...] = ()
    """The lengths that its text repeats from deadlines: the check says where the two part. Write a list, for example
    `[{deadline: timeline/meetings#minutes-sent, length: 4 weeks}]`."""


class Statement(Stating):
    """A statement with an id of its own, so that a reader can be pointed at it."""

    id: Id
    """What links and other files name it by. Write an id that never changes once published, for example `visits`."""


class Sign(Model):
    """Who signed something off, and when."""

    role: Text
    """Who signed it off. Write their role, for example `legal reviewer`, never a name."""
    date: CivilDate
    """When they signed it off. Write the day, for example `2026-11-22`."""


class Related(Model):
    """What belongs to a page, and why. It is written on one of the two pages and stands on both."""

    to: AddressOf
    """What belongs here. Write the address of a page or of a part of one, for example `checklist/papers`."""
    why: Text
    """What a reader of this page finds there. Write a few words without a full stop, for example `What to bring to the
    meeting`."""
    back: Text | None = None
    """What a reader of the other page finds here; left out, nothing there leads here. Write a few words, for example
    `What the papers are for`."""
    next: Flag = False
    """Whether it is what comes next. Write it for example `true`."""


class Page(Model):
    """What every page of its own carries: its id, its title, and who keeps it."""

    id: Id
    """What other files and the page's address call it by. Write an id that never changes once published, for example
    `first-review`."""
    title: Text
    """What the page is called, at its head and in lists. Write a few plain words, for example `The first review`."""
    short_title: Text | None = None
    """What it is called in menus and heads of tables. Write at most three words, for example `First review`; left out,
    the title stands there."""
    aliases: Ids = ()
    """Earlier ids: old links lead on from them. Write a list, for example `[review-one]`."""
    audiences: Annotated[Ids, Refers("audience")] = ()
    """Whom it is written for; the foot of the page says so. Write ids of audiences in `site.yml`, for example `[staff,
    trainers]`."""
    reviewed: CivilDate | None = None
    """When somebody last went through what is written here; the foot of the page shows it. Write the day, for example
    `2026-11-22`."""
    owner: Text | None = None
    """Who keeps it right; the foot of the page shows it. Write a role with hyphens for spaces, for example
    `policy-lead`."""
    checked_by: Sign | None = None
    """Who signed it off as right in law, and when. Write role and day, for example `{role: legal reviewer, date:
    2026-11-22}`; left out, it is not yet signed off."""
    related: tuple[Related, ...] = ()
    """What comes next and what belongs to the page, with why; at most five, with those that lead here from others.
    Write a list, for example `[{to: timeline/notice, why: Counts the days, back: What the days are for}]`."""
    draft: Flag = False
    """Whether it is checked but not published; nothing that is published may lead to it. Write it for example
    `true`."""

    @property
    def name(self) -> str:
        """The shortest name a reader would know it by."""
        return self.short_title or self.title
