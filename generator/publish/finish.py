"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

_BOOST = 6  # what is named in so many words comes before pages that speak of it


def finish(folder: Path) -> None:
    """Tidy a rendered site in place: no clocks in its files, and a search index that opens without a server."""
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    more = folder / "search-more.json"
    rows = json.loads(more.read_text("utf-8")) if more.is_file() else []
    more.unlink(missing_ok=True)
    _search(folder, rows)


def _search(folder: Path, rows: list[dict[str, str]]) -> None:
    """Let the search find ``rows`` (places that are no headings, each with location, title and text), and let it
    open without a server: the index stands as a script too, as pages opened from a folder may not fetch files.
    """
    for index in (folder / "search" / "search_index.json", folder / "search.json"):
        if index.is_file():
            data = json.loads(index.read_text("utf-8"))
            if "items" in data:  # as Zensical writes it
                data["items"] += [{**row, "level": 2, "path": [], "tags": []} for row in rows]
            else:
                data["docs"] += [{**row, "boost": _BOOST} for row in rows]
            text = json.dumps(data, ensure_ascii=False)
            index.write_text(text, "utf-8")
            index.with_suffix(".js").write_text(f"var __index = {text}", "utf-8")
