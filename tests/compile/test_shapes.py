"""The data that pages carry has the shapes from which the browser's types are made, no key more and none less."""

from __future__ import annotations

import ast
import html
import json
import re
from typing import Any, get_type_hints

import pytest
from pydantic import TypeAdapter

from generator.compile.data import shapes
from generator.compile.folder import Compiled
from support.paths import ROOT

SHAPES: dict[str, TypeAdapter[Any]] = {
    f"data-{name}": TypeAdapter(shape)
    for carrying in (shapes.Scripts, shapes.Attributes)
    for name, shape in get_type_hints(carrying).items()
}
# Handed over in the browser, and by no page; and what no guide of ours passes on.
UNSEEN = {"data-given", "data-answers", "data-passes"}
SCRIPT = re.compile(r'<script type="application/json" (data-[a-z]+)>(.*?)</script>', re.DOTALL)
ATTRIBUTE = re.compile(r' (data-[a-z]+)="((?:{|\[)[^"]*)"')


def carried(page: str) -> list[tuple[str, str]]:
    """Return the JSON in scripts and attributes of a page, each with the name it stands under."""
    return SCRIPT.findall(page) + [(name, html.unescape(data)) for name, data in ATTRIBUTE.findall(page)]


def test_pages_of_every_view_carry_data_of_these_shapes(compiled_with_views: Compiled) -> None:
    seen: dict[str, int] = dict.fromkeys(SHAPES, 0)
    for page, text in compiled_with_views.files.items():
        for name, data in carried(text.decode("utf-8")) if page.endswith(".md") else ():
            seen[name] += 1
            found = json.loads(data)
            # What is no key of a shape is left out of what is read, and so the two differ.
            assert SHAPES[name].dump_python(SHAPES[name].validate_json(data, strict=True), mode="json") == found, page
    assert {name for name, count in seen.items() if not count} == UNSEEN


@pytest.mark.parametrize(
    ("name", "change"), [("data-tree", {"cases": None}), ("data-tree", {"tree": {}}), ("data-list", {"items": []})]
)
def test_other_data_is_found(compiled_with_views: Compiled, name: str, change: dict[str, Any]) -> None:
    pages = (text.decode() for page, text in compiled_with_views.files.items() if page.endswith(".md"))
    data = next(data for page in pages for found, data in SCRIPT.findall(page) if found == name)
    with pytest.raises(ValueError, match="validation error"):
        SHAPES[name].validate_python(json.loads(data) | change, strict=True)


def test_nothing_that_makes_data_for_pages_escapes_the_types() -> None:
    """A key misspelt or left out fails mypy wherever no value may be of any type."""
    found = [
        (path.name, node.id)
        for path in sorted((ROOT / "generator/compile/data").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id in ("Any", "cast", "object")
    ]
    assert found == [("tree.py", "cast")]  # a guard's bounds are a test of their own
