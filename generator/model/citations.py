"""Everything a piece of content cites, wherever in it the citation stands."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.chapter import Chapter, references_in
from generator.model.source import Source
from generator.model.statement import Citation, parse_citation


def citations_in(thing: Model) -> Iterator[tuple[Model, Citation]]:
    """Give each citation with the part of ``thing`` that cites: of statements, and in the running text of chapters."""
    for owner, _, value in walk_models(thing):
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Citation):
                yield owner, item
    if isinstance(thing, Chapter):
        for reference in references_in(thing):
            if reference.function == "cite" and len(reference.arguments) == 1:
                yield thing, parse_citation(reference.arguments[0])


def cited_in(library: Library, thing: Model) -> list[Source]:
    """Return the sources a piece of content cites, in the order of the sources file."""
    found = {citation.source for _, citation in citations_in(thing)}
    return [source for source in library.source.values() if source.id in found]
