"""The pages that pieces of content have: their sections and names, which are their addresses on the site."""

from __future__ import annotations

from typing import Any

from generator.model.kinds import Kind

# Pages that a section has of its own, beside its index; no piece of content can have their name.
OWN_PAGES = {"options": ("compare",), "dates": ("together",), "authorities": ("compare", "dates")}

# What the address of a page beside a piece's own ends in: the whole way to an option, all results of a guide.
WAY, RESULTS = "-way", "-results"


def pages_of(kind: Kind, thing: Any, name: str) -> list[tuple[str, str]]:
    """Return the section and name of each page that a piece of content has, or had under an earlier id ``name``."""
    pages = [(kind.section, name)]
    if kind.name == "option":
        pages.append(("families", name))  # told twice, for staff and for families
        if thing.stations:
            pages.append((kind.section, f"{name}{WAY}"))
    if kind.name == "tree":
        pages.append((kind.section, f"{name}{RESULTS}"))
    if kind.name == "checklist" and thing.meeting is not None:
        pages += [(kind.section, f"{name}-{paper}") for paper in ("agenda", "minutes")]
    return pages
