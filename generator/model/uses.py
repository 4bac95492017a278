"""Where a deadline is spoken of: in which sections of chapters, on which lists and ways, with which forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from generator.errors import Place
from generator.model.chapter import Chapter, headings_in, references_in
from generator.model.library import Library
from generator.model.statement import Address, parse_address


@dataclass
class Uses:
    """What speaks of one deadline, each once: sections of chapters, items of lists and the forms those items name, and
    stations on the ways to options.
    """

    sections: dict[Address, None] = field(default_factory=dict)
    items: dict[Address, None] = field(default_factory=dict)
    forms: dict[Address, None] = field(default_factory=dict)
    stations: dict[Address, None] = field(default_factory=dict)


def uses_of_deadlines(library: Library) -> dict[str, Uses]:
    """Return what speaks of each deadline, by its id; in an authority's view its own chapters come first."""
    found: dict[str, Uses] = defaultdict(Uses)
    own = library.own.get(library.seen_by.id, {}).get("chapter", {}) if library.seen_by else {}
    for chapter in sorted(library.chapter.values(), key=lambda chapter: chapter.id not in own):
        for deadline, section in _named_in(chapter):
            found[deadline].sections[section] = None
    for checklist in library.checklist.values():
        for item in checklist.items:
            for to in filter(None, (item.due, item.records)):
                uses = found[to.path[0]]
                uses.items[Address("checklist", checklist.id, (item.id,))] = None
                if item.form:
                    uses.forms[Address("form", item.form)] = None
    for option in library.option.values():
        for station in option.stations:
            for it in station.of_kind("timeline", parts=True):
                found[it.to.path[0]].stations[Address("option", option.id, (station.id,))] = None
    return found


def _named_in(chapter: Chapter) -> list[tuple[str, Address]]:
    """Return each deadline a chapter takes from the data, with the section that does."""
    headings = [heading for heading in headings_in(chapter) if heading.id]

    def section(place: Place) -> Address:
        above = [heading.id for heading in headings if heading.place.line <= place.line]
        return Address("chapter", chapter.id, tuple(above[-1:]))

    return [
        (parse_address(reference.arguments[0]).path[0], section(reference.place))
        for reference in references_in(chapter)
        if reference.function == "deadline"
    ]
