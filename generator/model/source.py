"""Sources: Acts, rules, guides and procedures, and in which version each passage was read."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from generator import rules
from generator.model.base import Model
from generator.model.statement import IsList
from generator.model.words import (
    DATE,
    DATE_FORM,
    CivilDate,
    Id,
    OneOf,
    Refers,
    Text,
    WebAddress,
    Whole,
    _civil_date,
    text_of,
    text_schema,
    wrong,
)

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
LAW = ("act", "regulations", "rules", "case")  # the kinds of source that are law, whose passages say how they were read
BINDING = {*LAW, "practice-direction"}  # those whose statements may say must
UNDATED = ("as made", "amending text", "revised", "explanatory note", "not recorded")


def _version(value: object) -> str | date:
    if isinstance(value, date):
        return value
    text = text_of(value)
    if text in UNDATED:
        return text
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return _civil_date(text)
    hint = "write the day it is revised to, or one of: " + ", ".join(UNDATED)
    raise wrong(rules.BAD_VERSION, f"'{text[:40]}' is not a version of the law", hint)


_VERSION_SCHEMA = text_schema(
    "|".join(UNDATED) + f"|{DATE}",
    "write a day, or one of: " + ", ".join(UNDATED),
    f"{DATE_FORM}, or one of: " + ", ".join(f"`{word}`" for word in UNDATED),
)
Version = Annotated[str | date, PlainValidator(_version), WithJsonSchema(_VERSION_SCHEMA)]


class Passage(Model):
    """Passages of a source that somebody read, and in which version: statements that cite them rest on it."""

    at: Annotated[tuple[Text, ...], IsList] = Field(min_length=1)
    """Which passages were read. Write them as citations name them, for example `[s.1, s.22C]`, or `[whole]` for
    whatever no narrower passage covers."""
    version: Version
    """In which version they were read. Write the day the text is revised to, for example `2026-03-25`, or where there
    is none one of the words shown."""
    part: Text | None = None
    """How much of them was read, where it was not all. Write what, for example `(1) to (3)`."""
    on: CivilDate
    """When somebody read them. Write the day, for example `2026-11-22`."""
    copy_: WebAddress | None = Field(default=None, alias="copy")
    """The copy that was read. Write its full address, for example `https://www.legislation.gov.uk/ukpga/1989/41`."""

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
    """What citations begin with. Write a short id that never changes, for example `ca1989`."""
    title: Text
    """Its full name. Write it as on its first page, for example `Public Records Act 1958`."""
    short: Text | None = None
    """What citations call it. Write the usual short form, for example `PRA 1958`; left out, the full name."""
    kind: Annotated[str, OneOf("kind of source", *SOURCE_KINDS)]
    """What kind of source it is; only `act`, `regulations`, `rules` and `case` are law. Write one of the words shown,
    for example `regulations`."""
    year: Whole | None = None
    """The year it was made; no version read can be older. Write four digits, for example `1989`."""
    url: WebAddress | None = None
    """Where readers find it. Write its full address, for example `https://www.legislation.gov.uk/ukpga/1989/41`."""
    publisher: Text | None = None
    """Who publishes it there. Write a name, for example `legislation.gov.uk`."""
    checked: CivilDate | None = None
    """When somebody last looked at it; left out, it stands as not yet checked. Write the day, for example
    `2026-11-22`."""
    read: Text | None = None
    """How much of it was read, and in what copy. Write one or two sentences, for example `Read as a whole in the
    official copy.`"""
    passages: tuple[Passage, ...] = ()
    """What was read of it, in which version and when. Write one entry a version, for example `[{at: [s.1], version: as
    made, on: 2026-11-22}]`."""
    counting: Annotated[Id | None, Refers("counting")] = None
    """How the days it sets are counted. Write the id of a way in `counting.yml`, for example `working-days`."""

    def passage(self, pinpoint: str) -> Passage | None:
        """Return the passage read that covers a pinpoint most narrowly; None where none does."""
        found = max(self.passages, key=lambda passage: passage.covers(pinpoint), default=None)
        return found if found is not None and found.covers(pinpoint) else None

    @property
    def name(self) -> str:
        """The short name, where it has one."""
        return self.short or self.title
