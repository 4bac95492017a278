"""Finishing touches on the rendered folder, whatever engine made it: same bytes for the same content, nothing that no
page uses, and in every page what it may load.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.publish.policy import with_policy
from generator.publish.used import unused


def finish(folder: Path) -> None:
    """Tidy a rendered site in place."""
    for packed in folder.rglob("*.gz"):
        # A gzip header holds the time; packed again without it, the bytes depend on the content alone.
        packed.write_bytes(gzip.compress(gzip.decompress(packed.read_bytes()), mtime=0))
    for page in folder.rglob("*.html"):
        page.write_text(with_policy(page.read_text("utf-8")), "utf-8")
    for file in unused(folder):
        file.unlink()
        for parent in file.parents:
            if parent == folder or any(parent.iterdir()):
                break
            parent.rmdir()
