"""Walking a decision tree: answers in, the way taken and the outcome (or the next question) out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.question import Question
from generator.model.statement import Citation
from generator.model.tree import Tree
from generator.reason.guards import Answered, Answers, holds
from generator.reason.questions import Refused, asks

MAX_LEGS = 1_000


@dataclass(frozen=True, slots=True)
class Leg:
    """One question asked on the walk: what its answer counted as, why it led on, and its sources."""

    question: str
    answer: Answered
    because: str
    cite: tuple[Citation, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Way:
    """The way taken. Exactly one of ``outcome`` and ``next`` is an id; the other is None."""

    path: tuple[Leg, ...]
    outcome: str | None
    next: str | None


def walk(tree: Tree, answers: Mapping[str, Answered | Refused]) -> Way:
    """Walk ``tree`` as far as ``answers`` (by question id) lead.

    Answers to questions that are not on the way are left aside, refused ones too. Raises :class:`Refused` where a
    question on the way has refused its answer.
    """
    here, path, so_far = tree.start, [], {}  # type: str, list[Leg], dict[str, Answered]
    while here in tree.questions and here in answers and len(path) < MAX_LEGS:
        question, answer = tree.questions[here], answers[here]
        if isinstance(answer, Refused):
            raise answer
        so_far[here] = answer
        to = lead_on(question, answer, so_far)
        if to is None:
            raise Refused(f"the tree '{tree.id}' has no way on from '{here}' for this answer")
        path.append(Leg(here, answer, asks(question).words(answer), question.cite, to))
        here = to
    ended = here in tree.outcomes
    return Way(tuple(path), here if ended else None, None if ended else here)


def lead_on(question: Question, answer: Answered, walk_so_far: Answers) -> str | None:
    """Return where an answer leads, or None where the tree has no way on (a content error).

    A gap or overlap that an authority has accepted leads to the question's ``until_settled``.
    """
    asked = asks(question)
    routes = asked.routes(answer)
    ways = routes.all if routes is not None else ()
    leading = [route.go for route in ways if route.when is None or holds(route.when, walk_so_far) is True]
    if question.until_settled is not None:
        clashing = routes is not None and bool(routes.exactly_one) and len(leading) != 1
        if asked.between_bands(answer) or clashing or not leading:
            return question.until_settled
    return leading[0] if leading else None
