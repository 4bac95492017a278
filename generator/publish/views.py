"""Each authority's view of the site: its own pages as rendered, the others taken over from the national ones.

A page that an authority leaves alone is rendered once. Its copy differs in two things: the strip that says what is
being read, and the links to the files all views share. On every page the search begins where the view does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.compile.folder import PublishedView
from generator.compile.page.addresses import VIEWS
from generator.publish.search import INDEXES, let_find, write_index

_STRIP = re.compile(r'<div class="strip".*?</div></div>', re.DOTALL)
_BASE = re.compile(r'"base":\s*"[^"]*"')
_LINK = re.compile(r'href="[^"]*"')
_ASSET = re.compile(r'(["\'(])((?:\./)?(?:\.\./)*)(assets/[^"\'()#?]+)')


def finish_views(folder: Path, views: Sequence[PublishedView]) -> None:
    """Complete the views below ``folder``: the pages each shares with the national site, and what its search finds."""
    for view in views:
        root = folder / VIEWS / view.name
        own = (root / f"authorities/{view.name}.html").read_text("utf-8")  # no view shares that page
        strip = _STRIP.search(own)
        for page in view.shared:
            target = root / f"{page}.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            national = (folder / f"{page}.html").read_text("utf-8")
            target.write_text(_copied(national, root, page, strip.group() if strip else ""), "utf-8")
        for path in root.rglob("*.html"):
            _begin_search_at(root, path)
    for name in INDEXES:
        if views and (folder / name).is_file():
            _indexes(folder, name, views)
    for view in views:
        let_find(folder / VIEWS / view.name, view.rows)


def _begin_search_at(root: Path, path: Path) -> None:
    """Let the search of a page, which Material's settings in it lead to, begin where its view begins."""
    up = "/".join([".."] * (len(path.relative_to(root).parts) - 1)) or "."
    path.write_text(_BASE.sub(f'"base": "{up}"', path.read_text("utf-8"), count=1), "utf-8")


def _copied(text: str, root: Path, page: str, strip: str) -> str:
    """Return a national page as it stands in the view below ``root``, whose pages have ``strip``."""
    depth = page.count("/")
    up = "../" * depth
    shared = f"{up}../../"

    def asset(found: re.Match[str]) -> str:
        quote, steps, path = found.groups()
        inside = steps.count("../") <= depth and (root / path).is_file()
        return f"{quote}{up if inside else shared}{path}"

    link = f'href="{shared}{page}.html"'
    return _ASSET.sub(asset, _STRIP.sub(lambda _: _LINK.sub(link, strip, count=1), text, count=1))


def _indexes(folder: Path, name: str, views: Sequence[PublishedView]) -> None:
    """Part the search index: each view gets its own pages and those it shares, the national site keeps the rest."""
    data = json.loads((folder / name).read_text("utf-8"))
    key = "items" if "items" in data else "docs"
    national: dict[str, list[dict[str, Any]]] = {}
    own: dict[str, list[dict[str, Any]]] = {view.name: [] for view in views}
    for entry in data[key]:
        view, _, location = entry["location"].removeprefix(f"{VIEWS}/").partition("/")
        if entry["location"].startswith(f"{VIEWS}/") and view in own:
            own[view].append({**entry, "location": location})
        else:
            national.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for one in views:
        shared = [entry for page in one.shared for entry in national.get(f"{page}.html", ())]
        write_index(folder / VIEWS / one.name / name, {**data, key: [*own[one.name], *shared]})
    write_index(folder / name, {**data, key: [entry for entries in national.values() for entry in entries]})
