"""Each kind of question: what it reads, what it refuses and in which words, what it says and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

import pytest

from generator.compile.data.tree import question_data
from generator.model.question import Question
from generator.reason.guards import Answered
from generator.reason.questions import (
    Asks,
    ChooseMany,
    ChooseOne,
    GiveDay,
    GiveNumber,
    Refused,
    Written,
    asks,
    read_all,
)

TODAY, MOVED = date(2026, 11, 22), {"moved": date(2026, 6, 1)}


def chosen(*names: str) -> Answered:
    return Answered(frozenset(names))


@dataclass(frozen=True)
class Row:
    """A question as it is written, and what has to come of it.

    ``reads``: answers as they are given, what they count as, the words for it, and where it leads. ``refuses``: answers
    and the refusal, after the name of the question. ``data``: what the browser is told of its kind.
    """

    kind: type
    written: dict[str, Any]
    labels: list[str]
    reads: list[tuple[Written, Answered, str, str]]
    refuses: list[tuple[Written, str]]
    data: dict[str, Any] = field(default_factory=dict)


UNSURE = {"label": "Not sure", "go": "ask"}
LIST = {"owner": {"label": "The owner"}, "tenant": {"label": "A tenant"}, "none": {"label": "Neither", "alone": True}}
NO_MIDDLE = [
    {"id": "young", "label": "Under 16", "below": 16, "go": "wait"},
    {"id": "old", "label": "From 18", "from": 18},
    {"id": "oldest", "label": "From 80", "from": 80, "go": "rest"},
]
YEAR = [
    {"id": "year", "label": "A year or more", "from": "1 year", "go": "apply"},
    {"id": "less", "label": "Less", "below": "1 year"},
]

ROWS = {
    "one of a list": Row(
        ChooseOne,
        {"answers": {**LIST, "tenant": {"label": "A tenant", "go": "apply"}}, "unsure": UNSURE},
        ["owner", "tenant", "none", "unsure"],
        [
            ("owner", chosen("owner"), "The owner", "on"),
            (["tenant"], chosen("tenant"), "A tenant", "apply"),
            ("none", chosen("none"), "Neither", "on"),
            ("unsure", chosen("unsure"), "Not sure", "ask"),
        ],
        [
            ("lodger", " has no answer 'lodger'; it has: owner, tenant, none, unsure"),
            ("owner+tenant", " has no answer 'owner+tenant'; it has: owner, tenant, none, unsure"),
            ("", " has no answer ''; it has: owner, tenant, none, unsure"),
            (["owner", "tenant"], " takes one answer, not 2"),
            ([], " takes one answer, not 0"),
        ],
        {"kind": "one", "number": None, "elapsed": None},
    ),
    "an answer that is called unsure": Row(
        ChooseOne,
        {"answers": {"sure": {"label": "Sure"}, "unsure": {"label": "In doubt", "go": "doubt"}}},
        ["sure", "unsure"],
        [("unsure", chosen("unsure"), "In doubt", "doubt"), (["unsure"], chosen("unsure"), "In doubt", "doubt")],
        [("no", " has no answer 'no'; it has: sure, unsure")],
    ),
    "several of a list": Row(
        ChooseMany,
        {"answers": LIST, "choose": "many"},
        ["owner", "tenant", "none"],
        [
            ("tenant", chosen("tenant"), "A tenant", "on"),
            ("tenant+owner", chosen("owner", "tenant"), "The owner, A tenant", "on"),
            (["tenant", "owner", "tenant"], chosen("owner", "tenant"), "The owner, A tenant", "on"),
            (["none", "none"], chosen("none"), "Neither", "on"),
        ],
        [
            ([], " needs at least one choice"),
            ("none+owner", ": 'none' cannot be chosen together with others"),
            ("owner+", " has no answer ''; it has: owner, tenant, none"),
            ("unsure", " has no answer 'unsure'; it has: owner, tenant, none"),
        ],
        {"kind": "many", "number": None, "elapsed": None},
    ),
    "several of a list, or not sure": Row(
        ChooseMany,
        {"answers": LIST, "choose": "many", "unsure": UNSURE},
        ["owner", "tenant", "none", "unsure"],
        [("unsure", chosen("unsure"), "Not sure", "ask")],
        [("owner+unsure", " has no answer 'unsure'; it has: owner, tenant, none, unsure")],
    ),
    "a number": Row(
        GiveNumber,
        {"number": {"unit": "rooms", "max": 20}},
        [],
        [
            ("0", Answered(frozenset(), number=0), "0 rooms", "on"),
            ("007", Answered(frozenset(), number=7), "7 rooms", "on"),
            (["20"], Answered(frozenset(), number=20), "20 rooms", "on"),
        ],
        [
            *((text, f" takes a whole number of rooms from 0 to 20, not '{text}'") for text in ("21", "-1", "7.5", "")),
            ("unsure", " takes a whole number of rooms from 0 to 20, not 'unsure'"),
            (["1", "2"], " takes one answer, not 2"),
        ],
        {"kind": "number", "number": {"unit": "rooms", "min": 0, "max": 20}, "elapsed": None},
    ),
    "a number in bands": Row(
        GiveNumber,
        {"number": {"unit": "years", "min": 1, "max": 99}, "bands": NO_MIDDLE, "unsure": UNSURE},
        ["young", "old", "oldest", "unsure"],
        [
            ("15", Answered(frozenset({"young"}), number=15), "Under 16", "wait"),
            ("16", Answered(frozenset(), number=16), "16 years", "on"),
            ("18", Answered(frozenset({"old"}), number=18), "From 18", "on"),
            ("80", Answered(frozenset({"old", "oldest"}), number=80), "From 18, From 80", "rest"),
            ("unsure", chosen("unsure"), "Not sure", "ask"),
        ],
        [("0", " takes a whole number of years from 1 to 99, not '0'")],
    ),
    "the time since a day": Row(
        GiveDay,
        {"elapsed": {"date": "came"}, "bands": YEAR},
        ["year", "less"],
        [
            (
                "2025-11-22",
                Answered(frozenset({"year"}), since=date(2025, 11, 22), until=TODAY),
                "A year or more",
                "apply",
            ),
            ("2025-11-23", Answered(frozenset({"less"}), since=date(2025, 11, 23), until=TODAY), "Less", "on"),
            (["2026-11-22"], Answered(frozenset({"less"}), since=TODAY, until=TODAY), "Less", "on"),
        ],
        [
            *(
                (text, f" takes a date such as 2026-11-22, not '{text}'")
                for text in ("2026-02-30", "20261122", "unsure")
            ),
            ("2026-11-23", ": that day lies after the day it is counted to"),
            (["2026-01-01", "2026-01-02"], " takes one answer, not 2"),
        ],
        {"kind": "elapsed", "number": None, "elapsed": {"date": "came", "until": "today"}},
    ),
    "the time between two days": Row(
        GiveDay,
        {"elapsed": {"date": "came", "until": "moved"}, "bands": YEAR, "unsure": UNSURE},
        ["year", "less", "unsure"],
        [
            (
                "2025-06-01",
                Answered(frozenset({"year"}), since=date(2025, 6, 1), until=MOVED["moved"]),
                "A year or more",
                "apply",
            ),
            ("unsure", chosen("unsure"), "Not sure", "ask"),
        ],
        [("2026-06-02", ": that day lies after the day it is counted to")],
        {"kind": "elapsed", "number": None, "elapsed": {"date": "came", "until": "moved"}},
    ),
}


def question(row: Row) -> Question:
    return Question.model_validate({"ask": "Who?", "go": "on", **row.written})


def of_rows(part: str) -> Any:
    return [
        pytest.param(row, *case, id=f"{name}: {case[0]}") for name, row in ROWS.items() for case in getattr(row, part)
    ]


def test_every_kind_has_its_rows() -> None:
    for kind in get_args(Asks):
        rows = [row for row in ROWS.values() if row.kind is kind]
        assert any(row.data for row in rows), kind


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_question_is_of_its_kind_and_tells_the_browser_so(row: Row) -> None:
    assert type(asks(question(row))) is row.kind
    assert list(question(row).labels()) == row.labels
    data: Mapping[str, Any] = question_data(question(row))
    assert {key: data[key] for key in row.data} == row.data
    unsure = ["unsure"] if data["unsure"] and "unsure" not in data["answers"] else []
    assert [*data["answers"], *(band["id"] for band in data["bands"]), *unsure] == row.labels


@pytest.mark.parametrize(("row", "given", "read", "words", "leads"), of_rows("reads"))
def test_an_answer_is_read(row: Row, given: Written, read: Answered, words: str, leads: str) -> None:
    asked = asks(question(row))
    answer = asked.read("who", given, today=TODAY, dates=MOVED)
    assert answer == read
    assert answer.given == (given if isinstance(given, str) else "+".join(given))
    assert asked.words(answer) == words
    routes = asked.routes(answer)
    assert routes and [route.go for route in routes.all] == [leads]
    assert asked.between_bands(answer) == (bool(question(row).bands) and len(read.chosen) != 1)


@pytest.mark.parametrize(("row", "given", "sentence"), of_rows("refuses"))
def test_an_answer_is_refused(row: Row, given: Written, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        asks(question(row)).read("who", given, today=TODAY, dates=MOVED)
    assert str(refused.value) == f"'who'{sentence}"


def test_a_time_until_a_day_that_nobody_gave_is_refused() -> None:
    between = asks(question(ROWS["the time between two days"]))
    with pytest.raises(Refused, match="'who' runs until 'moved': give that date too"):
        between.read("who", "2025-06-01", today=TODAY)


def test_a_refusal_waits_for_whoever_asks_and_other_answers_are_left_aside() -> None:
    questions = {name: question(ROWS["one of a list"]) for name in ("who", "whose")}
    read = read_all(questions, {"who": "owner", "whose": "lodger", "elsewhere": "owner"}, today=TODAY)
    assert read["who"] == chosen("owner")
    assert isinstance(read["whose"], Refused)
    assert list(read) == ["who", "whose"]
