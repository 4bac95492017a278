"""Pages of the options: one each, the list, the comparison, and a plain-words page of each for families."""

from __future__ import annotations

from generator.compile.page.maker import Maker
from generator.compile.page.sections import crumb_of, ordered, words_of, write_piece
from generator.compile.pages.families import write_plain
from generator.compile.pages.way import write_way
from generator.compile.words.interface import SAYS
from generator.model.citations import cited_in
from generator.model.option import Option


def write_options(maker: Maker) -> None:
    """Write everything about options; nothing where the content has none."""
    library = maker.library
    options = ordered(library)
    if not options:
        return
    main = [option for option in options if option.part_of is None]
    rows = [(option.title, f"options/{option.id}", maker.summed_up(option)) for option in options]
    head, compare = words_of(library, "options"), words_of(library, "compare")
    maker.write(
        "options/index",
        "parts/listing.md.j2",
        head.title or "",
        section="options",
        groups=[("", rows)],
        head=head,
        after=[(compare.title, "options/compare")],
    )
    maker.write(
        "options/compare",
        "options/compare.md.j2",
        compare.title or "",
        crumbs=[crumb_of(library, "options")],
        section="options",
        options=main,
        head=compare,
        short_title=SAYS.options.page.compare.short,
        reviewed=min((o.reviewed for o in main if o.reviewed), default=None),
    )
    for option in options:
        _write_option(maker, option, [other for other in options if other.part_of == option.id])
        write_plain(maker, option)


def _write_option(maker: Maker, option: Option, parts: list[Option]) -> None:
    library = maker.library
    term = library.term.get(option.term or "")
    old = [old for old in library.term.values() if term and old.superseded_by == term.id]
    known_as = [name for name in (term.names if term else ()) if name.lower() != option.title.lower()]
    until = SAYS.options.page.called_until.format
    known_as += [until(term=t.term.lower(), year=t.from_.year) if t.from_ else t.term.lower() for t in old]
    if option.stations:
        write_way(maker, option)
    write_piece(
        maker,
        "options",
        "options/option.md.j2",
        option,
        own_term=option.term,
        option=option,
        parts=parts,
        part_of=library.option.get(option.part_of or ""),
        cases=list(dict.fromkeys(it.to for station in option.stations for it in station.of_kind("scenario"))),
        known_as=known_as,
        cited=cited_in(library, option),
    )
