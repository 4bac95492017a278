"""Whose words a piece of a view says: the authority's own, or national ones that stand there unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.deadline import STARTS, Deadline

_TOLD = {"text", "plain"}
_RULE = {*STARTS, *chain.from_iterable(STARTS.values()), "before", "until", "times", "counting"}


def words_in(written: Iterable[str], piece: object) -> set[str]:
    """Return those of the keys written of a piece that say what it asks: its text, for families too, and of a deadline
    the rule.
    """
    return set(written) & (_TOLD | _RULE if isinstance(piece, Deadline) else _TOLD)


def says_itself(authority: Authority, piece: Model) -> bool:
    """Whether what a piece asks is written, in whole or in part, in the authority's files: in one of its own, in what a
    difference adds, or as the text or rule that one sets.
    """
    return any(_written_by(authority, piece, key) for key in words_in(piece.written or (), piece) - {"plain"})


def binds_itself(authority: Authority, piece: Model) -> bool:
    """Whether how binding a piece is was written beside such words, and not taken over from the national piece."""
    return says_itself(authority, piece) and _written_by(authority, piece, "force")


def _written_by(authority: Authority, piece: Model, key: str) -> bool:
    folder = authority.place("id").file.rpartition("/")[0]
    return piece.place(key).file.startswith(f"{folder}/")
