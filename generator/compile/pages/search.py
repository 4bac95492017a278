"""What is found by name: the A to Z."""

from __future__ import annotations

from itertools import groupby

from generator.compile.page.addresses import SECTION_OF
from generator.compile.page.maker import Maker
from generator.compile.page.sections import KIND_WORDS


def write_index(maker: Maker) -> None:
    """Write the A to Z: every page, word and role by letter, for readers without the search."""
    library = maker.library
    rows: list[tuple[str, str, str]] = []
    for kind, word in KIND_WORDS.items():
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
