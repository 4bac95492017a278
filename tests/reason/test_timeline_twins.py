"""Dates alike in Python and in the browser: random chains, every shipped timeline on every day, six time zones."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from generator.compile.data.timeline import timelines_data
from generator.compile.files.calendar import calendar_file
from generator.compile.words.working import when
from generator.model import Library
from generator.model.local.localise import views_of
from generator.model.timeline import Timeline
from generator.reason.calendars import england_and_wales
from generator.reason.dated import Dated
from generator.reason.guards import Answered
from generator.reason.timeline import work_out
from support.libraries import with_shelves
from support.paths import ROOT
from support.sweep import SWEEP

SEED, TIMELINES, CASES = 4, 2_000 if SWEEP else 500, 50
EACH = 1 if SWEEP else 5  # of how many days one is tried: in five weeks each day of the week
ZONES = ["UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati", "Pacific/Apia", "Australia/Lord_Howe"]


def in_browser(lines: list[str], zone: str = "UTC") -> str:
    node = shutil.which("node")
    assert node, "Node is not installed"
    done = subprocess.run(
        [node, str(ROOT / "tests" / "twins" / "timeline.mjs")],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": zone},
    )
    return done.stdout


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def as_list(row: Dated) -> list[Any]:
    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    out = [day.isoformat() for day in row.left_out]
    days = (row.not_before, row.due, row.other, row.actual, row.follows, row.precedes)
    dates = [iso(day) for day in days]
    ends = [row.month_end, row.month_start]
    held_back = [row.withheld, row.other_withheld]
    words = capital(when(row)) if row.actual is None and not row.withheld else ""
    return [
        row.id,
        row.event,
        *dates,
        list(row.estimated_ends),
        row.estimated,
        row.applies,
        out,
        *ends,
        list(row.missing),
        *held_back,
        words,
    ]


def random_timeline(dice: random.Random, number: int, regimes: list[str]) -> dict[str, Any]:
    inputs = ["start", "other", "birth"]
    deadlines: list[dict[str, Any]] = []
    singles: list[str] = []
    series: list[str] = []

    def length(*units: str) -> str:
        return f"{dice.randint(1, 40)} {dice.choice(units or ('day', 'working day', 'week', 'month', 'year'))}s"

    def event() -> str:
        return dice.choice(
            [*inputs, *inputs, *singles, *(f"{name}.last" for name in series), *(f"{name}.1" for name in series)]
        )

    def anchor() -> Any:
        if dice.random() < 0.8:
            return event()
        return {dice.choice(["later_of", "earlier_of"]): [event(), event()]}

    for index in range(dice.randint(2, 8)):
        name = f"d{number}-{index}"
        made: dict[str, Any] = {"id": name, "counting": dice.choice(regimes), "record": dice.random() < 0.5}
        kind = dice.choice(["within", "within", "begin", "every", "not-before", "at", "on-days", "gap", "text"])
        if kind == "within":
            made |= {"within": length(), "of": anchor()}
        elif kind == "begin":
            made |= {"within": length(), "beginning_with": anchor()}
        elif kind == "every":
            made |= {"every": length("day", "working day", "week", "month"), "after": anchor()}
            made |= dice.choice([{"times": dice.randint(1, 4)}, {"until": event()}, {"until": event(), "times": 3}, {}])
            if "until" in made and number % 7 == 0:
                made["until"] = {"earlier_of": [made["until"], "other"]}
            if number % 11 == 0:
                made["documented"] = True
        elif kind == "not-before":
            made |= {"not_before": length(), "of": anchor()}
        elif kind == "at":
            made |= {"at": length("year", "month"), "of": anchor()}
        elif kind == "on-days":
            first = dice.randint(1, 20)
            made |= {"on_days": {"from": first, "to": first + dice.randint(0, 10)}, "day_1": event()}
        elif kind == "gap":
            made["gap"] = {
                dice.choice(["from", "to"]): event(),
                "at_least": length("day", "working day", "week", "month"),
            }
            if dice.random() < 0.4:
                made["gap"]["at_most"] = length("year", "month")
        else:
            made |= {"text": "Soon", "after": event()}
        if (
            kind in ("within", "begin", "not-before", "gap")
            and "at_most" not in made.get("gap", {})
            and dice.random() < 0.3
        ):
            made["second_reading"] = {"why": "It says so.", "counting": dice.choice(regimes)}
            made["second_reading"] |= dice.choice([{}, {"length": length()}])
            if kind in ("within", "begin"):
                made["second_reading"]["first_day"] = "counts" if kind == "within" else "does-not-count"
        if dice.random() < 0.3:
            made["applies"] = {"kind": dice.choice(["a", "b"])}
        deadlines.append(made)
        (series if kind == "every" else singles).append(name)
    return {
        "id": f"t{number}",
        "title": "T",
        "inputs": inputs,
        "questions": {"kind": {"ask": "?", "answers": {"a": {"label": "A"}, "b": {"label": "B"}}}},
        "deadlines": deadlines,
    }


def as_read(answers: Mapping[str, str]) -> dict[str, Answered]:
    """Return answers of a list as what was read; not being sure is one of them here, whatever the question offers."""
    return {name: Answered(frozenset({answer})) for name, answer in answers.items()}


@pytest.mark.long
def test_random_chains(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(SEED)
    calendar = england_and_wales()
    regimes = list(library.counting)
    shared = library.date[next(iter(library.date))]
    dates = dict.fromkeys(("start", "other", "birth"), shared)
    lines, expected = [], []
    for number in range(TIMELINES):
        timeline = Timeline.model_validate(random_timeline(dice, number, regimes))
        small = with_shelves(library, {"timeline": {timeline.id: timeline}, "date": dates})
        cases, rows = [], []
        for _ in range(CASES):
            given = {
                name: date(2010, 1, 1) + timedelta(days=dice.randint(0, 7400))
                for name in [*dates, *(d.id for d in timeline.deadlines)]
                if dice.random() < (0.9 if name in dates else 0.15)
            }
            answers = dice.choice([{}, {"kind": "a"}, {"kind": "b"}, {"kind": "unsure"}])
            cases.append({"given": {name: day.isoformat() for name, day in given.items()}, "answers": answers})
            rows.append([as_list(row) for row in work_out(small, timeline, given, as_read(answers), calendar)])
        rules = timelines_data(small, [timeline], calendar)["rules"]
        lines.append(json.dumps({"rules": rules, "order": [d.id for d in timeline.deadlines], "cases": cases}))
        expected.append(rows)
    count = 0
    for line, rows, batch in zip(in_browser(lines).splitlines(), expected, lines, strict=True):
        for theirs, ours, case in zip(json.loads(line), rows, json.loads(batch)["cases"], strict=True):
            assert theirs == ours, case
            count += 1
    with capsys.disabled():
        print(f"\n{count:,} random chains of dates worked out alike (seed {SEED})")
    assert count == TIMELINES * CASES


@pytest.mark.long
def test_every_shipped_timeline_under_six_time_zones(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    calendar = england_and_wales()
    first, last = date(calendar.first, 1, 1), date(calendar.last, 12, 31)
    days = [first + timedelta(days=number) for number in range(0, (last - first).days + 1, EACH)]
    lines, ours = [], hashlib.sha256()
    count = 0
    for timeline in library.timeline.values():
        events = [asked.date for asked in timeline.inputs]
        cases = []
        printed = []
        for day in days:
            given = dict.fromkeys(events, day)
            cases.append({"given": dict.fromkeys(events, day.isoformat())})
            printed.append([as_list(row) for row in work_out(library, timeline, given, {}, calendar)])
            count += len(printed[-1])
        rules = timelines_data(library, [timeline], calendar)["rules"]
        lines.append(json.dumps({"rules": rules, "order": [d.id for d in timeline.deadlines], "cases": cases}))
        ours.update((json.dumps(printed, separators=(",", ":")) + "\n").encode())
    for zone in ZONES:
        assert hashlib.sha256(in_browser(lines, zone).encode()).hexdigest() == ours.hexdigest(), zone
    with capsys.disabled():
        print(f"\n{count:,} dates of {len(lines)} timelines alike on {len(days):,} days, six zones")


STAMP, ALARMS = datetime(2026, 11, 29, 9, 41, 7, tzinfo=UTC), [1, 7]
WORDS = ["", "blue folder", "  Y  Tŷ (2) \udc80", "50% & more; §"]
SAID_SOMEWHERE = [
    "this day, not known to be in force",
    "In force from 1 November 2026.",
    "this day, ended on 31 October 2026",
    *("(2): by this day", ": not before this day, estimate", ", if it applies", "Counted back: ", "Left out, "),
    *("For the earliest day", "For the latest day", "Two readings. ", "An estimate. ", "Source: "),
]
ODD = ["Tŷ a gofal 🏠 ", "a; b, c\\d: ", "“Why?” – "]


def events_of(calendar: str | bytes) -> list[dict[str, Any]]:
    """Return the events of a calendar file as any reader of such files has them, alarms among what each says."""
    found = []
    for event in icalendar.Calendar.from_ical(calendar).walk("VEVENT"):
        assert event.errors == []
        alarms = [{name: _value(value) for name, value in alarm.items()} for alarm in event.walk("VALARM")]
        found.append({**{name: _value(value) for name, value in event.items()}, "alarms": alarms})
    return found


def _value(value: Any) -> Any:
    return value.dt if hasattr(value, "dt") else str(value)


def calendars_of(
    library: Library, timeline: Timeline, cases: list[tuple[dict[str, date], dict[str, str]]]
) -> tuple[str, list[bytes]]:
    """Return the line that asks the browser for the calendar files of some cases, and our own files of them."""
    calendar = england_and_wales()
    rows = [work_out(library, timeline, given, as_read(answers), calendar) for given, answers in cases]
    word = WORDS[len(timeline.id) % len(WORDS)]
    asked = {
        "rules": timelines_data(library, [timeline], calendar)["rules"],
        "order": [d.id for d in timeline.deadlines],
        "cases": [{"given": {k: day.isoformat() for k, day in given.items()}, "answers": a} for given, a in cases],
        "calendar": {
            "word": word,
            "moment": round(STAMP.timestamp() * 1000),
            "stamp": STAMP.date().isoformat(),
            "alarms": ALARMS,
        },
    }
    return json.dumps(asked), [
        calendar_file(library, r, moment=STAMP, on=STAMP.date(), word=word, alarm_days=ALARMS) for r in rows
    ]


def random_calendars(library: Library) -> Iterator[tuple[str, list[bytes]]]:
    """Give lines and files of random chains, with odd titles, sources, days held, and answers of every kind."""
    dice = random.Random(SEED)
    dates = dict.fromkeys(("start", "other", "birth"), library.date[next(iter(library.date))])
    sources = list(library.source)
    for number in range(100):
        made = random_timeline(dice, number, list(library.counting))
        for deadline in made["deadlines"]:
            deadline["title"] = dice.choice(ODD) * dice.randint(1, 6) + deadline["id"]
            deadline["in_force"] = [None, None, {"from": "unknown"}, {"from": "2026-11-01"}, {"to": "2026-10-31"}][
                len(deadline["title"]) % 5
            ]
            deadline["cite"] = [f"{dice.choice(sources)} s.{count}" for count in range(dice.randint(0, 3))]
        timeline = Timeline.model_validate(made)
        names = [*dates, *(d.id for d in timeline.deadlines), *(f"{d.id}.1" for d in timeline.deadlines if d.every)]
        cases = []
        for _ in range(3):
            given = {
                name: date(2010, 1, 1) + timedelta(days=dice.randint(0, 7400))
                for name in names
                if dice.random() < (0.9 if name in dates else 0.15)
            }
            cases.append((given, dice.choice([{}, {"kind": "a"}, {"kind": "b"}, {"kind": "unsure"}])))
        yield calendars_of(with_shelves(library, {"timeline": {timeline.id: timeline}, "date": dates}), timeline, cases)


def shipped_calendars(library: Library) -> Iterator[tuple[str, list[bytes]]]:
    """Give lines and files of every shipped timeline, and of each that an authority has otherwise, from some days."""
    days = [date(2024, 1, 29) + timedelta(days=181 * number) for number in range(8)]
    timelines = [(library, timeline) for timeline in library.timeline.values()]
    for view in views_of(library):
        timelines += [(view, own) for name, own in view.timeline.items() if own is not library.timeline.get(name)]
    for view, timeline in timelines:
        events = [asked.date for asked in timeline.inputs]
        yield calendars_of(view, timeline, [(dict.fromkeys(events, day), {}) for day in days])


def test_the_two_calendar_files_say_the_same(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    asked, ours = zip(*random_calendars(library), *shipped_calendars(library), strict=True)
    count = 0
    said: set[str] = set()
    for line, files in zip(in_browser(list(asked)).splitlines(), ours, strict=True):
        for theirs, file in zip(json.loads(line), files, strict=True):
            events = events_of(file)
            assert events_of(theirs) == events
            assert all(len(part.encode()) <= 75 for part in theirs.split("\r\n"))
            count += len(events)
            said |= {f"{event['SUMMARY']} {event['DESCRIPTION']}" for event in events}
    for words in SAID_SOMEWHERE:
        assert any(words in text for text in said), words
    with capsys.disabled():
        print(f"\n{count:,} events of calendar files alike (seed {SEED})")
    assert count > 3_000
