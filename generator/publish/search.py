"""The search index the engine made: places added that are no headings, and a form that opens without a server."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from generator.compile.folder import PublishedView
from generator.compile.page.maker import Findable

_BOOST = 6  # what is named in so many words comes before pages that speak of it
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INDEXES = ("search/search_index.json", "search.json")  # as MkDocs and as Zensical call it


def let_find(folder: Path, rows: Sequence[Findable]) -> None:
    """Let the search find ``rows`` (places that are no headings), and let it open without a server: the index stands
    as a script too, as pages opened from a folder may not fetch files.

    What people wrote is escaped, because the search shows titles and texts as HTML. The engines leave the titles of
    pages as they were written, and those of headings as HTML or, of some, as written too: where the two could be mixed
    up, the heading's words are read from its page.
    """
    headings_of = cache(lambda page: _headings(folder / page))
    told = [{name: escape(text, quote=False) for name, text in row._asdict().items()} for row in rows]
    for index in (folder / name for name in INDEXES):
        if index.is_file():
            data = json.loads(index.read_text("utf-8"))
            entries = data[_entries(data)]
            for entry in entries:
                written, (page, _, anchor) = entry["title"], entry["location"].partition("#")
                if anchor and (written := unescape(written)).count("<"):
                    written = headings_of(page).get(anchor, written)
                entry["title"] = escape(written, quote=False)
                if "path" in entry:
                    entry["path"] = [escape(name, quote=False) for name in entry["path"]]
            if "items" in data:  # as Zensical writes it
                entries += [{**row, "level": 2, "path": [], "tags": []} for row in told]
            else:
                entries += [{**row, "boost": _BOOST} for row in told]
            write_index(index, data)


def part_by_view(folder: Path, views: Sequence[PublishedView]) -> None:
    """Part the search index of the site ``folder``: each view finds its own pages and, where they stand, the national
    ones it shares; the national site keeps the rest.
    """
    for index in (folder / name for name in INDEXES if views):
        if not index.is_file():
            continue
        data = json.loads(index.read_text("utf-8"))
        key = _entries(data)
        found: dict[str, list[dict[str, Any]]] = {view.folder: [] for view in views}
        national: dict[str, list[dict[str, Any]]] = {}
        for entry in data[key]:
            page = entry["location"].partition("#")[0]
            base = next((view.folder for view in views if page.startswith(view.folder)), None)
            if base is None:
                national.setdefault(page, []).append(entry)
            else:
                found[base].append({**entry, "location": entry["location"].removeprefix(base)})
        for view in views:
            shared = [entry for page in view.shared for entry in national.get(f"{page}.html", ())]
            up = "../" * view.folder.count("/")
            found[view.folder] += [{**entry, "location": up + entry["location"]} for entry in shared]
            write_index(folder / view.folder / index.relative_to(folder), {**data, key: found[view.folder]})
        write_index(index, {**data, key: [entry for entries in national.values() for entry in entries]})


def _entries(index: dict[str, Any]) -> str:
    """Return the key under which an engine lists what can be found: Zensical's, or that of MkDocs."""
    return "items" if "items" in index else "docs"


def write_index(index: Path, data: Any) -> None:
    """Write a search index as data and as a script, which pages opened from a folder can load."""
    text = json.dumps(data, ensure_ascii=False)
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_text(text, "utf-8")
    index.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")


def _headings(page: Path) -> dict[str, str]:
    """Return the words of each heading of a page by its id."""
    reader = _Headings()
    reader.feed(page.read_text("utf-8") if page.is_file() else "")
    return {anchor: " ".join(words.split()) for anchor, words in reader.words.items()}


class _Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self._inside = dict(attrs).get("id")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self.words[self._inside] = self.words.get(self._inside, "") + data
