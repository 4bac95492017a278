"""Decision trees as drawn: every way leads somewhere, and everything is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.guards import check_guard
from generator.errors import Problem, did_you_mean
from generator.model import Library
from generator.model.base import Model
from generator.model.tree import Question, Routes, Tree


def check_trees(library: Library) -> Iterator[Problem]:
    """Report starts, targets and guards that do not exist, ways that end nowhere, and what is never reached."""
    for tree in library.tree.values():
        nodes: dict[str, Model] = {**tree.questions, **tree.outcomes}
        if tree.start not in tree.questions:
            yield Problem(
                tree.place("start"),
                "unknown-question",
                f"there is no question '{tree.start}' to start with",
                did_you_mean(tree.start, tree.questions),
            )
        for name, question in tree.questions.items():
            yield from _ways_on(tree, name, question)
            for routes in routes_of(question):
                yield from _targets(tree, routes, nodes)
        yield from _notes(tree)
        yield from _unreached(tree)


def routes_of(question: Question) -> Iterator[Routes]:
    """Give every ``go`` of a question, of its answers and of its bands."""
    for answer in (*question.answers.values(), *question.bands, question, question.unsure):
        if answer is not None and answer.go is not None:
            yield answer.go


def targets_of(question: Question) -> list[str]:
    """Return the ids a question can lead to, in the order they are written, each once."""
    return list(dict.fromkeys(route.go for routes in routes_of(question) for route in routes.all))


def _ways_on(tree: Tree, name: str, question: Question) -> Iterator[Problem]:
    if question.go is not None:
        return
    for answer_id, answer in question.answers.items():
        if answer.go is None:
            place = tree.key_place("questions", name, "answers", answer_id)
            yield Problem(
                place,
                "dead-end",
                f"somebody who answers '{answer.label}' is led nowhere",
                "add 'go:' to the answer or to the question",
            )
    for band in question.bands:
        if band.go is None:
            yield Problem(
                band.place("id"),
                "dead-end",
                f"somebody in the band '{band.label}' is led nowhere",
                "add 'go:' to the band or to the question",
            )
    if question.unsure and question.unsure.go is None:
        yield Problem(
            tree.key_place("questions", name, "unsure"),
            "dead-end",
            "somebody who is not sure is led nowhere",
            "add 'go:'",
        )
    if question.number and not question.bands:
        yield Problem(
            tree.key_place("questions", name), "dead-end", f"the question '{name}' leads nowhere", "add 'go:'"
        )


def _targets(tree: Tree, routes: Routes, nodes: Mapping[str, Model]) -> Iterator[Problem]:
    for route in routes.all:
        if route.go not in nodes:
            hint = did_you_mean(route.go, nodes)
            yield Problem(route.place("go"), "unknown-target", f"there is no question or outcome '{route.go}'", hint)
        if route.when is not None:
            yield from check_guard(route.when, tree.questions)


def _notes(tree: Tree) -> Iterator[Problem]:
    for name in tree.notes.trainer:
        if name not in tree.questions:
            yield Problem(
                tree.key_place("notes", "trainer", name),
                "unknown-question",
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
                    "never-reached",
                    f"no answer leads to the {word} '{name}'",
                    "lead an answer there, or delete it",
                )
