"""The data that pages carry has the shapes from which the browser's types are made, no key more and none less."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.compile.data import shapes
from generator.compile.folder import Compiled

SHAPES: dict[str, TypeAdapter[Any]] = {
    "data-tree": TypeAdapter(shapes.Guide),
    "data-timelines": TypeAdapter(shapes.Timelines),
    "data-list": TypeAdapter(shapes.Checklist),
    "data-views": TypeAdapter(shapes.Views),
}
CARRIED = re.compile(r'<script type="application/json" (data-[a-z]+)>(.*?)</script>', re.DOTALL)


def test_pages_of_every_view_carry_data_of_these_shapes(compiled_with_views: Compiled) -> None:
    seen: dict[str, int] = dict.fromkeys(SHAPES, 0)
    for page, text in compiled_with_views.files.items():
        for name, data in CARRIED.findall(text.decode("utf-8")) if page.endswith(".md") else ():
            seen[name] += 1
            carried = json.loads(data)
            # What is no key of a shape is left out of what is read, and so the two differ.
            assert SHAPES[name].dump_python(SHAPES[name].validate_json(data, strict=True), mode="json") == carried, page
    assert all(seen.values()), seen


@pytest.mark.parametrize(
    ("name", "change"), [("data-tree", {"cases": None}), ("data-tree", {"tree": {}}), ("data-list", {"items": []})]
)
def test_other_data_is_found(compiled_with_views: Compiled, name: str, change: dict[str, Any]) -> None:
    pages = (text.decode() for page, text in compiled_with_views.files.items() if page.endswith(".md"))
    data = next(data for page in pages for found, data in CARRIED.findall(page) if found == name)
    with pytest.raises(ValueError, match="validation error"):
        SHAPES[name].validate_python(json.loads(data) | change, strict=True)
