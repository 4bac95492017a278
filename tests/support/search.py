"""What the search finds, as the scripts of rows tell it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Row(NamedTuple):
    """A place that is found: its address, its title with its other names, and what it says."""

    place: str
    names: str
    says: str


def told_in(script: bytes) -> dict[str, Any]:
    """Return what a script of rows holds, a column a list."""
    text = script.decode()
    told: dict[str, Any] = json.loads(text[text.index("push(") + len("push(") : text.rindex(")")])
    return told


def rows_in(script: bytes) -> list[Row]:
    """Return the rows of a script."""
    told = told_in(script)
    places = [
        f"{told['pages'][page][0]}.html" + (f"#{anchor}" if anchor else "")
        for page, anchor in zip(told["page"], told["anchor"], strict=True)
    ]
    names = [f"{title}; {also}" for title, also in zip(told["title"], told["also"], strict=True)]
    return [Row(*row) for row in zip(places, names, told["says"], strict=True)]
