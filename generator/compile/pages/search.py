"""What is found by name: the A to Z."""

from __future__ import annotations

from itertools import groupby

from generator.compile.page.addresses import Spot
from generator.compile.page.maker import Maker
from generator.compile.words.interface import SAYS
from generator.model import KINDS
from generator.model.lists import Term


def write_index(maker: Maker) -> None:
    """Write the A to Z: every page, word and role by letter, for readers without the search."""
    library = maker.library
    rows: list[tuple[str, Spot, str]] = []
    for kind in KINDS:
        for thing in library.told(kind) if kind.called else ():
            spot = Spot(f"{kind.section}/{thing.id}") if kind.section else Spot(str(kind.shelf), thing.id)
            names = [*(thing.names if isinstance(thing, Term) else (thing.name,))]
            if here := library.local_name(kind.name, thing.id):
                names.append(here.name)
            rows += [(name, spot, kind.called) for name in dict.fromkeys(names)]
    for timeline in library.timeline.values():
        rows += [(d.name, Spot(f"dates/{timeline.id}", d.id), SAYS.search.page.date) for d in timeline.deadlines]
    rows.sort(key=lambda row: (row[0].lower(), row[2]))
    groups = [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: row[0][0].upper())]
    maker.write("a-z", "search/a_z.md.j2", SAYS.search.a_to_z, lead=SAYS.search.page.lead, groups=groups)
