"""What a passage has to say: words and numbers that stand in it, and what must not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from support.passages import plain

UP_TO_TEN = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
TEENS = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
COUNTED = UP_TO_TEN + TEENS
ALSO = {1: ["whole", "full"], 2: ["twice", "both"]}

# Words of strength: how binding a thing is, whether it holds, when, and how much. Each counts only as a whole word.
STRENGTH = {
    "must": ("must", "has to", "have to", "required", "requires", "need to", "needs to"),
    "should": ("should", "expects", "expected"),
    "may": ("may", "can", "might", "could", "allowed"),
    "not": ("not", "no", "never", "cannot", "nothing", "nobody", "without", "neither", "nor"),
    "before": ("before", "ahead of", "earlier than"),
    "after": ("after", "following"),
    "at least": ("at least", "no less than", "or more"),
    "at most": ("at most", "no more than", "no later than", "within", "up to", "at the latest"),
}
WHOLE = {word for words in STRENGTH.values() for word in words}


@cache
def word_pattern(entry: str) -> re.Pattern[str]:
    """Return what finds one of the words of an entry (``sibling|brother|sister``), each at the beginning of a word."""
    either = (re.escape(plain(word)) + (r"(?!\w)" if word in WHOLE else "") for word in entry.split("|"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(either)})")


@cache
def strength_pattern(*words: str) -> re.Pattern[str]:
    """Return what finds one of some words, each whole; the longest first."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b")


def strength_of(passage: str) -> dict[str, int]:
    """Return how often each kind of word of strength stands in a passage; a kind that does not is left out."""
    counted = {kind: len(strength_pattern(*words).findall(passage)) for kind, words in STRENGTH.items()}
    return {kind: many for kind, many in counted.items() if many}


@cache
def number_pattern(number: str) -> re.Pattern[str]:
    """Return what finds a number, in digits or in words, with its unit where it has one (``4 months``)."""
    parts = re.fullmatch(r"(\d{1,2})(?: (\D+?)s?)?", number)
    if parts is None:
        return re.compile(rf"(?<![\w.]){re.escape(plain(number))}(?!\w)")
    value, unit = int(parts[1]), parts[2]
    forms = [parts[1], *COUNTED[value : value + 1], *ALSO.get(value, [])]
    behind = "".join(rf"[ -]{re.escape(word)}" for word in unit.split()) + "s?" if unit else ""
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)}){behind}(?!\w|\.\d)")


@dataclass(frozen=True)
class Wanted:
    """The words and numbers without which a passage does not say what it should, and what would turn its meaning."""

    words: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def missing(self, passage: str) -> list[str]:
        """Return which words and numbers a passage lacks, and which that must not stand there do."""
        return [
            *(entry for entry in self.words if not word_pattern(entry).search(passage)),
            *(number for number in self.numbers if not number_pattern(number).search(passage)),
            *(f"not: {entry}" for entry in self.unwanted if word_pattern(entry).search(passage)),
        ]

    def said_in(self, passages: Iterable[str]) -> str | None:
        """Return the shortest of some passages that says it all."""
        return min((passage for passage in passages if not self.missing(passage)), key=len, default=None)
