"""Content as it stood at a revision of git, for comparing with what stands now."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import Fault


@contextmanager
def at_revision(root: Path, revision: str) -> Iterator[Path]:
    """Give a temporary folder that holds ``root`` as it stood at ``revision`` (anything git understands).

    Raises Fault where ``root`` is not in a git checkout or git does not know the revision.
    """
    if revision.startswith("-"):
        raise Fault(f"'{revision}' is not a revision", code=2)
    packed = _git(root, "archive", "--format=tar", revision, ".", asked=f"git does not know '{revision}' here")
    with tempfile.TemporaryDirectory(prefix="pathways-") as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def last_before(root: Path, day: str) -> str:
    """Return the last revision on or before a day (2026-11-22), or the first there is. Raises Fault outside git."""
    outside = f"{root} is not in a git checkout"
    found = _git(root, "rev-list", "-1", f"--before={day}T23:59:59", "HEAD", asked=outside).decode().strip()
    return found or _git(root, "rev-list", "--max-parents=0", "HEAD", asked=outside).decode().split()[-1]


def _git(root: Path, *words: str, asked: str) -> bytes:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise Fault(f"git could not be started: {error.strerror}", code=2) from error
    if done.returncode != 0:
        raise Fault(asked, code=2)
    return done.stdout
