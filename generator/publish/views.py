"""Each authority's view of the site: its own pages as rendered, the others taken over from the national ones.

A page that an authority leaves alone is rendered once. Its copy differs in three things: the strip that says what is
being read, the links to the files all views share, and where its search begins.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from markupsafe import escape

from generator.compile.page.addresses import VIEWS
from generator.publish.search import INDEXES, let_find, write_index

_STRIP = re.compile(r'<div class="strip".*?</div></div>', re.DOTALL)
_ASSET = re.compile(r'(["\'(])((?:\./)?(?:\.\./)*)(assets/[^"\'()#?]+)')
_BASE = re.compile(r'"base":\s*"[^"]*"')


def finish_views(folder: Path, views: dict[str, dict[str, Any]]) -> None:
    """Complete the views below ``folder``. ``views`` says of each: its name, its pages that are shared, its twins."""
    for authority, told in views.items():
        root = folder / VIEWS / authority
        for page in told["shared"]:
            target = root / f"{page}.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text((folder / f"{page}.html").read_text("utf-8"), "utf-8")
        twins = set(told["twins"])
        for path in root.rglob("*.html"):
            page = path.relative_to(root).as_posix().removesuffix(".html")
            if 'class="strip"' in (text := path.read_text("utf-8")):
                national = page if page in twins else f"authorities/{authority}"
                path.write_text(_adapted(text, root, page, told["name"], national), "utf-8")
    for name in INDEXES:
        if views and (folder / name).is_file():
            _indexes(folder, name, views)
    for authority, told in views.items():
        let_find(folder / VIEWS / authority, told["find"])


def _adapted(text: str, root: Path, page: str, name: str, national: str) -> str:
    depth = page.count("/")
    up = "../" * depth
    shared = f"{up}../../"

    def asset(found: re.Match[str]) -> str:
        quote, steps, path = found.groups()
        inside = steps.count("../") <= depth and (root / path).is_file()
        return f"{quote}{up if inside else shared}{path}"

    link = f"{shared}{national}.html"
    strip = (
        f'<div class="strip"><div class="wrap"><span>You are reading <strong>{escape(name)}</strong>: the national '
        f'procedure with its own practice marked</span><a href="{link}">Show the national page</a></div></div>'
    )
    text = _STRIP.sub(lambda _: strip, text, count=1)
    text = _ASSET.sub(asset, text)
    return _BASE.sub(f'"base": "{up.rstrip("/") or "."}"', text, count=1)


def _indexes(folder: Path, name: str, views: dict[str, dict[str, Any]]) -> None:
    """Part the search index: each view gets its own pages and those it shares, the national site keeps the rest."""
    data = json.loads((folder / name).read_text("utf-8"))
    key = "items" if "items" in data else "docs"
    national: dict[str, list[dict[str, Any]]] = {}
    own: dict[str, list[dict[str, Any]]] = {authority: [] for authority in views}
    for entry in data[key]:
        view, _, location = entry["location"].removeprefix(f"{VIEWS}/").partition("/")
        if entry["location"].startswith(f"{VIEWS}/") and view in own:
            own[view].append({**entry, "location": location})
        else:
            national.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for authority, told in views.items():
        shared = [entry for page in told["shared"] for entry in national.get(f"{page}.html", ())]
        write_index(folder / VIEWS / authority / name, {**data, key: [*own[authority], *shared]})
    write_index(folder / name, {**data, key: [entry for entries in national.values() for entry in entries]})
