"""A page changes only with what it says: the version of the whole content stands in one small file beside the pages."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.check import check_folder
from generator.compile.folder import compile_library, version_file
from generator.model import load
from generator.model.local.localise import views_of
from generator.publish.build import build_site
from support.paths import HOMELESSNESS, ROOT

TODAY = date(2026, 12, 1)
VERSION = "assets/version.js"
ROWS = "assets/search-rows.js"  # tells much of a text by its words alone
FILES = sorted(path.relative_to(HOMELESSNESS).as_posix() for path in HOMELESSNESS.rglob("*") if path.suffix == ".yml")


def compiled(root: Path) -> dict[str, bytes]:
    library, problems = check_folder(root)
    assert problems == []
    return compile_library(library, as_of=TODAY).files


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture(scope="module")
def before() -> dict[str, bytes]:
    return compiled(HOMELESSNESS)


@pytest.mark.parametrize("name", FILES)
def test_a_comment_changes_the_version_and_no_page(content_copy: Path, before: dict[str, bytes], name: str) -> None:
    path = content_copy / name
    path.write_text(path.read_text("utf-8") + "\n# A comment.\n", "utf-8")
    assert changed(before, compiled(content_copy)) == {VERSION}


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("content/options/stay-put.yml", "Arrears do not go away"),
        ("content/options/stay-put.yml", "Write the steps in the plan."),
        ("content/roles.yml", "Assesses the case"),
        ("content/glossary.yml", "somebody who is eligible and homeless"),
        ("content/contacts.yml", "stay tonight"),
        ("content/checklists/first-interview.yml", "Write down everybody who lives with"),
        ("content/timelines/duty-periods.yml", "Decide at once and write"),
        ("content/procedures/taking-an-application.md", "Say what happens next"),
        ("decision_trees/which-duty.yml", "Is there a home the household"),
    ],
)
def test_a_changed_text_changes_only_pages_that_said_it(
    content_copy: Path, before: dict[str, bytes], name: str, old: str
) -> None:
    path = content_copy / name
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, "Indeed " + old), "utf-8")
    found = changed(before, compiled(content_copy)) - {VERSION}
    assert found - {ROWS}
    assert [page for page in found - {ROWS} if old.replace("'", "’").encode() not in before[page]] == []


def test_a_view_has_a_version_of_its_own_made_of_what_it_is_made_of(tmp_path: Path) -> None:
    for folder in ("content", "decision_trees"):
        shutil.copytree(ROOT / folder, tmp_path / folder)

    def versions() -> dict[str, bytes]:
        library, _ = load(tmp_path)
        views = {view.seen_by.id: version_file(view) for view in views_of(library) if view.seen_by}
        return {"national": version_file(library), **views}

    first = versions()
    assert len(set(first.values())) == len(first)
    own = tmp_path / "content" / "authorities" / "coventry" / "authority.yml"
    own.write_text(own.read_text("utf-8") + "\n# A comment.\n", "utf-8")
    second = versions()
    assert {name for name in first if first[name] != second[name]} == {"national", "coventry"}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_comment_changes_one_published_file(content_copy: Path, tmp_path: Path, engine: str) -> None:
    def published(name: str) -> dict[str, bytes]:
        site = tmp_path / name
        build_site(content_copy, site, engine, None, TODAY)
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    first = published("first")
    path = content_copy / "content" / "roles.yml"
    path.write_text(path.read_text("utf-8") + "\n# A comment.\n", "utf-8")
    assert changed(first, published("second")) == {VERSION}
