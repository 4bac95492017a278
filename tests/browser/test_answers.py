"""Answers between aids in a real browser: they reach a question that is the same, not one that only has its id."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.errors import errors_in
from generator.publish.build import build_site
from support.paths import ROOT

BASE = ROOT / "tests" / "cases" / "base"

READER = """  reader:
    ask: Who joins?
    answers: {young: {label: A child}, grown-up: {label: A grown-up}}
"""
SAME = READER.replace("    answers", "    same_as: timeline/letters#reader\n    answers")


def timeline(name: str, reader: str) -> str:
    return f"""id: {name}
title: About {name}
inputs: [joined]
questions:
{reader}deadlines:
  - {{id: {name}-school, title: Letter about {name}, within: 2 weeks, of: joined, applies: {{reader: young}}}}
"""


def checklist(name: str, reader: str) -> str:
    return f"""id: {name}
title: Post {name}
questions:
{reader}sections:
  - {{id: post, title: Post, items: [{{id: school, text: Write to the school., due: timeline/letters#letters-school}}]}}
"""


def tree(name: str, reader: str, checklist: str) -> str:
    return f"""id: {name}
title: Post {name}
start: reader
questions:
{reader}    go: write
outcomes:
  write: {{title: Write, kind: go, text: Write., checklist: {checklist}, timeline: letters}}
"""


FILES = {
    "content/timelines/letters.yml": timeline("letters", READER),
    "content/timelines/cards.yml": timeline("cards", SAME),
    "content/checklists/linked.yml": checklist("linked", SAME),
    "content/checklists/apart.yml": checklist("apart", READER),
    "decision_trees/guide-linked.yml": tree("guide-linked", SAME, "linked"),
    "decision_trees/guide-apart.yml": tree("guide-apart", READER, "linked"),
    "decision_trees/guide-of-another-list.yml": tree("guide-of-another-list", SAME, "apart"),
}


# What the page kept when it had one answer for all questions of one id.
KEEP = """() => localStorage.setItem("pathways.dates.together", JSON.stringify({
    format: 1, saved: Math.floor(Date.now() / 864e5), chosen: ["cards", "joining", "letters"],
    children: [{ given: { joined: "2026-03-02" }, answers: { reader: "young" } }] }))"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A small site: the library of the tests, with aids that are linked and aids that are not."""
    root = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("same") / "root"))
    for name, text in FILES.items():
        (root / name).write_text(text, "utf-8")
    problems, _ = build_site(root, root / "site", "mkdocs", None, date(2026, 12, 1))
    assert errors_in(problems) == []
    return serve(root / "site")


def give(page: Page, name: str) -> None:
    for part, text in (("d", "1"), ("m", "3"), ("y", "2024")):
        page.fill(f"#guide-{name}-{part}", text)


def words_of(page: Page, selector: str) -> list[str]:
    """What stands there, without the number of months by which it is overdue."""
    return [found.split(" by ")[0] for found in page.locator(selector).all_inner_texts()]


@pytest.mark.parametrize(("name", "word"), [("linked", "Overdue"), ("apart", "If it applies, overdue")])
def test_an_answer_in_a_list_reaches_a_deadline_only_where_the_question_is_the_same(
    page: Page, small: str, name: str, word: str
) -> None:
    page.goto(f"{small}checklists/{name}.html")
    page.click("summary:has-text('Show the dates beside the items')")
    give(page, f"{name}-joined")
    assert words_of(page, "li[data-item=school] .state") == ["If it applies, overdue"]
    page.select_option(f"#ask-{name}-reader", "young")
    assert words_of(page, "li[data-item=school] .state") == [word]


@pytest.mark.parametrize(
    ("guide", "in_list", "in_dates"),
    [("guide-linked", "young", "young"), ("guide-apart", "", ""), ("guide-of-another-list", "", "young")],
)
def test_an_answer_in_a_guide_reaches_what_opens_in_its_result_only_where_the_question_is_the_same(
    page: Page, small: str, guide: str, in_list: str, in_dates: str
) -> None:
    page.goto(f"{small}decision-guides/{guide}.html")
    page.check("#guide-reader-young")
    page.click("button:has-text('Continue')")
    for aid in page.locator(".result details.aid > summary").all():
        aid.click()
    assert page.locator(".result case-checklist select").input_value() == in_list
    assert page.locator(".result timeline-calculator select").input_value() == in_dates
    assert words_of(page, ".result timeline-calculator .results p") == ["Give a date to see the others."]


def test_timelines_together_ask_once_what_is_the_same_and_apart_what_is_not(page: Page, small: str) -> None:
    page.goto(f"{small}dates/together.html")
    page.evaluate(KEEP)
    page.reload()
    asked = page.locator(".inputs select")
    assert [one.get_attribute("id") for one in asked.all()] == ["ask-cards/reader-0", "ask-joining/reader-0"]
    assert [one.input_value() for one in asked.all()] == ["young", "young"]  # both have the answer that was kept
    letters = page.locator(".worked .what", has_text="etter")
    assert letters.all_inner_texts() == ["Letter about cards", "Letter about letters", "Letter to the parents"]
    asked.first.select_option("grown-up")
    assert letters.all_inner_texts() == ["Letter to the parents"]
    page.reload()
    assert [one.input_value() for one in asked.all()] == ["grown-up", "young"]
