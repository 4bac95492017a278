"""The planning meeting has a day: in every view what it comes before and after is dated, or its row says what lacks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from generator.compile.files.calendar import calendar_file
from generator.compile.words.sentences import short_day
from generator.compile.words.working import as_data, because, when
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
    assert when(row) == "before a step that is due by about Tue 30 Jun 2026"


def test_a_meeting_after_the_second_review_is_given_it_too(library: Library) -> None:
    row = rows(library, "authority-b", CARE)["authority-b-ppm-set-up"]
    assert (row.follows, row.precedes) == (second_review(library), None)
    assert when(row) == "after a step that is due by about Tue 30 Jun 2026"


def test_four_months_that_a_procedure_gives_with_a_condition_are_shown_and_not_counted(library: Library) -> None:
    row = rows(library, "authority-a", CARE)["authority-a-ppm-four-months"]
    assert row.deadline.documented and row.due is None
    assert "no return home" in row.deadline.name and row.deadline.text and "nothing clear" in row.deadline.text


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
        assert row.missing or row.deadline.documented, row.id
        assert row.deadline.documented or "needs" in because(view, row).lower()


def test_what_only_others_ask_is_left_out(library: Library) -> None:
    practice = {"ppm-called", "ppm-papers", "ppm-minutes", "ppm-next", "ppm-before-evidence"}
    assert practice <= set(rows(library, "", {}))
    kept = {name: practice & set(rows(library, name, {})) for name in library.authority}
    assert kept == {
        "authority-a": {"ppm-called"},
        "authority-b": set(),
        "coventry": set(),
        "dudley": {"ppm-next"},
        "north-london": {"ppm-papers", "ppm-minutes", "ppm-before-evidence"},
    }


SET_UP = ("authority-b-review-minutes", "authority-b-ppm-set-up")


@pytest.mark.parametrize("held", [date(2026, 4, 10), date(2026, 1, 5)])
def test_where_two_real_days_contradict_each_other_neither_stands_as_if_it_were_right(
    library: Library, held: date
) -> None:
    given = {"became-looked-after": date(2026, 1, 5), "ppm-held": held, "second-review": date(2026, 5, 1)}
    view = view_of(library, "authority-b")
    found = rows(library, "authority-b", given)
    for name in SET_UP:
        row = found[name]
        assert when(row) == f"No day fits: it comes after Fri 1 May 2026, yet before {short_day(held)}"
        assert "No day can be given" in because(view, row)
        assert as_data(view, row, held)["crossed"] is True
    assert b"No day" not in calendar_file(view, [*found.values()], moment=datetime(2026, 6, 1, tzinfo=UTC), on=held)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (date(2026, 4, 10), "before Fri 10 Apr 2026"),  # the second review may have been held weeks before its last day
        (date(2026, 5, 20), "after a step that is due by about Sat 2 May 2026, before Wed 20 May 2026"),
        (None, "after a step that is due by about Sat 2 May 2026"),
    ],
)
def test_the_last_day_for_a_step_is_never_the_first_for_what_follows_it(
    library: Library, held: date | None, said: str
) -> None:
    given = {"became-looked-after": date(2026, 1, 5)} | ({"ppm-held": held} if held else {})
    view = view_of(library, "authority-b")
    found = rows(library, "authority-b", given)
    for name in SET_UP:
        assert when(found[name]) == said
        assert "another day, this one moves" in because(view, found[name])
        assert as_data(view, found[name], date(2026, 1, 5))["crossed"] is False


def test_no_view_gives_one_end_of_a_place_whose_other_end_is_known_too(library: Library) -> None:
    crossed = set()
    for authority in ("", *library.authority):
        view = view_of(library, authority) if authority else library
        for timeline in view.timeline.values():
            asked = [each.date for each in timeline.inputs]
            recorded = [each.id for each in timeline.deadlines if each.record]
            for late in asked:  # each day asked for in turn is long after, or long before, all the others
                for day in (date(2025, 3, 3), date(2027, 3, 3)):
                    given = dict.fromkeys([*asked, *recorded], date(2026, 3, 2)) | {late: day}
                    for row in work_out(view, timeline, given | {"second-review": date(2026, 3, 2)}):
                        after, _, before = when(row).partition("before ")
                        assert not (row.crossed and row.actual is None) or after.startswith("No day fits"), row.id
                        crossed |= {row.id} if row.crossed and before else set()
    assert "authority-b-ppm-set-up" in crossed


def test_the_example_of_one_case_contradicts_itself_nowhere_and_says_which_day_is_left_open(
    compiled_views: dict[str, bytes],
) -> None:
    page = compiled_views["authorities/dates.md"].decode()
    example = page[page.index('id="example"') :]
    assert "No day fits" not in example
    assert "One day is left open, because what comes before it could not be by then: the permanence planning" in example


def test_a_day_that_was_given_is_no_estimate(library: Library) -> None:
    given = {"became-looked-after": date(2026, 1, 5)}
    later = rows(library, "authority-b", given | {"ppm-held": date(2026, 9, 10)})["authority-b-review-minutes"]
    assert when(later).startswith("after a step that is due by about ") and when(later).endswith(
        ", before Thu 10 Sep 2026"
    )
