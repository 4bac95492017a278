"""The home page with its doors, the policy team's pages, and what the site says of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.compile.addresses import SECTION_OF, SHELF_OF, Spot, href
from generator.compile.page import Crumb, Maker
from generator.compile.pages.reference import anchor_of
from generator.compile.reviews import newest_review
from generator.compile.sections import crumb_of, words_of
from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.site import Audience
from generator.model.statement import Citation, Saying
from generator.model.timeline import Deadline

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


def write_front(maker: Maker) -> None:
    """Write the home page, the policy pages and the page about the site."""
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
    unchecked = sum(1 for one in told(library) if one.seen == "none")
    trust.append(("Not yet checked", "not-yet-checked", f"{unchecked} statements nobody has read at source."))
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
    _write_policy(maker)


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


class Told(NamedTuple):
    """One statement on the site: its page (name, path, anchor), what it says, and how far it was checked."""

    name: str
    page: str
    anchor: str
    text: str
    seen: str
    cite: tuple[Citation, ...]


def told(library: Library) -> Iterator[Told]:
    """Give every statement, deadline, word, role and form that says how far it was checked."""
    for kind in ("option", "tree", "timeline", "checklist"):
        for thing in library.of_kind(kind).values():
            owners = {id(owner): owner for owner, _, _ in walk_models(thing) if isinstance(owner, Saying | Deadline)}
            for said in owners.values():
                text = said.text or str(getattr(said, "name", ""))
                page = f"{SECTION_OF[kind]}/{thing.id}"
                yield Told(thing.name, page, anchor_of(thing, said), text, said.seen, said.cite)
    for kind, field in (("term", "meaning"), ("role", "does"), ("form", "text")):
        title = words_of(library, SHELF_OF[kind]).title or kind
        for thing in library.of_kind(kind).values():
            if text := getattr(thing, field):
                yield Told(title, SHELF_OF[kind], thing.id, text, thing.seen, thing.cite)


def _write_policy(maker: Maker) -> None:
    library = maker.library
    counts: Counter[str] = Counter(dict.fromkeys(("law", "secondary", "local", "none"), 0))
    open_ones: dict[tuple[str, str], list[tuple[str, str, tuple[Citation, ...]]]] = {}
    for one in told(library):
        counts[one.seen] += 1
        if one.seen == "none":
            link = href("not-yet-checked", Spot(one.page, one.anchor))
            open_ones.setdefault((one.name, one.page), []).append((one.text, link, one.cite))
    pages = [
        (thing.name, f"{SECTION_OF[kind]}/{thing.id}.html", _file(thing), thing.reviewed, thing.checked_by)
        for kind in ("chapter", "option", "tree", "timeline", "checklist", "explainer")
        for thing in library.of_kind(kind).values()
    ]
    head = words_of(library, "policy")
    maker.write(
        "policy",
        "policy.md.j2",
        head.title or "",
        head=head,
        counts=dict(counts),
        total=sum(counts.values()),
        pages=pages,
    )
    groups = [(name, f"{page}.html", items) for (name, page), items in open_ones.items()]
    maker.write(
        "not-yet-checked", "not_yet_checked.md.j2", "Not yet checked at source", total=counts["none"], groups=groups
    )


def _file(thing: Model) -> str:
    return thing.place("id").file
