"""What must hold between an earlier revision of the content and this one: an id goes on naming the same thing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from generator import rules
from generator.errors import Problem
from generator.model import Library

_LIKE = 0.3  # two texts that share less than this of their words speak of different things


def check_against(library: Library, earlier: Library, revision: str) -> Iterator[Problem]:
    """Report items of checklists whose id stood for something else before.

    A copy a reader kept is carried over by id: under a new thing it would show an old tick.
    """
    for checklist in library.checklist.values():
        before = earlier.checklist.get(checklist.id)
        old = {item.id: item.text for item in before.items} if before else {}
        for item in checklist.items:
            if item.id in old and _likeness(old[item.id], item.text) < _LIKE:
                yield Problem(
                    item.place("id"),
                    rules.REUSED_ID,
                    f"'{item.id}' meant something else at {revision}: {old[item.id][:100]}",
                    "give the new item an id of its own, so that ticks in kept copies do not move to it",
                )


def _likeness(one: str, other: str) -> float:
    first, second = (re.findall(r"\w+", text.lower()) for text in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()
