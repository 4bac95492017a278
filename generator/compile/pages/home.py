"""The home page with its doors, and what the site says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compile.page.maker import Crumb, Maker
from generator.compile.page.sections import crumb_of, newest_review
from generator.compile.pages.checked import Told
from generator.compile.words.interface import SAYS, counted
from generator.model import KINDS, Library
from generator.model.address import resolve
from generator.model.kinds import IN_SECTIONS
from generator.model.sections import SECTION, SECTIONS
from generator.model.site import Audience

# Sections that hold what several kinds have to say; every other holds the kinds that stand in it.
_HELD_IN = {
    "families": ("option", "explainer", "contact", "term"),
    "training": ("tree", "scenario"),
    "compare": ("option",),
}


def menu_of(library: Library) -> list[Crumb]:
    """Return the menu: the sections that have anything in them."""
    return [
        crumb_of(library, section.name) for section in SECTIONS if section.in_menu and _holds(library, section.name)
    ]


def _holds(library: Library, section: str) -> bool:
    """Whether a section has any page; one that no kind of content stands in always has its own."""
    own = tuple(kind.name for kind in KINDS if section in (kind.section, kind.shelf))
    kinds = _HELD_IN.get(section, own)
    return not kinds or any(library.of_kind(kind) for kind in kinds)


def write_home(maker: Maker, everything: Sequence[Told]) -> None:
    """Write the home page and the page about the site. ``everything``: all the site says that could be checked."""
    library, says = maker.library, SAYS.home.page
    menu = menu_of(library)
    first = menu[0].page if menu else "a-z"
    heading = library.site.heading
    searches = [it for it in heading.searches if resolve(library, it.leads_to)] if heading else []
    doors = [(audience, _door(library, audience, first)) for audience in library.site.audiences if audience.door]
    tools = [(crumb.title, crumb.page, _says(library, crumb.page)) for crumb in menu]
    if library.option:
        tools.insert(2, (crumb_of(library, "compare").title, "options/compare", says.tools.compare))
    if library.seen_by:
        different = says.tools.different.format(authority=library.seen_by.name)
        tools.insert(0, (different, f"authorities/{library.seen_by.id}", says.tools.still_open))
    elif library.authority:
        many = counted(says.tools.authorities, len(library.authority))
        tools.append((crumb_of(library, "authorities").title, "authorities/index", many))
    trust = []
    if library.source:
        many = counted(says.trust.sources, len(library.source))
        trust.append((SAYS.sections.page.sources.heading, "sources", many))
    unchecked = sum(1 for one in everything if one.seen == "none")
    trust.append((says.trust.unchecked, "not-yet-checked", counted(says.trust.unread, unchecked)))
    if library.correction:
        trust.append((SAYS.policy.page.corrections.heading, "corrections", says.trust.corrections))
    trust.append((says.about.heading, "about", says.trust.about))
    maker.write(
        "index",
        "home/home.md.j2",
        library.site.name,
        lead=library.site.heading.text if library.site.heading else "",
        doors=doors,
        searches=searches,
        tools=tools,
        trust=trust,
        section="home",
        reviewed=newest_review(library),
    )
    maker.write(
        "about",
        "home/about.md.j2",
        says.about.heading,
        lead=library.site.disclaimer or says.about.disclaimer,
        way_out=True,
        prepared=newest_review(library),
    )


def _door(library: Library, audience: Audience, first: str) -> str:
    """Return the page behind a door; a section with nothing in it gives way to the first one that has."""
    section = audience.leads_to
    return crumb_of(library, section).page if section and _holds(library, section) else first


def _says(library: Library, page: str) -> str:
    """Return how much a section of the menu holds, in a few words."""
    says = SAYS.home.page.tools
    deadlines = sum(len(timeline.deadlines) for timeline in library.timeline.values())
    said = {
        "procedures/index": counted(says.procedures, len(library.chapter)),
        "options/index": counted(says.options, len(library.option)),
        "decision-guides/index": counted(says.guides, len(library.tree)),
        "dates/index": counted(says.dates, deadlines),
        "checklists/index": counted(says.checklists, len(library.checklist)),
        "families/index": says.families,
    }
    held = [kind for kind in IN_SECTIONS if SECTION[kind.section].page == page]
    return said.get(page) or ", ".join(
        counted(says.other, len(library.of_kind(kind.name)), kind=kind.called) for kind in held
    )
