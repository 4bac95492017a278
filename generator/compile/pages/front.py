"""The home page with its doors, the policy team's pages, and what the site says of itself."""

from __future__ import annotations

from collections import Counter

from generator.compile.page.addresses import SECTION_OF, Spot, href
from generator.compile.page.checked import Told, told
from generator.compile.page.corrections import corrections_in
from generator.compile.page.maker import Crumb, Maker
from generator.compile.page.reviews import newest_review
from generator.compile.page.sections import crumb_of, words_of
from generator.compile.words.versions import VERSION_WORDS, year_of
from generator.model import Library
from generator.model.base import Model
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
    everything = list(told(library))
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
    _write_policy(maker, everything)


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


def _write_policy(maker: Maker, everything: list[Told]) -> None:
    library = maker.library
    counts: Counter[str] = Counter(dict.fromkeys(("law", "secondary", "local", "none"), 0))
    versions: Counter[str] = Counter()
    years: Counter[int] = Counter()
    unread: list[Told] = []
    for one in everything:
        counts[one.seen] += 1
        versions[one.version] += one.seen == "law"
        if one.version == "dated" and (year := year_of(library, one.cite)):
            years[year] += 1
        if one.seen == "none":
            unread.append(one)
    pages = [
        (thing.name, f"{SECTION_OF[kind]}/{thing.id}.html", _file(thing), thing.reviewed, thing.checked_by)
        for kind in ("chapter", "option", "tree", "timeline", "checklist", "explainer", "scenario")
        for thing in library.of_kind(kind).values()
    ]
    head = words_of(library, "policy")
    maker.write(
        "policy",
        "policy.md.j2",
        head.title or "",
        head=head,
        counts=dict(counts),
        versions=[(VERSION_WORDS[version], versions[version]) for version in VERSION_WORDS if versions[version]],
        years=sorted(years.items(), reverse=True),
        sought=sum(1 for one in unread if one.sought),
        total=sum(counts.values()),
        pages=pages,
    )
    maker.write(
        "not-yet-checked",
        "not_yet_checked.md.j2",
        "Not yet checked at source",
        total=len(unread),
        sought=_by_page([one for one in unread if one.sought]),
        groups=_by_page([one for one in unread if not one.sought]),
        sought_total=sum(1 for one in unread if one.sought),
    )
    if library.correction:
        maker.write("corrections", "corrections.md.j2", "Corrections", corrections=corrections_in(library))


def _by_page(unread: list[Told]) -> list[tuple[str, str, list[tuple[Told, str]]]]:
    """Return what nobody has read, by the page it stands on: name, link, and each with its own link."""
    groups: dict[tuple[str, str], list[tuple[Told, str]]] = {}
    for one in unread:
        link = href("not-yet-checked", Spot(one.page, one.anchor))
        groups.setdefault((one.name, one.page), []).append((one, link))
    return [(name, f"{page}.html", items) for (name, page), items in groups.items()]


def _file(thing: Model) -> str:
    return thing.place("id").file
