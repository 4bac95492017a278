"""Content altered for a test: a library with other content of some kinds, and what a file holds as plain data."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from generator.model import Library
from generator.model.base import Model
from generator.read import Value


def with_shelves(library: Library, shelves: Mapping[str, Mapping[str, Model]]) -> Library:
    """Return a library that has other content, by id, of the kinds named."""
    return dataclasses.replace(
        library, shelves=library.shelves | {kind: dict(shelf) for kind, shelf in shelves.items()}
    )


def plain(value: Value) -> Any:
    """Return a located value as plain dictionaries and lists, to be edited."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
