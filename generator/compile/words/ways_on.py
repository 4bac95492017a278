"""The ways on from every question, in words. The flowchart and the numbered outline are both drawn from these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.model.guard import Conditions
from generator.model.question import LetStand, Question, Route, Routes
from generator.model.tree import Tree
from generator.reason.guards import UNSURE, Answered, holds
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks

_FORMS = SAYS.sentences.page.ways_on
ANY = "any"  # whatever is chosen of many, or any number


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
            if _withheld(route, question, name):
                continue
            merged.setdefault((route.go, condition), []).append((answer, label))
    every = {answer for answer, _, _ in _answers(question)}
    edges = [
        Edge(
            name,
            target,
            _label([label for _, label in given], condition, {a for a, _ in given} in (every, {ANY})),
            tuple(a for a, _ in given),
        )
        for (target, condition), given in merged.items()
    ]
    if question.until_settled:
        edges += [
            Edge(name, question.until_settled, _unsettled(stands, tree, name), ()) for stands in question.let_stand
        ]
    return edges


def _withheld(route: Route, question: Question, name: str) -> bool:
    """Whether nobody takes a way on, because all whom it is for are led elsewhere until it is settled."""
    test = route.when.tests.get(name) if route.when else None
    return any(
        stands.when.tests == {name: test} and not stands.when.any_ and not stands.when.not_
        for stands in question.let_stand
    )


def _unsettled(stands: LetStand, tree: Tree, name: str) -> str:
    """Return what the way on of a case that is accepted until it is settled is called: the case, and what is open."""
    case = sentences.guard(stands.when, tree.questions, here=name)
    return sentences.fill(getattr(_FORMS.not_settled, stands.kind), case=case[0].upper() + case[1:])


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
            found.append((ANY, "", None))
        case GiveNumber(number=number) if not question.bands:
            found.append((ANY, sentences.fill(_FORMS.any_number, unit=number.unit), None))
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
    question = tree.questions[name]
    by_band = any(band.id == answer for band in question.bands) and not any(
        _compares(route.when, name) for route in routes.all if route.when
    )
    settled = answer == UNSURE or by_band or isinstance(asks(question), ChooseOne)
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


def _compares(guard: Conditions, name: str) -> bool:
    """Whether a guard asks for the number or the time a question was answered with, and not for its band."""
    inner = [*guard.any_, *([guard.not_] if guard.not_ else [])]
    return (name in guard.tests and guard.tests[name].is_range) or any(_compares(one, name) for one in inner)


def _label(labels: list[str], condition: str, every: bool) -> str:
    """Return what a way on is called: its answers, its condition, or both. ``every``: whatever is answered."""
    answers = _FORMS.any_answer if every and len(labels) > 1 else sentences.alternatives(filter(None, labels))
    if not condition:
        return answers or str(_FORMS.any_answer)
    return condition[0].upper() + condition[1:] if every else f"{answers} ({condition})"
