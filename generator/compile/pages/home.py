"""The home page with its doors, and what the site says of itself."""

from __future__ import annotations

from collections.abc import Sequence

from generator.compile.page.maker import Crumb, Maker
from generator.compile.page.sections import crumb_of, newest_review
from generator.compile.pages.checked import Told
from generator.model import Library
from generator.model.site import Audience

_MENU = (
    ("procedures", "chapter"),
    ("options", "option"),
    ("decision-guides", "tree"),
    ("dates", "timeline"),
    ("checklists", "checklist"),
    ("families", ""),
)


def menu_of(library: Library) -> list[Crumb]:
    """Return the menu: the sections that have anything in them."""
    return [
        crumb_of(library, section)
        for section, kind in _MENU
        if (library.of_kind(kind) if kind else has_families(library))
    ]


def has_families(library: Library) -> bool:
    """Whether there are plain pages to list."""
    return bool(library.option or library.explainer or library.contact or library.term)


def write_home(maker: Maker, everything: Sequence[Told]) -> None:
    """Write the home page and the page about the site. ``everything``: all the site says that could be checked."""
    library = maker.library
    menu = menu_of(library)
    first = menu[0].page if menu else "a-z"
    doors = [(audience, _door(library, audience, first)) for audience in library.site.audiences if audience.door]
    tools = [(crumb.title, crumb.page, _says(library, crumb.page)) for crumb in menu]
    if library.option:
        tools.insert(2, (crumb_of(library, "compare").title, "options/compare", "Side by side. None is scored."))
    if library.seen_by:
        name = library.seen_by.name
        tools.insert(
            0, (f"What is different at {name}", f"authorities/{library.seen_by.id}", "And what is still open there.")
        )
    elif library.authority:
        many = f"{len(library.authority)} authorities, side by side or each on its own."
        tools.append((crumb_of(library, "authorities").title, "authorities/index", many))
    trust = []
    if library.source:
        trust.append(("Sources", "sources", f"{len(library.source)} Acts, rules and guides, and what rests on each."))
    unchecked = sum(1 for one in everything if one.seen == "none")
    trust.append(("Not yet checked", "not-yet-checked", f"{unchecked} statements nobody has read at source."))
    if library.correction:
        trust.append(("Corrections", "corrections", "What was wrong here, until when, and what is right."))
    trust.append(("About this site", "about", "Nothing you type is sent anywhere. What it can and cannot do."))
    maker.write(
        "index",
        "home.md.j2",
        library.site.name,
        doors=doors,
        tools=tools,
        trust=trust,
        section="home",
        reviewed=newest_review(library),
    )
    maker.write("about", "about.md.j2", "About this site", way_out=True, prepared=newest_review(library))


def _door(library: Library, audience: Audience, first: str) -> str:
    """Return the page behind a door; a section with nothing in it gives way to the first one that has."""
    target = crumb_of(library, audience.leads_to).page if audience.leads_to else first
    empty = {
        "training/index": not (library.tree or library.scenario),
        "families/index": not has_families(library),
        **{f"{section}/index": not library.of_kind(kind) for section, kind in _MENU if kind},
    }
    return first if empty.get(target) else target


def _says(library: Library, page: str) -> str:
    def count(number: int, noun: str) -> str:
        return f"{number} {noun}" + ("" if number == 1 else "s")

    deadlines = sum(len(timeline.deadlines) for timeline in library.timeline.values())
    return {
        "procedures/index": f"{count(len(library.chapter), 'chapter')}: what must happen and why.",
        "options/index": f"{count(len(library.option), 'option')}, each with what speaks for it and against it.",
        "decision-guides/index": f"{count(len(library.tree), 'guide')}, as flowchart and in words.",
        "dates/index": f"{count(deadlines, 'deadline')}, each with its rule.",
        "checklists/index": f"{count(len(library.checklist), 'list')} to tick or print.",
        "families/index": "The same in plain words, and who can help.",
    }[page]
