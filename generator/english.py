"""How English words are read in what is searched, as the browser reads them in what is typed (english.js)."""

from __future__ import annotations

import json
import re
from functools import cache

from snowballstemmer import stemmer

from generator.own_files import TEMPLATES

_ENGLISH = json.loads((TEMPLATES / "words" / "english.json").read_text("utf-8"))
_SMALL = frozenset(_ENGLISH["small"].split())
_PROVISIONS = frozenset(_ENGLISH["provisions"].split())
_ALIKE: dict[str, str] = {**_ENGLISH["figures"], **_ENGLISH["ordinals"], **_ENGLISH["alike"]}
_UNITS = {word for word, figure in _ENGLISH["figures"].items() if len(figure) == 1}
_TENS = re.compile("[2-9]0")  # twenty and six are one figure
_NUMBER = re.compile(r"\d{1,3}[a-z]*")  # of a section; a year is none
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE = re.compile("['’]")
_OWNED = re.compile("['’]s$")
_STEMMER = stemmer("porter")


def stems(*texts: str) -> set[str]:
    """Return what the words that tell texts apart have in common with their other forms."""
    return {_stem(word) for word in _words(" ".join(texts)) if word not in _SMALL} - {""}


def alike(text: str) -> str:
    """Return what a text has in common with the same words in other forms, with other signs between them."""
    return " ".join(map(_stem, _words(text)))


def _words(text: str) -> list[str]:
    read: list[str] = []
    for written in _WORD.findall(text.lower()):
        word = _APOSTROPHE.sub("", _OWNED.sub("", written))
        known = _ALIKE.get(word, word)
        before = read[-1] if read else ""
        if (before in _PROVISIONS and _NUMBER.fullmatch(known)) or (_TENS.fullmatch(before) and word in _UNITS):
            read.pop()
            known = before + known if before in _PROVISIONS else str(int(before) + int(known))
        read += known.split()
    return read


@cache
def _stem(word: str) -> str:
    if any(letter.isdigit() for letter in word):
        return word
    return str(_STEMMER.stemWord(re.sub("bly$", "ble", word)))  # as the browser's stemmer has it
