"""Lists of pages: in the order a reader expects, under headings, each with how much it holds."""

from __future__ import annotations

import re

import pytest

from generator.compile.page.maker import Maker
from generator.compile.pages.chapters import write_chapters
from generator.compile.pages.checklist import write_checklists
from generator.compile.pages.dates import write_dates
from generator.compile.pages.training import write_training
from generator.compile.words.held import held_in, minutes_for
from generator.model import Library, understand
from generator.model.local.localise import views_of
from generator.model.tree import Tree
from generator.read import LocatedMap, read_yaml
from generator.reason.length import longest_walk
from generator.reason.questions import read_all
from generator.reason.walk import walk
from support.pages import read_text, words_seen

# Whoever comes with a letter is asked two questions, whoever comes without three: nobody is asked all four.
TWO_WAYS = """
id: two-ways
title: Which way?
start: letter
questions:
  letter: {ask: Is there a letter?, answers: {yes: {label: Yes, go: signed}, no: {label: No, go: called}}}
  signed: {ask: Is it signed?, answers: {yes: {label: Yes, go: done}, no: {label: No, go: done}}}
  called: {ask: Did somebody ring?, answers: {yes: {label: Yes, go: who}, no: {label: No, go: who}}}
  who:
    ask: Who?
    answers: {one: {label: One, go: done}, two: {label: Two, go: [{when: {letter: yes}, go: signed}, {go: done}]}}
outcomes:
  done: {title: Done, text: Done., kind: go}
"""


def test_a_walk_is_as_long_as_answers_can_make_it() -> None:
    value = read_yaml(TWO_WAYS, "tree.yml")
    assert isinstance(value, LocatedMap)
    (tree,), problems = understand(value, Tree)
    assert isinstance(tree, Tree) and problems == []
    assert len(tree.questions) == 4 and longest_walk(tree) == 3


def test_no_worked_case_walks_longer_than_its_guide_says(library: Library) -> None:
    for scenario in library.scenario.values():
        for case in scenario.walks:
            tree = library.tree[case.tree]
            taken = walk(tree, read_all(tree.questions, case.answers, today=scenario.today))
            assert len(taken.path) <= longest_walk(tree) <= len(tree.questions)


@pytest.mark.parametrize(("questions", "minutes"), [(1, 1), (4, 1), (5, 2), (12, 3), (13, 4)])
def test_a_question_takes_a_quarter_of_a_minute(questions: int, minutes: int) -> None:
    assert minutes_for(questions) == minutes


def test_what_a_page_holds_is_counted(library: Library) -> None:
    tree, timeline = library.tree["sgo-who-may-apply"], library.timeline["care-proceedings"]
    count = longest_walk(tree)
    assert held_in(library, tree) == f"{count} questions at most, about {minutes_for(count)} minutes"
    assert held_in(library, timeline) == f"{len(timeline.deadlines)} dates"
    checklist, scenario = library.checklist["ppm-preparation"], library.scenario["overnight-with-gran"]
    assert held_in(library, checklist) == f"{len(checklist.items)} things to tick"
    exercised = held_in(library, scenario)
    assert library.tree["temporary-approval"].name in exercised
    assert library.timeline["looked-after-child"].name in exercised
    assert re.fullmatch(r"\d+ parts", held_in(library, library.chapter["family-time"]))


@pytest.fixture(scope="module")
def maker(library: Library) -> Maker:
    made = Maker(library, ())
    for write in (write_dates, write_checklists, write_training, write_chapters):
        write(made)
    return made


@pytest.mark.parametrize("kind", ["tree", "timeline", "checklist", "scenario", "chapter"])
def test_every_page_stands_in_one_group(library: Library, kind: str) -> None:
    listed = [name for group in getattr(library.site, f"{kind}_groups") for name in group.pages]
    assert sorted(listed) == sorted(library.of_kind(kind))


@pytest.mark.parametrize(
    ("section", "kind"),
    [("dates", "timeline"), ("checklists", "checklist"), ("training", "scenario"), ("procedures", "chapter")],
)
def test_a_list_has_the_order_of_the_settings_and_says_what_each_page_holds(
    library: Library, maker: Maker, section: str, kind: str
) -> None:
    page = maker.written[f"{section}/index.md"].decode().rpartition('<h2 id="chapters">')[2]
    wanted = [f"{name}.html" for group in getattr(library.site, f"{kind}_groups") for name in group.pages]
    assert [link for link in read_text(page).links if link in wanted] == wanted
    for group in getattr(library.site, f"{kind}_groups"):
        assert re.search(rf"<h2[^>]*>(Worked cases: )?{group.title}</h2>", page)
    seen = words_seen(page)
    for thing in library.of_kind(kind).values():
        assert held_in(library, thing).replace("'", "’") in seen


def test_the_first_days_come_first(maker: Maker) -> None:
    def links(section: str) -> list[str]:
        return read_text(maker.written[f"{section}/index.md"].decode()).links

    dates = links("dates")
    assert dates.index("looked-after-child.html") < dates.index("adoption.html") < dates.index("leaving-care.html")
    checklists = links("checklists")
    assert checklists.index("ppm-preparation.html") < checklists.index("ppm-follow-up.html")
    assert checklists.index("matching-papers.html") < checklists.index("ceasing-to-be-looked-after.html")


def test_an_authoritys_own_pages_come_first_in_its_view(library: Library) -> None:
    view = next(view for view in views_of(library) if view.seen_by and view.seen_by.id == "dudley")
    maker = Maker(view, ())
    write_checklists(maker)
    page = maker.written["checklists/index.md"].decode()
    assert page.index("dudley-work-plan.html") < page.index("childs-voice.html")
    assert re.search(r"<h2[^>]*>Dudley</h2>", page)
