"""The sections of the site and what stands at their head: plain defaults, unless site.yml says it better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.compile.page.helper import Helper
from generator.compile.page.maker import Crumb, Maker
from generator.compile.page.related import related_of
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.base import Model
from generator.model.kinds import IN_SECTIONS, KIND, kind_of
from generator.model.lists import CountingRegime
from generator.model.option import Option
from generator.model.sections import SECTION
from generator.model.site import Group, SectionWords
from generator.model.statement import Page
from generator.reason.counting import regimes_on

Listed = tuple[str, str, str]


def words_of(library: Library, section: str) -> SectionWords:
    """Return the title, the lead and the boxed note of a section."""
    said = library.site.sections.get(section)
    ours = vars(SAYS.sections.page).get(section)
    return SectionWords(
        title=(said and said.title) or (ours.heading if ours else section.capitalize()),
        lead=(said and said.lead) or (ours.lead if ours else None),
        note=said.note if said else None,
    )


def crumb_of(library: Library, section: str) -> Crumb:
    """Return a section's title and the page it begins on."""
    return Crumb(words_of(library, section).title or section, SECTION[section].page)


def grouped(
    maker: Maker, things: Mapping[str, Any], groups: Iterable[Group], page: str, rest: str, *, plain: bool = False
) -> list[tuple[str, list[Listed]]]:
    """Return rows (title, page, what it is about) under the headings of ``groups``; what none names comes last.

    ``plain``: for readers of plain pages.
    """

    def row(thing: Any) -> Listed:
        return thing.title, f"{page}/{thing.id}", _about(maker, thing, plain=plain)

    made = [(group.title, [row(things[name]) for name in group.pages if name in things]) for group in groups]
    named = {name for group in groups for name in group.pages}
    others = [row(thing) for name, thing in things.items() if name not in named]
    return [(title, rows) for title, rows in (*made, (rest if made else "", others)) if rows]


def _about(maker: Maker, thing: Any, *, plain: bool) -> str:
    """Return what a list says of a page: its summary, what a guide decides, or what a worked case asks of the room."""
    if said := getattr(thing, "summary", None):
        return with_in_force(said.text, said, maker.as_of, plain=plain)
    exercise = getattr(thing, "exercise", None)
    return getattr(thing, "decides", None) or (exercise.ask if exercise else "")


def listed(maker: Maker, kind: str, groups: Iterable[Group]) -> list[tuple[str, list[Listed]]]:
    """Return all pages of a kind as rows under the headings of ``groups``; those that none names come last.

    In an authority's view its own come first, under its name.
    """
    library, here = maker.library, maker.library.seen_by
    own = library.own.get(here.id, {}).get(kind, {}) if here else {}
    national = {name: thing for name, thing in library.of_kind(kind).items() if name not in own}
    page = KIND[kind].section
    first = [(here.name, rows) for _, rows in grouped(maker, own, (), page, "") if here]
    return first + grouped(maker, national, groups, page, SAYS.chapters.page.more)


def write_piece(maker: Maker, section: str, template: str, piece: Page, *, description: str = "", **data: Any) -> None:
    """Write a piece's own page in its section, with what every such page says of it: its names, review and owner.

    ``description``: what the page holds, in one sentence (default: the piece's summary).
    """
    helper = data.pop("helper", None) or maker.helper(f"{section}/{piece.id}", own_term=data.pop("own_term", None))
    maker.write(
        f"{section}/{piece.id}",
        template,
        piece.title or piece.name,
        crumbs=[crumb_of(maker.library, section)],
        section=section,
        description=description or maker.summed_up(piece),
        reviewed=piece.reviewed,
        owner=piece.owner,
        checked_by=piece.checked_by,
        audiences=piece.audiences,
        short_title=piece.name,
        helper=helper,
        related=related_of(helper, piece),
        **data,
    )


def write_beside(
    maker: Maker, piece: Page, end: str, template: str, title: str, *, helper: Helper, **data: Any
) -> None:
    """Write a page beside a piece's own, which leads on as that does. Its address is that one's with ``end``."""
    section = kind_of(piece).section
    maker.write(
        f"{section}/{piece.id}{end}",
        template,
        title,
        crumbs=[crumb_of(maker.library, section), Crumb(piece.name, f"{section}/{piece.id}")],
        section=section,
        reviewed=piece.reviewed,
        owner=piece.owner,
        checked_by=piece.checked_by,
        helper=helper,
        related=related_of(helper, piece),
        **data,
    )


def write_listing(
    maker: Maker, section: str, groups: Sequence[tuple[str, Sequence[Listed]]], template: str = "parts/listing.md.j2"
) -> None:
    """Write the page a section begins on: its pages as (title, page, what it is about), under headings."""
    head = words_of(maker.library, section)
    maker.write(f"{section}/index", template, head.title or "", section=section, head=head, groups=groups)


def newest_review(library: Library) -> date | None:
    """Return the latest day any page was reviewed: the day this edition speaks for."""
    days = [thing.reviewed for kind in IN_SECTIONS for thing in library.of_kind(kind.name).values() if thing.reviewed]
    return max(days, default=None)


def page_of(library: Library, thing: Model) -> tuple[str, str]:
    """Return the name and the path of the page on which a piece of content stands."""
    kind = kind_of(thing)
    if kind.section:
        return str(getattr(thing, "name", "")), f"{kind.section}/{getattr(thing, 'id', '')}"
    if kind.shelf:
        return words_of(library, kind.shelf).title or kind.name, kind.shelf
    if isinstance(thing, CountingRegime):
        showing = next((t for t in library.timeline.values() if thing in regimes_on(library, t)), None)
        return (showing.name, f"dates/{showing.id}") if showing else (SAYS.reference.page.counting, "sources")
    return crumb_of(library, "authorities")


def ordered(library: Library) -> list[Option]:
    """Return the options in the order site.yml gives; the rest follow in the order of their files."""
    first = [library.option[name] for name in library.site.option_order if name in library.option]
    return first + [option for option in library.option.values() if option not in first]
