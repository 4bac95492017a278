"""Where on a thing's page a part of it stands."""

from __future__ import annotations

from typing import Any

from generator.model.option import DimensionValue


def anchor_of(thing: Any, owner: Any) -> str:
    """Return the anchor on a thing's page where ``owner``, a part of it, stands (empty: the top)."""
    if isinstance(owner, DimensionValue):
        values = getattr(thing, "values", {})
        return next((f"values-{name}" for name, value in values.items() if value is owner), "")
    for group in ("questions", "outcomes"):
        for name, part in getattr(thing, group, {}).items():
            if part is owner:
                return str(name)
            for statement in getattr(part, "then", ()):
                if statement is owner:
                    return f"{name}-{statement.id}"
    return "" if owner is thing else str(getattr(owner, "id", ""))
