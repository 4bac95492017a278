"""What this site said wrongly: told on a page of its own, and for a year on the pages concerned."""

from __future__ import annotations

from datetime import date

from generator.compile.addresses import SECTION_OF, spot_of
from generator.model import Library
from generator.model.measure import Duration
from generator.model.reference import Correction
from generator.reason.civil import add

STANDS = Duration(1, "year")


def corrections_in(library: Library) -> list[Correction]:
    """Return all corrections, the newest first."""
    return sorted(library.correction.values(), key=lambda found: found.until, reverse=True)


def corrections_on(library: Library, page: str, as_of: date) -> list[Correction]:
    """Return the corrections that stand on a page on a day: those about it, for a year after they were made."""
    return [
        found for found in corrections_in(library) if as_of <= stands_until(found) and page in _pages(library, found)
    ]


def stands_until(found: Correction) -> date:
    """Return the last day on which a correction stands on the pages it concerns."""
    return add(found.until, STANDS)


def _pages(library: Library, found: Correction) -> set[str]:
    pages = {spot_of(library, address).page for address in found.on}
    # An option is told twice, for staff and for families.
    return pages | {f"{SECTION_OF['explainer']}/{address.id}" for address in found.on if address.kind == "option"}
