"""Whose words a piece says in a view: what its badge calls them, and on which sources they rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.compile.page.maker import Maker
from generator.model import Library, load
from generator.model.local.localise import localise
from generator.model.statement import Saying
from support.paths import ROOT

BASE = ROOT / "tests" / "cases" / "base"
NATIONAL = (
    "{id: proof, text: Proof of address., plain: A letter., who: librarian, force: practice, seen: local, cite: [CITE]}"
)
REQUIRES = "East Town Library requires"
AMONG = "Practice: {} of the 1 procedures read, this authority’s among them"


def seen_by_east_town(root: Path, difference: str, cite: str = "desk-manual p.1") -> Library:
    """Return the base case, where a procedure asks for one thing, as an authority with one difference has it."""
    shutil.copytree(BASE, root)
    listed = root / "content/checklists/joining.yml"
    was = "{id: proof, text: Proof of address., plain: A letter with your address., who: librarian}"
    assert was in listed.read_text("utf-8")
    listed.write_text(listed.read_text("utf-8").replace(was, NATIONAL.replace("CITE", cite)), "utf-8")
    path = root / "content/authorities/east-town/authority.yml"
    path.parent.mkdir(parents=True)
    written = f"  - {difference}\n    reason: Ours.\n    cite: [desk-manual p.2]\n"
    path.write_text(f"id: east-town\nname: East Town Library\nsource: desk-manual\ndifferences:\n{written}", "utf-8")
    library, _ = load(root)
    local, problems = localise(library, library.authority["east-town"])
    assert problems == []
    return local


def item(view: Library, name: str = "proof") -> Saying:
    return next(item for item in view.checklist["joining"].items if item.id == name)


def badge(view: Library, name: str = "proof") -> str:
    return Maker(view, ()).helper("checklists/joining").force_word(item(view, name))[1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("{help: A bill will do.}", AMONG.format(1)),
        ("{who: }", AMONG.format(1)),
        ("{force: practice, help: A bill will do.}", AMONG.format(1)),
        ("{force: fact}", AMONG.format(1)),
        ("{force: fact, note: Only encouraged here.}", AMONG.format(1)),
        ("{text: Ask for a bill., plain: Bring a bill.}", ""),
        ("{text: Ask for a bill., plain: Bring a bill., force: practice}", REQUIRES),
        ("{text: Ask for a bill., plain: Bring a bill., force: fact}", "East Town Library"),
    ],
)
def test_an_authority_requires_what_its_own_words_ask_where_they_say_that_they_bind(
    tmp_path: Path, change: str, words: str
) -> None:
    view = seen_by_east_town(tmp_path / "root", f"on: checklist/joining#proof\n    set: {change}")
    assert badge(view) == words


def test_what_an_authority_adds_it_requires_where_it_says_so(tmp_path: Path) -> None:
    added = "{id: photo, text: A photograph., force: practice, seen: local, cite: [desk-manual p.2]}"
    view = seen_by_east_town(tmp_path / "root", f"on: checklist/joining#papers\n    add: {added}")
    assert badge(view, "photo") == REQUIRES
    assert badge(view) == AMONG.format(1)


@pytest.mark.parametrize(
    ("change", "cited", "seen"),
    [
        ("{help: A bill will do.}", ["lending-rules r.1"], "local"),
        ("{see: chapter/joining}", ["lending-rules r.1"], "local"),
        ("{plain: A bill.}", ["desk-manual p.2", "lending-rules r.1"], "local"),
        ("{text: A bill., plain: A bill.}", ["desk-manual p.2"], "local"),
        ("{text: A bill., plain: A bill., cite: [lending-rules r.3]}", ["lending-rules r.3"], "local"),
    ],
)
def test_words_that_an_authority_leaves_alone_keep_their_sources(
    tmp_path: Path, change: str, cited: list[str], seen: str
) -> None:
    view = seen_by_east_town(
        tmp_path / "root", f"on: checklist/joining#proof\n    set: {change}", cite="lending-rules r.1"
    )
    assert [str(citation) for citation in item(view).cite] == cited
    assert item(view).seen == seen
