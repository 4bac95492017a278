"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content."""

from __future__ import annotations

import gzip
import json
from pathlib import Path


def finish(folder: Path) -> None:
    """Tidy a rendered site in place: no clocks in its files, and a search index that opens without a server."""
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    _search_without_server(folder)


def _search_without_server(folder: Path) -> None:
    """Write the search index as a script too: pages opened from a folder may not fetch files."""
    for index in (folder / "search" / "search_index.json", folder / "search.json"):
        if index.is_file():
            data = json.loads(index.read_text("utf-8"))
            index.with_suffix(".js").write_text(f"var __index = {json.dumps(data, ensure_ascii=False)}", "utf-8")
