"""Would a slip be noticed? Random edits of every shipped tree, and the share that schema, proof or cases catch."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.check.scenarios import check_scenarios
from generator.check.trees import check_trees
from generator.errors import Place, Problem
from generator.model import Library, understand
from generator.model.tree import Tree
from generator.read import LocatedList, LocatedMap, read_file
from support.libraries import plain, with_shelves
from support.paths import ROOT

EDITS, SEED, AIM = 200, 90, 0.90
NOWHERE = Place("mutant.yml")


def located(value: Any) -> Any:
    """Return plain data as located values again; where they were written no longer matters."""
    if isinstance(value, dict):
        made = LocatedMap(NOWHERE)
        for key, item in value.items():
            made.put(key, located(item), NOWHERE, NOWHERE)
        return made
    if isinstance(value, list):
        listed = LocatedList(NOWHERE)
        for item in value:
            listed.put(located(item), NOWHERE)
        return listed
    return value


def holders_of_go(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every mapping that carries a ``go`` with a target of its own."""
    for question in tree["questions"].values():
        for holder in (
            question,
            question.get("unsure"),
            *question.get("answers", {}).values(),
            *question.get("bands", []),
        ):
            if holder and "go" in holder:
                go = holder["go"]
                if isinstance(go, str):
                    yield holder
                else:
                    yield from (go if isinstance(go, list) else go["exactly_one"])


def swap_target(dice: random.Random, tree: dict[str, Any]) -> bool:
    holder = dice.choice(list(holders_of_go(tree)))
    others = [name for name in [*tree["questions"], *tree["outcomes"]] if name != holder["go"]]
    holder["go"] = dice.choice(others)
    return True


def drop_guard(dice: random.Random, tree: dict[str, Any]) -> bool:
    guarded = [holder for holder in holders_of_go(tree) if "when" in holder]
    if not guarded:
        return False
    del dice.choice(guarded)["when"]
    return True


def delete_answer(dice: random.Random, tree: dict[str, Any]) -> bool:
    question = dice.choice([q for q in tree["questions"].values() if len(q.get("answers", {})) > 1 or q.get("unsure")])
    names = list(question.get("answers", {})) + (["unsure"] if question.get("unsure") else [])
    name = dice.choice(names)
    if name == "unsure" and "unsure" not in question.get("answers", {}):
        del question["unsure"]
    else:
        del question["answers"][name]
    return True


def flip_bound(dice: random.Random, tree: dict[str, Any]) -> bool:
    parts = [band for question in tree["questions"].values() for band in question.get("bands", [])]
    parts += [
        test for holder in holders_of_go(tree) for test in holder.get("when", {}).values() if isinstance(test, dict)
    ]
    flips = {"from": "over", "over": "from", "below": "up_to", "up_to": "below", "has": "lacks", "lacks": "has"}
    chosen = [(part, key) for part in parts for key in flips if key in part]
    if not chosen:
        return False
    part, key = dice.choice(chosen)
    part[flips[key]] = part.pop(key)
    return True


KINDS: list[Callable[[random.Random, dict[str, Any]], bool]] = [swap_target, drop_guard, delete_answer, flip_bound]


def caught(library: Library, data: dict[str, Any]) -> bool:
    made, problems = understand(located(data), Tree)
    if problems:
        return True
    tree = made[0]
    assert isinstance(tree, Tree)
    cases = {s.id: s for s in library.scenario.values() if any(walk.tree == tree.id for walk in s.walks)}
    spoiled = with_shelves(library, {"tree": {**library.tree, tree.id: tree}, "scenario": cases})
    return any(p.place.file == NOWHERE.file for p in check_trees(spoiled)) or any(
        p.rule.id.startswith("walk") or p.place.file == NOWHERE.file for p in check_scenarios(spoiled)
    )


@pytest.mark.long
def test_most_slips_in_a_tree_are_noticed(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    shares = {}
    for name, tree in library.tree.items():
        value = read_file(ROOT, ROOT / tree.place("id").file)
        assert not isinstance(value, Problem), value
        whole = plain(value)
        assert not caught(library, copy.deepcopy(whole)), f"{name} itself is found wrong"
        dice = random.Random(f"{SEED} {name}")
        noticed = made = 0
        while made < EDITS:
            data = copy.deepcopy(whole)
            if dice.choice(KINDS)(dice, data) and data != whole:
                made += 1
                noticed += caught(library, data)
        shares[name] = noticed / made
    with capsys.disabled():
        print("\nslips noticed: " + ", ".join(f"{name} {share:.0%}" for name, share in shares.items()))
    assert min(shares.values()) >= AIM
