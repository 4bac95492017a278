"""Chapters and explainers: Markdown with front matter, whose facts are references to the data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from generator.errors import Place
from generator.model.statement import Cite, Ids, Page, Saying, States
from generator.model.words import Markdown, Refers


class Chapter(Page):
    """A procedure chapter for staff."""

    audiences: Annotated[Ids, Refers("audience")] = Field(default=(), alias="audience")
    """Whom it is written for; the foot of the page says so. Write ids of audiences in `site.yml`, for example
    `[staff]`."""
    summary: Saying | None = None
    """What the page is about, at its head and in lists. Write a statement, for example `{text: What meetings are
    for.}`."""
    cite: Cite = ()
    """Where the rules behind the page as a whole stand. Write source and passage, for example `[ca1989 s.26]`."""
    states: States = {}
    """What the chapter says of topics that authorities answer for themselves: the check compares it with the answers.
    Write ids of topics, each with an answer, for example `{meeting-chair: {body: [team-manager]}}`."""
    body: Markdown = Field(json_schema_extra={"x-body": True})
    """The chapter itself, below its front matter. Write Markdown and take facts from the data, for example `Send them
    {{ deadline('timeline/meetings#minutes-sent') }}.` What one procedure does begins with `{{ practice_of('source-id',
    'One of the procedures read') }}`: in the view of the authority whose procedure it is, it says so."""

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        yield from ((heading.id, heading) for heading in headings_in(self) if heading.id)


class Explainer(Chapter):
    """A plain-language page for families or young people."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One ``{{ function('argument') }}`` of a chapter. ``function`` is empty where the text is not such a call."""

    function: str
    arguments: tuple[str, ...]
    start: int
    end: int
    place: Place
    closed: bool = True


@dataclass(frozen=True, slots=True)
class ChapterHeading:
    """One heading of a chapter. ``level`` is the number of its signs, ``id`` empty where it has none."""

    level: int
    title: str
    id: str
    place: Place


_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_MAX_REFERENCE = 300


def headings_in(chapter: Chapter) -> Iterator[ChapterHeading]:
    """Give every heading of a chapter's text in order: ``## The title {#its-id}``. Fenced code holds none."""
    first = chapter.place("body")
    text = _FENCED.sub(lambda found: "\n" * found.group().count("\n"), chapter.body)
    for number, line in enumerate(text.split("\n")):
        if line.startswith("#"):
            words = line.lstrip("#").strip()
            level = len(line) - len(line.lstrip("#"))
            title, mark, name = words.removesuffix("}").rpartition("{#")
            if not mark or not words.endswith("}"):
                title, name = words, ""
            yield ChapterHeading(level, title.strip(), name, Place(first.file, first.line + number))


def references_in(chapter: Chapter) -> Iterator[Reference]:
    """Give every reference in a chapter's text in order, with its span in ``body`` and its place in the file.

    A reference is a call of one name with texts as arguments. Nothing is evaluated, so there is nothing to escape.
    Braces that are not closed reach to the end of the text.
    """
    first, body = chapter.place("body"), chapter.body
    line, counted, end = first.line, 0, 0
    while (start := body.find("{{", end)) >= 0:
        line, counted = line + body.count("\n", counted, start), start
        closing = body.find("}}", start + 2)
        end = closing + 2 if closing >= 0 else len(body)
        place = Place(first.file, line, start - body.rfind("\n", 0, start))
        function, arguments = _call(body[start + 2 : closing].strip()) if closing >= 0 else ("", ())
        yield Reference(function, arguments, start, end, place, closing >= 0)


def _call(text: str) -> tuple[str, tuple[str, ...]]:
    if len(text) > _MAX_REFERENCE:
        return "", ()
    try:
        call = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "", ()
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.keywords:
        return "", ()
    arguments = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    if len(arguments) != len(call.args) or not all(isinstance(argument, str) for argument in arguments):
        return "", ()
    return call.func.id, tuple(str(argument) for argument in arguments)
