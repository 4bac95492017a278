"""Every word on a page is the content's or stands in the file of the site's own words, whichever module prints it."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.another_language import ITS_LETTERS
from support.pages import read_text
from support.paths import ROOT

TOLD = {"aria-label", "alt", "placeholder", "title"}  # attributes that are read or read aloud
SCRIPT = ROOT / "tests/support/another_language.py"


def texts_of(page: str) -> Iterator[str]:
    """Give all that a page says: to be seen, to be heard, and in what its scripts are given."""
    read = read_text(page)
    yield from read.texts
    yield from (value for _, given in read.tags for name, value in given.items() if name in TOLD and value)
    for data in re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL):
        yield from (text for text in _texts_in(json.loads(data)) if " " in text)


def _texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts_in(inner)


def _bare(text: str) -> str:
    """Return a text as words with single spaces between them, as it can be looked for."""
    words = re.sub(r"[\W_]+", " ", html.unescape(text).replace("’", "'").replace("'", ""))
    return f" {' '.join(words.lower().split())} "


def untranslated(text: str, content: str) -> Iterator[str]:
    """Give what a text says in our letters that the content does not say: in one piece, between signs and numbers."""
    for piece in re.split(rf"{ITS_LETTERS}|[^\w\s'’-]\s|\s[^\w\s'’-]", text):
        if "/" not in piece:  # else a file or a command
            for words in re.split(r"(?: (?:\w|\w*\d\w*)(?= ))+", _bare(piece)):
                if words.strip() and f" {words.strip()} " not in content:
                    yield words.strip()


@pytest.mark.parametrize("case", ["every-key", "homelessness"])
def test_what_is_not_content_stands_in_the_file_of_words(case: str, tmp_path: Path) -> None:
    root = ROOT / "tests/cases" / case
    path = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    subprocess.run([sys.executable, str(SCRIPT), str(root), str(tmp_path)], env={**os.environ, **path}, check=True)
    content = _bare(" ".join(path.read_text("utf-8") for path in root.rglob("*") if path.suffix in (".yml", ".md")))
    pages = sorted((*(tmp_path / "docs").rglob("*.md"), *(tmp_path / "docs").rglob("charts/*.svg")))
    found: dict[str, str] = {}
    for page in pages:
        text = re.sub(r"\A---\n.*?\n---\n", "", page.read_text("utf-8"), flags=re.DOTALL)
        for said in texts_of(text):
            for words in untranslated(said, content):
                found.setdefault(words, page.relative_to(tmp_path / "docs").as_posix())
    assert len(pages) > 30 and found == {}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("𝗳𝗿𝗼𝗺 10 years", []),
        ("A late letter (yes)", []),
        ("10 years or more", ["years or more"]),
        ("A late letter or a plan", ["late letter or"]),
        ("Overdue, 𝗯𝘆 10 years", ["overdue"]),
        ("See content/site.yml", []),
    ],
)
def test_a_word_of_the_programs_own_would_be_seen(text: str, seen: list[str]) -> None:
    content = _bare("title: A late letter\nunit: years\nanswers: {yes: {label: A plan}}")
    assert list(untranslated(text, content)) == seen
