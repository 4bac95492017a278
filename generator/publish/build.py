"""From a content folder to a published site: check, compile, render beside, finish, exchange."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from rich.console import Console

from generator.check import check_folder
from generator.compile.folder import compile_library
from generator.compile.page.sections import newest_review
from generator.errors import Problem, errors_in
from generator.model import Library
from generator.model.drafts import published as without_drafts
from generator.model.local.localise import view_of, views_of
from generator.own_files import ENGINE_SETTINGS, THEME
from generator.publish.engine import render
from generator.publish.finish import finish
from generator.publish.folders import exchange, heal, refuse_dangerous, write_folder

ALL = "all"


def compile_folder(root: Path, authority: str | None = None, as_of: date | None = None) -> tuple[list[Problem], int]:
    """Check ``root`` and write its documentation folder build/docs, nationally or as one authority has it.

    Return all problems and the number of pages. Where there are errors nothing is written.
    """
    with _progress("Reading and checking"):
        library, problems = check_folder(root)
    if errors_in(problems):
        return problems, 0
    return problems, _compile(view_of(library, authority) if authority else library, as_of=as_of)


def _compile(library: Library, views: Sequence[Library] = (), as_of: date | None = None) -> int:
    """Write the documentation folder and the engine's settings. Return the number of pages."""
    build = library.root / "build"
    with _progress("Compiling"):
        made = compile_library(library, build / "flowcharts", views, as_of)
        write_folder(build / "docs", made.files)
        (build / "mkdocs.yml").write_text(_engine_settings(library.root, made.settings), "utf-8")
    return sum(1 for name in made.files if name.endswith(".md"))


def _engine_settings(root: Path, settings: dict[str, object]) -> str:
    """Return the engine's settings file (JSON is YAML): what the content says, on top of mkdocs.yml."""
    build = (root / "build").resolve()
    own = root.resolve() / "mkdocs.yml"
    base = own if own.is_file() else ENGINE_SETTINGS
    return (
        json.dumps(
            {
                "INHERIT": os.path.relpath(base, build),
                "docs_dir": "docs",
                "theme": {"custom_dir": os.path.relpath(THEME, build)},
                **settings,
            },
            indent=2,
        )
        + "\n"
    )


def build_site(
    root: Path, published: Path, engine: str, authority: str | None = None, as_of: date | None = None
) -> tuple[list[Problem], int]:
    """Check, compile and render ``root`` and publish it as the folder ``published``.

    ``authority``: the site as one authority has it; ``all``: the national site with each authority's view in a folder.
    ``as_of``: the day for which it is written (left out: today).
    Until the last step nothing in ``published`` changes; then it is exchanged as a whole. Raises Fault where the
    machine, the engine or the target stands in the way.
    """
    refuse_dangerous(published, root)
    with _progress("Reading and checking"):
        library, problems = check_folder(root)
    if errors_in(problems):
        return problems, 0
    whole, views = _views(library, authority)
    pages = _compile(whole, views, as_of)
    published.parent.mkdir(parents=True, exist_ok=True)
    heal(published)
    fresh = Path(tempfile.mkdtemp(prefix=f".{published.name}.new-", dir=published.parent)).resolve()
    fresh.rmdir()
    with _progress(f"Rendering {pages} pages with {engine}"):
        render((root / "build").resolve(), fresh, engine, _epoch(library))
    finish(fresh)
    exchange(fresh, published)
    return problems, pages


def _views(library: Library, authority: str | None) -> tuple[Library, list[Library]]:
    """Return the library to publish and the views beside it. Raises Fault where there is no such authority."""
    if authority is None:
        return library, []
    if authority == ALL:
        return library, views_of(library)
    return view_of(library, authority), []


def _epoch(library: Library) -> int:
    """Return the day this edition speaks for as seconds: it stands in for the clock."""
    day = newest_review(without_drafts(library))
    return int(datetime.combine(day, time(), UTC).timestamp()) if day else 0


def _progress(words: str) -> AbstractContextManager[Any]:
    console = Console(stderr=True)
    return console.status(words + "…") if console.is_terminal else nullcontext()
