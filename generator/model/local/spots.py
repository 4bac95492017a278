"""Finding the part of a written piece that a difference is about, and changing it there."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator import rules
from generator.errors import Problem, did_you_mean
from generator.model.authority import Difference
from generator.read import LocatedList, LocatedMap, Value

_COLLECTION_OF = ("items", "answers", "bands", "steps")  # where a piece goes that is added to a section, a question…
_MAPS = ("questions", "outcomes", "answers")


class Target(NamedTuple):
    """A part of a written piece: what stands there, and the mapping or list that holds it under ``key``."""

    value: Value
    holder: LocatedMap | LocatedList | None
    key: str | int

    def take_away(self) -> None:
        """Take the part out of what holds it."""
        if isinstance(self.holder, LocatedMap):
            self.holder.pop(str(self.key))
        elif isinstance(self.holder, LocatedList):
            self.holder.take(int(self.key))


def find_spot(written: LocatedMap, path: tuple[str, ...], keys: list[str]) -> Target | None:
    """Return the part a path leads to: by id wherever it stands, else by the name of a key (``deadlines``)."""
    spot: Target | None = Target(written, None, "")
    for number, name in enumerate(path):
        inside = spot.value if spot else None
        if not isinstance(inside, LocatedMap):
            return None
        spot = _by_id(inside, name) or _by_key(inside, name, keys if number == 0 else [])
    return spot


def _by_id(written: LocatedMap, name: str) -> Target | None:
    """Find a piece by its id, the outermost first: in mappings from id to piece, and in lists of pieces."""
    level: list[Value] = [written]
    while level:
        deeper: list[Value] = []
        for value in level:
            if isinstance(value, LocatedMap):
                for key, inner in value.items():
                    if key in _MAPS and isinstance(inner, LocatedMap) and name in inner:
                        return Target(inner[name], inner, name)
                deeper += value.values()
            elif isinstance(value, LocatedList):
                for number, item in enumerate(value):
                    if isinstance(item, LocatedMap) and item.get("id") == name:
                        return Target(item, value, number)
                deeper += value
        level = deeper
    return None


def _by_key(written: LocatedMap, name: str, keys: list[str]) -> Target | None:
    if name in written:
        return Target(written[name], written, name)
    if name in keys:
        # a collection nobody has written anything into yet
        empty = LocatedMap(written.place) if name in _MAPS else LocatedList(written.place)
        written.put(name, empty, written.place, written.place)
        return Target(empty, written, name)
    return None


def add_to(spot: Target, difference: Difference) -> tuple[Problem | None, str]:
    """Add a difference's piece at a spot. Return the problem, if it cannot be, and the id of what was added."""
    added = difference.written["add"] if difference.written else None
    assert isinstance(added, LocatedMap)
    target = spot.value
    if isinstance(target, LocatedMap) and ("id" in target or "ask" in target):
        if "in_short" in target and "steps" not in target:  # a station at which nothing is done nationally
            target.put("steps", LocatedList(target.place), target.place, target.place)
        inner = next((key for key in _COLLECTION_OF if isinstance(target.get(key), LocatedMap | LocatedList)), None)
        target = target[inner] if inner else None
    name = added.get("id")
    nameless = isinstance(target, LocatedList) and not any(isinstance(i, LocatedMap) and "id" in i for i in target)
    if nameless and target and name is None and isinstance(target, LocatedList):
        target.put(added, added.place)  # a list whose entries have no ids, such as those who come to a meeting
        return None, ""
    if not isinstance(target, LocatedMap | LocatedList):
        said = f"nothing can be added to '{difference.on}'"
        return Problem(
            difference.place("on"), rules.BAD_DIFFERENCE, said, "name a list, for example timeline/id#deadlines"
        ), ""
    if not isinstance(name, str):
        return Problem(difference.key_place("add"), rules.MISSING_KEY, "what is added needs an 'id'", "add it"), ""
    ids = (
        [item.get("id") for item in target if isinstance(item, LocatedMap)]
        if isinstance(target, LocatedList)
        else list(target)
    )
    if difference.before is not None and difference.before not in ids:
        hint = did_you_mean(difference.before, [str(known) for known in ids])
        said = f"there is no '{difference.before}' in '{difference.on}' to stand before"
        return Problem(difference.place("before"), rules.TARGET_GONE, said, hint), ""
    if name in ids:
        said = f"there is a '{name}' in '{difference.on}' already"
        return Problem(added.values_at["id"], rules.DUPLICATE_ID, said, "give it another id, or use 'set'"), ""
    if isinstance(target, LocatedList):
        target.put_at(ids.index(difference.before) if difference.before else len(target), added, added.place)
        return None, name
    piece = LocatedMap(added.place)
    for key, value in added.items():
        if key != "id":
            piece.put(key, value, added.keys_at[key], added.values_at[key])
    target.put_before(difference.before, name, piece, added.keys_at["id"], added.place)
    return None, name


def section_of(body: str, heading: str) -> tuple[int, int] | None:
    """Return the first line of a chapter's section and the line after its last, counted from 0; None without it."""
    lines = body.split("\n")
    starts = [n for n, line in enumerate(lines) if re.match(r"#+ ", line)]
    first = next((n for n in starts if lines[n].rstrip().endswith("{#" + heading + "}")), None)
    if first is None:
        return None
    level = len(lines[first]) - len(lines[first].lstrip("#"))
    ends = (n for n in starts if n > first and len(lines[n]) - len(lines[n].lstrip("#")) <= level)
    return first, next(ends, len(lines))


def text_with(body: str, heading: str, how: str, text: str, label: str) -> str | None:
    """Return a chapter's text with one section changed: ``add`` at its end, ``set`` in its place, or ``remove`` it.

    Local text stands in a block of its own under ``label``. None where the chapter has no such heading.
    """
    lines = body.split("\n")
    section = section_of(body, heading)
    if section is None:
        return None
    first, end = section
    block = ["", f"> {label}", ">", *(f"> {line}".rstrip() for line in text.split("\n")), ""]
    kept = {"add": [*lines[first:end], *block], "set": [lines[first], *block], "remove": []}[how]
    return "\n".join([*lines[:first], *kept, *lines[end:]])
