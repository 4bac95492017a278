"""Rules by which days are counted: each is made of its keys, counted, worded and serialised, in a table of them all."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
from pydantic import ValidationError

from generator.compile.data import rule_shapes
from generator.compile.data.timeline import timelines_data
from generator.compile.words.sentences import rule
from generator.compile.words.working import other_rule_words
from generator.model import Library
from generator.model.day_rules import (
    At,
    Beginning,
    DayRule,
    Every,
    Gap,
    NotBefore,
    NumberedDays,
    Order,
    ReadInTwoWays,
    Within,
)
from generator.model.deadline import STARTS, Deadline
from generator.model.timeline import Timeline
from generator.reason.calendars import england_and_wales
from generator.reason.timeline import work_out
from support.libraries import with_shelves
from support.paths import ROOT


class Row(NamedTuple):
    """What becomes of a rule: its keys, the events and the days it gives, its words, its data for the browser."""

    made: type
    keys: dict[str, Any]
    events: tuple[str, ...]
    earliest: date | None
    latest: date | None
    words: str
    data: dict[str, Any]


START = {"event": "start"}
GAP = {"kind": "gap", "other": "start", "words": "the start"}
ORDER = {"kind": "order", "after": None, "before": None}
AFTER = ORDER | {"after": START}
MARCH = date(2026, 3, 2)  # a Monday, on which every event of the table falls
TABLE = [
    Row(
        Within,
        {"within": "2 weeks", "of": "start"},
        ("start",),
        None,
        date(2026, 3, 16),
        "within 2 weeks of the start",
        {"kind": "within", "length": [2, "week"], "of": START},
    ),
    Row(
        Beginning,
        {"within": "2 weeks", "beginning_with": {"later_of": ["start", "other"]}},
        ("start", "other"),
        None,
        date(2026, 3, 15),
        "within 2 weeks, counting the day of the later of the start and the other as day 1",
        {"kind": "beginning", "length": [2, "week"], "start": {"later_of": ["start", "other"]}},
    ),
    Row(
        Every,
        {"every": "6 weeks", "after": "start", "until": "other", "times": 3},
        ("start", "other"),
        None,
        None,  # the series ends on the day it begins
        "at least every 6 weeks after the start, until the other",
        {"kind": "every", "length": [6, "week"], "after": START, "until": {"event": "other"}, "times": 3},
    ),
    Row(
        Every,
        {"every": "1 month", "after": "start", "limits": "length"},
        ("start",),
        None,
        date(2026, 4, 2),
        "no longer than 1 month each time, the first counted from the start",
        {"kind": "every", "length": [1, "month"], "after": START, "until": None, "times": None},
    ),
    Row(
        NumberedDays,
        {"on_days": {"from": "3", "to": "5"}, "day_1": "start"},
        ("start",),
        date(2026, 3, 4),
        date(2026, 3, 6),
        "on day 3 to day 5, day 1 being the start",
        {"kind": "numbered-days", "first": 3, "last": 5, "day_1": "start"},
    ),
    Row(
        NotBefore,
        {"not_before": "6 weeks", "of": "start"},
        ("start",),
        date(2026, 4, 13),
        None,
        "not before 6 weeks after the start",
        {"kind": "not-before", "length": [6, "week"], "of": START},
    ),
    Row(
        At,
        {"at": "16 years", "of": {"earlier_of": ["start", "other"]}},
        ("start", "other"),
        None,
        date(2042, 3, 2),
        "16 years after the earlier of the start and the other",
        {"kind": "at", "length": [16, "year"], "of": {"earlier_of": ["start", "other"]}},
    ),
    Row(
        Gap,
        {"gap": {"from": "start", "at_least": "3 months"}},
        ("start",),
        date(2026, 6, 2),
        None,
        "at least 3 months after the start",
        {**GAP, "forward": True, "at_least": [3, "month"], "at_most": None},
    ),
    Row(
        Gap,
        {"gap": {"to": "start", "at_least": "1 month", "at_most": "2 months"}},
        ("start",),
        date(2026, 1, 2),
        date(2026, 2, 2),
        "at least 1 month and at most 2 months before the start",
        {**GAP, "forward": False, "at_least": [1, "month"], "at_most": [2, "month"]},
    ),
    Row(
        Order, {"text": "Soon.", "after": "start"}, ("start",), None, None, "after the start", ORDER | {"after": START}
    ),
    Row(
        Order,
        {"text": "Soon.", "after": "start", "before": "other"},
        ("start", "other"),
        None,
        None,
        "after the start and before the other",
        AFTER | {"before": "other"},
    ),
    Row(Order, {"text": "Soon."}, (), None, None, "", ORDER),
]
each_row = pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.made.__name__}: {row.words}")


def made_of(row: Row, **more: object) -> Deadline:
    return Deadline.model_validate({"id": "it", "counting": "days", **row.keys, **more})


def small(library: Library, deadline: Deadline) -> tuple[Library, Timeline]:
    """Return a library with one deadline, two events to count it from, and one plain way of counting."""
    timeline = Timeline.model_construct(id="t", title="T", deadlines=(deadline,), questions={}, inputs=())
    shared = next(iter(library.date.values()))
    dates = {name: shared.model_copy(update={"id": name, "name": f"the {name}"}) for name in ("start", "other")}
    return with_shelves(library, {"timeline": {"t": timeline}, "date": dates, "counting": {}}), timeline


def test_the_table_has_every_rule_and_every_key_of_a_rule() -> None:
    assert {row.made for row in TABLE} == set(get_args(DayRule))
    held = {(key, start) for key, starts in STARTS.items() for start in starts or (None,)}
    assert held == {
        (key, next((start for start in STARTS[key] if start in row.keys), None))
        for row in TABLE
        for key in row.keys
        if key in STARTS
    }
    kinds = {kind for shape in get_args(rule_shapes.DayRule) for kind in get_args(get_type_hints(shape)["kind"])}
    assert {row.data["kind"] for row in TABLE} == kinds
    assert set(get_args(ReadInTwoWays)) < set(get_args(DayRule))


@each_row
def test_a_rule_is_made_of_its_keys_and_knows_its_events(row: Row) -> None:
    assert type(made_of(row).rule) is row.made
    assert made_of(row).rule.events == row.events
    assert made_of(row, serves="limit").events == (*row.events, "limit")
    assert made_of(row).has_number is (row.made is not Order)


def test_a_rule_that_is_made_into_no_class_is_not_taken_for_a_place_in_the_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(STARTS, "title", ())  # as if a ninth key held a rule
    with pytest.raises(AssertionError, match="made into no class"):
        print(made_of(Row(Order, {"text": "Soon."}, (), None, None, "", {}), title="Ninth").rule)


def test_a_deadline_without_its_start_is_told_so_before_anything_is_said_of_its_readings() -> None:
    with pytest.raises(ValidationError, match="does not say what it counts from"):
        second = {"length": "9 weeks", "why": "It has two numbers."}
        Deadline.model_validate({"id": "it", "within": "2 weeks", "second_reading": second})


@each_row
def test_a_rule_is_counted(library: Library, row: Row) -> None:
    own, timeline = small(library, made_of(row))
    rows = work_out(own, timeline, {"start": MARCH, "other": MARCH})
    assert [(found.not_before, found.due) for found in rows] == (
        [(row.earliest, row.latest)] if row.keys.get("until") is None else []
    )


@each_row
def test_a_rule_says_which_ends_of_time_it_gives(library: Library, row: Row) -> None:
    own, timeline = small(library, made_of(row))
    rows = work_out(own, timeline, {"start": MARCH, "other": date(2030, 1, 1)})
    counted = made_of(row).rule
    assert {(found.not_before is not None, found.due is not None) for found in rows} == {
        (counted.earliest, counted.latest)
    }


@each_row
def test_a_rule_is_worded(library: Library, row: Row) -> None:
    own, _ = small(library, made_of(row))
    assert rule(own, made_of(row)) == row.words


@each_row
def test_a_rule_is_serialised(library: Library, row: Row) -> None:
    own, timeline = small(library, made_of(row))
    data = timelines_data(own, [timeline], england_and_wales())["rules"]["deadlines"]["it"]
    assert json.loads(json.dumps(data["rule"])) == row.data
    assert data["words"] == row.words or row.keys["text"]


@each_row
def test_a_rule_is_read_in_two_ways_or_refuses_it(library: Library, row: Row) -> None:
    second = {"length": "9 weeks", "why": "It has two numbers."}
    if not issubclass(row.made, get_args(ReadInTwoWays)) or "at_most" in row.keys.get("gap", {}):
        with pytest.raises(ValidationError, match="a second reading stands beside"):
            made_of(row, second_reading=second)
        return
    first = made_of(row, second_reading=second)
    other = first.read_otherwise
    assert other is not None and other.second_reading is None
    assert (type(other.rule), other.rule.events) == (row.made, row.events)
    own, _ = small(library, first)
    assert "9 weeks" in rule(own, other)
    assert ("The later day" in other_rule_words(own, first)) is (row.latest is None)


@pytest.mark.parametrize(
    ("keys", "first_day", "made"),
    [
        ({"of": "start"}, "counts", Beginning),
        ({"of": "start"}, "does-not-count", Within),
        ({"beginning_with": "start"}, "counts", Beginning),
        ({"beginning_with": "start"}, "does-not-count", Within),
    ],
)
def test_the_first_day_of_a_second_reading_makes_it_the_other_rule(
    keys: dict[str, str], first_day: str, made: type
) -> None:
    second = {"first_day": first_day, "why": "It does not say."}
    other = Deadline.model_validate({"id": "it", "within": "2 weeks", **keys, "second_reading": second}).read_otherwise
    assert other is not None and type(other.rule) is made
    assert other.rule.events == ("start",)


# A ninth rule, and where its types find that it has no case: in the program and in the browser.
NINTH = """
@dataclass(frozen=True, slots=True)
class Ninth(_After):
    latest: ClassVar = True
    earliest: ClassVar = False


DayRule = Ninth | """
NINTH_IN_BROWSER = 'export interface Ninth {\n  kind: "ninth";\n}\nexport type DayRule = Ninth | '


def copied(folder: Path, name: str) -> Path:
    made = shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "built"))
    return Path(made)


def spoil(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), "utf-8")


def errors(command: Sequence[object], folder: Path, wanted: str) -> Counter[str]:
    """Run a checker of types in a folder. Return the files in which it finds an error like ``wanted``, and no other."""
    done = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if "error" in line and not line.startswith("Found ")]
    assert [line for line in lines if not re.search(wanted, line)] == []
    return Counter(re.split(r"[:(]", line, maxsplit=1)[0] for line in lines)


def test_a_ninth_rule_without_a_case_is_found_by_the_types_of_the_program(tmp_path: Path) -> None:
    spoil(copied(tmp_path, "generator") / "model/day_rules.py", "\nDayRule = ", NINTH)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    mypy = [sys.executable, "-m", "mypy", "--no-pretty", "--cache-dir", tmp_path / "cache", "generator"]
    assert errors(mypy, tmp_path, 'Argument 1 to "assert_never" has incompatible type "Ninth"') == {
        "generator/reason/timeline.py": 2,
        "generator/check/timelines.py": 1,
        "generator/check/measures.py": 2,
        "generator/compile/words/sentences.py": 2,
        "generator/compile/data/timeline.py": 1,
    }


def test_a_ninth_rule_without_a_case_is_found_by_the_types_of_the_browser(tmp_path: Path) -> None:
    own = copied(tmp_path, "site_templates")
    spoil(own / "assets/data.d.ts", "export type DayRule = ", NINTH_IN_BROWSER)
    shutil.copy(ROOT / "package.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    tsc = [ROOT / "node_modules/.bin/tsc", "--pretty", "false", "--project", own / "assets/tsconfig.json"]
    assert errors(tsc, tmp_path, "'Ninth' is not assignable to parameter of type 'never'") == {
        "site_templates/reason/timeline.js": 2
    }
