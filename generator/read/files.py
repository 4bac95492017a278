"""Files under the content root → located values. One door, so that limits hold for every kind of file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import rules
from generator.errors import Place, Problem
from generator.read.located import LocatedMap, Value
from generator.read.yaml import MAX_BYTES, decode, read_yaml


def find(root: Path, pattern: str) -> list[Path]:
    """Return the files under ``root`` that match ``pattern`` (as ``Path.glob``), in order of their names."""
    return sorted(path for path in root.glob(pattern) if path.is_file())


def read_file(root: Path, path: Path) -> Value | Problem:
    """Return the located value in one YAML or Markdown file, or the problem that stops reading it.

    A Markdown file gives its front matter as a mapping, with the text below it under the key ``body``.
    """
    name = path.relative_to(root).as_posix()
    if not path.resolve().is_relative_to(root.resolve()):
        return Problem(Place(name), rules.OUTSIDE_ROOT, "this file is a link to a place outside the content folder")
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return Problem(Place(name), rules.UNREADABLE_FILE, f"this file cannot be read: {error.strerror or error}")
    text = decode(data, name)
    if isinstance(text, Problem):
        return text
    return read_markdown(text, name) if path.suffix == ".md" else read_yaml(text, name)


def read_markdown(text: str, file: str) -> Value | Problem:
    """Return a Markdown file's front matter as a located mapping, its text under ``body``."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return Problem(
            Place(file), rules.NO_FRONT_MATTER, "this page has no front matter", "start the file with a line '---'"
        )
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == "---"), None)
    if end is None:
        return Problem(
            Place(file), rules.NO_FRONT_MATTER, "the front matter is not closed", "end it with a line '---' of its own"
        )
    front = read_yaml("\n".join(lines[1:end]) + "\n", file, first_line=2)
    if isinstance(front, Problem):
        return replace(front, message="the front matter is empty") if front.rule == rules.EMPTY_FILE else front
    if not isinstance(front, LocatedMap):
        return Problem(Place(file, 2), rules.WRONG_KIND, "the front matter must be 'key: value' lines")
    if "body" in front:
        return Problem(front.keys_at["body"], rules.UNKNOWN_KEY, "'body' cannot be given here; it is the text below")
    start = Place(file, end + 2, 1)
    front.put("body", "\n".join(lines[end + 1 :]), start, start)
    return front
