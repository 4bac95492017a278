"""What we ship is read alike by libyaml and by PyYAML's own parser, which stands in where libyaml is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.edit.new import new_authority
from generator.errors import Problem
from generator.model import Library
from generator.model.kinds import FOLDERS
from generator.read import LocatedList, LocatedMap, Value, find, read_file
from support.paths import ROOT

ROOTS = [ROOT, *sorted(path.parent for path in (ROOT / "tests/cases").glob("*/content"))]
FILES = [
    pytest.param(root, path, id=path.relative_to(ROOT).as_posix())
    for root in ROOTS
    for folder in FOLDERS
    for path in find(root / folder, "**/*")
    if path.suffix in (".yml", ".md")
]


def told(value: Value | Problem) -> Iterator[object]:
    """Give all that was read, with every place."""
    if isinstance(value, LocatedMap):
        yield value.place
        for key, item in value.items():
            yield from (key, value.keys_at[key], value.values_at[key], *told(item))
    elif isinstance(value, LocatedList):
        yield value.place
        for item, place in zip(value, value.items_at, strict=True):
            yield from (place, *told(item))
    else:
        yield value


def _alike(root: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    for parser in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr("generator.read.yaml._LOADER", parser)
        read.append(list(told(read_file(root, path))))
    assert read[0] == read[1]


@pytest.mark.parametrize(("root", "path"), FILES)
def test_a_file_is_read_alike(root: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _alike(root, path, monkeypatch)


def test_a_file_to_begin_with_is_read_alike(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    _alike(tmp_path, new_authority(tmp_path, "A new one", library), monkeypatch)


def test_a_difference_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "asked.yml"
    path.write_text("{ask: How old?, plain: Age}\n", "utf-8")
    with pytest.raises(AssertionError):
        _alike(tmp_path, path, monkeypatch)
