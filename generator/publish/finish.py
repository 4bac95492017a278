"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.publish.search import let_find, taken
from generator.publish.views import finish_views


def finish(folder: Path) -> None:
    """Tidy a rendered site in place: no clocks in its files, and a search index that opens without a server."""
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    views = taken(folder / "views.json", {})
    rows = taken(folder / "search-more.json", [])
    finish_views(folder, views)
    let_find(folder, rows)
