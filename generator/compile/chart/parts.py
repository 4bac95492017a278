"""A tree → parts: each part one spine of questions from top to bottom, all other ways leaving to the right.

A bushy tree is drawn in several parts: a branch with questions of its own becomes a connector that leads to
the part drawn below. Questions are numbered through, parts are lettered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.compile.words.ways_on import Edge, edges_of
from generator.model.tree import Tree

# A longer spine is cut into stages, each a part of its own, so that no drawing outgrows a screen or two.
MAX_ROWS = 14


@dataclass(frozen=True, slots=True)
class Exit:
    """A way that leaves the spine: into an outcome (drawn small when it repeats), a part, or an earlier question."""

    edge: Edge
    kind: Literal["outcome", "part", "question"]
    repeat: bool = False


@dataclass
class Rank:
    """A question of the spine, the ways that leave it, and the way down to the next row (none for the last)."""

    question: str
    exits: list[Exit] = field(default_factory=list)
    down: list[Edge] = field(default_factory=list)


@dataclass
class Part:
    """One spine. ``letter`` is A, B…; the first part starts the tree."""

    letter: str
    rows: list[Rank]


def parts_of(tree: Tree) -> list[Part]:
    """Return the parts of a tree in the order they are drawn. Every reachable question is in exactly one row."""
    edges = {name: edges_of(tree, name) for name in tree.questions}
    spines: list[list[str]] = []
    placed: set[str] = set()
    waiting = [tree.start]
    while waiting:
        start = waiting.pop(0)
        if start in placed:
            continue
        spine = _longest_way(start, edges, placed, set(tree.questions))[:MAX_ROWS]
        placed |= set(spine)
        spines.append(spine)
        for name in spine:
            waiting += [edge.target for edge in edges[name] if edge.target in tree.questions]
    starts = {spine[0]: letter(number) for number, spine in enumerate(spines)}
    drawn: set[str] = set()
    parts = []
    for number, spine in enumerate(spines):
        rows = []
        for position, name in enumerate(spine):
            below = spine[position + 1] if position + 1 < len(spine) else None
            row = Rank(name, down=[edge for edge in edges[name] if edge.target == below])
            for edge in edges[name]:
                if edge.target == below:
                    continue
                if edge.target in tree.outcomes:
                    row.exits.append(Exit(edge, "outcome", repeat=edge.target in drawn))
                    drawn.add(edge.target)
                elif edge.target in starts and edge.target != tree.start:
                    row.exits.append(Exit(edge, "part"))
                else:
                    row.exits.append(Exit(edge, "question"))
            rows.append(row)
        parts.append(Part(letter(number), rows))
    return parts


def numbers_of(tree: Tree) -> dict[str, int]:
    """Return the number of every reachable question, counted through the parts from 1."""
    return {row.question: number for number, row in enumerate((r for p in parts_of(tree) for r in p.rows), start=1)}


def letter(number: int) -> str:
    """Return the letter of a part: A to Z, then A2, B2…"""
    return chr(ord("A") + number % 26) + (str(number // 26 + 1) if number >= 26 else "")


def _longest_way(start: str, edges: dict[str, list[Edge]], placed: set[str], questions: set[str]) -> list[str]:
    """Return the longest way of questions not yet placed, from ``start``; drawn loops are not followed twice."""
    longest: dict[str, list[str]] = {}
    state: dict[str, int] = {}  # 1: its ways are being followed, 2: known
    stack = [start]
    while stack:
        name = stack[-1]
        if state.get(name) == 2:
            stack.pop()
            continue
        following = [e.target for e in edges[name] if e.target in questions and e.target not in placed]
        if state.get(name) is None:
            state[name] = 1
            stack += [target for target in following if target not in state]
            continue
        ways = [longest[target] for target in following if state.get(target) == 2]
        longest[name] = [name, *max(ways, key=len, default=[])]
        state[name] = 2
        stack.pop()
    return longest[start]
