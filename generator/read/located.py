"""Plain values that remember where they were written.

YAML is read into :class:`Located` mappings and lists of text. Every scalar stays the text that was typed
(``no``, ``010``, ``12:30`` and ``1.10`` too); only the model decides what a text means.
"""

from __future__ import annotations

from typing import Union

from generator.errors import Place

Value = Union[str, None, "LocatedMap", "LocatedList"]


class LocatedMap(dict[str, Value]):
    """A YAML mapping. ``place`` is its own; ``keys_at`` and ``values_at`` hold those of its entries."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}
        self.values_at: dict[str, Place] = {}

    def put(self, key: str, value: Value, key_at: Place, value_at: Place) -> None:
        """Add an entry with the places of its key and its value."""
        self[key] = value
        self.keys_at[key] = key_at
        self.values_at[key] = value_at

    def put_before(self, before: str | None, key: str, value: Value, key_at: Place, value_at: Place) -> None:
        """Add an entry before another (at the end where ``before`` is None)."""
        later = list(self)[list(self).index(before) :] if before is not None else []
        after = [(name, self.pop(name)) for name in later]
        self.put(key, value, key_at, value_at)
        self.update(after)


class LocatedList(list[Value]):
    """A YAML sequence. ``place`` is its own; ``items_at`` holds those of its items."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []

    def put(self, value: Value, value_at: Place) -> None:
        """Add an item with its place."""
        self.put_at(len(self), value, value_at)

    def put_at(self, index: int, value: Value, value_at: Place) -> None:
        """Add an item with its place before the one at ``index``."""
        self.insert(index, value)
        self.items_at.insert(index, value_at)

    def take(self, index: int) -> None:
        """Take an item away."""
        del self[index]
        del self.items_at[index]


def copied(value: Value) -> Value:
    """Return a deep copy of a located value, every place kept."""
    if isinstance(value, LocatedMap):
        made = LocatedMap(value.place)
        for key, item in value.items():
            made.put(key, copied(item), value.keys_at[key], value.values_at[key])
        return made
    if isinstance(value, LocatedList):
        made_list = LocatedList(value.place)
        for item, place in zip(value, value.items_at, strict=True):
            made_list.put(copied(item), place)
        return made_list
    return value


def place_of(value: Value, path: tuple[object, ...], *, of_key: bool = False) -> Place | None:
    """Return the place of what ``path`` (keys and indexes) leads to inside ``value``, or of the last part found.

    Parts of the path that do not exist in the file are passed over, so that a path made by a validator,
    which may name its own inner steps, still ends at the nearest thing a person wrote. A mapping or list is where
    its key stands; ``of_key`` asks for the place of the last key of a text too.
    """
    place = value.place if isinstance(value, LocatedMap | LocatedList) else None
    for part in path:
        if isinstance(value, LocatedMap) and isinstance(part, str) and part in value:
            inner = value[part]
            place = value.values_at[part] if isinstance(inner, str) and not of_key else value.keys_at[part]
            value = inner
        elif isinstance(value, LocatedList) and isinstance(part, int) and 0 <= part < len(value):
            place = value.items_at[part]
            value = value[part]
    return place
