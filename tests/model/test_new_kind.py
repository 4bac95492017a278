"""A kind of content is added by a patch of few files, and there it is wherever kinds of content are told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.paths import ROOT
from support.search import rows_in

# A kind that has pages in a section of its own, and one that stands on a shelf.
PATCHES = [ROOT / f"tests/cases/new-kind/{name}.patch" for name in ("notice", "tool")]
MOST_FILES = 4
NOTICE = """\
id: closed-on-mondays
title: Closed on Mondays
aliases: [monday]
summary: {id: summary, text: The desk is closed., plain: We are closed., cite: [desk-manual p.77], seen: local}
"""
TOOL = "- {id: ladder, name: A ladder, text: It is lent for a day., cite: [desk-manual p.78], seen: local}\n"
CHANGED = NOTICE.replace("The desk is closed.", "The whole house is closed.")

Run = Callable[..., str]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """Return a content folder with a notice in it, built, and how to run the program that was taught what that is."""
    program = tmp_path_factory.mktemp("program")
    for name in ("generator", "site_templates"):
        shutil.copytree(ROOT / name, program / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", program)
    for patch in PATCHES:
        subprocess.run(["git", "apply", "--unsafe-paths", f"--directory={program}", patch], cwd=program, check=True)
    content = program / "subject"
    shutil.copytree(ROOT / "tests/cases/base", content)
    (content / "content/notices").mkdir()
    (content / "content/notices/closed.yml").write_text(NOTICE, "utf-8")
    (content / "content/tools.yml").write_text(TOOL, "utf-8")

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "generator", *arguments, "--root", str(content)]
        environment = {**os.environ, "PYTHONPATH": str(program)}
        return subprocess.run(command, cwd=program, env=environment, capture_output=True, text=True, check=True).stdout

    run("build")
    return content, run


def page(content: Path, name: str) -> str:
    return (content / "site" / name).read_text("utf-8")


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.stem)
def test_the_patch_is_small(patch: Path) -> None:
    files = [line for line in patch.read_text("utf-8").splitlines() if line.startswith("+++ ")]
    assert len(files) <= MOST_FILES


def test_it_has_a_page_and_stands_in_the_menu_and_on_the_home_page(copy: tuple[Path, Run]) -> None:
    content, _ = copy
    assert "The desk is closed." in page(content, "notices/closed-on-mondays.html")
    assert 'href="closed-on-mondays.html"' in page(content, "notices/index.html")
    home = page(content, "index.html")
    assert home.count('href="notices/index.html"') >= 2, "in the menu, and among what there is"
    assert "1 notice" in home


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("a-z.html", 'href="notices/closed-on-mondays.html"'),
        ("sources.html", 'href="notices/closed-on-mondays.html#summary"'),
        ("notices/closed-on-mondays.html", 'id="summary"'),
        ("policy.html", 'href="notices/closed-on-mondays.html"'),
        ("notices/monday.html", "closed-on-mondays.html"),
        ("tools.html", 'id="ladder"'),
        ("a-z.html", 'href="tools.html#ladder"'),
        ("sources.html", 'href="tools.html#ladder"'),
        ("index.html", 'href="tools.html"'),
    ],
)
def test_it_is_told_on_other_pages(copy: tuple[Path, Run], where: str, what: str) -> None:
    assert what in page(copy[0], where)


def test_the_search_finds_it(copy: tuple[Path, Run]) -> None:
    rows = rows_in((copy[0] / "site/assets/search-rows.js").read_bytes())
    found = {row.place: row for row in rows}
    assert "Closed on Mondays" in found["notices/closed-on-mondays.html"].names
    assert found["notices/closed-on-mondays.html"].says == "The desk is closed."


def test_editors_and_the_handbook_know_it(copy: tuple[Path, Run]) -> None:
    content, run = copy
    run("schema")
    schema = json.loads((content / "schemas/notice.json").read_text("utf-8"))
    assert "summary" in schema["properties"]
    assert "## Notice\n\n`content/notices/*.yml`" in (content / "docs/content-model.md").read_text("utf-8")


def test_what_it_cites_must_exist_and_its_old_id_is_taken(copy: tuple[Path, Run], tmp_path: Path) -> None:
    content, run = copy
    wrong = content / "content/notices/wrong.yml"
    wrong.write_text(
        NOTICE.replace("id: closed-on-mondays", "id: monday").replace("desk-manual", "desk-manul"), "utf-8"
    )
    try:
        with pytest.raises(subprocess.CalledProcessError) as failed:
            run("check")
    finally:
        wrong.unlink()
    said = failed.value.stdout
    assert "there is no source 'desk-manul'" in said
    assert "is taken by notice" in said


def test_drift_tells_of_it(copy: tuple[Path, Run]) -> None:
    content, run = copy

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=content, check=True, capture_output=True)

    (content / "content/authorities/east-town").mkdir(parents=True)
    authority = content / "content/authorities/east-town/authority.yml"
    authority.write_text("id: east-town\nname: East Town\nreviewed: 2026-03-02\n", "utf-8")
    git("init", "-q")
    git("add", "-f", "content", "decision_trees")
    git("commit", "-qm", "Begin")
    (content / "content/notices/closed.yml").write_text(CHANGED, "utf-8")
    assert "notice/closed-on-mondays#summary: changed" in run("drift", "east-town", "--since", "HEAD")
