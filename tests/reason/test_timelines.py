"""Counting dates: hand-worked deadlines with their law, independent oracles, and files that other programs read."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import numpy
import pytest
from dateutil.relativedelta import relativedelta
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as some

from generator.check.timelines import check_targets
from generator.compile.files.calendar import calendar_file
from generator.compile.words.working import as_data, title_of
from generator.model import Library
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.read import LocatedList, read_file
from generator.reason.calendars import Withheld, england_and_wales
from generator.reason.civil import add, add_whole
from generator.reason.counting import Counting, regime_of
from generator.reason.guards import Answered
from generator.reason.timeline import work_out
from support.command import pathways
from support.libraries import plain, with_shelves
from support.paths import ROOT

CALENDAR = england_and_wales()
FIRST, LAST = date(CALENDAR.first, 1, 1), date(CALENDAR.last, 12, 31)


def hand_worked() -> list[dict[str, Any]]:
    path = ROOT / "tests" / "cases" / "dates.yml"
    found = read_file(ROOT, path)
    assert isinstance(found, LocatedList)
    return [plain(case) for case in found]


def test_enough_is_worked_by_hand() -> None:
    assert len(hand_worked()) >= 250


@pytest.mark.parametrize("case", hand_worked(), ids=lambda case: case["name"][:80])
def test_hand_worked_deadlines(library: Library, case: dict[str, Any]) -> None:
    events = {"start", "other", "birth", *case["given"]} - {"worked"}
    shared = next(iter(library.date.values()))
    rule = {"id": "worked", "counting": case["regime"], **case["rule"]}
    timeline = Timeline.model_validate({"id": "t", "title": "T", "inputs": sorted(events), "deadlines": [rule]})
    small = with_shelves(library, {"timeline": {"t": timeline}, "date": dict.fromkeys(events, shared)})
    days = {name: date.fromisoformat(day) for name, day in case["given"].items()}
    rows = work_out(small, timeline, days)
    expect = dict(case["expect"])
    wanted_row = expect.pop("row", rows[0].id)
    row = next(r for r in rows if r.id == wanted_row)
    worked = {"due": row.due, "not_before": row.not_before, "withheld": row.withheld}
    for key, wanted in expect.items():
        found = worked[key]
        assert (found.isoformat() if isinstance(found, date) else str(found)) == str(wanted), (case["law"], key)
    if "left_out" in case:
        assert [day.isoformat() for day in row.left_out] == case["left_out"]


def test_the_two_sources_of_bank_holidays_agree_on_every_weekday() -> None:
    published = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    official = {entry["date"] for entry in published}
    assert {day for day in CALENDAR.holidays if day.weekday() < 5} == {day for day in official if day.weekday() < 5}


@settings(max_examples=400)
@examples(start=some.dates(FIRST, date(CALENDAR.last - 1, 6, 30)), count=some.integers(1, 200))
def test_working_days_agree_with_numpy(start: date, count: int) -> None:
    holidays = sorted(CALENDAR.holidays)
    theirs = numpy.busday_offset(start, count, roll="backward", holidays=holidays)
    assert CALENDAR.after(start, count) == theirs.astype(object)


@settings(max_examples=400)
@examples(start=some.dates(date(1950, 1, 1), date(2090, 12, 31)), count=some.integers(1, 300))
def test_months_and_years_agree_with_dateutil(start: date, count: int) -> None:
    assert add(start, Duration(count, "month")) == start + relativedelta(months=count)
    assert add(start, Duration(min(count, 100), "year")) == start + relativedelta(years=min(count, 100))


UNDONE = [
    Duration(count, unit) for count, unit in ((1, "month"), (2, "month"), (3, "month"), (6, "month"), (11, "month"))
]
UNDONE += [
    Duration(count, unit) for count, unit in ((13, "month"), (1, "year"), (2, "year"), (3, "year"), (10, "week"))
]
ONE = {"week": relativedelta(weeks=1), "month": relativedelta(months=1), "year": relativedelta(years=1)}


@pytest.mark.parametrize("length", UNDONE, ids=str)
def test_the_period_counted_back_from_an_earliest_day_never_holds_the_day_it_began_on(length: Duration) -> None:
    """Counted back by dateutil, from every day of 35 years: from the day before the earliest day it does hold it."""
    back = length.count * ONE[length.unit]
    day, tried = date(2000, 1, 1), 0
    while day < date(2035, 1, 1):
        earliest = add_whole(day, length)
        assert day <= earliest - back, (day, earliest)
        assert day > earliest - timedelta(days=1) - back, (day, earliest)
        day += timedelta(days=1)
        tried += 1
    assert tried * len(UNDONE) >= 100_000


@settings(max_examples=600)
@examples(
    base=some.dates(date(2014, 1, 1), date(2026, 12, 31)),
    count=some.integers(1, 260),
    unit=some.sampled_from(["day", "week", "month", "year", "business day"]),
    regime=some.sampled_from(["family-rules", "children-act-periods"]),
)
def test_a_gap_solved_back_is_the_last_day_that_solved_forward_is_in_time(
    library: Library, base: date, count: int, unit: str, regime: str
) -> None:
    counting, length = (
        Counting(CALENDAR, library.counting[regime]),
        Duration(count if unit == "business day" else min(count, 9), unit),
    )
    last = counting.before(base, length)
    assert counting.beyond(last, length) <= base
    assert counting.beyond(last + timedelta(days=1), length) > base
    first = counting.earliest_within(base, length)
    assert counting.later(first, length) >= base
    assert counting.later(first - timedelta(days=1), length) < base


def test_the_day_of_a_gap_solved_back_is_named_for_the_event_it_is_about(library: Library) -> None:
    gap = {"from": "child-came-to-live", "at_least": "3 months"}
    rule = {"id": "apply", "title": "Earliest day to apply", "gap": gap, "counting": "children-act-periods"}
    timeline = Timeline.model_validate({"id": "l", "title": "L", "inputs": ["child-came-to-live"], "deadlines": [rule]})
    small = with_shelves(library, {"timeline": {"l": timeline}})
    titles = {
        event: [title_of(small, row) for row in work_out(small, timeline, {event: date(2026, 6, 1)})]
        for event in ("child-came-to-live", "apply")
    }
    assert titles["child-came-to-live"] == ["Earliest day to apply"]
    assert len(titles["apply"]) == 1 and titles["apply"][0].endswith(" (for: Earliest day to apply)")


def test_beyond_the_published_years_no_day_is_judged() -> None:
    for day in (FIRST - timedelta(days=1), LAST + timedelta(days=1)):
        with pytest.raises(Withheld):
            CALENDAR.is_business_day(day)


GIVEN = {"became-looked-after": date(2025, 12, 19), "placement-started": date(2025, 12, 19)}


def test_a_real_date_moves_what_follows_and_is_no_estimate(library: Library) -> None:
    timeline = library.timeline["looked-after-child"]
    rows = {row.id: row for row in work_out(library, timeline, GIVEN)}
    assert (rows["first-review"].due, rows["first-review"].estimated) == (date(2026, 1, 21), False)
    assert (rows["second-review"].due, rows["second-review"].estimated) == (date(2026, 4, 21), True)
    held = {row.id: row for row in work_out(library, timeline, {**GIVEN, "first-review": date(2026, 1, 15)})}
    assert (held["second-review"].due, held["second-review"].estimated) == (date(2026, 4, 15), False)


def test_the_working_names_the_days_left_out(library: Library) -> None:
    timeline = library.timeline["looked-after-child"]
    rows = {row.id: as_data(library, row, date(2026, 12, 1)) for row in work_out(library, timeline, GIVEN)}
    first = rows["first-review"]
    assert first["left_out"] == ["2025-12-25", "2025-12-26", "2026-01-01"]
    assert "25 and 26 December 2025 and 1 January 2026" in first["because"]
    assert first["rule"] == "within 20 working days of the child becoming looked after"


def test_unanswered_questions_leave_a_deadline_dated_and_marked(library: Library) -> None:
    timeline = library.timeline["looked-after-child"]

    def applies(**answers: str) -> set[str]:
        read = {name: Answered(frozenset({answer})) for name, answer in answers.items()}
        return {row.applies for row in work_out(library, timeline, GIVEN, read) if row.deadline.applies}

    assert applies() == {"maybe"}
    assert applies(placement="unsure") == {"maybe"}
    assert "no" in applies(placement="foster")


MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("alarms", [(), (1, 7)])
def test_the_calendar_file_is_read_back_alike(library: Library, alarms: tuple[int, ...]) -> None:
    timeline = dataclasses_title(library.timeline["looked-after-child"])
    rows = [row for row in work_out(library, timeline, GIVEN) if row.due or row.not_before]
    data = calendar_file(library, rows, moment=MOMENT, on=MOMENT.date(), word="blue", alarm_days=alarms)
    assert data == calendar_file(library, rows, moment=MOMENT, on=MOMENT.date(), word="blue", alarm_days=alarms)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    read = icalendar.Calendar.from_ical(data)
    events = {str(event["uid"]): event for event in read.events}
    assert len(events) == len(rows)
    for row in rows:
        event = events[f"{row.id}.blue@permanence-pathways"]
        day = row.due or row.not_before
        assert day is not None
        held = (event.DTSTART, event.DTEND)
        assert held == (day, day + timedelta(days=1))
        assert event.errors == []
        assert len(event.walk("VALARM")) == len(alarms)


def dataclasses_title(timeline: Timeline) -> Timeline:
    """Return a timeline whose first deadline carries Welsh letters and emoji, to be folded."""
    first = timeline.deadlines[0]
    odd = first.model_copy(update={"title": "Ŵyr y tŷ 🏠 " * 12})
    return timeline.model_copy(update={"deadlines": (odd, *timeline.deadlines[1:])})


@pytest.mark.long
def test_the_command_answers_as_json_and_as_calendar_file() -> None:
    dates = ["--given", "became-looked-after=2025-12-19"]
    found = json.loads(pathways("timeline", "looked-after-child", *dates, "--json").stdout)
    assert found["timeline"] == "looked-after-child"
    first = next(row for row in found["deadlines"] if row["id"] == "first-review")
    assert (first["due"], first["estimated"], first["applies"], first["force"]) == ("2026-01-21", False, "yes", "must")
    assert pathways("timeline", "looked-after-child", *dates, "--ics").stdout.startswith("BEGIN:VCALENDAR")
    shown = pathways("timeline", "looked-after-child", *dates).stdout
    assert "by Wed 21 Jan 2026" in shown
    assert re.search(r"by about \w{3} \d+ \w{3} \d{4} +Later reviews \(1\)  \[must\]", shown)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["looked-after"], "did you mean 'looked-after-child'?"),
        (["looked-after-child", "--given", "became-loked-after=2026-01-01"], "did you mean 'became-looked-after'?"),
        (["looked-after-child", "--given", "birth=2026-02-30"], "--given takes a day"),
        (["looked-after-child", "--answer", "placement=moon"], "'placement' has no answer 'moon'"),
    ],
)
def test_the_command_refuses_in_a_sentence(arguments: list[str], sentence: str) -> None:
    done = pathways("timeline", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


@pytest.mark.parametrize(
    ("target", "too_late"),
    [
        ({"within": "15 working days", "of": "became-looked-after"}, False),
        ({"within": "20 working days", "of": "became-looked-after"}, False),
        ({"within": "21 working days", "of": "became-looked-after"}, True),
        ({"within": "1 month", "of": "became-looked-after"}, True),
    ],
)
def test_a_local_target_may_not_fall_later_than_the_limit_it_serves(
    library: Library, target: dict[str, str], too_late: bool
) -> None:
    own = {"id": "local-first-review", "serves": "first-review", "counting": "care-planning-days", **target}
    local = Timeline.model_validate({"id": "local", "title": "L", "deadlines": [own]})
    both = with_shelves(library, {"timeline": {**library.timeline, "local": local}})
    assert [problem.rule.id for problem in check_targets(both)] == ["target-too-late"] * too_late


def test_a_page_explains_the_ways_of_counting_that_its_dates_use_and_no_other(
    library: Library, compiled: dict[str, bytes]
) -> None:
    given = dict.fromkeys(library.date, date(2026, 3, 2))
    for timeline in library.timeline.values():
        dated = [row.deadline for row in work_out(library, timeline, given) if row.due or row.not_before]
        used = {regime_of(library, reading).id for deadline in dated for reading in deadline.readings}
        shown = set(re.findall(r'id="counting-([a-z-]+)"', compiled[f"dates/{timeline.id}.md"].decode()))
        assert shown == used, timeline.id
