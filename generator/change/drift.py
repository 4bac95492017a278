"""What changed nationally since an authority last looked at its differences, and which of them it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Place
from generator.model import Library
from generator.model.address import parts_of
from generator.model.authority import Authority, Difference
from generator.model.base import Model
from generator.model.kinds import KINDS
from generator.read import LocatedList, LocatedMap, Value


@dataclass(frozen=True, slots=True)
class Change:
    """One national piece that was changed, added or removed, and the differences of the authority that are about it."""

    address: str
    what: str
    touched: tuple[Difference, ...]


def drift(now: Library, then: Library, authority: Authority) -> list[Change]:
    """Return what changed between two states of the national content, those an authority's differences touch first."""
    found = []
    for kind in (kind.name for kind in KINDS if kind.differs):
        before, after = then.of_kind(kind), now.of_kind(kind)
        for name in dict.fromkeys([*before, *after]):
            for path, what in _changes(before.get(name), after.get(name)):
                address = f"{kind}/{name}" + (f"#{path}" if path else "")
                touched = tuple(d for d in authority.differences if _about(str(d.on), address))
                found.append(Change(address, what, touched))
    return sorted(found, key=lambda change: (not change.touched, change.address))


def _changes(before: Model | None, after: Model | None) -> Iterator[tuple[str, str]]:
    """Give the path of each part that differs, and whether it was added, removed or changed (no path: the whole).

    Where parts were only put in another order, the whole has changed.
    """
    if before is None or after is None:
        yield "", "added" if before is None else "removed"
        return
    old, new = _pieces(before), _pieces(after)
    moved = [path for path in old if path in new] != [path for path in new if path in old]
    for path in dict.fromkeys([*old, *new]):
        if path not in new:
            yield path, "removed"
        elif path not in old:
            yield path, "added"
        elif old[path] != new[path] or (moved and not path):
            yield path, "changed"


def _pieces(thing: Model) -> dict[str, object]:
    """Return what a person wrote of the whole (no path) and of each part an address can name, none within another."""
    parts = {"": thing, **parts_of(thing)}
    written = {path: part.written for path, part in parts.items() if isinstance(part, Model) and part.written}
    places = {value.place for value in written.values()}
    return {path: _without(places, value) for path, value in written.items()}


def _without(places: set[Place], value: Value) -> object:
    """Return a written value without the parts that stand at ``places`` inside it, and without what held only these."""
    if isinstance(value, LocatedMap):
        inner = {key: _without(places, item) for key, item in value.items() if not _stands_at(places, item)}
        return {key: item for key, item in inner.items() if item not in ({}, [])}
    if isinstance(value, LocatedList):
        return [_without(places, item) for item in value if not _stands_at(places, item)]
    return value


def _stands_at(places: set[Place], value: Value) -> bool:
    return isinstance(value, LocatedMap) and value.place in places


def _about(on: str, address: str) -> bool:
    """Whether a difference is about a piece: it names it, something inside it, or the whole it belongs to."""
    whole = on.partition("#")[0]
    return address in (on, whole) or address.startswith((f"{on}.", f"{on}#")) or on.startswith(f"{address}.")
