"""Whether a statement is in force, in words: for staff, and in plain words."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.reason.in_force import Standing, Starting, standing

_FORMS = SAYS.sentences.page.in_force


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
    forms = _FORMS.plain if plain else _FORMS.exact
    form = getattr(forms, one.state) if one.state in ("unknown", "ended") else _form(one, forms, plain)
    start = sentences.day(one.start) if one.start else ""
    end = sentences.day(one.end) if one.end else ""
    return sentences.fill(form, start=start, end=end)


def _form(one: Standing, forms: Any, plain: bool) -> str:
    """Return the form for a time that begins, ends or both: plain words say too whether it has begun."""
    if one.start and one.end:
        return str(forms.begun_and_ends if plain and one.binds else forms.begins_and_ends)
    if one.start:
        return str(forms.begun if plain and one.binds else forms.begins)
    return str(forms.ends) if one.end else ""
