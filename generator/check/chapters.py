"""Chapters and explainers: every reference to the data resolves, and every heading has an id of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator import rules
from generator.errors import Place, Problem, did_you_mean
from generator.model import Library
from generator.model.address import resolve
from generator.model.base import Model
from generator.model.chapter import Chapter, ChapterHeading, Reference, headings_in, references_in
from generator.model.deadline import Deadline
from generator.model.statement import Saying, parse_address, parse_citation
from generator.model.words import ID

FUNCTIONS = {
    "deadline": "deadline('timeline/id#deadline')",
    "term": "term('id')",
    "cite": "cite('source-id pinpoint')",
    "statement": "statement('option/id#statement')",
    "link": "link('kind/id')",
    "practice_of": "practice_of('source-id', 'One of the procedures read')",
}


def check_chapters(library: Library) -> Iterator[Problem]:
    """Report references that name nothing and headings a reader could not be sent to."""
    for chapter in (*library.chapter.values(), *library.explainer.values()):
        if id(chapter) in library.marks and library.marks[id(chapter)].did == "set":
            continue  # its lines have moved; what an authority added is checked where it stands
        yield from reference_problems(library, chapter)
        yield from _headings(chapter)


def reference_problems(library: Library, chapter: Chapter) -> Iterator[Problem]:
    """Report references in a chapter's text that name nothing."""
    for reference in references_in(chapter):
        yield from _reference_problem(library, reference)


def _reference_problem(library: Library, reference: Reference) -> Iterator[Problem]:
    place, name, arguments = reference.place, reference.function, reference.arguments
    if not reference.closed:
        yield Problem(place, rules.BAD_REFERENCE, "these braces are not closed", "close them with }}")
        return
    if name not in FUNCTIONS or len(arguments) != (2 if name == "practice_of" else 1):
        hint = did_you_mean(name, FUNCTIONS) if name and name not in FUNCTIONS else ""
        yield Problem(
            place,
            rules.BAD_REFERENCE,
            "this is not a reference to the data",
            hint or "write {{ " + FUNCTIONS.get(name, FUNCTIONS["link"]) + " }}",
        )
        return
    argument = arguments[0]
    if name == "practice_of":
        yield from _practice_problem(library, place, *arguments)
        return
    if name == "term":
        if library.lacks("term", argument):
            yield Problem(
                place, rules.UNKNOWN_REFERENCE, f"there is no term '{argument}'", did_you_mean(argument, library.term)
            )
        return
    try:
        found = parse_citation(argument) if name == "cite" else resolve(library, parse_address(argument))
    except PydanticCustomError as error:
        yield Problem(place, rules.BAD_REFERENCE, str(error), "write {{ " + FUNCTIONS[name] + " }}")
        return
    if name == "cite":
        yield from _source_problem(library, place, parse_citation(argument).source)
        return
    if found is None and parse_address(argument).kind in library.partial:
        return
    wanted: tuple[type, ...] = {"deadline": (Deadline,), "statement": (Saying,)}.get(name, (Model, ChapterHeading))
    if not isinstance(found, wanted):
        what = {"deadline": "deadline", "statement": "statement"}.get(name, "thing")
        yield Problem(
            place, rules.UNKNOWN_REFERENCE, f"there is no {what} at '{argument}'", "look at the ids in that file"
        )


def _source_problem(library: Library, place: Place, source: str) -> Iterator[Problem]:
    if library.lacks("source", source):
        hint = did_you_mean(source, library.source)
        yield Problem(place, rules.UNKNOWN_SOURCE, f"there is no source '{source}'", hint)


def _practice_problem(library: Library, place: Place, source: str, words: str) -> Iterator[Problem]:
    yield from _source_problem(library, place, source)
    found = library.source.get(source)
    if found is not None and found.kind != "local-procedure":
        said = f"'{source}' is no authority's procedure"
        yield Problem(place, rules.BAD_REFERENCE, said, "name a source of kind local-procedure")
    if not words.strip():
        yield Problem(
            place, rules.BAD_REFERENCE, "there are no words here", "write {{ " + FUNCTIONS["practice_of"] + " }}"
        )


def _headings(chapter: Chapter) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in headings_in(chapter):
        place, name = heading.place, heading.id
        if not name:
            yield Problem(
                place, rules.HEADING_WITHOUT_ID, f"the heading '{heading.title[:50]}' has no id", "end it with {#an-id}"
            )
        elif not re.fullmatch(ID, name):
            hint = "use small letters, digits and single hyphens"
            yield Problem(place, rules.BAD_ID, f"'{name[:60]}' cannot be an id", hint)
        elif name in seen:
            yield Problem(place, rules.DUPLICATE_ID, f"the heading id '{name}' stands on line {seen[name]} already")
        if heading.level == 1:
            yield Problem(
                place, rules.BAD_HEADING, "this heading has the level of the page's title", "start it with '## '"
            )
        if name:
            seen.setdefault(name, place.line)
