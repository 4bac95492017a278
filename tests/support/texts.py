"""All texts of the content, with the piece that says each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model

_OF_OTHERS = ("authority", "correction")  # what an authority says of itself, and what a page said once


def texts_of(thing: Model) -> Iterator[tuple[Model, str]]:
    """Give each text of a piece of content, with the part of it that says so."""
    for owner, _, value in walk_models(thing):
        if isinstance(value, str):
            yield owner, value


def texts_in(library: Library) -> Iterator[tuple[str, Model, str]]:
    """Give each text that a library's pages say: whose (kind/id), the part that says so, the text."""
    for kind, shelf in library.shelves.items():
        if kind not in _OF_OTHERS:
            for name, thing in shelf.items():
                yield from ((f"{kind}/{name}", owner, text) for owner, text in texts_of(thing))
