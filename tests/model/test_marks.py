"""Marks: what a view says of a piece that its authority has changed, and of no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.compile.page.maker import Maker
from generator.compile.words import sentences
from generator.model import Library, load
from generator.model.address import walk_models
from generator.model.local.localise import localise, views_of
from support.paths import ROOT

BASE = ROOT / "tests" / "cases" / "base"


def seen_by_east_town(root: Path, *differences: str) -> Library:
    """Return the content of the base case as an authority with these differences has it."""
    shutil.copytree(BASE, root)
    path = root / "content/authorities/east-town/authority.yml"
    path.parent.mkdir(parents=True)
    cite = "    cite: [desk-manual p.2]\n"
    listed = "".join(f"  - {difference}\n{cite}" for difference in differences)
    path.write_text(f"id: east-town\nname: East Town Library\ndifferences:\n{listed}", "utf-8")
    library, _ = load(root)
    local, problems = localise(library, library.authority["east-town"])
    assert problems == []
    return local


def test_a_mark_is_found_on_the_piece_it_was_made_for_and_on_no_other(library: Library) -> None:
    for view in views_of(library):
        for thing in view.everything():
            for piece, _, _ in walk_models(thing):
                mark = view.marks.get(id(piece))
                assert mark is None or mark.before is None or type(mark.before) is type(piece), mark
        assert all(number == id(mark.piece) for number, mark in view.marks.items())


@pytest.mark.parametrize(
    ("change", "national"),
    [
        ("{text: Proof of name., plain: A card with your name.}", "Proof of address."),
        ("{help: A bill will do.}", ""),
        ("{note: The manual names two.}", ""),
    ],
)
def test_the_national_words_are_told_where_others_stand_here(tmp_path: Path, change: str, national: str) -> None:
    view = seen_by_east_town(
        tmp_path / "root", f"on: checklist/joining#proof\n    set: {change}\n    reason: A matter of ours."
    )
    helper = Maker(view, ()).helper("checklists/joining")
    mark = helper.mark_of(view.checklist["joining"].items[0])
    assert mark is not None
    assert helper.before_words(mark) == national


def test_two_differences_on_one_piece_are_told_together(tmp_path: Path) -> None:
    view = seen_by_east_town(
        tmp_path / "root",
        "on: chapter/joining#at-the-desk\n    add: {text: Ring first.}\n    reason: There is a bell.",
        "on: chapter/joining#at-the-desk\n    add: {text: Wait there.}\n    reason: There is a chair.",
    )
    mark = view.marks[id(view.chapter["joining"])]
    assert mark.reason == "There is a bell. There is a chair."
    assert [str(cited) for cited in mark.cite] == ["desk-manual p.2"]


@pytest.mark.parametrize(
    ("title", "inside"), [("A later one", "a later one"), ("BSU", "BSU"), ("Fostering", "fostering"), ("A", "A")]
)
def test_a_title_inside_a_sentence(title: str, inside: str) -> None:
    assert sentences.lower_first(title) == inside


def test_those_who_come_are_told_with_when_they_come(library: Library) -> None:
    (view,) = (view for view in views_of(library) if view.seen_by and view.seen_by.id == "dudley")
    assert view.seen_by is not None
    (who,) = (answer for answer in view.seen_by.practice if answer.topic == "meeting-attendance")
    assert Maker(view, ()).helper("a-page").answer_words(who) == (
        "chair of the permanence planning meeting (here: Team Manager) (in the chair), child's social worker, "
        "the permanence advisor, fostering and a representative of Adoption@heart each time; in some cases also "
        "independent reviewing officer (where appropriate), a representative of the Virtual School (where "
        "appropriate) and a representative of Dudley Lighthouse Links (where appropriate)"
    )
