"""When the content was last reviewed."""

from __future__ import annotations

from datetime import date

from generator.compile.page.addresses import SECTION_OF
from generator.model import Library


def newest_review(library: Library) -> date | None:
    """Return the latest day any page was reviewed: the day this edition speaks for."""
    days = [thing.reviewed for kind in SECTION_OF for thing in library.of_kind(kind).values() if thing.reviewed]
    return max(days, default=None)
