"""Whether a statement is in force, in words: for staff, in plain words, and as data from which the browser tells it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from markupsafe import Markup

from generator.compile.words import sentences
from generator.reason.in_force import Standing, Starting, standing, standings


def in_force_words(piece: Starting, on: date, *, plain: bool = False) -> str:
    """Return how a piece stands on a day: ``Not known to be in force``; empty where nothing need be said."""
    return _words(standing(piece, on), plain)


def binds(piece: Starting, on: date) -> bool:
    """Whether what a piece says is in force on a day; only then may it be shown as something that must be done."""
    return standing(piece, on).binds


def with_in_force(text: str, piece: Starting, on: date, *, plain: bool = False) -> str:
    """Return a text of a piece, and after it how the piece stands where that need be said."""
    told = in_force_words(piece, on, plain=plain)
    return f"{sentences.sentence(text)} {sentences.sentence(told)}" if told else text


def force_on(piece: Any, on: date) -> str:
    """Return how binding a piece is on a day: its force, or ``fact`` while it is not in force."""
    return str(piece.force) if binds(piece, on) else "fact"


def standings_data(piece: Starting, *, plain: bool = False) -> list[dict[str, Any]]:
    """Return every standing of a piece as the browser takes it: its last day, whether it binds, its words."""
    return [
        {"last": one.last.isoformat() if one.last else None, "binds": one.binds, "words": _words(one, plain)}
        for one in standings(piece)
    ]


def in_force_element(piece: Starting, on: date, mark: tuple[str, str] | None = None, *, plain: bool = False) -> Markup:
    """Return how a piece stands as HTML that the browser keeps true; empty where nothing need be said, now or later.

    ``mark``: the class and the word of its force, which stand before it only while it is in force.
    """
    now = standing(piece, on)
    words = _words(now, plain)
    if now.last is None and not words:
        return Markup()
    shown = Markup('<span class="force {}">{}</span> ').format(*mark) if mark and now.binds else Markup()
    if words:
        shown += Markup('<span class="standing{}">{}</span>').format("" if now.binds else " not", words)
    told = json.dumps({"mark": mark, "standings": standings_data(piece, plain=plain)}, separators=(",", ":"))
    told_in = Markup(' class="plain"') if plain else Markup()
    return Markup(' <in-force{} data-told="{}">{}</in-force>').format(told_in, told, shown)


def _words(one: Standing, plain: bool) -> str:
    start = sentences.day(one.start) if one.start else ""
    end = sentences.day(one.end) if one.end else ""
    if plain:
        return _plain_words(one, start, end)
    if one.state == "unknown":
        return "Not known to be in force"
    if one.state == "ended":
        return f"Ended on {end}"
    parts = [f"from {start}"] * bool(start) + [f"until {end}"] * bool(end)
    return " ".join(["In force", *parts]) if parts else ""


def _plain_words(one: Standing, start: str, end: str) -> str:
    if one.state == "unknown":
        return "It is not known yet if this rule has started."
    if one.state == "ended":
        return f"This rule ended on {end}."
    begins = "started" if one.binds else "starts"
    if start and end:
        return f"This rule {begins} on {start} and ends on {end}."
    return f"This rule {begins} on {start}." if start else f"This rule ends on {end}." if end else ""
