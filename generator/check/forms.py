"""Questions that a timeline or a checklist asks: fields of a form, not one question after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.guard import Conditions
from generator.model.kinds import ASKING
from generator.model.question import Question
from generator.model.tree import Tree
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks

# What the fields of a form can take; what they cannot would be left out without a word.
_CHOICES: tuple[tuple[type, ...], str] = ((ChooseOne,), "for one answer of a list")
_ASKED = {"checklist": ((ChooseOne, ChooseMany, GiveNumber), "for no length of time")}
_FORMS = tuple(kind.name for kind in ASKING if kind.model is not Tree)  # a guide asks one question after another


def check_forms(library: Library) -> Iterator[Problem]:
    """Report what no field asks for, answers that lead on as only a guide's do, and guards that look for not sure."""
    for kind in _FORMS:
        for aid in library.of_kind(kind).values():
            for question in aid.questions.values():
                yield from _unasked(kind, question)
                yield from leading_on(kind, question)
            for piece in (*getattr(aid, "deadlines", ()), *getattr(aid, "items", ())):
                yield from _looks_for_unsure(piece.applies) if piece.applies else ()


def _unasked(kind: str, question: Question) -> Iterator[Problem]:
    kinds, what = _ASKED.get(kind, _CHOICES)
    asked = asks(question)
    match asked:
        case ChooseOne():
            return  # every form asks it, and may offer 'unsure' beside it
        case ChooseMany():
            key, hint = "choose", "take 'choose' away"
        case GiveNumber():
            key, hint = "number", "write each span as an answer"
        case GiveDay():
            key, hint = "elapsed", "write each span as an answer"
        case _:
            assert_never(asked)
    if not isinstance(asked, kinds):
        yield Problem(question.place(key), rules.BAD_QUESTION, f"a {kind} asks {what}", hint)
    elif question.unsure:
        said = f"a {kind} offers 'unsure' only beside one answer of a list"
        yield Problem(question.key_place("unsure"), rules.BAD_QUESTION, said, "take it away: nothing need be answered")


def leading_on(kind: str, question: Question) -> Iterator[Problem]:
    """Report what leads on at a question of a ``kind`` of content in which nothing is led on."""
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
