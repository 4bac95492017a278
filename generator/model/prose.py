"""Chapters and explainers: Markdown with front matter, whose facts are references to the data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from generator.errors import Place
from generator.model.base import Markdown
from generator.model.statement import AddressOf, Cite, Ids, Page, Saying


class Chapter(Page):
    """A procedure chapter for staff. ``audience`` is the contract's word for who it is written for."""

    summary: Saying | None = None
    audience: Ids = ()
    cite: Cite = ()
    related: tuple[AddressOf, ...] = ()
    body: Markdown = Field(json_schema_extra={"x-body": True})


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


_BRACES = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def references_in(chapter: Chapter) -> Iterator[Reference]:
    """Give every reference in a chapter's text in order, with its span in ``body`` and its place in the file.

    A reference is a call of one name with texts as arguments. Nothing is evaluated, so there is nothing to escape.
    """
    first = chapter.place("body")
    for found in _BRACES.finditer(chapter.body):
        before = chapter.body[: found.start()]
        column = len(before) - (before.rfind("\n") + 1) + 1
        place = Place(first.file, first.line + before.count("\n"), column)
        function, arguments = _call(found.group(1).strip())
        yield Reference(function, arguments, found.start(), found.end(), place)


def _call(text: str) -> tuple[str, tuple[str, ...]]:
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
