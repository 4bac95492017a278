"""How far everything the site says was checked: what was read in the law, in other texts, and what by nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.compile.page.addresses import anchor_in, page_end
from generator.compile.page.sections import page_of
from generator.compile.words.versions import version_of
from generator.model import KINDS, Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.local.localise import views_of
from generator.model.readings import cited_by
from generator.model.source import Source
from generator.model.statement import Citation

# What a statement says, whichever kind it is; a piece with none of these says nothing that could be checked.
_SAYS = ("text", "meaning", "does", "explains", "why")


class Told(NamedTuple):
    """One thing the site says: its page (name, path, anchor), its text, and how far it was checked.

    ``version`` is one of versions.VERSIONS where it was read in the law, else empty; ``sought`` the day somebody
    looked for it in vain.
    """

    name: str
    page: str
    anchor: str
    text: str
    seen: str
    cite: tuple[Citation, ...]
    version: str
    sought: date | None


def told(library: Library) -> Iterator[Told]:
    """Give everything on the site that says how far it was checked.

    Nationally that takes in what each authority adds, changes or owns: its page stands in the authority's own view, and
    the authority's page leads there.
    """
    things = [library.site, *(thing for kind in KINDS[1:] for thing in library.told(kind))]
    everywhere = [one for thing in things for one in _told_in(library, thing)]
    yield from everywhere
    known = {(one.text, one.seen) for one in everywhere}
    for view in views_of(library) if library.national is None else ():
        authority = view.seen_by
        assert authority is not None
        for one in told(view):
            if (one.text, one.seen) not in known:
                yield one._replace(name=authority.name, page=f"authorities/{authority.id}", anchor="")


def _told_in(library: Library, thing: Model) -> Iterator[Told]:
    if isinstance(thing, Source):
        return  # a source tells of itself
    name, page = page_of(library, thing)
    pieces = {id(owner): owner for owner, field, _ in walk_models(thing) if field == "seen"}
    for piece in pieces.values():
        text = _says(piece)
        if text is None:
            continue
        seen, cite = str(getattr(piece, "seen", "")), cited_by(piece)
        anchor = anchor_in(thing, piece)
        where = page + page_end(thing, anchor)
        version = version_of(library, cite) if seen == "law" else ""
        yield Told(name, where, anchor, text, seen, cite, version, getattr(piece, "sought", None))


def _says(piece: Model) -> str | None:
    """Return what a piece says; None for a question that is only asked."""
    said = next((value for field in _SAYS if (value := getattr(piece, field, None))), None)
    if said is None and cited_by(piece):
        said = getattr(piece, "name", None) or getattr(piece, "ask", None)
    return str(said) if said else None
