"""Whether a statement is in force, in words: for staff, and in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.compile.words import sentences
from generator.reason.in_force import Standing, Starting, standing


def in_force_words(piece: Starting, on: date, *, plain: bool = False) -> str:
    """Return how a piece stands on a day: ``Not known to be in force``; empty where nothing need be said."""
    return standing_words(standing(piece, on), plain)


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


def standing_words(one: Standing, plain: bool) -> str:
    """Return one standing in words: ``In force from 1 March 2027``; empty where it is simply in force."""
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
