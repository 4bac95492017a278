"""Lengths of time that texts repeat from deadlines are the deadlines' own."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.address import resolve, walk_models
from generator.model.authority import Authority
from generator.model.deadline import Deadline
from generator.model.statement import Repeated


def check_repeats(library: Library) -> Iterator[Problem]:
    """Report each length that a text repeats from a deadline that has another length, or none."""
    for thing in library.everything():
        if isinstance(thing, Authority):
            continue  # what its differences say is looked at in the pieces they change
        for owner in {id(owner): owner for owner, _, _ in walk_models(thing)}.values():
            if isinstance(owner, Repeated):
                yield from _otherwise(library, owner)


def _otherwise(library: Library, repeated: Repeated) -> Iterator[Problem]:
    deadline = resolve(library, repeated.deadline)
    if deadline is None:
        return  # reported as an address that leads nowhere
    has = getattr(deadline.rule, "length", None) if isinstance(deadline, Deadline) else None
    if has != repeated.length:
        said = f"the text repeats '{repeated.length}' from '{repeated.deadline}', which has " + (
            f"'{has}'" if has else "no length"
        )
        at = (deadline.place(),) if isinstance(deadline, Deadline) else ()
        yield Problem(
            repeated.place("length"), rules.REPEATED_OTHERWISE, said, "put right the one that is wrong", also=at
        )
