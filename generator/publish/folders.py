"""Folders as wholes: written only where bytes change, and exchanged so that a reader never sees half of one."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import Fault

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def write_folder(folder: Path, files: Mapping[str, bytes]) -> int:
    """Make ``folder`` hold exactly ``files`` (path → bytes). Return how many files were written or removed.

    Each file is replaced in one step and only where its bytes differ, so that a watching engine renders little.
    """
    changed = 0
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = _inside(folder, name)
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
        changed += 1
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
            changed += 1
    return changed


def _inside(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Fault(f"'{name}' would lie outside {folder}")
    return path


def exchange(fresh: Path, published: Path) -> None:
    """Put ``fresh`` in the place of ``published`` in one step; what stood there ends up in ``fresh`` and is removed.

    Linux exchanges the two names at once. Elsewhere the old folder is moved aside first and put back on failure.
    """
    if not published.exists():
        fresh.rename(published)
        return
    if not _exchange_at_once(fresh, published):
        aside = published.with_name(f".{published.name}.old")
        if aside.exists():
            shutil.rmtree(aside)
        published.rename(aside)
        try:
            fresh.rename(published)
        except OSError:
            aside.rename(published)
            raise
        aside.rename(fresh)
    shutil.rmtree(fresh)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two names with Linux' renameat2; False where the system or the file system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def heal(published: Path) -> None:
    """Clear up what a killed build left: bring back a folder moved aside, remove half-written ones."""
    aside = published.with_name(f".{published.name}.old")
    if aside.exists() and not published.exists():
        aside.rename(published)
    for left in published.parent.glob(f".{published.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)
    shutil.rmtree(aside, ignore_errors=True)


def refuse_dangerous(published: Path, root: Path) -> None:
    """Raise Fault where publishing would replace something that is not a published site."""
    target = published.resolve()
    if (
        target in (Path.home(), Path(target.anchor))
        or root.resolve().is_relative_to(target)
        or (target / ".git").exists()
    ):
        raise Fault(f"refusing to publish over {published}: it holds more than a site; give another --site-dir", code=2)
    if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
        raise Fault(f"refusing to publish over {published}: it is not empty and holds no site", code=2)
