"""The ways on from every question, in words. The flowchart and the numbered outline are both drawn from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.model.question import Question, Route, Routes
from generator.model.tree import Tree
from generator.reason.guards import UNSURE, Answered, holds
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks

_FORMS = SAYS.sentences.page.ways_on


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on: from a question to a question or outcome, and the real condition for taking it."""

    source: str
    target: str
    label: str
    answers: tuple[str, ...]


def edges_of(tree: Tree, name: str) -> list[Edge]:
    """Return the ways on from one question in the order of its answers; answers that lead alike share one."""
    question = tree.questions[name]
    merged: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for answer, label, routes in _answers(question):
        for route, condition in _conditions(routes, tree, name, answer):
            merged.setdefault((route.go, condition), []).append((answer, label))
    total = len(list(_answers(question)))
    edges = [
        Edge(name, target, _label([label for _, label in given], condition, total), tuple(a for a, _ in given))
        for (target, condition), given in merged.items()
    ]
    if question.until_settled:
        edges.append(Edge(name, question.until_settled, _FORMS.not_settled, ()))
    return edges


def told_in(edges: Iterable[Edge], question: Question) -> bool:
    """Whether the ways on name every answer: not those of a choose-many question, nor those that all lead alike."""
    many = len(question.labels())
    return not isinstance(asks(question), ChooseMany) and (many < 2 or all(len(edge.answers) < many for edge in edges))


def _answers(question: Question) -> Iterator[tuple[str, str, Routes]]:
    """Give every answer, band and the unsure way with where it leads."""
    asked = asks(question)
    found: list[tuple[str, str, Routes | None]] = []
    match asked:
        case ChooseOne():
            found += [(name, answer.label, answer.go) for name, answer in question.answers.items()]
        case ChooseMany():
            found.append(("any", "", None))
        case GiveNumber(number=number) if not question.bands:
            found.append(("any", sentences.fill(_FORMS.any_number, unit=number.unit), None))
        case GiveNumber() | GiveDay():
            found += [(band.id, band.label, band.go) for band in question.bands]
        case _:
            assert_never(asked)
    if question.unsure:
        found.append((UNSURE, question.unsure.label, question.unsure.go))
    for name, label, own in found:
        if routes := own or question.go:
            yield name, label, routes


def _conditions(routes: Routes, tree: Tree, name: str, answer: str) -> Iterator[tuple[Route, str]]:
    """Give the ways an answer can take, each with its condition; what the answer itself settles is left out."""
    settled = answer == UNSURE or isinstance(asks(tree.questions[name]), ChooseOne)
    known = {name: Answered(frozenset({answer}))} if settled else {}
    conditional = False
    for route in routes.all:
        if route.when is None:
            yield route, _FORMS.otherwise if conditional else ""
            return
        result = holds(route.when, known)
        if result is False:
            continue
        if result is True:
            yield route, _FORMS.otherwise if conditional and not routes.exactly_one else ""
            if not routes.exactly_one:
                return
            continue
        conditional = True
        yield route, sentences.guard(route.when, tree.questions, here=name, settled=settled)


def _label(labels: list[str], condition: str, total: int) -> str:
    every = len(labels) == total and total > 1
    any_answer: str = _FORMS.any_answer
    answers = any_answer if every or labels == [""] else sentences.alternatives(filter(None, labels))
    if not condition:
        return answers
    return condition[0].upper() + condition[1:] if answers == any_answer else f"{answers} ({condition})"
