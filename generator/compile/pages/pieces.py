"""Kinds of content without a module of pages of their own: each piece by the template that the kind's row names."""

from __future__ import annotations

from generator.compile.page.maker import Maker
from generator.compile.page.sections import write_listing, write_piece
from generator.model.kinds import KINDS


def write_pieces(maker: Maker) -> None:
    """Write a page for every piece of a kind that names a template, where the piece has its kind's name, and a list."""
    for kind in KINDS:
        pieces = list(maker.library.of_kind(kind.name).values()) if kind.template else []
        for piece in pieces:
            write_piece(maker, kind.section, kind.template, piece, **{kind.name: piece})
        if pieces:
            rows = [(p.title or p.name, f"{kind.section}/{p.id}", maker.summed_up(p)) for p in pieces]
            write_listing(maker, kind.section, rows)
