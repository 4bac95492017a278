"""The proof: it finds what trying every answer finds, tells it as a person, and keeps within its budget."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.check.proof import prove_tree
from generator.model import understand
from generator.model.tree import Tree
from generator.read import LocatedMap, read_yaml
from generator.reason.guards import Answered, holds
from generator.reason.prove import prove
from generator.reason.questions import asks
from generator.reason.regions import regions_of
from support.random_trees import random_tree


def tree(text: str) -> Tree:
    value = read_yaml(text, "tree.yml")
    assert isinstance(value, LocatedMap)
    made, problems = understand(value, Tree)
    assert problems == []
    assert isinstance(made[0], Tree)
    return made[0]


def by_trying(made: Tree) -> tuple[set[str], set[tuple[str, str]]]:
    """Walk every combination of regions, without merging anything. Return what is reached and what goes wrong."""
    regions = regions_of(made)
    reached: set[str] = set()
    wrong: set[tuple[str, str]] = set()
    waiting: list[tuple[str, dict[str, Answered]]] = [(made.start, {})]
    while waiting:
        here, answers = waiting.pop()
        reached.add(here)
        if here in made.outcomes:
            continue
        question = made.questions[here]
        for region in regions[here]:
            now = {**answers, here: region.answer}
            if question.bands and not region.answer.unsure and len(region.answer.chosen) != 1:
                wrong.add(("gap" if not region.answer.chosen else "overlap", here))
                continue
            routes = asks(question).routes(region.answer)
            if routes is None:
                wrong.add(("gap", here))
                continue
            results = [(route, True if route.when is None else holds(route.when, now)) for route in routes.all]
            if routes.exactly_one:
                holding = [route for route, result in results if result]
                if None in [result for _, result in results]:
                    wrong.add(("unknown", here))
                    continue
                if len(holding) != 1:
                    wrong.add(("overlap" if holding else "gap", here))
                waiting += [(route.go, now) for route in holding]
                continue
            for route, result in results:
                if result is None:
                    wrong.add(("unknown", here))
                    break
                if result:
                    waiting.append((route.go, now))
                    break
            else:
                wrong.add(("gap", here))
    return reached, wrong


def test_the_proof_finds_what_trying_every_answer_finds() -> None:
    dice = random.Random(7)
    compared = faulty = 0
    for number in range(1500):
        raw = random_tree(dice, f"t{number}")
        made = Tree.model_validate(raw)
        names = list(raw["questions"])
        forward = all(
            target in raw["outcomes"] or names.index(target) > names.index(name)
            for name in names
            for target in _targets(made, name)
        )
        if not forward:
            continue
        reached, wrong = by_trying(made)
        proof = prove(made)
        assert proof.reached == reached
        assert {(f.rule.id, f.question) for f in proof.findings if f.rule.id in ("gap", "overlap", "unknown")} == wrong
        compared += 1
        faulty += bool(wrong)
    assert compared > 1000
    assert 200 < faulty < compared


def _targets(made: Tree, name: str) -> list[str]:
    from generator.check.trees import targets_of

    return targets_of(made.questions[name])


def test_a_drawn_loop_that_guards_make_impossible_is_fine_and_a_real_one_is_not() -> None:
    text = """
id: loop
title: Loop
start: first
questions:
  first:
    ask: Once or more?
    answers: {once: {label: Once, go: second}, more: {label: More, go: end}}
  second:
    ask: Back?
    answers:
      back: {label: Back, go: [{when: {first: WHO}, go: first}, {go: end}]}
      on: {label: On, go: end}
outcomes:
  end: {title: End, text: End., kind: info}
"""
    assert prove(tree(text.replace("WHO", "more"))).findings[0].rule.id == "never-holds"
    assert "endless" not in {f.rule.id for f in prove(tree(text.replace("WHO", "more"))).findings}
    kinds = {finding.rule.id for finding in prove(tree(text.replace("WHO", "once"))).findings}
    assert "endless" in kinds


PANELS = """
id: match
title: Which panel?
person: a child
start: age
questions:
  age:
    ask: How old is the child, in whole years?
    number: {unit: years, min: 0, max: 17}
    bands: [{id: under, LOW, label: Under}, {id: over, HIGH, label: Over}]
    go: siblings
  siblings:
    ask: Which of these apply?
    choose: many
    answers: {group: {label: A group}, younger: {label: One is under 10}, none: {label: None, alone: true}}
    go:
      exactly_one:
        - {when: {any: [{age: under}, {siblings: {has: younger}}]}, go: family}
        - {when: {SECOND}, go: long}
outcomes:
  family: {title: F, text: F., kind: go}
  long: {title: L, text: L., kind: go}
"""


@pytest.mark.parametrize(
    ("low", "high", "second", "sentences"),
    [
        ("below: 10", "from: 10", "age: over, siblings: {lacks: younger}", []),
        ("below: 10", "over: 10", "age: over, siblings: {lacks: younger}", ["a child aged exactly 10 is led nowhere"]),
        (
            "up_to: 10",
            "from: 10",
            "age: over, siblings: {lacks: younger}",
            ["a child aged exactly 10 is led to 'over' and 'under' at once"],
        ),
        (
            "below: 10",
            "from: 10",
            "age: over",
            [
                "a child aged 10 to 17 who answers ‘One is under 10’ to ‘Which of these apply’ "
                "is led to 'family' and 'long' at once"
            ],
        ),
        (
            "below: 10",
            "from: 10",
            "age: {from: 12}, siblings: {lacks: younger}",
            ["a child aged 10 to 11 who answers ‘A group’ to ‘Which of these apply’ is led nowhere"],
        ),
    ],
)
def test_findings_name_a_person(low: str, high: str, second: str, sentences: list[str]) -> None:
    made = tree(PANELS.replace("LOW", low).replace("HIGH", high).replace("SECOND", second))
    problems, _ = prove_tree(made)
    told = [problem.message for problem in problems if problem.rule.id in ("gap", "overlap")]
    assert told[: len(sentences)] == sentences
    assert bool(told) == bool(sentences)
    assert all(problem.place.line > 1 for problem in problems)


def test_past_its_budget_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reason.prove.MAX_SITUATIONS", 1)
    problems, proof = prove_tree(
        tree(PANELS.replace("LOW", "below: 10").replace("HIGH", "from: 10").replace("SECOND", "age: over"))
    )
    assert proof is None
    assert [problem.rule.id for problem in problems] == ["too-tangled"]
    assert "too tangled to prove" in problems[0].message


def test_many_choices_that_no_guard_tells_apart_cost_nothing() -> None:
    answers = ", ".join(f"a{n}: {{label: A{n}}}" for n in range(40))
    made = tree(
        f"""
id: wide
title: Wide
start: many
questions:
  many:
    ask: Which?
    choose: many
    answers: {{{answers}}}
    go: [{{when: {{many: {{has: a7}}}}, go: seven}}, {{go: other}}]
outcomes:
  seven: {{title: S, text: S., kind: go}}
  other: {{title: O, text: O., kind: go}}
"""
    )
    proof = prove(made)
    assert (proof.findings, proof.steps) == ([], 2)


def chain(length: int) -> dict[str, Any]:
    """A tree of ordinary shape: a spine of questions, guards that look a few questions back."""
    dice = random.Random(3)
    questions: dict[str, Any] = {}
    for number in range(length):
        following = f"q{number + 1}" if number + 1 < length else "end"
        ways = [{"when": {f"q{dice.randint(max(0, number - 3), number)}": "yes"}, "go": following} for _ in range(6)]
        questions[f"q{number}"] = {
            "ask": "?",
            "answers": {
                "yes": {"label": "Yes", "go": [*ways, {"go": following}]},
                "no": {"label": "No", "go": following},
            },
        }
    return {
        "id": "chain",
        "title": "C",
        "start": "q0",
        "questions": questions,
        "outcomes": {"end": {"title": "E", "text": "E", "kind": "go"}},
    }


def test_sixty_questions_and_four_hundred_guards_stay_few_situations() -> None:
    made = Tree.model_validate(chain(60))
    assert prove(made).situations < 2_000
