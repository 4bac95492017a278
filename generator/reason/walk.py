"""Walking a decision tree: answers in, the way taken and the outcome (or the next question) out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.question import Question, Routes
from generator.model.statement import Citation
from generator.model.tree import Tree
from generator.reason.guards import UNSURE, Answered, holds, within

Given = str | Sequence[str]
MAX_STEPS = 1_000


class Refused(ValueError):
    """An answer that cannot be given to this question. The message is one sentence for the person who gave it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question asked on the walk: the answer as given, what it counted as, why it led on, and its sources."""

    question: str
    given: str
    answer: Answered
    because: str
    cite: tuple[Citation, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Walk:
    """The way taken. Exactly one of ``outcome`` and ``next`` is an id; the other is None."""

    path: tuple[Step, ...]
    outcome: str | None
    next: str | None


def walk(tree: Tree, answers: Mapping[str, Given], *, today: date, dates: Mapping[str, date] | None = None) -> Walk:
    """Walk ``tree`` as far as ``answers`` (by question id) lead.

    ``dates`` holds shared dates that elapsed questions run until, where that is not today. Answers to questions
    that are not on the way are left aside. Raises :class:`Refused` for an answer its question does not have.
    """
    here, path, so_far = tree.start, [], {}  # type: str, list[Step], dict[str, Answered]
    while here in tree.questions and here in answers and len(path) < MAX_STEPS:
        question = tree.questions[here]
        answer = understand(here, question, answers[here], today=today, dates=dates or {})
        so_far[here] = answer
        to = lead_on(question, answer, so_far)
        if to is None:
            raise Refused(f"the tree '{tree.id}' has no way on from '{here}' for this answer")
        label = _label(question, answer)
        path.append(Step(here, _as_text(answers[here]), answer, label, question.cite, to))
        here = to
    ended = here in tree.outcomes
    return Walk(tuple(path), here if ended else None, None if ended else here)


def understand(name: str, question: Question, given: Given, *, today: date, dates: Mapping[str, date]) -> Answered:
    """Return what an answer counts as. Raises :class:`Refused` where the question has no such answer."""
    texts = [given] if isinstance(given, str) else list(given)
    if texts == [UNSURE] and (question.unsure or UNSURE in question.answers):
        return Answered(frozenset({UNSURE}))
    if question.kind == "many":
        return _many(name, question, [part for text in texts for part in text.split("+")])
    if len(texts) != 1:
        raise Refused(f"'{name}' takes one answer, not {len(texts)}")
    (text,) = texts
    if question.kind == "one":
        if text not in question.answers:
            raise Refused(f"'{name}' has no answer '{text}'; it has: {', '.join(_known(question))}")
        return Answered(frozenset({text}))
    if question.number is not None:
        return _number(name, question, text)
    return _elapsed(name, question, text, today, dates)


def _many(name: str, question: Question, chosen: list[str]) -> Answered:
    for text in chosen:
        if text not in question.answers:
            raise Refused(f"'{name}' has no answer '{text}'; it has: {', '.join(_known(question))}")
    if not chosen:
        raise Refused(f"'{name}' needs at least one choice")
    alone = [text for text in chosen if question.answers[text].alone]
    if alone and len(set(chosen)) > 1:
        raise Refused(f"'{name}': '{alone[0]}' cannot be chosen together with others")
    return Answered(frozenset(chosen))


def _number(name: str, question: Question, text: str) -> Answered:
    assert question.number is not None
    low, high, unit = question.number.min, question.number.max, question.number.unit
    if not re.fullmatch(r"-?[0-9]{1,9}", text) or not low <= int(text) <= high:
        raise Refused(f"'{name}' takes a whole number of {unit} from {low} to {high}, not '{text}'")
    return _banded(question, Answered(frozenset(), number=int(text)))


def _elapsed(name: str, question: Question, text: str, today: date, dates: Mapping[str, date]) -> Answered:
    assert question.elapsed is not None
    since = _date(text)
    if since is None:
        raise Refused(f"'{name}' takes a date such as 2026-11-22, not '{text}'")
    until = today if question.elapsed.until == "today" else dates.get(question.elapsed.until)
    if until is None:
        raise Refused(f"'{name}' runs until '{question.elapsed.until}': give that date too")
    if since > until:
        raise Refused(f"'{name}': that day lies after the day it is counted to")
    return _banded(question, Answered(frozenset(), since=since, until=until))


def _banded(question: Question, answer: Answered) -> Answered:
    bands = frozenset(band.id for band in question.bands if within(answer, band))
    return Answered(bands, answer.number, answer.since, answer.until)


def lead_on(question: Question, answer: Answered, walk_so_far: Mapping[str, Answered]) -> str | None:
    """Return where an answer leads, or None where the tree has no way on (a content error).

    A gap or overlap that an authority has accepted leads to the question's ``until_settled``.
    """
    routes = routes_for(question, answer)
    ways = routes.all if routes is not None else ()
    leading = [route.go for route in ways if route.when is None or holds(route.when, walk_so_far) is True]
    if question.until_settled is not None:
        between_bands = bool(question.bands) and not answer.unsure and len(answer.chosen) != 1
        clashing = routes is not None and bool(routes.exactly_one) and len(leading) != 1
        if between_bands or clashing or not leading:
            return question.until_settled
    return leading[0] if leading else None


def routes_for(question: Question, answer: Answered) -> Routes | None:
    """Return the innermost ``go``: that of the answer, the band or the unsure way, else the question's."""
    inner: Iterable[Routes | None] = ()
    if question.unsure and answer.unsure:
        inner = (question.unsure.go,)
    elif question.kind == "one":
        inner = (question.answers[name].go for name in answer.chosen if name in question.answers)
    elif question.bands:
        inner = (band.go for band in question.bands if band.id in answer.chosen)
    return next((go for go in inner if go is not None), question.go)


def _label(question: Question, answer: Answered) -> str:
    labels = question.labels()
    named = [labels[name] for name in labels if name in answer.chosen]
    if named:
        return ", ".join(named)
    return f"{answer.number} {question.number.unit}" if question.number and answer.number is not None else ""


def _known(question: Question) -> list[str]:
    return list(question.answers) + ([UNSURE] if question.unsure else [])


def _as_text(given: Given) -> str:
    return given if isinstance(given, str) else "+".join(given)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None
