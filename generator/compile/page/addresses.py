"""Where everything stands on the site: address → page and anchor, always as a path from the site's root."""

from __future__ import annotations

import posixpath
from typing import Any, NamedTuple

from generator.model import KIND, Library
from generator.model.base import Model
from generator.model.checklist import Checklist, Meeting
from generator.model.kinds import kind_of
from generator.model.lists import CountingRegime
from generator.model.option import DimensionValue, Option
from generator.model.pages import RESULTS, WAY
from generator.model.statement import Address
from generator.model.tree import Tree


class Spot(NamedTuple):
    """A page (path without suffix, from the site's root) and an anchor on it (may be empty)."""

    page: str
    anchor: str = ""


VIEWS = "local"  # the folder in which each authority's view stands, in a folder of its name


class Folder(NamedTuple):
    """Where the files of a site, or of one authority's view beside it, stand.

    A view's folder ``base`` holds only what differs: its ``own`` files, by their paths in it. All else is national.
    """

    base: str = ""
    own: frozenset[str] | None = None  # None: everything stands here

    def holds(self, path: str) -> bool:
        """Whether a file of the site stands in this folder."""
        return self.own is None or path in self.own

    def link(self, here: str, path: str) -> str:
        """Return the relative link from the page ``here`` (a path without suffix) to a file of the site."""
        target = self.base + path if self.holds(path) else path
        return posixpath.relpath(target, posixpath.dirname(self.base + here) or ".")

    def href(self, here: str, spot: Spot) -> str:
        """Return the relative link from the page ``here`` to a spot (pages are files ending in .html)."""
        anchor = f"#{spot.anchor}" if spot.anchor else ""
        return anchor if spot.page == here and anchor else self.link(here, f"{spot.page}.html") + anchor


WHOLE = Folder()


def page_end(thing: object, anchor: str) -> str:
    """Return what a page's address ends in where a piece, by its anchor, stands on a page beside it: on a meeting's
    agenda, on the way to an option, or among the results of a guide; else nothing.
    """
    match thing:
        case Checklist(meeting=Meeting(agenda=agenda)) if any(item.id == anchor for item in agenda):
            return "-agenda"
        case Option(stations=stations) if any(station.id == anchor for station in stations):
            return WAY
        case Tree(outcomes=outcomes) if anchor in outcomes or any(
            anchor == f"{name}-{step.id}" for name, outcome in outcomes.items() for step in outcome.then
        ):
            return RESULTS
    return ""


def spot_of(library: Library, address: Address) -> Spot:
    """Return where the thing an address names is found. Shared dates are found at the timeline that asks for them."""
    anchor = "-".join(address.path)
    kind = KIND[address.kind]
    if kind.section:
        questions = getattr(library.of_kind(address.kind).get(address.id), "questions", {})
        if address.path and address.path[0] in questions:
            anchor = address.path[0]  # answers stand with their question
        thing = library.of_kind(address.kind).get(address.id)
        return Spot(f"{kind.section}/{address.id}{page_end(thing, anchor)}", anchor)
    if kind.shelf:
        return Spot(kind.shelf, address.id)
    if address.kind == "date":
        for timeline in library.timeline.values():
            if address.id in (asked.date for asked in timeline.inputs):
                return Spot(f"dates/{timeline.id}")
    return Spot("index")


def anchor_of(thing: Any, owner: Any) -> str:
    """Return the anchor on a thing's page where ``owner``, a part of it, stands (empty: the top)."""
    if isinstance(owner, DimensionValue):
        values = getattr(thing, "values", {})
        return next((f"values-{name}" for name, value in values.items() if value is owner), "")
    for group in ("questions", "outcomes"):
        for name, part in getattr(thing, group, {}).items():
            if part is owner:
                return str(name)
            for statement in getattr(part, "then", ()):
                if statement is owner:
                    return f"{name}-{statement.id}"
    return "" if owner is thing else str(getattr(owner, "id", ""))


def anchor_in(thing: Model, piece: Model) -> str:
    """Return the anchor on that page where ``piece``, a part of ``thing``, stands."""
    if isinstance(thing, CountingRegime):
        return f"counting-{thing.id}"
    kind, own = kind_of(thing), str(getattr(thing, "id", ""))
    if piece is thing:
        return "" if kind.section else own
    return anchor_of(thing, piece) or (own if kind.shelf else "")  # what has no id stands with its piece
