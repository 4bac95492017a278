"""Addresses → the thing they name: ``timeline/looked-after-child#first-review`` → that deadline."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.base import Model
from generator.model.kinds import KINDS
from generator.model.library import Library
from generator.model.statement import Address


def parts_of(thing: object) -> dict[str, object]:
    """Return everything inside a piece of content that an address can name, by its path (``age.under-10``)."""
    found: dict[str, object] = {}
    for path, part in thing.parts() if isinstance(thing, Model) else ():
        found.setdefault(path, part)
    return found


def resolve(library: Library, address: Address) -> object | None:
    """Return what an address names, or None where nothing has that name."""
    thing = library.of_kind(address.kind).get(address.id) if address.kind in addressable() else None
    if thing is None or not address.path:
        return thing
    return parts_of(thing).get(".".join(address.path))


def addressable() -> list[str]:
    """Return the kinds of content an address may begin with."""
    return [kind.name for kind in KINDS if kind.name != "site"]


def walk_models(thing: Model, path: tuple[object, ...] = ()) -> Iterator[tuple[Model, str, object]]:
    """Give every field with a value inside a piece of content, as (owner, field name, value), depth first."""
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        yield thing, name, value
        for inner in _models_in(value):
            yield from walk_models(inner)


def _models_in(value: object) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _models_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _models_in(item)
