"""What can be wrong with the content, said so that the person who wrote it can mend it.

A :class:`Problem` is one sentence with a place. Every stage collects problems and goes on as far as it
can, so that one run tells all of them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from generator.rules import Rule, Severity

_MAX_WORD = 80


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a content file: path from the content root with forward slashes; line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: where, which rule, one sentence, and what would mend it (may be empty).

    ``also`` are the other places that have to do with it, each to be looked at: reports name every one.
    ``softened``: it is one of the cases for which an error's rule says that it only warns (``warning_where``).
    """

    place: Place
    rule: Rule
    message: str
    hint: str = ""
    softened: bool = False
    also: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        assert not self.softened or self.rule.warning_where, f"{self.rule.id} does not say where it only warns"

    @property
    def severity(self) -> Severity:
        """Whether it stops a build (an error) or not (a warning)."""
        return "warning" if self.softened else self.rule.severity

    def __str__(self) -> str:
        kind = "warning: " if self.severity == "warning" else ""
        return f"{self.place}: {kind}{self.message} [{self.rule.id}]"


class Fault(Exception):
    """Something outside the content stops the work: a missing program, a folder that cannot be written.

    The message is one sentence for the person at the keyboard. Commands print it and exit with ``code``
    (2: the command was used wrongly; 3: the machine or the program is at fault).
    """

    def __init__(self, message: str, *, code: int = 3) -> None:
        super().__init__(message)
        self.code = code


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the known word most like ``word``, or an empty text when none is close."""
    if len(word) > _MAX_WORD:
        return ""
    close = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build; warnings do not."""
    return [problem for problem in problems if problem.severity == "error"]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order of place, then of rule."""
    return sorted(problems, key=lambda p: (p.place.file, p.place.line, p.place.column, p.rule.id, p.message, p.hint))
