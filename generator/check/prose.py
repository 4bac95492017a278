"""Chapters and explainers: every reference to the data resolves, and every heading has an id of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator.errors import Place, Problem, did_you_mean
from generator.model import Library
from generator.model.address import resolve
from generator.model.base import Model
from generator.model.prose import Chapter, Reference, references_in
from generator.model.statement import Saying, parse_address, parse_citation
from generator.model.timeline import Deadline

FUNCTIONS = {
    "deadline": "deadline('timeline/id#deadline')",
    "term": "term('id')",
    "cite": "cite('source-id pinpoint')",
    "statement": "statement('option/id#statement')",
    "link": "link('kind/id')",
}
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(\{#([^}]*)\})?\s*$", re.MULTILINE)


def check_prose(library: Library) -> Iterator[Problem]:
    """Report references that name nothing and headings a reader could not be sent to."""
    for chapter in (*library.chapter.values(), *library.explainer.values()):
        for reference in references_in(chapter):
            yield from _reference_problem(library, reference)
        yield from _headings(chapter)


def _reference_problem(library: Library, reference: Reference) -> Iterator[Problem]:
    place, name, arguments = reference.place, reference.function, reference.arguments
    if name not in FUNCTIONS or len(arguments) != 1:
        hint = did_you_mean(name, FUNCTIONS) if name and name not in FUNCTIONS else ""
        yield Problem(
            place,
            "bad-reference",
            "this is not a reference to the data",
            hint or "write {{ " + FUNCTIONS["link"] + " }}",
        )
        return
    (argument,) = arguments
    if name == "term":
        if argument not in library.term:
            yield Problem(
                place, "unknown-reference", f"there is no term '{argument}'", did_you_mean(argument, library.term)
            )
        return
    try:
        found = parse_citation(argument) if name == "cite" else resolve(library, parse_address(argument))
    except PydanticCustomError as error:
        yield Problem(place, "bad-reference", str(error), "write {{ " + FUNCTIONS[name] + " }}")
        return
    if name == "cite":
        source = parse_citation(argument).source
        if source not in library.source:
            yield Problem(
                place, "unknown-source", f"there is no source '{source}'", did_you_mean(source, library.source)
            )
        return
    wanted: tuple[type, ...] = {"deadline": (Deadline,), "statement": (Saying,)}.get(name, (Model, str))
    if not isinstance(found, wanted):
        what = {"deadline": "deadline", "statement": "statement"}.get(name, "thing")
        yield Problem(place, "unknown-reference", f"there is no {what} at '{argument}'", "look at the ids in that file")


def _headings(chapter: Chapter) -> Iterator[Problem]:
    first = chapter.place("body")
    seen: dict[str, int] = {}
    for found in _HEADING.finditer(_without_code(chapter.body)):
        line = first.line + chapter.body.count("\n", 0, found.start())
        place = Place(first.file, line, 1)
        name = found.group(4)
        if not name:
            yield Problem(
                place, "heading-without-id", f"the heading '{found.group(2)[:50]}' has no id", "end it with {#an-id}"
            )
        elif name in seen:
            yield Problem(place, "duplicate-id", f"the heading id '{name}' stands on line {seen[name]} already")
        if len(found.group(1)) == 1:
            yield Problem(place, "bad-heading", "the title stands in the front matter", "start with '## '")
        if name:
            seen.setdefault(name, line)


def _without_code(text: str) -> str:
    return re.sub(r"^(```|~~~).*?^\1", lambda found: re.sub(r"[^\n]", " ", found.group()), text, flags=re.M | re.S)
