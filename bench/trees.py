"""How long the proof of a tree takes: 60 questions, 400 guards of ordinary shape, beside trees half and twice that.

    python bench/trees.py

Times are of this machine; the ratios, taken within one run, are what to compare.
"""

from __future__ import annotations

import random
import time
from typing import Any

from generator.model.tree import Tree
from generator.reason.prove import prove

GUARDS_A_QUESTION = 7


def spine(length: int) -> tuple[Tree, int]:
    """Return a tree of ``length`` questions whose guards look a few questions back, and the number of its guards."""
    dice = random.Random(3)
    questions: dict[str, Any] = {}
    guards = 0
    for number in range(length):
        following = f"q{number + 1}" if number + 1 < length else "end"
        side = f"o{number % 8}"
        ways = []
        for _ in range(GUARDS_A_QUESTION if number else 0):
            looked_at = {
                f"q{back}": dice.choice(["yes", "no", "maybe"]) for back in {dice.randint(max(0, number - 4), number)}
            }
            ways.append({"when": looked_at, "go": dice.choice([following, following, side])})
            guards += 1
        questions[f"q{number}"] = {
            "ask": f"Question {number}?",
            "answers": {
                "yes": {"label": "Yes", "go": [*ways, {"go": following}] if ways else following},
                "no": {"label": "No", "go": following},
                "maybe": {"label": "Maybe", "go": side},
            },
        }
    outcomes = {f"o{n}": {"title": "O", "text": "O", "kind": "go"} for n in range(8)}
    outcomes["end"] = {"title": "E", "text": "E", "kind": "go"}
    data = {"id": "spine", "title": "Spine", "start": "q0", "questions": questions, "outcomes": outcomes}
    return Tree.model_validate(data), guards


def main() -> None:
    """Print the figures of three sizes, and the ratios between them."""
    seconds = {}
    for length in (30, 60, 120):
        tree, guards = spine(length)
        best = min(_timed(tree) for _ in range(3))
        proof = prove(tree)
        seconds[length] = best
        print(
            f"{length} questions, {guards} guards: {best:.3f} s, {proof.situations} situations, {proof.steps} answers"
        )
    print(f"60 against 30: {seconds[60] / seconds[30]:.1f}; 120 against 60: {seconds[120] / seconds[60]:.1f}")


def _timed(tree: Tree) -> float:
    start = time.perf_counter()
    prove(tree)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
