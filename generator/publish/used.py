"""Which published files no page leads to: what an engine brings along for features that this site does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.compile.pages.found import ROWS

_IN_STYLES = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_BY_SCRIPT = ("assets/search.js", ROWS, "assets/views.js")  # loaded when they are wanted; a view's rows likewise
_BY_NAME = ("sitemap.xml",)  # asked for by machines


def unused(folder: Path, links: Mapping[Path, Iterable[str]]) -> Iterator[Path]:
    """Give every file of a rendered site that no page leads to or loads, and no style sheet of theirs.

    ``links``: the pages, each with what it leads to and loads.
    """
    found = {folder / name for name in (*_BY_NAME, *_BY_SCRIPT)} | {*folder.glob(f"*/*/{ROWS}"), *links}
    styles: list[Path] = []
    for page, named in links.items():
        for target in _files(folder, page, named):
            if target not in found:
                found.add(target)
                styles += [target] if target.suffix == ".css" else []
    for sheet in styles:
        if sheet.is_file():
            found |= {*_files(folder, sheet, _IN_STYLES.findall(sheet.read_text("utf-8")))}
    yield from (file for file in sorted(folder.rglob("*")) if file.is_file() and file not in found)


def _files(folder: Path, file: Path, named: Iterable[str]) -> Iterator[Path]:
    """Give the files of this site that a file names."""
    for name in named:
        parts = urlsplit(name)
        if not parts.scheme and not parts.netloc and parts.path:
            path = unquote(parts.path)
            base = folder if path.startswith("/") else file.parent
            yield Path(normpath(base / path.lstrip("/")))
