"""Walking trees: bounds, guards in three values, not sure, and the repository's own worked cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.model import Library, understand
from generator.model.measure import Duration, parse_duration
from generator.model.tree import Tree
from generator.read import LocatedMap, read_yaml
from generator.reason.civil import add_months, add_whole, reached
from generator.reason.questions import Refused, Written, read_all
from generator.reason.walk import Way, walk

TODAY = date(2026, 11, 22)

MATCH = """
id: match
title: Which panel?
start: plan
questions:
  plan:
    ask: What is the plan?
    answers:
      adoption: {label: Adoption, go: adoption-panel}
      fostering: {label: Fostering, go: age}
    unsure: {label: Not sure, go: settle}
  age:
    ask: How old?
    number: {unit: years, min: 0, max: 17}
    bands: [{id: under-10, below: 10, label: Under 10}, {id: ten-plus, from: 10, label: 10 or over}]
    unsure: {label: Not sure}
    go: siblings
  siblings:
    ask: Which apply?
    choose: many
    answers:
      group: {label: A group}
      younger: {label: One is under 10}
      none: {label: None, alone: true}
    go:
      - {when: {any: [{age: under-10}, {siblings: {has: younger}}]}, go: family-panel}
      - {when: {age: {from: 10, up_to: 15}, siblings: {lacks: younger}}, go: long-term-panel}
      - {go: settle}
outcomes:
  adoption-panel: {title: A, text: A., kind: go}
  family-panel: {title: B, text: B., kind: go}
  long-term-panel: {title: C, text: C., kind: go}
  settle: {title: D, text: D., kind: refer}
"""


def tree(text: str) -> Tree:
    value = read_yaml(text, "tree.yml")
    assert isinstance(value, LocatedMap)
    made, problems = understand(value, Tree)
    assert problems == []
    (found,) = made
    assert isinstance(found, Tree)
    return found


def walked(tree: Tree, answers: Mapping[str, Written], *, today: date) -> Way:
    """Return the way through a tree that answers lead, given as text."""
    return walk(tree, read_all(tree.questions, answers, today=today))


@pytest.mark.parametrize(
    ("answers", "outcome", "next_question"),
    [
        ({}, None, "plan"),
        ({"plan": "adoption"}, "adoption-panel", None),
        ({"plan": "unsure"}, "settle", None),
        ({"plan": "fostering"}, None, "age"),
        ({"plan": "fostering", "age": "9", "siblings": "none"}, "family-panel", None),
        ({"plan": "fostering", "age": "10", "siblings": "none"}, "long-term-panel", None),
        ({"plan": "fostering", "age": "15", "siblings": ["group"]}, "long-term-panel", None),
        ({"plan": "fostering", "age": "16", "siblings": ["group"]}, "settle", None),
        ({"plan": "fostering", "age": "12", "siblings": "group+younger"}, "family-panel", None),
        # A test on an unsure answer is false, 'lacks' included.
        ({"plan": "fostering", "age": "unsure", "siblings": "none"}, "settle", None),
        ({"plan": "fostering", "age": "unsure", "siblings": ["younger"]}, "family-panel", None),
        # An answer that is not on the way counts for nothing.
        ({"plan": "adoption", "age": "9"}, "adoption-panel", None),
    ],
)
def test_where_answers_lead(answers: dict[str, str], outcome: str | None, next_question: str | None) -> None:
    taken = walked(tree(MATCH), answers, today=TODAY)
    assert (taken.outcome, taken.next) == (outcome, next_question)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"plan": "kinship"}, "'plan' has no answer 'kinship'; it has: adoption, fostering, unsure"),
        ({"plan": "fostering", "age": "18"}, "'age' takes a whole number of years from 0 to 17, not '18'"),
        ({"plan": "fostering", "age": "9.5"}, "'age' takes a whole number of years from 0 to 17, not '9.5'"),
        ({"plan": "fostering", "age": "9", "siblings": []}, "'siblings' needs at least one choice"),
        (
            {"plan": "fostering", "age": "9", "siblings": ["none", "group"]},
            "'siblings': 'none' cannot be chosen together with others",
        ),
        ({"plan": "fostering", "age": "9", "siblings": "unsure"}, "'siblings' has no answer 'unsure'"),
    ],
)
def test_answers_that_cannot_be_given(answers: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        walked(tree(MATCH), answers, today=TODAY)
    assert sentence in str(refused.value)


LIVED = """
id: lived
title: How long?
start: since
questions:
  since:
    ask: Since when?
    elapsed: {date: came, until: today}
    bands:
      - {id: year, from: 1 year, label: A year or more, go: long}
      - {id: less, below: 1 year, label: Less, go: short}
outcomes:
  long: {title: L, text: L., kind: go}
  short: {title: S, text: S., kind: go}
"""


@pytest.mark.parametrize(
    ("since", "today", "outcome"),
    [
        ("2025-11-22", "2026-11-22", "long"),
        ("2025-11-23", "2026-11-22", "short"),
        ("2024-02-29", "2025-03-01", "long"),
        ("2024-02-29", "2025-02-28", "short"),
        ("2026-11-22", "2026-11-22", "short"),
    ],
)
def test_a_length_of_time_is_reached_on_its_day(since: str, today: str, outcome: str) -> None:
    assert walked(tree(LIVED), {"since": since}, today=date.fromisoformat(today)).outcome == outcome


def test_a_start_in_the_future_is_refused() -> None:
    with pytest.raises(Refused, match="lies after"):
        walked(tree(LIVED), {"since": "2026-11-23"}, today=TODAY)


@given(start=some.dates(date(1990, 1, 1), date(2060, 12, 31)), months=some.integers(0, 600))
def test_months_keep_the_day_or_take_the_last_of_the_month(start: date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end.replace(day=28) <= end))
    assert end.day <= start.day


@given(start=some.dates(date(1990, 1, 1), date(2060, 12, 31)), count=some.integers(1, 50))
def test_reached_changes_exactly_once(start: date, count: int) -> None:
    for unit in ("day", "week", "month", "year"):
        length = Duration(count, unit)
        end = add_whole(start, length)
        assert reached(start, length, end)
        assert not reached(start, length, date.fromordinal(end.toordinal() - 1))


def test_lengths_read_as_written() -> None:
    assert str(parse_duration("20 working days")) == "20 working days"
    assert str(parse_duration("1 year")) == "1 year"


def test_worked_cases_lead_where_they_say_and_reach_every_outcome(library: Library) -> None:
    reached_outcomes: dict[str, set[str]] = {name: set() for name in library.tree}
    for scenario in library.scenario.values():
        for case in scenario.walks:
            taken = walked(library.tree[case.tree], case.answers, today=scenario.today)
            assert taken.outcome == case.outcome, scenario.id
            reached_outcomes[case.tree].add(case.outcome)
    for name, found in library.tree.items():
        assert reached_outcomes[name] == set(found.outcomes)
    assert len(library.scenario) >= 3
