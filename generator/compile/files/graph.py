"""A tree for use elsewhere: as Graphviz DOT, as a Mermaid flowchart, or as data."""

from __future__ import annotations

import json
from collections.abc import Callable

import graphviz

from generator.compile.chart.parts import numbers_of
from generator.compile.data.tree import tree_data
from generator.compile.words.ways_on import edges_of
from generator.model.tree import Tree

_DOWN = "TD"  # how Mermaid calls a chart that is read from its top down


def export(tree: Tree, form: str) -> str:
    """Return ``tree`` as ``dot``, ``mermaid`` or ``json``, every way on labelled with its real condition."""
    forms: dict[str, Callable[[Tree], str]] = {"dot": _dot, "mermaid": _mermaid, "json": _json}
    return forms[form](tree)


def _dot(tree: Tree) -> str:
    dot = graphviz.Digraph(tree.id, comment=tree.title)
    numbers = numbers_of(tree)
    for name in numbers:
        dot.node(
            name, label=graphviz.escape(f"{numbers[name]}. {tree.questions[name].ask}"), shape="box", style="rounded"
        )
    for name, outcome in tree.outcomes.items():
        dot.node(name, label=graphviz.escape(outcome.title), shape="box", style="bold")
    for name in numbers:
        for edge in edges_of(tree, name):
            dot.edge(edge.source, edge.target, label=graphviz.escape(edge.label))
    return str(dot.source)


def _mermaid(tree: Tree) -> str:
    numbers = numbers_of(tree)
    ids = {name: f"n{number}" for number, name in enumerate([*tree.questions, *tree.outcomes])}
    lines = [f"flowchart {_DOWN}", f"  %% {' '.join(tree.title.split())}"]
    lines += [f'  {ids[name]}("{numbers[name]}. {_quoted(tree.questions[name].ask)}")' for name in numbers]
    lines += [f'  {ids[name]}["{_quoted(outcome.title)}"]' for name, outcome in tree.outcomes.items()]
    for name in numbers:
        lines += [f'  {ids[e.source]} -->|"{_quoted(e.label)}"| {ids[e.target]}' for e in edges_of(tree, name)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")


def _json(tree: Tree) -> str:
    return json.dumps(tree_data(tree), ensure_ascii=False, indent=2) + "\n"
