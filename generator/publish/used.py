"""Which published files no page leads to: what an engine brings along for features that this site does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.compile.data.search import ROWS

_IN_STYLES = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_LINKING = ("href", "src", "data-src")
_BY_SCRIPT = ("assets/search.js", ROWS, "assets/views.js")  # loaded when they are wanted; a view's rows likewise
_BY_NAME = ("sitemap.xml", "sitemap.xml.gz")  # asked for by machines


def unused(folder: Path) -> Iterator[Path]:
    """Give every file of a rendered site that no page leads to, loads or names, however far round."""
    found = {folder / name for name in (*_BY_NAME, *_BY_SCRIPT)}
    found |= {*folder.glob(f"*/*/{ROWS}"), *folder.rglob("*.html")}
    waiting = [file for file in found if file.is_file()]
    while waiting:
        file = waiting.pop()
        for name in _named_in(file):
            target = (folder / name.lstrip("/") if name.startswith("/") else file.parent / name).resolve()
            if target not in found and target.is_file():
                found.add(target)
                waiting.append(target)
    yield from (file for file in sorted(folder.rglob("*")) if file.is_file() and file not in found)


def _named_in(file: Path) -> Iterator[str]:
    """Give the paths of this site that a page or a style sheet names."""
    if file.suffix == ".css":
        names = _IN_STYLES.findall(file.read_text("utf-8"))
    elif file.suffix == ".html":
        reader = _Links()
        reader.feed(file.read_text("utf-8"))
        names = reader.found
    else:
        names = []
    for name in names:
        parts = urlsplit(name)
        if not parts.scheme and not parts.netloc and parts.path:
            yield unquote(parts.path)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in _LINKING and value]
