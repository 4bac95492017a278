"""Questions that a timeline or a checklist asks: fields of a form, not one question after another."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.guard import Conditions
from generator.model.question import Question

# What the fields of a form can take; what they cannot would be left out without a word.
_ASKED = {
    "timeline": (("one",), "for one answer of a list"),
    "checklist": (("one", "many", "number"), "for no length of time"),
}


def check_forms(library: Library) -> Iterator[Problem]:
    """Report what no field asks for, answers that lead on as only a guide's do, and guards that look for not sure."""
    for kind in _ASKED:
        for aid in library.of_kind(kind).values():
            for question in aid.questions.values():
                yield from _unasked(kind, question)
                yield from _leading_on(kind, question)
            for piece in aid.deadlines if kind == "timeline" else aid.items:
                yield from _looks_for_unsure(piece.applies) if piece.applies else ()


def _unasked(kind: str, question: Question) -> Iterator[Problem]:
    kinds, asks = _ASKED[kind]
    if question.kind not in kinds:
        key = "choose" if question.kind == "many" else question.kind
        hint = "write each span as an answer" if question.kind != "many" else "take 'choose' away"
        yield Problem(question.place(key), rules.BAD_QUESTION, f"a {kind} asks {asks}", hint)
    elif question.unsure and question.kind != "one":
        said = f"a {kind} offers 'unsure' only beside one answer of a list"
        yield Problem(question.key_place("unsure"), rules.BAD_QUESTION, said, "take it away: nothing need be answered")


def _leading_on(kind: str, question: Question) -> Iterator[Problem]:
    ways: list[Model] = [question, *question.ways().values()]
    for way in ways:
        if getattr(way, "go", None):
            yield _nowhere(way, "go", kind)
    if question.until_settled is not None:
        yield _nowhere(question, "until_settled", kind)


def _nowhere(way: Model, key: str, kind: str) -> Problem:
    said = f"'{key}' leads on in a decision tree, and nowhere in a {kind}"
    return Problem(way.key_place(key), rules.BAD_GO, said, "take it away")


def _looks_for_unsure(guard: Conditions) -> Iterator[Problem]:
    for name, test in guard.tests.items():
        if "unsure" in test.is_:
            said = f"not to be sure about '{name}' is not to answer it, so 'unsure' never holds here"
            yield Problem(
                guard.key_place("tests", name), rules.BAD_GUARD, said, "leave 'unsure' out: it may apply then"
            )
    for inner in (*guard.any_, *((guard.not_,) if guard.not_ else ())):
        yield from _looks_for_unsure(inner)
