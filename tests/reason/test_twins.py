"""One truth in two languages: the browser's reasoner walks every tree as Python's does."""

from __future__ import annotations

import itertools
import json
import random
import shutil
import subprocess
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.compile.data.tree import tree_data
from generator.model import load
from generator.model.tree import Tree
from generator.reason.questions import Refused, read_all
from generator.reason.regions import TODAY, regions_of
from generator.reason.walk import walk
from support.paths import HOMELESSNESS, ROOT
from support.random_trees import random_answers, random_tree
from support.sweep import SWEEP

TREES, ANSWERS, SEED = 4_000 if SWEEP else 1_000, 25, 20261122
Batch = tuple[Tree, list[dict[str, Any]]]


def in_python(tree: Tree, case: dict[str, Any]) -> list[Any]:
    try:
        taken = walk(tree, read_all(tree.questions, case["answers"], today=date.fromisoformat(case["today"])))
    except Refused as refused:
        return ["refused", str(refused)]
    return [taken.outcome, taken.next, [[step.question, step.because, step.to] for step in taken.path]]


def in_browser(batches: Iterable[Batch]) -> list[list[Any]]:
    node = shutil.which("node")
    assert node, "Node is not installed"
    lines = "".join(json.dumps({"tree": tree_data(tree), "cases": cases}) + "\n" for tree, cases in batches)
    done = subprocess.run(
        [node, str(ROOT / "tests" / "twins" / "walk.mjs")], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def compare(batches: list[Batch]) -> int:
    count = 0
    for (tree, cases), answers in zip(batches, in_browser(batches), strict=True):
        for case, theirs in zip(cases, answers, strict=True):
            assert in_python(tree, case) == theirs, (tree.id, case)
            count += 1
    return count


@pytest.mark.long
def test_random_trees_and_answers(capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(SEED)
    batches: list[Batch] = []
    for number in range(TREES):
        raw = random_tree(dice, f"t{number}")
        today = date(2012, 1, 1) + timedelta(days=dice.randint(0, 9000))
        cases = [{"answers": random_answers(dice, raw, today), "today": today.isoformat()} for _ in range(ANSWERS)]
        batches.append((Tree.model_validate(raw), cases))
    count = compare(batches)
    with capsys.disabled():
        print(f"\n{count:,} random trees-and-answers walked alike in Python and JavaScript (seed {SEED})")
    assert count == TREES * ANSWERS


def every_way(tree: Tree) -> Iterable[dict[str, str]]:
    """Give answers for every way through a tree, one for each region of each question."""
    regions = regions_of(tree)
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        answers = waiting.pop()
        taken = walk(tree, read_all(tree.questions, answers, today=TODAY))
        if taken.next is None:
            yield answers
            continue
        waiting += [{**answers, taken.next: region.given} for region in regions[taken.next]]


@pytest.mark.parametrize("root", [ROOT, HOMELESSNESS], ids=["own", "second subject"])
def test_every_way_of_every_tree(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library, _ = load(root)
    batches = []
    for tree in library.tree.values():
        ways = itertools.islice(every_way(tree), 20_000)
        batches.append((tree, [{"answers": answers, "today": TODAY.isoformat()} for answers in ways]))
    count = compare(batches)
    with capsys.disabled():
        print(f"\n{count:,} ways through {len(batches)} trees walked alike")
    assert count >= 50
