"""Chapters and explainers, and the pages everything refers to: words, roles, contacts, sources, the A to Z."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from generator.compile.page import chapter_text
from generator.compile.page.addresses import SECTION_OF, Spot, href
from generator.compile.page.checked import anchor_in, page_of
from generator.compile.page.maker import Helper, Maker
from generator.compile.page.sections import grouped, words_of, write_piece
from generator.compile.pages.options import cited_in, ordered
from generator.model import KINDS
from generator.model.chapter import Chapter, Explainer
from generator.model.citations import citations_in
from generator.model.local.localise import views_of
from generator.model.option import Option
from generator.model.source import SOURCE_KINDS
from generator.model.statement import Address, Citation

_KINDS = {"option": "option", "tree": "decision guide", "timeline": "dates", "checklist": "checklist"}
_COMPARED = ("authority", "topic")
_SHELF_WORDS = {"term": "Words", "role": "Roles", "form": "Forms", "contact": "Contacts"}
_KINDS |= {"chapter": "procedure", "explainer": "explainer", "scenario": "worked case"}


class Use(NamedTuple):
    """A page that rests on a source: its name and the link to the very passage."""

    name: str
    link: str


def write_reference(maker: Maker) -> None:
    """Write chapters, explainers, words, roles, contacts, sources."""
    library = maker.library
    for chapter in library.chapter.values():
        _write_chapter(maker, chapter, "procedures", "Procedure")
    if library.chapter:
        head = words_of(library, "procedures")
        maker.write(
            "procedures/index",
            "listing.md.j2",
            head.title or "",
            section="procedures",
            head=head,
            groups=grouped(maker, library.chapter, library.site.chapter_groups, "procedures", "More"),
        )
    for explainer in library.explainer.values():
        _write_chapter(maker, explainer, "families", "Explainer")
    _write_families(maker)
    _write_words(maker)
    if library.role:
        roles = sorted(library.role.values(), key=lambda role: role.name.lower())
        head = words_of(library, "roles")
        maker.write("roles", "roles.md.j2", head.title or "", roles=roles, head=head)
    if library.contact:
        head = words_of(library, "contacts")
        contacts = list(library.contact.values())
        maker.write("contacts", "contacts.md.j2", head.title or "", plain=True, contacts=contacts, head=head)
    if library.form:
        head = words_of(library, "forms")
        asked = {
            form: [c for c in library.checklist.values() if form in {i.form for i in c.items}] for form in library.form
        }
        maker.write("forms", "forms.md.j2", head.title or "", forms=library.form.values(), asked=asked, head=head)
    if library.source:
        _write_sources(maker)


def _write_chapter(maker: Maker, chapter: Chapter, section: str, kind_word: str) -> None:
    plain = isinstance(chapter, Explainer)
    helper = Helper(maker, f"{section}/{chapter.id}", None, plain)
    library = maker.library
    related = [
        (getattr(library.of_kind(a.kind)[a.id], "name", a.id), _related(helper, a), _KINDS.get(a.kind, a.kind))
        for a in chapter.related
    ]
    write_piece(
        maker,
        section,
        "chapter.md.j2",
        chapter,
        plain=plain,
        chapter=chapter,
        body=chapter_text.render(chapter, helper),
        related=related,
        kind_word=kind_word,
        cited=cited_in(library, chapter),
        helper=helper,
    )


def _related(helper: Helper, address: Address) -> str:
    """Return the link to what goes with a page: from a page in plain words to the plain page of an option."""
    if helper.plain and address.kind == "option":
        return helper.to(f"families/{address.id}")
    return helper.link_of(address)


def _write_families(maker: Maker) -> None:
    library = maker.library
    ways = [(o.title, f"families/{o.id}", maker.summed_up(o, plain=True)) for o in ordered(library)]
    told = grouped(maker, library.explainer, library.site.explainer_groups, "families", "What happens", plain=True)
    help_rows = [("Who can help", "contacts", "Free advice, by phone and online.")] if library.contact else []
    help_rows += [("Words we use", "words", "What the hard words mean.")] if library.term else []
    groups = [*told[:1], ("Help", help_rows), *told[1:], ("Each way: what is good about it, what is hard", ways)]
    groups = [(heading, rows) for heading, rows in groups if rows]
    if groups:
        head = words_of(library, "families")
        maker.write(
            "families/index",
            "listing.md.j2",
            head.title or "",
            section="families",
            plain=True,
            groups=groups,
            head=head,
        )


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
        "words.md.j2",
        head.title or "",
        way_out=True,
        head=head,
        groups=groups,
        letters=[letter for letter, _ in groups],
        options_of=options_of,
    )


def _write_sources(maker: Maker) -> None:
    library = maker.library
    rests: dict[str, dict[str, list[Use]]] = {name: {} for name in library.source}
    for name, anchor, page, citation in citations_on_pages(maker):
        uses = rests[citation.source].setdefault(citation.pinpoint, [])
        use = Use(name, href("sources", Spot(page, anchor)))
        if use not in uses:
            uses.append(use)
    head = words_of(library, "sources")
    groups = [
        (kind, [s for s in library.source.values() if s.kind == kind])
        for kind in SOURCE_KINDS
        if any(s.kind == kind for s in library.source.values())
    ]
    maker.write(
        "sources",
        "sources.md.j2",
        head.title or "",
        head=head,
        groups=groups,
        rests={source: sorted(uses.items()) for source, uses in rests.items()},
    )


def citations_on_pages(maker: Maker) -> Iterable[tuple[str, str, str, Citation]]:
    """Give every citation with the name of its page, the anchor nearest to it and the page's path.

    Nationally that takes in what authorities add, change or own; their own pages say the rest.
    """
    library = maker.library
    for kind in sorted(KINDS[1:], key=lambda kind: not kind.section):  # pages before shelves
        for thing in library.of_kind(kind.name).values():
            if kind.name in _COMPARED and library.seen_by not in (None, thing):
                continue  # an authority's view holds its own page, and no comparison
            name, page = page_of(library, thing)
            if kind.name in _SHELF_WORDS:
                name = f"{_SHELF_WORDS[kind.name]}: {getattr(thing, 'term', None) or thing.name}"
            for owner, citation in citations_in(thing):
                yield name, anchor_in(thing, owner), page, citation
    known = {id(thing) for thing in library.everything()}
    for view in views_of(library) if library.national is None else ():
        authority = view.seen_by
        assert authority is not None
        for thing in view.everything():
            for _, citation in citations_in(thing) if id(thing) not in known else ():
                yield authority.name, "", f"authorities/{authority.id}", citation


def write_index(maker: Maker) -> None:
    """Write the A to Z: every page, word and role by letter, for readers without the search."""
    library = maker.library
    rows: list[tuple[str, str, str]] = []
    for kind, word in _KINDS.items():
        rows += [(thing.name, f"{SECTION_OF[kind]}/{thing.id}.html", word) for thing in library.of_kind(kind).values()]
    told = [library.seen_by] if library.seen_by else library.authority.values()
    rows += [(authority.name, f"authorities/{authority.id}.html", "authority") for authority in told]
    for timeline in library.timeline.values():
        rows += [(d.name, f"dates/{timeline.id}.html#{d.id}", "date") for d in timeline.deadlines]
    for term in library.term.values():
        rows += [(name, f"words.html#{term.id}", "word") for name in dict.fromkeys(term.names)]
    rows += [(role.name, f"roles.html#{role.id}", "role") for role in library.role.values()]
    rows += [(contact.name, f"contacts.html#{contact.id}", "help") for contact in library.contact.values()]
    rows += [(form.name, f"forms.html#{form.id}", "form") for form in library.form.values()]
    rows.sort(key=lambda row: (row[0].lower(), row[2]))
    groups = [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: row[0][0].upper())]
    maker.write("a-z", "a_z.md.j2", "A to Z", groups=groups)
