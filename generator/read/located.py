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


class LocatedList(list[Value]):
    """A YAML sequence. ``place`` is its own; ``items_at`` holds those of its items."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []

    def put(self, value: Value, value_at: Place) -> None:
        """Add an item with its place."""
        self.append(value)
        self.items_at.append(value_at)


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
