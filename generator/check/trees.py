"""Decision trees as drawn: every way leads somewhere, and everything is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator import rules
from generator.check.guards import check_guard
from generator.check.proof import outcomes_without_case, prove_tree
from generator.check.questions import problems_of
from generator.errors import Problem, did_you_mean
from generator.model import Library
from generator.model.base import Model
from generator.model.question import Question, Routes, routes_of
from generator.model.tree import Tree
from generator.reason.questions import GiveNumber, asks


def check_trees(library: Library) -> Iterator[Problem]:
    """Report what is wrong with each tree as drawn; where nothing is, prove it and report what the proof finds.

    What is wrong with single questions is reported elsewhere, but then there is no proof either.
    """
    covered = cases_of(library)
    for tree in library.tree.values():
        if library.seen_by is None:
            yield from _settled_too_early(tree)
        drawn = list(as_drawn(tree))
        yield from drawn
        if drawn or any(problems_of(tree.questions)):
            continue
        yield from library.worked_out("proof", tree, partial(prove_tree, tree))[0]
        yield from outcomes_without_case(tree, covered.get(tree.id, set()))


def provable(tree: Tree) -> bool:
    """Whether a tree and each of its questions is drawn right, so that it can be proven."""
    return not any(as_drawn(tree)) and not any(problems_of(tree.questions))


def _settled_too_early(tree: Tree) -> Iterator[Problem]:
    for name, question in tree.questions.items():
        if question.until_settled is not None:
            yield Problem(
                tree.key_place("questions", name, "until_settled"),
                rules.SETTLED_TOO_EARLY,
                "only an accepted finding of an authority may let a gap stand",
                "cover every case here instead",
            )


def cases_of(library: Library) -> dict[str, set[str]]:
    """Return the outcomes that worked cases lead to, by tree."""
    covered: dict[str, set[str]] = {}
    for scenario in library.scenario.values():
        for case in scenario.walks:
            covered.setdefault(case.tree, set()).add(case.outcome)
    return covered


def as_drawn(tree: Tree) -> Iterator[Problem]:
    """Report starts, targets and guards that do not exist, ways that end nowhere, and what nothing leads to."""
    nodes: dict[str, Model] = {**tree.questions, **tree.outcomes}
    if tree.start not in tree.questions:
        yield Problem(
            tree.place("start"),
            rules.UNKNOWN_QUESTION,
            f"there is no question '{tree.start}' to start with",
            did_you_mean(tree.start, tree.questions),
        )
    gaps: list[Problem] = []
    for name, question in tree.questions.items():
        gaps += _ways_on(tree, name, question)
        for routes in routes_of(question):
            gaps += _targets(routes, nodes)
            yield from _guards(tree, routes)
        for stands in question.let_stand:
            yield from check_guard(stands.when, tree.questions)
        if question.until_settled is not None and question.until_settled not in nodes:
            said = f"there is no question or outcome '{question.until_settled}'"
            place = tree.place("questions", name, "until_settled")
            yield Problem(place, rules.UNKNOWN_TARGET, said, did_you_mean(question.until_settled, nodes))
    yield from gaps
    yield from _notes(tree)
    if not gaps:  # what is not reached may be where a way that is missing should lead
        yield from _unreached(tree)


def targets_of(question: Question) -> list[str]:
    """Return the ids a question can lead to, in the order they are written, each once."""
    settled = [question.until_settled] if question.until_settled else []
    return list(dict.fromkeys([*(route.go for routes in routes_of(question) for route in routes.all), *settled]))


def _ways_on(tree: Tree, name: str, question: Question) -> Iterator[Problem]:
    if question.go is not None:
        return
    for answer_id, answer in question.answers.items():
        if answer.go is None:
            place = tree.key_place("questions", name, "answers", answer_id)
            yield Problem(
                place,
                rules.DEAD_END,
                f"somebody who answers '{answer.label}' is led nowhere",
                "add 'go:' to the answer or to the question",
            )
    for band in question.bands:
        if band.go is None:
            yield Problem(
                band.place("id"),
                rules.DEAD_END,
                f"somebody in the band '{band.label}' is led nowhere",
                "add 'go:' to the band or to the question",
            )
    if question.unsure and question.unsure.go is None:
        yield Problem(
            tree.key_place("questions", name, "unsure"),
            rules.DEAD_END,
            "somebody who is not sure is led nowhere",
            "add 'go:'",
        )
    if isinstance(asks(question), GiveNumber) and not question.bands:
        yield Problem(
            tree.key_place("questions", name), rules.DEAD_END, f"the question '{name}' leads nowhere", "add 'go:'"
        )


def _targets(routes: Routes, nodes: Mapping[str, Model]) -> Iterator[Problem]:
    for route in routes.all:
        if route.go not in nodes:
            hint = did_you_mean(route.go, nodes)
            yield Problem(
                route.place("go"), rules.UNKNOWN_TARGET, f"there is no question or outcome '{route.go}'", hint
            )


def _guards(tree: Tree, routes: Routes) -> Iterator[Problem]:
    for route in routes.all:
        if route.when is not None:
            yield from check_guard(route.when, tree.questions)


def _notes(tree: Tree) -> Iterator[Problem]:
    for name in tree.notes.trainer:
        if name not in tree.questions:
            yield Problem(
                tree.key_place("notes", "trainer", name),
                rules.UNKNOWN_QUESTION,
                f"there is no question '{name}'",
                did_you_mean(name, tree.questions),
            )


def _unreached(tree: Tree) -> Iterator[Problem]:
    if tree.start not in tree.questions:
        return
    reached = {tree.start}
    waiting = [tree.start]
    while waiting:
        question = tree.questions.get(waiting.pop())
        for target in targets_of(question) if question else ():
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    for group, word in (("questions", "question"), ("outcomes", "outcome")):
        for name in getattr(tree, group):
            if name not in reached:
                yield Problem(
                    tree.key_place(group, name),
                    rules.NEVER_REACHED,
                    f"no answer leads to the {word} '{name}'",
                    "lead an answer there, or delete it",
                )
