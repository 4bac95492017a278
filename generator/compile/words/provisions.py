"""Provisions in the order in which the law has them, and the anchors at which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from generator.model.statement import Citation

# What a place in a text begins with, as far as that says where it stands; whatever is not named comes first.
_RANKS = {"pt": 1, "ch": 1, "sch": 2}
_WHOLE = ("", "whole")
_TOKEN = re.compile(r"\d+[A-Za-z]*|[A-Za-z]+")
_NUMERAL = re.compile("[ivx]+")
_VALUES = {"i": 1, "v": 5, "x": 10}

_Token = tuple[int, tuple[int, ...]]


def legal_order(pinpoint: str) -> tuple[int, list[_Token], str]:
    """Return by what a place in a text is sorted, so that places stand as they do there.

    The whole comes first, then sections, regulations, rules and articles by number (``s.8``, ``s.14A``, ``s.14C(1)``,
    ``s.105``), then Parts, then Schedules. What was put between two stands between them: ``s.23C``, ``s.23CZA``,
    ``s.23CA``; ``s.23ZA`` comes before ``s.23A``.
    """
    if pinpoint in _WHOLE:
        return -1, [], pinpoint
    first = re.split("[^a-z]", pinpoint, maxsplit=1)[0]
    words = _TOKEN.findall(pinpoint[len(first) :])
    return _RANKS.get(first, 0), [_token(before, word) for before, word in pairwise(["", *words])], pinpoint


def in_legal_order(pinpoints: Iterable[str]) -> list[str]:
    """Return places in a text as they stand there."""
    return sorted(pinpoints, key=legal_order)


def _token(before: str, word: str) -> _Token:
    """Return a number with its letters, or a letter in brackets: below such a letter it is a numeral, ``(a)(iv)``."""
    digits, letters = re.sub("[A-Za-z]", "", word), word.lstrip("0123456789")
    if not digits and before.isalpha() and _NUMERAL.fullmatch(word):
        return _numeral(word), ()
    return int(digits or 0), _letters(letters.upper())


def _letters(letters: str) -> tuple[int, ...]:
    """Return letters by their places in the alphabet; a Z before another letter stands before A."""
    return tuple(
        0 if letter == "Z" and rest else ord(letter) - ord("@")
        for letter, rest in ((letter, letters[place:]) for place, letter in enumerate(letters, start=1))
    )


def _numeral(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-one if one < following else one for one, following in pairwise([*values, 0]))


def anchor_of(citation: Citation) -> str:
    """Return the anchor at which a passage stands in the list of sources: ``ca1989-s-22C-8``; of the whole its id."""
    return "-".join([citation.source, *re.findall("[0-9A-Za-z]+", citation.pinpoint)])
