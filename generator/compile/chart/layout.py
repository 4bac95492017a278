"""Boxes → positions. Graphviz' ``dot`` ranks the rows; sizes are fixed by our own font, so it measures no text.

All graphs of a build go through one ``dot`` process; positions are cached by the hash of what was asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import graphviz

from generator.errors import Fault

RANK_GAP = 26
_POINTS = 72


@dataclass(frozen=True, slots=True)
class Box:
    """Something to place: its name, its column (0 spine, 1 exits) and its size in pixels."""

    name: str
    column: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Graph:
    """What ``dot`` is asked: boxes, which must stand in one row, and which must stand below another."""

    boxes: tuple[Box, ...]
    same_row: tuple[tuple[str, str], ...]
    below: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """The vertical middle of every box from the top, and the height of the whole, in pixels."""

    middle: dict[str, float]
    height: float


def lay_out(graphs: Sequence[Graph], cache: Path | None = None) -> list[Positions]:
    """Return the positions for each graph, asking ``dot`` once for all that are not in the ``cache`` folder."""
    sources = [dot_source(graph) for graph in graphs]
    known: dict[str, Positions] = {}
    for source in sources:
        path = _cached(cache, source)
        if path and path.is_file():
            known[source] = _read(path.read_text("utf-8"))
    missing = list(dict.fromkeys(source for source in sources if source not in known))
    if missing:
        for source, answer in zip(missing, _ask_dot(missing), strict=True):
            known[source] = _read(answer)
            if path := _cached(cache, source):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(answer, "utf-8")
    return [known[source] for source in sources]


def dot_source(graph: Graph) -> str:
    """Return a graph in DOT. Names are quoted by the graphviz package; no text of the content goes in."""
    dot = graphviz.Digraph(graph_attr={"rankdir": "TB", "ranksep": str(RANK_GAP / _POINTS), "splines": "false"})
    for box in graph.boxes:
        dot.node(
            box.name,
            label="",
            shape="box",
            fixedsize="true",
            width=f"{box.width / _POINTS:.4f}",
            height=f"{box.height / _POINTS:.4f}",
            group=str(box.column),
        )
    for upper, lower in graph.below:
        dot.edge(upper, lower, weight="10")
    for left, right in graph.same_row:
        with dot.subgraph(graph_attr={"rank": "same"}) as row:
            row.node(left)
            row.node(right)
            row.edge(left, right, style="invis")
    return str(dot.source)


def _ask_dot(sources: Sequence[str]) -> list[str]:
    try:
        out = graphviz.pipe_string("dot", "json", "\n".join(sources), encoding="utf-8", quiet=True)
    except graphviz.ExecutableNotFound:
        raise Fault(
            "Graphviz is not installed (no 'dot' on the path): on Debian or Ubuntu run 'apt-get install graphviz'",
            code=2,
        ) from None
    except graphviz.CalledProcessError as error:
        raise Fault(f"Graphviz' dot failed: {str(error.stderr or error).strip()[:300]}") from error
    decoder = json.JSONDecoder()
    answers, position = [], 0
    while position < len(out):
        found, end = decoder.raw_decode(out, position)
        height = float(found["bb"].split(",")[3])
        middle = {
            node["name"]: round(height - float(node["pos"].split(",")[1]), 1)
            for node in found.get("objects", [])
            if "pos" in node
        }
        answers.append(json.dumps({"height": height, "middle": middle}, sort_keys=True))
        position = end
        while position < len(out) and out[position].isspace():
            position += 1
    if len(answers) != len(sources):
        raise Fault(f"Graphviz' dot drew {len(answers)} of {len(sources)} graphs")
    return answers


def _cached(cache: Path | None, source: str) -> Path | None:
    return cache / (hashlib.sha256(source.encode()).hexdigest()[:32] + ".json") if cache else None


def _read(answer: str) -> Positions:
    found = json.loads(answer)
    return Positions(found["middle"], found["height"])
