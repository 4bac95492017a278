"""A tree → the shapes of its flowchart, ready for the template: every box and line with its place and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.compile.chart.layout import Box, Graph, Positions, lay_out
from generator.compile.chart.metrics import LINE, Font
from generator.compile.chart.parts import Exit, Part, Rank, numbers_of, parts_of
from generator.compile.words.interface import SAYS
from generator.compile.words.sentences import alternatives, fill
from generator.model.site import OutcomeKind
from generator.model.tree import Tree

_FORMS = SAYS.guide.page.flowchart

WIDTH = 744.0
SPINE_X, SPINE_WIDTH = 28.0, 268.0
EXIT_X, EXIT_WIDTH = 494.0, 238.0
TRUNK_X, LABEL_X = 312.0, 326.0
EXIT_LABEL, DOWN_LABEL = 152.0, 118.0
FALL_X = SPINE_X + SPINE_WIDTH / 2
LONG_LABEL = 3
PAD, TOP, PART_GAP, HEADING = 14.0, 44.0, 56.0, 44.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its words and where its baseline starts."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn box. ``kind`` is question, outcome, part or question-again; the middle is where lines meet it."""

    kind: str
    id: str
    look: str
    shape: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    name: str
    number: str = ""
    kind_word: str = ""
    href: str = ""
    small: bool = False
    up: bool = False
    source: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A drawn line with its label. ``source``, ``target`` and ``answers`` tie it to the tree."""

    path: str
    head_x: float
    head_y: float
    down: bool
    lines: tuple[Line, ...]
    source: str
    target: str
    answers: tuple[str, ...]
    label: str


@dataclass
class Chart:
    """Everything the template draws."""

    tree: Tree
    height: float = 0
    shapes: list[Shape] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    headings: list[Line] = field(default_factory=list)
    width: float = WIDTH


def charts_of(
    trees: Sequence[Tree], kinds: Mapping[str, OutcomeKind], fonts: tuple[Font, Font], cache: Path | None = None
) -> dict[str, Chart]:
    """Return the flowchart of every tree by id. All are laid out together."""
    if not trees:
        return {}
    makers = {tree.id: _Drawing(tree, kinds, fonts) for tree in trees}
    asked = [(name, part) for name, maker in makers.items() for part in maker.parts]
    placed = lay_out([makers[name].graph(part) for name, part in asked], cache)
    charts = {}
    for name, maker in makers.items():
        charts[name] = maker.draw(
            [positions for (owner, _), positions in zip(asked, placed, strict=True) if owner == name]
        )
    return charts


class _Drawing:
    """Measures and draws one tree."""

    def __init__(self, tree: Tree, kinds: Mapping[str, OutcomeKind], fonts: tuple[Font, Font]) -> None:
        self.tree = tree
        self.kinds = kinds
        self.regular, self.bold = fonts
        self.parts = parts_of(tree)
        self.numbers = numbers_of(tree)
        self.letters = {part.rows[0].question: part.letter for part in self.parts}

    # ---- measuring -----------------------------------------------------------------------------------

    def question_lines(self, name: str) -> list[str]:
        return self.regular.wrap(self.tree.questions[name].ask, SPINE_WIDTH - 26 - 14)

    def question_height(self, name: str) -> float:
        return max(50.0, len(self.question_lines(name)) * LINE + 2 * PAD + 1)

    def exit_words(self, leaving: Exit) -> tuple[str, str]:
        """Return the kind word (empty for small drawings) and the title of what an exit leads to."""
        target = leaving.edge.target
        if leaving.kind == "outcome":
            outcome = self.tree.outcomes[target]
            kind = self.kinds.get(outcome.kind)
            return ("" if leaving.repeat or kind is None else kind.label), outcome.title
        short = self.tree.questions[target].short or self.tree.questions[target].ask
        if leaving.kind == "part":
            return "", fill(_FORMS.part, letter=self.letters[target], name=short)
        return "", fill(_FORMS.question, number=self.numbers[target], name=short)

    def exit_lines(self, leaving: Exit) -> list[str]:
        kind, title = self.exit_words(leaving)
        room = EXIT_WIDTH - 18 - 26 - (0 if kind else 28)
        return self.bold.wrap(title, room)

    def exit_height(self, leaving: Exit) -> float:
        kind, _ = self.exit_words(leaving)
        lines = len(self.exit_lines(leaving))
        return lines * LINE + 2 * PAD + (25 if kind else 0) - (0 if kind or lines > 1 else 7)

    def exit_label(self, leaving: Exit) -> list[str]:
        return self.regular.wrap(leaving.edge.label, EXIT_LABEL)

    def above(self, leaving: Exit) -> float:
        """Return the room an exit's line needs above it: half its box, or its label."""
        return max(self.exit_height(leaving) / 2, len(self.exit_label(leaving)) * LINE + 12)

    def exits(self, row: Rank) -> list[Exit]:
        """Return a row's exits, those with long labels last: the first stands level with its question."""
        return sorted(row.exits, key=lambda leaving: len(self.exit_label(leaving)) > LONG_LABEL)

    def below(self, leaving: Exit, *, first: bool) -> float:
        """Return the room an exit needs below its line. The first is as tall below as above: rows share a middle."""
        return self.above(leaving) if first else self.exit_height(leaving) / 2

    def down_label(self, row: Rank) -> list[str]:
        return self.regular.wrap(alternatives(edge.label for edge in row.down), DOWN_LABEL) if row.down else []

    def graph(self, part: Part) -> Graph:
        """Return what ``dot`` has to place: questions and labels in one column, exits in the other."""
        boxes: list[Box] = []
        same: list[tuple[str, str]] = []
        below: list[tuple[str, str]] = []
        for number, row in enumerate(part.rows):
            question = f"q{number}"
            boxes.append(Box(question, 0, SPINE_WIDTH, self.question_height(row.question)))
            last = question
            for position, leaving in enumerate(self.exits(row)):
                name = f"x{number}.{position}"
                tall = self.above(leaving) + self.below(leaving, first=position == 0)
                boxes.append(Box(name, 1, EXIT_WIDTH, tall))
                if position == 0:
                    same.append((question, name))
                else:
                    below.append((last, name))
                last = name
            if row.down:
                label = f"l{number}"
                boxes.append(Box(label, 0, SPINE_WIDTH, max(1, len(self.down_label(row))) * LINE))
                below += [(question, label), (label, f"q{number + 1}")]
                if row.exits:
                    below.append((last, f"q{number + 1}"))
        return Graph(tuple(boxes), tuple(same), tuple(below))

    # ---- drawing -------------------------------------------------------------------------------------

    def draw(self, positions: Sequence[Positions]) -> Chart:
        chart = Chart(self.tree)
        top = TOP
        for part, placed in zip(self.parts, positions, strict=True):
            if part is not self.parts[0]:
                top += HEADING
                first = self.tree.questions[part.rows[0].question]
                heading = fill(_FORMS.part, letter=part.letter, name=first.short or first.ask)
                chart.headings.append(Line(heading, SPINE_X, top - 20))
            for number, row in enumerate(part.rows):
                self._draw_row(chart, part, number, row, placed, top)
            top += placed.height + PART_GAP
        chart.height = round(top - PART_GAP + 16, 1)
        return chart

    def _draw_row(self, chart: Chart, part: Part, number: int, row: Rank, placed: Positions, top: float) -> None:
        middle = placed.middle[f"q{number}"] + top
        height = self.question_height(row.question)
        lines = self.question_lines(row.question)
        first = middle - len(lines) * LINE / 2 + 15.5
        chart.shapes.append(
            Shape(
                "question",
                row.question,
                "question",
                "rounded",
                SPINE_X,
                middle - height / 2,
                SPINE_WIDTH,
                height,
                tuple(Line(text, SPINE_X + 26, first + index * LINE) for index, text in enumerate(lines)),
                self.tree.questions[row.question].ask,
                str(self.numbers[row.question]),
                href=f"#{row.question}",
            )
        )
        for position, leaving in enumerate(self.exits(row)):
            more_above = self.above(leaving) - self.below(leaving, first=position == 0)
            y = round(placed.middle[f"x{number}.{position}"] + top + more_above / 2, 1)
            self._draw_exit(chart, leaving, middle, y, trunk=len(row.exits) > 1 or y != middle)
        if row.down:
            below = part.rows[number + 1].question
            start, end = middle + height / 2, placed.middle[f"q{number + 1}"] + top - self.question_height(below) / 2
            words = self.down_label(row)
            centre = placed.middle[f"l{number}"] + top
            first = centre - len(words) * LINE / 2 + 15.5
            chart.links.append(
                Link(
                    f"M{FALL_X:g} {start:g}V{end - 10:g}",
                    FALL_X,
                    end,
                    True,
                    tuple(Line(text, FALL_X + 24, first + index * LINE) for index, text in enumerate(words)),
                    row.question,
                    below,
                    tuple(a for edge in row.down for a in edge.answers),
                    alternatives(edge.label for edge in row.down),
                )
            )

    def _draw_exit(self, chart: Chart, leaving: Exit, from_y: float, y: float, *, trunk: bool) -> None:
        right = SPINE_X + SPINE_WIDTH
        way = f"M{right:g} {y:g}H{EXIT_X - 8:g}"
        if trunk and y != from_y:
            way = f"M{right:g} {from_y:g}H{TRUNK_X:g}V{y:g}H{EXIT_X - 8:g}"
        words = self.exit_label(leaving)
        first = y - 11 - (len(words) - 1) * LINE
        edge = leaving.edge
        chart.links.append(
            Link(
                way,
                EXIT_X,
                y,
                False,
                tuple(Line(text, LABEL_X, first + index * LINE) for index, text in enumerate(words)),
                edge.source,
                edge.target,
                edge.answers,
                edge.label,
            )
        )
        kind_word, title = self.exit_words(leaving)
        height, lines = self.exit_height(leaving), self.exit_lines(leaving)
        top = y - height / 2
        left = EXIT_X + 18 + (0 if kind_word else 28)
        baseline = top + PAD + (25 if kind_word else 0) + 15.5 - (0 if kind_word or len(lines) > 1 else 3.5)
        outcome = self.tree.outcomes.get(edge.target)
        kind = self.kinds.get(outcome.kind) if outcome else None
        chart.shapes.append(
            Shape(
                leaving.kind if leaving.kind != "question" else "question-again",
                edge.target,
                kind.look if kind else "question",
                kind.shape if kind else "rounded",
                EXIT_X,
                top,
                EXIT_WIDTH,
                height,
                tuple(Line(text, left, baseline + index * LINE) for index, text in enumerate(lines)),
                title,
                kind_word=kind_word,
                small=not kind_word,
                href=f"#{edge.target}" if leaving.kind == "outcome" else f"#chart-{edge.target}",
                source=edge.source,
                answers=edge.answers,
                up=self.numbers.get(edge.target, 0) > 0 and self.numbers[edge.target] < self.numbers[edge.source],
            )
        )
