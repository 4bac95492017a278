"""Asking the search as readers do: queries, the places that answer them, and where those come."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from support.paths import ROOT
from support.search import told_in

FOLDER = ROOT / "tests/search"
HALVES = ("queries_blind", "queries_sighted", "queries_unseen")


class Query(NamedTuple):
    """What a kind of reader types, the places that answer it, and in which view (None: the national site)."""

    by: str
    words: str
    at: tuple[str, ...]
    view: str | None


def queries(half: str) -> list[Query]:
    """Return the queries of one half."""
    told = yaml.safe_load((FOLDER / f"{half}.yml").read_text("utf-8"))
    return [Query(it["by"], it["query"], tuple(it["at"]), it.get("in")) for it in told]


def mistyped(words: str) -> str | None:
    """Return a query with one letter wrong in its longest word; None where none has five letters."""
    longest = max(re.findall(r"\b[a-z]{5,}\b", words, re.IGNORECASE), key=len, default="")
    if not longest:
        return None
    at = len(longest) // 2
    return words.replace(longest, longest[:at] + ("a" if longest[at] == "e" else "e") + longest[at + 1 :], 1)


def write_rows(files: Mapping[str, bytes], folder: Path, *, with_asked: bool = True) -> None:
    """Write the scripts of rows of a site and its views into a folder, under the names of the views."""
    for name, data in files.items():
        if name.endswith("assets/search-rows.js"):
            told = told_in(data)
            if not with_asked:
                told |= {"asked": "", "asked_beside": {}}
            view = name.split("/")[1] if name.startswith("local/") else "national"
            (folder / f"{view}.js").write_text(f"globalThis.pathwaysRows = [{json.dumps(told)}]", "utf-8")


def answers(folder: Path, asked: Sequence[tuple[str, str | None]]) -> list[dict[str, Any]]:
    """Return what the finder says to words in a view, each with the places in the order a page shows them."""
    told = [{"query": words, "view": view} for words, view in asked]
    done = subprocess.run(
        ["node", str(FOLDER / "measure.mjs"), str(folder)],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def rank(places: Sequence[str], at: Sequence[str]) -> int:
    """Return at which place (from 0) the first right answer comes; 99 where none comes.

    A fact told in plain words is the same fact, and a page in plain words the same page.
    """
    right = {twin for place in at for twin in (place, _plain(place), _full(place))}
    return next((number for number, place in enumerate(places) if place in right), 99)


def _plain(place: str) -> str:
    option = re.match(r"^options/([^#]+)(?:#values-(.+))?$", place)
    return f"families/{option[1]}" + (f"#{option[2]}" if option[2] else "") if option else place


def _full(place: str) -> str:
    option = re.match(r"^families/([^#]+)#(.+)$", place)
    return f"options/{option[1]}#values-{option[2]}" if option else place
