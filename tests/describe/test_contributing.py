"""What CONTRIBUTING.md says of a change names the files that know of such a thing."""

from __future__ import annotations

import re

import pytest

from support.paths import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
# What is written where a file knows of it.
KNOWS = {
    "A rule of a deadline": r"case Within\(|class Within:|\bWithin\(LENGTH|switch \(rule\.kind\)",
    "A way of counting": r"\b(?:clear_days|short_period)\b|regime\.skips",
    "A badge": r"^Force = |FORCE_WORDS|parts\.force\b|\bforce_word\(|\b(?:bindingOn|standingMarks)\(|\.force\.must",
    "Something more of each item of a checklist": r"^class Item\(|shapes\.Item|checklist\.table\b|it in section\.items",
}
FILES = [
    path
    for folder in ("generator", "site_templates")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".js", ".j2", ".css") and "built" not in path.parts
]


def walk(change: str) -> str:
    """Return what is said of a change."""
    found = re.search(rf"^  - \*{change}\*[.:].*?(?=^  - \*|^- )", TEXT, re.MULTILINE | re.DOTALL)
    assert found, f"nothing is said of '{change}'"
    return found.group()


@pytest.mark.parametrize("change", KNOWS)
def test_a_change_is_followed_to_every_file_that_knows_of_it(change: str) -> None:
    knowing = [path for path in FILES if re.search(KNOWS[change], path.read_text("utf-8"), re.MULTILINE)]
    assert len(knowing) > 2
    assert [path.relative_to(ROOT).as_posix() for path in knowing if path.name not in walk(change)] == []


def test_the_files_named_are_there() -> None:
    named = re.findall(r"`((?:generator|site_templates|tests)/[a-z\d_./-]+)`", TEXT)
    assert named and [name for name in named if not (ROOT / name).exists()] == []


def test_the_words_named_are_there() -> None:
    words = (ROOT / "site_templates/words/en.json").read_text("utf-8")
    named = re.findall(r"`((?:parts|checklist)\.[\w.]+)`", TEXT)
    assert named and [name for name in named if f'"{name.rsplit(".", 1)[-1]}":' not in words] == []
