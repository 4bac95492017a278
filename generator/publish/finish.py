"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from generator.compile.folder import PublishedView
from generator.compile.page.maker import Findable
from generator.publish.search import let_find
from generator.publish.views import finish_views


def finish(folder: Path, rows: Sequence[Findable], views: Sequence[PublishedView]) -> None:
    """Tidy a rendered site in place: no clocks in its files, its views complete, and a search that finds ``rows`` too
    and opens without a server.
    """
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for source_map in folder.rglob("*.map"):
        source_map.unlink()
    finish_views(folder, views)
    let_find(folder, rows)
