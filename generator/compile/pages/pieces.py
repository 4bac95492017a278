"""Kinds of content without a module of pages of their own: each piece by the template that the kind's row names."""

from __future__ import annotations

from generator.compile.page.maker import Maker
from generator.compile.page.sections import words_of, write_listing, write_piece
from generator.model.kinds import KINDS


def write_pieces(maker: Maker) -> None:
    """Write the pages of every kind that names a template.

    In a section each piece has a page, where it has its kind's name, and there is a list of them; on a shelf all stand
    on one page, as ``pieces``.
    """
    for kind in KINDS:
        pieces = list(maker.library.of_kind(kind.name).values()) if kind.template else []
        if pieces and kind.shelf:
            head = words_of(maker.library, kind.shelf)
            maker.write(kind.shelf, kind.template, head.title or "", head=head, pieces=pieces)
            continue
        for piece in pieces:
            write_piece(maker, kind.section, kind.template, piece, **{kind.name: piece})
        if pieces:
            rows = [(p.title or p.name, f"{kind.section}/{p.id}", maker.summed_up(p)) for p in pieces]
            write_listing(maker, kind.section, [("", rows)])
