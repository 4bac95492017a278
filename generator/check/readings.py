"""How far statements were checked: what is read in the law says in which version, what was sought was not read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.readings import cited_by, readings


def check_readings(library: Library) -> Iterator[Problem]:
    """Report readings that contradict themselves, and (as warnings) readings of the law in no recorded version."""
    if "source" in library.partial:
        return  # one mistake, one message
    known = {id(thing) for thing in library.national.everything()} if library.national else set()
    for thing in library.everything():
        if id(thing) in known:
            continue  # an authority that leaves a piece alone is told nothing of it
        for owner, name, value in walk_models(thing):
            if name == "sought" and value is not None and getattr(owner, "seen", "none") != "none":
                said = "this was read, so it cannot have been sought in vain"
                yield Problem(owner.place("sought"), "sought-and-read", said, "take 'sought' or 'seen' away")
            if name == "seen" and value == "law":
                yield from _unrecorded(library, owner)


def _unrecorded(library: Library, owner: Model) -> Iterator[Problem]:
    found = readings(library, cited_by(owner))
    if not found:
        said = "this was read in the law, and cites none"
        yield Problem(owner.place("seen"), "read-in-no-law", said, "cite the law, or say where it was read")
    missing = [citation for citation, passage in found if passage is None]
    if missing:
        first = missing[0]
        yield Problem(
            owner.place("seen"),
            "version-not-recorded",
            f"this was read in the law, but nothing says in which version '{first}' was read",
            f"add the passage to 'passages:' of '{first.source}' in content/sources.yml",
            "warning",
        )
