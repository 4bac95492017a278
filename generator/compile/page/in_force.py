"""How a piece stands, in an element that the browser keeps true."""

from __future__ import annotations

import json
from datetime import date

from markupsafe import Markup

from generator.compile.data.in_force import standings_data
from generator.compile.data.shapes import Told
from generator.compile.words.in_force import standing_words
from generator.reason.in_force import Starting, standing


def in_force_element(piece: Starting, on: date, mark: tuple[str, str] | None = None, *, plain: bool = False) -> Markup:
    """Return how a piece stands as HTML that the browser keeps true; empty where nothing need be said, now or later.

    ``mark``: the class and the word of its force, which stand before it while it is in force (empty: none).
    """
    mark = mark if mark and mark[1] else None
    now = standing(piece, on)
    words = standing_words(now, plain)
    if now.last is None and not words:
        return Markup()
    shown = Markup('<span class="force {}">{}</span> ').format(*mark) if mark and now.binds else Markup()
    if words:
        shown += Markup('<span class="standing{}">{}</span>').format("" if now.binds else " not", words)
    told: Told = {"mark": mark, "standings": standings_data(piece, plain=plain)}
    told_in = Markup(' class="plain"') if plain else Markup()
    return Markup(' <in-force{} data-told="{}">{}</in-force>').format(
        told_in, json.dumps(told, separators=(",", ":")), shown
    )
