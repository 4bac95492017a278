"""Sources: Acts, rules, guides and procedures, and in which version each passage was read."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from generator.model.base import Model
from generator.model.statement import IsList
from generator.model.words import (
    DATE,
    CivilDate,
    Id,
    OneOf,
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
LAW = ("act", "regulations", "rules", "case")  # the kinds of source whose statements may say must
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
