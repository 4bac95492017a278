"""Flowcharts: the same edges as the outline, boxes that do not collide, text that fits, parts for bushy trees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import graphviz
import pytest

from generator.compile.chart.chart import WIDTH, Chart, charts_of
from generator.compile.chart.layout import Box, Graph, dot_source, lay_out
from generator.compile.chart.metrics import fonts
from generator.compile.chart.parts import numbers_of, parts_of
from generator.compile.words.ways_on import edges_of
from generator.model import Library, load
from generator.own_files import BUILT
from support.pages import read_page
from support.paths import HOMELESSNESS, ROOT


@pytest.fixture(scope="module", params=[ROOT, HOMELESSNESS], ids=["own", "second subject"])
def charts(request: pytest.FixtureRequest) -> tuple[Library, dict[str, Chart]]:
    library, problems = load(request.param)
    assert problems == []
    kinds = {kind.id: kind for kind in library.site.outcome_kinds}
    return library, charts_of(list(library.tree.values()), kinds, fonts(BUILT / "fonts"))


def overlapping(chart: Chart) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(chart.shapes):
        for other in chart.shapes[number + 1 :]:
            apart = (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            if not apart:
                yield one.id, other.id


def test_boxes_do_not_collide_and_stay_inside(charts: tuple[Library, dict[str, Chart]]) -> None:
    for chart in charts[1].values():
        assert list(overlapping(chart)) == []
        for shape in chart.shapes:
            assert shape.x >= 0 and shape.x + shape.width <= WIDTH
            assert shape.y >= 0 and shape.y + shape.height <= chart.height


def test_text_fits_its_box(charts: tuple[Library, dict[str, Chart]]) -> None:
    regular, bold = fonts(BUILT / "fonts")
    for chart in charts[1].values():
        for shape in chart.shapes:
            font = regular if shape.kind == "question" else bold
            for line in shape.lines:
                assert line.x + font.width(line.text) <= shape.x + shape.width, line.text
                assert shape.y < line.y < shape.y + shape.height


def test_chart_and_outline_say_the_same(charts: tuple[Library, dict[str, Chart]]) -> None:
    library, drawn = charts
    for name, chart in drawn.items():
        tree = library.tree[name]
        said = {
            (edge.source, edge.target, answer)
            for q in tree.questions
            for edge in edges_of(tree, q)
            for answer in edge.answers
        }
        shown = {(link.source, link.target, answer) for link in chart.links for answer in link.answers}
        assert shown == said
        assert {shape.id for shape in chart.shapes} == set(tree.questions) | set(tree.outcomes)
        assert {shape.id for shape in chart.shapes if shape.kind == "question"} == set(numbers_of(tree))


def test_every_reachable_question_has_one_place(charts: tuple[Library, dict[str, Chart]]) -> None:
    for tree in charts[0].tree.values():
        placed = [row.question for part in parts_of(tree) for row in part.rows]
        assert sorted(placed) == sorted(set(placed)) == sorted(tree.questions)


def test_a_bushy_tree_is_drawn_in_parts() -> None:
    library, _ = load(HOMELESSNESS)
    assert max(len(parts_of(tree)) for tree in library.tree.values()) >= 2


def test_layout_comes_from_one_call_and_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graphs = [Graph((Box("q0", 0, 200, 50 + n), Box("x0.0", 1, 200, 60)), (("q0", "x0.0"),), ()) for n in range(5)]
    calls = []
    real = graphviz.pipe_string

    def counted(*given: object, **more: object) -> object:
        calls.append(1)
        return real(*given, **more)

    monkeypatch.setattr(graphviz, "pipe_string", counted)
    first = lay_out(graphs, tmp_path)
    assert len(calls) == 1
    assert lay_out(graphs, tmp_path) == first
    assert len(calls) == 1
    assert first == lay_out(graphs)


def test_no_text_of_the_content_reaches_dot(charts: tuple[Library, dict[str, Chart]]) -> None:
    graph = Graph((Box('q0"; evil="1', 0, 10, 10),), (), ())
    assert '\\"' in dot_source(graph)


def test_the_page_links_every_box_to_the_outline(compiled: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(compiled["decision-guides/sgo-who-may-apply.md"])
    page = read_page(path)
    svg_links = [attrs["href"] for tag, attrs in page.tags if tag == "a" and (attrs.get("aria-label") or "")]
    assert len(svg_links) > 20
    for link in svg_links:
        assert link and link.startswith("#") and link[1:] in page.ids
    text = path.read_text("utf-8")
    assert re.search(r'<svg class="flow"[^>]*role="list"', text)
    assert "<title id=" in text and "<desc id=" in text
