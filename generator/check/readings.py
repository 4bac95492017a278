"""How far statements were checked: what is read in the law says in which version, what was sought was not read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.readings import cited_by, readings
from generator.model.source import Source


def check_readings(library: Library) -> Iterator[Problem]:
    """Report readings that contradict themselves, and (as warnings) readings of the law in no recorded version."""
    if "source" in library.partial:
        return  # one mistake, one message
    if library.national is None:
        for source in library.source.values():
            yield from _passages(source)
    known = {id(thing) for thing in library.national.everything()} if library.national else set()
    for thing in library.everything():
        if id(thing) in known:
            continue  # an authority that leaves a piece alone is told nothing of it
        for owner, name, value in walk_models(thing):
            if name == "sought" and value is not None and getattr(owner, "seen", "none") != "none":
                said = "this was read, so it cannot have been sought in vain"
                yield Problem(owner.place("sought"), rules.SOUGHT_AND_READ, said, "take 'sought' or 'seen' away")
            if name == "seen" and value == "law":
                yield from _unrecorded(library, owner)


def _passages(source: Source) -> Iterator[Problem]:
    """Report passages recorded twice, and days that cannot be: to come, or a version later than its reading."""
    seen: set[str] = set()
    for passage in source.passages:
        for number, at in enumerate(passage.at):
            if at in seen:
                said = f"'{at}' stands in another passage of '{source.id}' too"
                yield Problem(passage.place("at", number), rules.PASSAGE_TWICE, said, "keep the version that was read")
            seen.add(at)
        version = passage.version
        if passage.on > date.today():
            said = f"nobody has read anything on {passage.on} yet"
            yield Problem(passage.place("on"), rules.DATE_TO_COME, said, "write the day it was read")
        elif isinstance(version, date) and version > passage.on:
            said = f"on {passage.on} there was no version of {version} to read"
            yield Problem(passage.place("version"), rules.BAD_VERSION, said, "look at both days")
        elif isinstance(version, date) and source.year is not None and version.year < source.year:
            said = f"'{source.id}' is of {source.year}, so there is no version of {version}"
            yield Problem(passage.place("version"), rules.BAD_VERSION, said, "look at the day, and at 'year:'")


def _unrecorded(library: Library, owner: Model) -> Iterator[Problem]:
    found = readings(library, cited_by(owner))
    if not found:
        said = "this was read in the law, and cites none"
        yield Problem(owner.place("seen"), rules.READ_IN_NO_LAW, said, "cite the law, or say where it was read")
    missing = [citation for citation, passage in found if passage is None]
    if missing:
        first = missing[0]
        yield Problem(
            owner.place("seen"),
            rules.VERSION_NOT_RECORDED,
            f"this was read in the law, but nothing says in which version '{first}' was read",
            f"add the passage to 'passages:' of '{first.source}' in content/sources.yml",
        )
