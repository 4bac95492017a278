"""What the search finds: rows with their place, as the script that a page loads when its reader begins to search."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from generator.compile.page.addresses import VIEWS, Spot, spot_of
from generator.compile.page.maker import Maker
from generator.compile.words import sentences
from generator.compile.words.citations import all_words
from generator.compile.words.found import Shown, told_of
from generator.compile.words.in_force import force_on
from generator.compile.words.interface import SAYS
from generator.compile.words.typography import apostrophes
from generator.english import stems
from generator.model import KINDS, Library
from generator.model.address import parts_of
from generator.model.lists import Contact, Signpost, Term
from generator.model.pages import RESULTS
from generator.model.statement import Address

ROWS = "assets/search-rows.js"
# Letters of a title and of a sentence, so that they are two lines of a row; a deadline's rule is told whole.
_TITLE, _LINE, _RULE = 72, 56, 200
_FEW, _MANY = 100, 0.06  # where there are more than so many rows, a word that so great a part of them has tells none
_DEADLINE = SAYS.search.page.kinds.deadline
_BINDING = ("must", "should", "may")
# Letters that mean themselves in JSON and in print, by which it is told how many rows are passed over.
_LETTERS = "".join(map(chr, range(ord("("), ord("~") + 1))).replace("\\", "")
_NEAR = 64  # fewer rows take one of the first 64 letters; each letter after those passes over so many more


class Findable(NamedTuple):
    """A place for the search to find: where it is, what it says, what it rests on, how binding that is, and whether it
    is the authority's own whose view this is.
    """

    spot: Spot
    told: Shown
    cite: str = ""
    force: str = "fact"
    own: bool = False


def rows_of(maker: Maker) -> Iterator[Findable]:
    """Give every place a reader can be led to, each once: every piece with an anchor, every page, their sections.

    An authority's page is found in its own view, where there is one.
    """
    library, seen = maker.library, set[Spot]()
    elsewhere = {f"authorities/{name}" for name in maker.views}
    for kind in KINDS[1:]:
        for thing in library.told(kind) if kind.section or kind.shelf else ():
            for path, piece in {"": thing, **parts_of(thing)}.items():
                spot = spot_of(library, Address(kind.name, thing.id, tuple(filter(None, path.split(".")))))
                if spot in seen or (path and spot.page in elsewhere) or not maker.folder.holds(f"{spot.page}.html"):
                    continue
                if told := told_of(library, thing, path, piece, maker.as_of):
                    seen.add(spot)
                    force = force_on(piece, maker.as_of) if hasattr(piece, "force") else "fact"
                    cite = all_words(library, getattr(piece, "cite", ()))
                    yield Findable(spot, told, cite, force, own=_is_own(maker, spot.page, piece))
    for spot, told in maker.told.items():
        if spot not in seen and (spot.anchor or not spot.page.endswith(RESULTS)):  # each result is a row
            yield Findable(spot, told, own=_is_own(maker, spot.page))


def _is_own(maker: Maker, page: str, piece: object = None) -> bool:
    here = maker.library.seen_by
    return here is not None and (
        page in maker.own_pages or page == f"authorities/{here.id}" or id(piece) in maker.library.marks
    )


class Site(NamedTuple):
    """What is found on a site or in a view: the maker of its pages, its rows, and the words too common to tell any."""

    maker: Maker
    rows: list[Findable]
    common: frozenset[str]


def searched(maker: Maker) -> Site:
    """Return what is found on the pages a maker has written."""
    rows = list(rows_of(maker))
    counts = Counter(stem for row in rows for stem in stems(row.told.title, row.told.says, row.told.more))
    many = len(rows) * _MANY if len(rows) > _FEW else len(rows)
    return Site(maker, rows, frozenset(stem for stem, count in counts.items() if count > many))


def rows_file(site: Site, national: Site | None = None) -> bytes:
    """Return the script with what is found on a site; of a view beside a ``national`` site only the difference."""
    return script_of(_difference(site, national) if national else _whole(site))


def script_of(told: Mapping[str, object]) -> bytes:
    """Return the script that leaves to the page what is ``told``."""
    text = apostrophes(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    return f"(globalThis.pathwaysRows??=[]).push({text});\n".encode()


def _whole(site: Site) -> dict[str, object]:
    library = site.maker.library
    return {
        **_columns(site.maker, site.rows, site.common, _names(library)),
        "common": sorted(site.common),
        "alike": [[*words] for words in library.site.search.alike],
        "everyday": [*library.site.search.everyday],
        "past": list(_past(library)),
        "signposts": [_signpost(library, signpost) for signpost in library.signpost.values()],
        "views": [
            {"name": view.seen_by.name, "base": f"{VIEWS}/{name}/"}
            for name, view in site.maker.views.items()
            if view.seen_by
        ],
    }


def _difference(view: Site, national: Site) -> dict[str, object]:
    beside = {row.spot: row for row in national.rows}
    here = {row.spot for row in view.rows}
    known = _names(national.maker.library)
    names = [names for names in _names(view.maker.library) if names not in known]
    return {
        **_columns(view.maker, [row for row in view.rows if beside.get(row.spot) != row], national.common, names),
        "gone": [_place(spot) for spot in beside if f"{spot.page}.md" in view.maker.written and spot not in here],
    }


def _columns(
    maker: Maker, rows: Sequence[Findable], common: frozenset[str], names: list[list[str]]
) -> dict[str, object]:
    """Return rows, a column a list; what they say is cut to what a row shows, the rest is told by its words.

    ``names`` that mean the same stand beside the column that has them too, so that the two pack as one.
    """
    titles, after_titles = _shortened((row.told.title, _TITLE) for row in rows)
    says, after = _shortened((row.told.says, _RULE if row.told.kind == _DEADLINE else _LINE) for row in rows)
    says = [f"{said} {row.told.stands}".strip() for said, row in zip(says, rows, strict=True)]
    also = ["; ".join(row.told.also) for row in rows]
    cites, after_cites = _first_two([row.cite for row in rows])
    further = zip(rows, after_titles, after, after_cites, strict=True)
    texts = [" ".join((*rest, row.told.more)) for row, *rest in further]
    asked = _asked(maker.library, {row.spot for row in rows})
    asked_here = [asked.pop(_place(row.spot), "") for row in rows]
    pages = list(dict.fromkeys(row.spot.page for row in rows))
    kinds = list(dict.fromkeys((row.told.kind, row.told.sign) for row in rows))
    return {
        "base": maker.folder.base,
        "pages": [_page(maker, page) for page in pages],
        "page": [pages.index(row.spot.page) for row in rows],
        "anchor": [row.spot.anchor for row in rows],
        "kinds": [(kind[:1].upper() + kind[1:], sign) for kind, sign in kinds],
        "kind": [kinds.index((row.told.kind, row.told.sign)) for row in rows],
        "title": titles,
        "says": says,
        "names": names,
        "also": also,
        "cite": cites,
        "force": [row.force if row.force in _BINDING else "" for row in rows],
        "own": [number for number, row in enumerate(rows) if row.own],
        "words": postings(texts, [common | stems(*shown) for shown in zip(titles, says, also, strict=True)]),
        "asked": postings(asked_here, [frozenset[str]()] * len(rows)),
        "asked_beside": {place: " ".join(sorted(stems(words))) for place, words in asked.items()},
    }


def _place(spot: Spot) -> str:
    return f"{spot.page}#{spot.anchor}" if spot.anchor else spot.page


def _page(maker: Maker, page: str) -> list[object]:
    """Return a page's path, its title, and whether it is in plain words."""
    told = maker.told[Spot(page)]
    return [page, told.title, int(told.kind == SAYS.search.page.kinds.family)]


def _asked(library: Library, here: Container[Spot]) -> dict[str, str]:
    """Return by its place the words by which readers ask for it: of places that stand ``here``, and in a view wherever
    the answer to what its own workers ask stands.
    """
    found = {page: words for page, words in vars(SAYS.search.page.asked).items() if Spot(page) in here}
    elsewhere = library.national.asked if library.national else {}
    for name, asked in library.asked.items():
        for spot in (spot_of(library, asked.leads_to), *_twins(asked.leads_to)):
            if spot in here or name not in elsewhere:
                found[_place(spot)] = " ".join((found.get(_place(spot), ""), *asked.asked_as))
    return found


def _twins(address: Address) -> Iterator[Spot]:
    """Give where the same is told in plain words."""
    if address.kind == "option" and not address.path:
        yield Spot(f"families/{address.id}")
    elif address.kind == "option" and address.path[0] == "values":
        yield Spot(f"families/{address.id}", address.path[1])


def _names(library: Library) -> list[list[str]]:
    """Return the names that mean the same, a list for each word and role; in a view with those used there."""
    found = []
    for kind in ("term", "role"):
        for name, thing in library.of_kind(kind).items():
            here = library.local_name(kind, name)
            found.append([*dict.fromkeys([*_called(thing), *([here.name] if here else [])])])
    return [names for names in found if len(names) > 1]


def _called(thing: Any) -> list[str]:
    if isinstance(thing, Term):
        return [*thing.names]
    return [thing.name, *filter(None, [thing.short]), *thing.aliases]


def _past(library: Library) -> Iterator[dict[str, object]]:
    """Give each word of the past: its names, the word used now with its place, and since when."""
    for term in library.term.values():
        if now := library.term.get(term.superseded_by or ""):
            since = sentences.day(term.from_) if term.from_ else ""
            yield {"names": [*term.names], "now": now.term, "at": f"words#{now.id}", "since": since}


def _signpost(library: Library, signpost: Signpost) -> dict[str, object]:
    """Return what is told of words of danger, or of what this site does not cover."""
    return {
        "name": signpost.name,
        "asked": [*signpost.asked_as],
        "danger": signpost.danger,
        "text": signpost.text,
        "see": signpost.see or "",
        "help": [_helper(library.contact[name]) for name in signpost.contacts],
    }


def _helper(contact: Contact) -> dict[str, str]:
    return {
        "name": contact.name,
        "says": contact.plain or contact.helps_with or "",
        "phone": contact.phone or "",
        "hours": contact.hours or "",
        "at": f"contacts#{contact.id}",
    }


def _shortened(texts: Iterable[tuple[str, int]]) -> tuple[list[str], list[str]]:
    """Return the first sentence of each text, cut where it is longer than so many letters, and the rest of each."""
    told = [_cut(text, most) for text, most in texts]
    return [first for first, _ in told], [rest for _, rest in told]


def _first_two(cites: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the first two sources of each row, which it shows, and the rest."""
    parted = [cite.split("; ") for cite in cites]
    return ["; ".join(cite[:2]) for cite in parted], [" ".join(cite[2:]) for cite in parted]


def _cut(text: str, most: int) -> tuple[str, str]:
    first, stop, rest = text.partition(". ") if len(text) > most else (text, "", "")
    first += stop.strip()
    if len(first) <= most:
        return first, rest
    cut = first[:most].rsplit(" ", 1)[0]
    return f"{cut}…", f"{first[len(cut) :]} {rest}"


def postings(texts: Sequence[str], shown: Sequence[Set[str]]) -> str:
    """Return by which words rows are found: a line a word, as far as the row does not show it anyway.

    After the stem of the word stands for each row how many rows lie between it and the one before, in letters from
    ``(`` on: one of the first 64 stands for that many rows, one of the others before it for 64 rows, 128, and so on.
    """
    found: dict[str, list[int]] = {}
    for number, (text, known) in enumerate(zip(texts, shown, strict=True)):
        for stem in stems(text):
            if stem not in known:
                found.setdefault(stem, []).append(number)
    return "\n".join(f"{stem} {_gaps(found[stem])}" for stem in sorted(found))


def _gaps(numbers: Iterable[int]) -> str:
    letters, last = [], -1
    far = _LETTERS[_NEAR:]
    for number in numbers:
        times, gap = divmod(number - last - 1, _NEAR)
        letters.append(far[-1] * (times // len(far)) + (far[times % len(far) - 1] if times % len(far) else ""))
        letters.append(_LETTERS[gap])
        last = number
    return "".join(letters)
