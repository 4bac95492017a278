"""What this site said wrongly: told on a page of its own, and for a year on the pages concerned."""

from __future__ import annotations

from datetime import date

from generator.compile.page.addresses import spot_of
from generator.model import KIND, Library
from generator.model.lists import Correction
from generator.model.measure import Duration
from generator.reason.civil import add
from generator.reason.counting import regimes_on

EVERY_DATE = f"{KIND['timeline'].section}/together"  # the page that works out all timelines at once
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
    pages: set[str] = set()
    for address in found.on:
        if address.kind == "counting":
            regime = library.counting[address.id]
            pages |= {
                f"{KIND['timeline'].section}/{t.id}"
                for t in library.timeline.values()
                if regime in regimes_on(library, t)
            }
            pages.add(EVERY_DATE)
            continue
        pages.add(spot_of(library, address).page)
        if address.kind == "option":  # told twice, for staff and for families
            pages.add(f"{KIND['explainer'].section}/{address.id}")
        if address.kind == "tree":  # its results are told on a page beside it, and in the guide
            pages.add(f"{KIND['tree'].section}/{address.id}")
        if address.kind in ("timeline", "date"):
            pages.add(EVERY_DATE)
    return pages
