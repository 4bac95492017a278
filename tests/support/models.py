"""Every model of the content, and every schema within a schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.base import Model


def every_model(cls: type[Model]) -> Iterator[type[Model]]:
    for inner in cls.__subclasses__():
        yield inner
        yield from every_model(inner)


def every_schema(node: Any) -> Iterator[dict[str, Any]]:
    """Give a schema and all schemas within it."""
    if isinstance(node, list):
        for item in node:
            yield from every_schema(item)
    elif isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key in ("properties", "definitions"):
                yield from every_schema(list(value.values()))
            elif key not in ("enum", "const", "default", "required"):
                yield from every_schema(value)
