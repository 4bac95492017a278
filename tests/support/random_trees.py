"""Random trees and random answers, seeded: what a person might write and give, and much that nobody would."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

UNITS = ["day", "week", "month", "year"]


def random_tree(dice: random.Random, name: str = "t") -> dict[str, Any]:
    """Return a tree as plain data. Ways lead on; some guards look at what was not asked, and a few ways lead back."""
    count = dice.randint(2, 6)
    names = [f"q{n}" for n in range(count)]
    outcomes = {f"o{n}": {"title": f"O{n}", "text": "x", "kind": "go"} for n in range(dice.randint(1, 4))}
    questions: dict[str, Any] = {}
    for number, question in enumerate(names):
        questions[question] = random_question(dice, question, names, number, questions, list(outcomes))
    return {"id": name, "title": "T", "start": "q0", "questions": questions, "outcomes": outcomes}


def random_question(
    dice: random.Random, name: str, names: list[str], number: int, before: dict[str, Any], outcomes: list[str]
) -> dict[str, Any]:
    targets = names[number + 1 :] + outcomes
    if dice.random() < 0.03:
        targets = targets + names[: number + 1]
    made: dict[str, Any] = {"ask": f"{name}?"}
    kind = dice.choice(["one", "one", "many", "number", "elapsed"])

    def go() -> Any:
        known = {**before, name: made}
        if dice.random() < 0.55 or not known:
            return dice.choice(targets)
        ways = [{"when": random_guard(dice, known), "go": dice.choice(targets)} for _ in range(dice.randint(1, 3))]
        if dice.random() < 0.3:
            return {"exactly_one": ways}
        return [*ways, {"go": dice.choice(targets)}]

    if kind == "one":
        made["answers"] = {f"a{n}": {"label": f"A{n}"} for n in range(dice.randint(1, 3))}
        for answer in made["answers"].values():
            if dice.random() < 0.7:
                answer["go"] = go()
    elif kind == "many":
        made["choose"] = "many"
        made["answers"] = {f"a{n}": {"label": f"A{n}", "alone": n == 2} for n in range(dice.randint(1, 4))}
    elif kind == "number":
        made["number"] = {"unit": "years", "min": 0, "max": 20}
        cut = dice.randint(1, 19)
        edge = dice.choice(["below", "up_to"])
        other = {"below": "from", "up_to": "over"}[edge]
        made["bands"] = [
            {"id": "low", "label": "Low", edge: cut},
            {"id": "high", "label": "High", other: cut + dice.choice([0, 0, 0, 1, -1])},
        ]
    else:
        unit = dice.choice(UNITS)
        cut = dice.randint(1, 5)
        made["elapsed"] = {"date": "came"}
        made["bands"] = [
            {"id": "less", "label": "Less", "below": f"{cut} {unit}s"},
            {"id": "more", "label": "More", "from": f"{cut} {unit}s"},
        ]
        made["unit"] = unit
    if kind in ("number", "elapsed"):
        for band in made["bands"]:
            if dice.random() < 0.4:
                band["go"] = go()
    if dice.random() < 0.5:
        made["unsure"] = {"label": "Not sure", **({"go": go()} if dice.random() < 0.7 else {})}
    made["go"] = go()
    made.pop("unit", None)
    return made


def random_guard(dice: random.Random, known: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    guard: dict[str, Any] = {}
    if depth < 2 and dice.random() < 0.2:
        guard["any"] = [random_guard(dice, known, depth + 1) for _ in range(dice.randint(1, 3))]
    if depth < 2 and dice.random() < 0.15:
        guard["not"] = random_guard(dice, known, depth + 1)
    if not guard or dice.random() < 0.6:
        for name in dice.sample(sorted(known), min(len(known), dice.randint(1, 2))):
            guard[name] = random_test(dice, known[name])
    return guard


def random_test(dice: random.Random, question: dict[str, Any]) -> Any:
    unsure = ["unsure"] if dice.random() < 0.2 else []
    if "number" in question:
        if dice.random() < 0.5:
            return dice.choice(["low", "high", *unsure])
        low = dice.randint(0, 15)
        return dice.choice(
            [{"from": low}, {"over": low, "up_to": low + 3}, {"below": low}, {"from": low, "below": low + 1}]
        )
    if "elapsed" in question:
        if dice.random() < 0.5:
            return dice.choice(["less", "more", *unsure])
        unit = question["bands"][0]["below"].split()[1]
        count = dice.randint(1, 6)
        return dice.choice([{"from": f"{count} {unit}"}, {"over": f"{count} {unit}"}, {"up_to": f"{count} {unit}"}])
    answers = list(question["answers"])
    if question.get("choose") == "many":
        return {dice.choice(["has", "lacks"]): dice.choice(answers)} if not unsure else "unsure"
    return dice.choice([dice.choice(answers + unsure), dice.sample(answers, dice.randint(1, len(answers)))])


def random_answers(dice: random.Random, tree: dict[str, Any], today: date) -> dict[str, Any]:
    """Return answers to most of a tree's questions; a few of them cannot be given."""
    return {
        name: random_answer(dice, question, today)
        for name, question in tree["questions"].items()
        if dice.random() < 0.95
    }


def random_answer(dice: random.Random, question: dict[str, Any], today: date) -> Any:
    if dice.random() < 0.12:
        return dice.choice(["unsure", "nonsense", "", "2026-02-30", "-1", "99", "constructor", ["a0", "a1"]])
    if "number" in question:
        return str(dice.randint(0, 20))
    if "elapsed" in question:
        days = dice.choice([dice.randint(0, 40), dice.randint(0, 2200), dice.choice([0, 365, 366, 730, 28, 30, 31])])
        return (today - timedelta(days=days)).isoformat()
    answers = list(question["answers"])
    if question.get("choose") == "many":
        return dice.sample(answers, dice.randint(1, len(answers)))
    return dice.choice(answers)
