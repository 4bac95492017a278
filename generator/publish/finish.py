"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from generator.compile.folder import PublishedView
from generator.compile.page.maker import Findable
from generator.publish.search import let_find, part_by_view


def finish(folder: Path, rows: Sequence[Findable], views: Sequence[PublishedView]) -> None:
    """Tidy a rendered site in place: no clocks in its files, and a search that opens without a server and finds
    ``rows`` too, in each view what belongs there.
    """
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    part_by_view(folder, views)
    for root, found in [(folder, rows), *((folder / view.folder, view.rows) for view in views)]:
        let_find(root, found)
