"""The planning meeting has a day: in every view what it comes before and after is dated, or its row says what lacks."""

from __future__ import annotations

from datetime import date

import pytest

from generator.compile.words.working import because, when
from generator.model import Library
from generator.model.local.localise import view_of
from generator.reason.dated import Dated
from generator.reason.timeline import work_out

CARE = {"became-looked-after": date(2026, 3, 2)}


def rows(library: Library, authority: str, given: dict[str, date]) -> dict[str, Dated]:
    view = view_of(library, authority) if authority else library
    return {row.id: row for row in work_out(view, view.timeline["permanence-planning"], given)}


def second_review(library: Library) -> date:
    found = {row.id: row for row in work_out(library, library.timeline["looked-after-child"], CARE)}
    due = found["second-review"].due
    assert due is not None
    return due


@pytest.mark.parametrize("authority", ["", "authority-a"])
def test_a_meeting_before_the_second_review_is_given_that_day(library: Library, authority: str) -> None:
    row = rows(library, authority, CARE)["ppm-called"]
    assert (row.precedes, row.follows, row.estimated_ends) == (second_review(library), None, (False, True))
    assert when(row) == "before about Tue 30 Jun 2026"


def test_a_meeting_after_the_second_review_is_given_it_too(library: Library) -> None:
    row = rows(library, "authority-b", CARE)["authority-b-ppm-set-up"]
    assert (row.follows, row.precedes) == (second_review(library), None)
    assert when(row) == "after about Tue 30 Jun 2026"


def test_four_months_are_counted_where_a_procedure_gives_them(library: Library) -> None:
    assert rows(library, "authority-a", CARE)["authority-a-ppm-four-months"].due == date(2026, 7, 2)


def test_meetings_come_back_after_six_weeks(library: Library) -> None:
    found = rows(library, "dudley", {"ppm-held": date(2026, 3, 2)})
    assert [found[f"dudley-six-weekly-meetings.{n}"].due for n in (1, 2)] == [date(2026, 4, 13), date(2026, 5, 25)]


def test_a_meeting_is_asked_for_four_weeks_after_the_hearing(library: Library) -> None:
    found = rows(library, "north-london", {"proceedings-issued": date(2026, 3, 2)})
    hearing = found["ppm-after-hearing"].follows
    assert hearing is not None
    assert (found["ppm-not-looked-after"].due, found["ppm-not-looked-after"].estimated) == (
        date.fromordinal(hearing.toordinal() + 28),
        True,
    )


@pytest.mark.parametrize("authority", ["", "authority-a", "authority-b", "coventry", "dudley", "north-london"])
def test_where_no_day_can_be_given_the_row_says_what_is_missing(library: Library, authority: str) -> None:
    view = view_of(library, authority) if authority else library
    for row in rows(library, authority, {}).values():
        assert when(row) == ""
        assert row.missing, row.id
        assert "needs" in because(view, row).lower()


def test_what_only_others_ask_is_left_out(library: Library) -> None:
    practice = {"ppm-called", "ppm-papers", "ppm-minutes", "ppm-next", "ppm-before-evidence"}
    assert practice <= set(rows(library, "", {}))
    kept = {name: practice & set(rows(library, name, {})) for name in library.authority}
    assert kept == {
        "authority-a": {"ppm-called"},
        "authority-b": {"ppm-papers"},
        "coventry": set(),
        "dudley": {"ppm-next"},
        "north-london": {"ppm-papers", "ppm-minutes", "ppm-before-evidence"},
    }


def test_a_day_that_was_given_is_no_estimate_and_no_end_comes_after_the_other(library: Library) -> None:
    given = {"became-looked-after": date(2026, 1, 5), "ppm-held": date(2026, 4, 10)}
    minutes = rows(library, "authority-b", given)["authority-b-review-minutes"]
    assert when(minutes) == "before Fri 10 Apr 2026"
    later = rows(library, "authority-b", given | {"ppm-held": date(2026, 9, 10)})["authority-b-review-minutes"]
    assert when(later).startswith("after about ") and when(later).endswith(", before Thu 10 Sep 2026")
