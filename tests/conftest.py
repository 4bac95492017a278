from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.check import check_folder
from generator.compile.folder import compile_library
from generator.errors import errors_in
from generator.model import Library
from generator.publish.build import build_site
from tests_paths import HOMELESSNESS, ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The repository's own content, checked."""
    found, problems = check_folder(ROOT)
    assert errors_in(problems) == []
    return found


@pytest.fixture(scope="session")
def compiled(library: Library) -> dict[str, bytes]:
    """The documentation folder compiled from the repository's own content."""
    return compile_library(library)[0]


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """A copy of the small second content set, to spoil."""
    target = tmp_path / "root"
    shutil.copytree(HOMELESSNESS, target, ignore=shutil.ignore_patterns("build", "site"))
    return target


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Path]]:
    """Build the repository's own content with an engine, once a session, in a folder of its own."""
    built: dict[str, Path] = {}

    def build(engine: str) -> Path:
        if engine not in built:
            root = tmp_path_factory.mktemp(engine)
            for name in ("content", "decision_trees"):
                shutil.copytree(ROOT / name, root / name)
            problems, _ = build_site(root, root / "site", engine, "all")
            assert errors_in(problems) == []
            built[engine] = root / "site"
        return built[engine]

    yield build
