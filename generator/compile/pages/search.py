"""What is found by name: the A to Z."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generator.compile.page.addresses import Spot
from generator.compile.page.maker import Maker
from generator.compile.words.found import names_of
from generator.compile.words.interface import SAYS
from generator.model import KINDS, Library

_ARTICLES = "|".join(SAYS.sentences.page.events.articles)
_UNFILED = re.compile(rf"^[\W_]*(?:(?:{_ARTICLES})[\W_]*)?", re.IGNORECASE)


class IndexWay(NamedTuple):
    """One of the things that have a name: where it stands, what kind of thing it is, and the page it stands on."""

    spot: Spot
    kind: str
    page: str


class IndexRow(NamedTuple):
    """A name in the A to Z, with every way it leads."""

    name: str
    ways: list[IndexWay]


def write_index(maker: Maker) -> None:
    """Write the A to Z: what has a name of its own, by letter, for readers without the search."""
    groups = [
        (letter, list(rows)) for letter, rows in groupby(rows_of(maker.library), lambda row: filed(row.name)[0].upper())
    ]
    maker.write("a-z", "search/a_z.md.j2", SAYS.search.a_to_z, lead=SAYS.search.page.lead, groups=groups)


def filed(name: str) -> str:
    """Return what a name is filed by, as in a printed index: without signs and an article before its first word.

    For example ``voice of a reader`` for ``The Voice of a reader``.
    """
    return _UNFILED.sub("", name, count=1).lower() or name


def rows_of(library: Library) -> list[IndexRow]:
    """Return the rows of the A to Z in their order: each name once, whatever it is written in, with all it leads to."""
    rows: dict[str, IndexRow] = {}
    for name, way in _named(library):
        row = rows.setdefault(name.casefold(), IndexRow(name, []))
        if way not in row.ways:
            row.ways.append(way)
        if _capitals(name) > _capitals(row.name):
            rows[name.casefold()] = row._replace(name=name)  # as a heading has it rather than inside a sentence
    told = (IndexRow(row.name, _told_apart(row.ways)) for row in rows.values())
    return sorted(told, key=lambda row: (filed(row.name), row.name))


def _capitals(name: str) -> int:
    return sum(letter.isupper() for letter in name)


def _named(library: Library) -> Iterator[tuple[str, IndexWay]]:
    """Give every name of all that has one, with where it leads."""
    for kind in KINDS:
        for thing in library.told(kind) if kind.called else ():
            spot = Spot(f"{kind.section}/{thing.id}") if kind.section else Spot(str(kind.shelf), thing.id)
            for name in names_of(library, thing):
                yield name, IndexWay(spot, kind.called, "")
    for timeline in library.timeline.values():
        for deadline in timeline.deadlines:
            yield (
                deadline.name,
                IndexWay(Spot(f"dates/{timeline.id}", deadline.id), SAYS.search.page.date, timeline.name),
            )


def _told_apart(ways: list[IndexWay]) -> list[IndexWay]:
    """Return the ways a name leads, where two are of one kind with the page on which each stands."""
    kinds = Counter(way.kind for way in ways)
    form = SAYS.search.page.date_on.format
    return [
        way._replace(kind=form(kind=way.kind, page=way.page)) if way.page and kinds[way.kind] > 1 else way
        for way in ways
    ]
