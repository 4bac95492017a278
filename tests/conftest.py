from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_folder
from generator.compile.folder import Compiled, compile_library
from generator.errors import errors_in
from generator.model import Library
from generator.model.local.localise import views_of
from generator.publish.build import build_site
from support.paths import HOMELESSNESS, ROOT

AS_OF = date(2026, 12, 1)  # the day the site is written for: corrections of November 2026 still stand


@pytest.fixture(scope="session")
def library() -> Library:
    """The repository's own content, checked."""
    found, problems = check_folder(ROOT)
    assert errors_in(problems) == []
    return found


@pytest.fixture(scope="session")
def compiled(library: Library) -> dict[str, bytes]:
    """The documentation folder compiled from the repository's own content."""
    return compile_library(library, as_of=AS_OF).files


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """A copy of the small second content set, to spoil."""
    target = tmp_path / "root"
    shutil.copytree(HOMELESSNESS, target, ignore=shutil.ignore_patterns("build", "site"))
    return target


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the repository's own content, with all its authorities, once for all processes that test it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def build(engine: str) -> Path:
        root = shared / f"built-{engine}"
        with (shared / f"{engine}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (root / "site").is_dir():
                for name in ("content", "decision_trees"):
                    shutil.copytree(ROOT / name, root / name)
                problems, _ = build_site(root, root / "site", engine, "all", AS_OF)
                assert errors_in(problems) == []
        return root / "site"

    return build


@pytest.fixture(scope="session")
def compiled_with_views(library: Library) -> Compiled:
    """All that is made of the repository's own content, with the view of every authority beside it."""
    return compile_library(library, views=views_of(library), as_of=AS_OF)


@pytest.fixture(scope="session")
def compiled_views(compiled_with_views: Compiled) -> dict[str, bytes]:
    """The documentation folder with the view of every authority beside it."""
    return compiled_with_views.files


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest; the others stay in their order."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
