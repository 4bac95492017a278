"""Corrections: made on a day that has come, about something that stands on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.errors import Problem
from generator.model import KIND, Library

ON_TIMELINES = ("counting", "date")  # they have no page of their own, and are told on others


def check_corrections(library: Library) -> Iterator[Problem]:
    """Report corrections that would stand on no page, and those dated before their day."""
    if library.national is not None:
        return  # told nationally
    for found in library.correction.values():
        if found.until > date.today():
            said = f"'until' is the day something was put right, and {found.until} has not come"
            yield Problem(found.place("until"), rules.DATE_TO_COME, said, "write the day it was put right")
        for number, address in enumerate(found.on):
            kind = KIND[address.kind]
            if not (kind.section or kind.shelf or address.kind in ON_TIMELINES):
                said = f"a {address.kind} stands on no page of its own"
                yield Problem(
                    found.place("on", number), rules.BAD_CORRECTION, said, "name what stands where it was wrong"
                )
