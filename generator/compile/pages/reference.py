"""The pages everything refers to: words, roles, contacts, forms, sources."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from generator.compile.page.addresses import Spot, anchor_in, page_end
from generator.compile.page.helper import Helper
from generator.compile.page.maker import Maker
from generator.compile.page.sections import page_of, words_of
from generator.compile.words import provisions
from generator.compile.words.interface import SAYS
from generator.model import KINDS, Library
from generator.model.checklist import Checklist, Item
from generator.model.citations import citations_in
from generator.model.local.localise import views_of
from generator.model.option import Option
from generator.model.related import counterparts
from generator.model.source import SOURCE_KINDS
from generator.model.statement import Address, Citation


class Use(NamedTuple):
    """A page that rests on a source: its name and the link to the very passage."""

    name: str
    link: str


class Cited(NamedTuple):
    """A passage that pages rest on: how it is cited, the anchor it stands at, and these pages."""

    pinpoint: str
    anchor: str
    uses: list[Use]


def write_reference(maker: Maker) -> None:
    """Write words, roles, contacts, forms and sources."""
    library = maker.library
    _write_words(maker)
    if library.role:
        roles = sorted(library.role.values(), key=lambda role: role.name.lower())
        head = words_of(library, "roles")
        maker.write("roles", "reference/roles.md.j2", head.title or "", roles=roles, head=head)
    if library.contact:
        head = words_of(library, "contacts")
        contacts = list(library.contact.values())
        maker.write("contacts", "reference/contacts.md.j2", head.title or "", plain=True, contacts=contacts, head=head)
    if library.form:
        head = words_of(library, "forms")
        helper, forms, asked = maker.helper("forms"), library.form.values(), asked_in(library)
        used = {form.id: _used_in(library, helper, form.id) for form in forms}
        maker.write(
            "forms",
            "reference/forms.md.j2",
            head.title or "",
            helper=helper,
            forms=forms,
            asked=asked,
            used=used,
            head=head,
        )
    if library.source:
        _write_sources(maker)


def asked_in(library: Library) -> dict[str, list[tuple[Checklist, Item]]]:
    """Return by form every item of a checklist that names it, with its list, in the order of the lists."""
    found: dict[str, list[tuple[Checklist, Item]]] = {form: [] for form in library.form}
    for checklist in library.checklist.values():
        for item in checklist.items:
            if item.form:
                found[item.form].append((checklist, item))
    return found


def _used_in(library: Library, helper: Helper, form: str) -> list[tuple[str, str, str]]:
    """Return where else a form is used, as (name, link, what is found there): the stations of ways it belongs to, and
    the pages that name it.
    """
    stations = [
        Address("option", option.id, (station.id,))
        for option in library.option.values()
        for station in option.stations
        if any(it.to == Address("form", form) for it in station.belongs)
    ]
    ways = [(helper.whole_name(to), helper.link_of(to), SAYS.options.page.way.kind) for to in stations]
    return ways + [
        (helper.whole_name(it.to), helper.link_of(it.to), it.why) for it in counterparts(library, "form", form)
    ]


def _write_words(maker: Maker) -> None:
    library = maker.library
    if not library.term:
        return
    terms = sorted(library.term.values(), key=lambda term: term.term.lower())
    groups = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    head = words_of(library, "words")
    options_of: dict[str, list[Option]] = {}
    for option in library.option.values():
        if option.term:
            options_of.setdefault(option.term, []).append(option)
    maker.write(
        "words",
        "reference/words.md.j2",
        head.title or "",
        way_out=True,
        head=head,
        groups=groups,
        letters=[letter for letter, _ in groups],
        options_of=options_of,
    )


def _write_sources(maker: Maker) -> None:
    library = maker.library
    head = words_of(library, "sources")
    groups = [
        (kind, [s for s in library.source.values() if s.kind == kind])
        for kind in SOURCE_KINDS
        if any(s.kind == kind for s in library.source.values())
    ]
    maker.write(
        "sources",
        "reference/sources.md.j2",
        head.title or "",
        head=head,
        groups=groups,
        rests=rests_of(maker),
    )


def rests_of(maker: Maker) -> dict[str, list[Cited]]:
    """Return by source the passages that pages rest on, in the order of the law."""
    found: dict[str, dict[str, Cited]] = {name: {} for name in maker.library.source}
    for name, anchor, page, citation in citations_on_pages(maker):
        place = provisions.anchor_of(citation)
        cited = found[citation.source].setdefault(place, Cited(citation.pinpoint, place, []))
        use = Use(name, maker.folder.href("sources", Spot(page, anchor)))
        if use not in cited.uses:
            cited.uses.append(use)
    return {
        source: sorted(places.values(), key=lambda cited: provisions.legal_order(cited.pinpoint))
        for source, places in found.items()
    }


def citations_on_pages(maker: Maker) -> Iterable[tuple[str, str, str, Citation]]:
    """Give every citation with the name of its page, the anchor nearest to it and the page's path.

    Nationally that takes in what authorities add, change or own; their own pages say the rest.
    """
    library = maker.library
    for kind in sorted(KINDS[1:], key=lambda kind: not kind.section):  # pages before shelves
        for thing in library.told(kind):
            name, page = page_of(library, thing)
            if kind.shelf:
                name = f"{kind.shelf.capitalize()}: {getattr(thing, 'term', None) or thing.name}"
            for owner, citation in citations_in(thing):
                anchor = anchor_in(thing, owner)
                yield name, anchor, page + page_end(thing, anchor), citation
    known = {id(thing) for thing in library.everything()}
    for view in views_of(library) if library.national is None else ():
        authority = view.seen_by
        assert authority is not None
        for thing in view.everything():
            for _, citation in citations_in(thing) if id(thing) not in known else ():
                yield authority.name, "", f"authorities/{authority.id}", citation
