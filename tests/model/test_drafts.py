"""Drafts: what is not published is on no page, in no list and no count, and nothing that is published leads to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.check.drafts import check_drafts
from generator.compile.folder import compile_library, version_file
from generator.edit.new import new_authority
from generator.model import KINDS, Library, load
from generator.model.drafts import published
from generator.model.local.localise import view_of, views_of
from generator.model.statement import Page
from support.libraries import with_shelves
from support.paths import HOMELESSNESS, ROOT

AS_OF = date(2026, 12, 1)
BASE = ROOT / "tests" / "cases" / "base"
KINDS_WITH_DRAFTS = [kind.name for kind in KINDS if issubclass(kind.model, Page)]
LINK = re.compile(r'(?:href|action)="([^":#]+\.html)')


def whole() -> Library:
    return load(HOMELESSNESS)[0]


def with_drafts(library: Library, drafts: set[tuple[str, str]]) -> Library:
    """Return a library in which some pieces, each as (kind, id), are drafts."""
    shelves = {
        kind: {
            name: thing.model_copy(update={"draft": (kind, name) in drafts})
            for name, thing in library.of_kind(kind).items()
        }
        for kind in KINDS_WITH_DRAFTS
    }
    return with_shelves(library, shelves)


def without(library: Library, gone: set[tuple[str, str]]) -> Library:
    shelves = {
        kind: {name: thing for name, thing in library.of_kind(kind).items() if (kind, name) not in gone}
        for kind in KINDS_WITH_DRAFTS
    }
    return with_shelves(library, shelves)


def pieces() -> list[tuple[str, str]]:
    library = whole()
    return [(kind, name) for kind in KINDS_WITH_DRAFTS for name in library.of_kind(kind)]


def files_named(library: Library) -> set[str]:
    return {problem.place.file for problem in check_drafts(library)}


def with_all_that_names(library: Library, piece: tuple[str, str]) -> set[tuple[str, str]]:
    """Return a piece with everything the check asks to be a draft too, until it asks for nothing more."""
    drafts = {piece}
    while named := files_named(with_drafts(library, drafts)):
        more = {
            (kind, name)
            for kind in KINDS_WITH_DRAFTS
            for name, thing in library.of_kind(kind).items()
            if thing.place("id").file in named
        }
        assert more - drafts, f"a draft of {piece} is named in {named}, where nothing can be a draft"
        drafts |= more
    return drafts


def dead_links(folder: dict[str, bytes]) -> Iterator[str]:
    for page, data in folder.items():
        if not page.endswith(".md"):
            continue
        for link in LINK.findall(data.decode()):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
            if target.removesuffix(".html") + ".md" not in folder and target not in folder:
                yield f"{page}: {link}"


@pytest.mark.parametrize("piece", pieces(), ids="/".join)
def test_a_draft_is_left_out_as_if_nobody_had_written_it(piece: tuple[str, str]) -> None:
    library = whole()
    drafts = with_all_that_names(library, piece)
    compiled = compile_library(with_drafts(library, drafts), as_of=AS_OF)
    assert compiled == compile_library(without(library, drafts), as_of=AS_OF)
    assert list(dead_links(compiled.files)) == []


def test_what_counts_from_a_draft_is_named() -> None:
    library = load(BASE)[0]
    timeline = library.timeline["joining"]
    first, *others = timeline.deadlines
    apart = timeline.model_copy(update={"id": "apart", "draft": True, "deadlines": (first,)})
    rest = timeline.model_copy(update={"deadlines": tuple(others)})
    changed = replace(
        library, shelves={**library.shelves, "timeline": {**library.timeline, rest.id: rest, apart.id: apart}}
    )
    found = [problem for problem in check_drafts(changed) if "timeline 'apart'" in problem.message]
    counted = [d.place("id") for d in others if first.id in d.events]
    cases = [case for scenario in library.scenario.values() for case in scenario.timelines]
    given = [
        case.key_place(key, first.id) for case in cases for key in ("given", "expect") if first.id in getattr(case, key)
    ]
    assert counted and given
    assert {problem.place for problem in found} == {*counted, *given}


def test_an_authoritys_own_draft_stands_in_no_view(library: Library) -> None:
    name, own = next((name, own) for name, own in library.own.items() if own.get("chapter"))
    chapters = {key: thing.model_copy(update={"draft": True}) for key, thing in own["chapter"].items()}
    drafted = replace(library, own={**library.own, name: {**own, "chapter": chapters}})
    view = view_of(drafted, name)
    folder = compile_library(view, as_of=AS_OF).files
    for key in chapters:
        assert f"procedures/{key}.md" not in folder
        assert f"procedures/{key}.html".encode() not in folder["a-z.md"]


def test_a_draft_stands_in_no_view_either(content_copy: Path) -> None:
    new_authority(content_copy, "Newly begun", load(content_copy)[0])
    library = load(content_copy)[0]
    name = next(iter(library.scenario))
    drafts = with_drafts(library, {("scenario", name)})
    folder = compile_library(drafts, views=views_of(drafts), as_of=AS_OF).files
    assert any(path.startswith("local/newly-begun/") for path in folder)
    assert [path for path in folder if path.endswith(f"training/{name}.md")] == []
    assert [path for path, data in folder.items() if f"training/{name}.html".encode() in data] == []


def test_a_draft_changes_no_version(content_copy: Path) -> None:
    first = version_file(published(load(content_copy)[0]))
    path = next((content_copy / "content" / "scenarios").glob("*.yml"))
    (path.parent / "not-yet.yml").write_text(
        path.read_text("utf-8").replace(f"id: {path.stem}", "id: not-yet\ndraft: true")
    )
    assert "not-yet" in load(content_copy)[0].scenario
    assert version_file(published(load(content_copy)[0])) == first
