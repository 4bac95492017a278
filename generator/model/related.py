"""What a page leads on to: what it names itself, and the pages that name it."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.kinds import IN_SECTIONS
from generator.model.library import Library
from generator.model.statement import Address, Page

MOST = 5  # more than a reader chooses from
LEADING = tuple(kind for kind in IN_SECTIONS if issubclass(kind.model, Page))  # kinds whose pages lead on


class Counterpart(NamedTuple):
    """Where a page leads, what its reader finds there, and whether that is what comes next."""

    to: Address
    why: str
    next: bool


def counterparts(library: Library, kind: str, name: str) -> list[Counterpart]:
    """Return where a page leads: what comes next, then what else it names, then what names it (``kind/name``)."""
    thing = library.of_kind(kind)[name]
    own = [Counterpart(it.to, it.why, it.next) for it in getattr(thing, "related", ())]
    back = [
        Counterpart(Address(other.name, page.id), it.back, False)
        for other in LEADING
        for page in library.told(other)
        for it in page.related
        if it.back and (it.to.kind, it.to.id) == (kind, name)
    ]
    return sorted([*own, *back], key=lambda found: not found.next)
