"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content, nothing that no
page uses, and in every page what it may load.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.publish.policy import with_policy
from generator.publish.rendered import rendered
from generator.publish.used import unused


def finish(folder: Path) -> None:
    """Tidy a rendered site in place."""
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    links: dict[Path, list[str]] = {}
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        page = rendered(text)
        links[path] = page.links
        path.write_text(with_policy(text, page.scripts), "utf-8")
    for file in list(unused(folder, links)):
        file.unlink()
        for parent in file.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
