"""How a piece stands, as the browser tells it day by day."""

from __future__ import annotations

from generator.compile.data.shapes import Standing
from generator.compile.words.in_force import standing_words
from generator.reason.in_force import Starting, standings


def standings_data(piece: Starting, *, plain: bool = False) -> list[Standing]:
    """Return every standing of a piece as the browser takes it: its last day, whether it binds, its words."""
    return [
        {"last": one.last.isoformat() if one.last else None, "binds": one.binds, "words": standing_words(one, plain)}
        for one in standings(piece)
    ]
