"""Nothing in the program belongs to one subject: no text of its code, styles and templates says a word of the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check_folder
from generator.compile.data.timeline import timelines_data
from generator.compile.folder import compile_library
from generator.errors import errors_in
from generator.reason.calendars import england_and_wales
from support.subjects import ORDINARY, own_texts, said


def test_no_text_of_the_program_says_a_word_of_one_subject() -> None:
    found = {(file, word, text.strip()[:80]) for file, text in own_texts() for word in said(text)}
    assert sorted(found) == []


def test_every_ordinary_word_is_needed() -> None:
    texts = " | ".join(text for _, text in own_texts()).lower()
    assert [word for word in ORDINARY if word not in texts] == []


SHORT = """\
id: short
title: A short timeline
{case}inputs: [plan-agreed]
deadlines:
  - {{id: letter-sent, title: Letter sent, within: 5 days, of: plan-agreed,}}
"""
NEUTRAL = {"one": "case", "another": "another case", "born": None}


@pytest.mark.parametrize(
    ("site", "timeline", "wanted"),
    [
        ("", "", NEUTRAL),
        ("case: {one: household}", "", {**NEUTRAL, "one": "household", "another": "another household"}),
        ("case: {another: a neighbour}", "", {**NEUTRAL, "another": "a neighbour"}),
        (
            "case: {one: household, another: a neighbour, born: plan-agreed}",
            "",
            {"one": "household", "another": "a neighbour", "born": "plan-agreed"},
        ),
        (
            "case: {one: household, another: a neighbour, born: plan-agreed}",
            "case: {one: landlord}\n",
            {"one": "landlord", "another": "another landlord", "born": None},
        ),
    ],
)
def test_a_timeline_says_its_own_word_for_a_case_then_the_sites_then_a_neutral_one(
    content_copy: Path, site: str, timeline: str, wanted: dict[str, str | None]
) -> None:
    with (content_copy / "content/site.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{site}\n")
    (content_copy / "content/timelines/short.yml").write_text(SHORT.format(case=timeline), "utf-8")
    library, problems = check_folder(content_copy)
    assert errors_in(problems) == []
    data = timelines_data(library, library.timeline.values(), england_and_wales())
    assert {one["id"]: one["case"] for one in data["timelines"]}["short"] == wanted
    assert data["case"] == NEUTRAL
    together = compile_library(library).files["dates/together.md"].decode()
    beside = library.site.case.beside
    assert f"{beside[0].upper()}{beside[1:]} can stand beside." in together


def test_pages_that_lead_out_are_called_after_the_readers_they_are_for(content_copy: Path) -> None:
    compiled = compile_library(check_folder(content_copy)[0]).files
    assert "Pages for households have a button" in compiled["about.md"].decode()
