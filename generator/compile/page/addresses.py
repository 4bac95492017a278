"""Where everything stands on the site: address → page and anchor, always as a path from the site's root."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from generator.model import KINDS, Library
from generator.model.statement import Address


class Spot(NamedTuple):
    """A page (path without suffix, from the site's root) and an anchor on it (may be empty)."""

    page: str
    anchor: str = ""


SECTION_OF = {kind.name: kind.section for kind in KINDS if kind.section}
VIEWS = "local"  # the folder in which each authority's own view of the whole site stands
SHELF_OF = {"term": "words", "role": "roles", "contact": "contacts", "form": "forms", "source": "sources"}


def spot_of(library: Library, address: Address) -> Spot:
    """Return where the thing an address names is found. Shared dates are found at the timeline that asks for them."""
    anchor = "-".join(address.path)
    if address.kind in SECTION_OF:
        questions = getattr(library.of_kind(address.kind).get(address.id), "questions", {})
        if address.path and address.path[0] in questions:
            anchor = address.path[0]  # answers stand with their question
        return Spot(f"{SECTION_OF[address.kind]}/{address.id}", anchor)
    if address.kind in SHELF_OF:
        return Spot(SHELF_OF[address.kind], address.id)
    if address.kind == "date":
        for timeline in library.timeline.values():
            if address.id in (asked.date for asked in timeline.inputs):
                return Spot(f"dates/{timeline.id}")
    return Spot("index")


def href(here: str, spot: Spot) -> str:
    """Return the relative link from the page ``here`` to a spot (pages are files ending in .html)."""
    anchor = f"#{spot.anchor}" if spot.anchor else ""
    if spot.page == here and anchor:
        return anchor
    return posixpath.relpath(f"{spot.page}.html", posixpath.dirname(here) or ".") + anchor


def asset(here: str, path: str) -> str:
    """Return the relative link from a page to a file of the site."""
    return posixpath.relpath(path, posixpath.dirname(here) or ".")
