"""Every way a question can be answered, as far as any guard or band can tell the answers apart.

Numbers and lengths of time are split at every bound that is mentioned anywhere in the tree, so that one
real answer stands for each region. Nothing is abstract: each region holds an answer a person could give.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import assert_never

from generator.model.guard import Conditions, Test
from generator.model.measure import Duration
from generator.model.question import Band, Question, routes_of
from generator.model.tree import Tree
from generator.own_words import SAYS
from generator.reason.civil import add, add_months
from generator.reason.guards import UNSURE, Answered
from generator.reason.questions import Asks, ChooseMany, ChooseOne, GiveDay, GiveNumber, asks

_FORMS = SAYS.sentences.page.regions

# Lengths of time are tried against one fixed day in the middle of a month, where no month end interferes.
TODAY = date(2026, 6, 15)
MAX_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Region:
    """Answers that no guard and no band tells apart: one of them as it was read, and all of them in words.

    ``words`` go with a person ("aged 10 to 17"), ``label`` with the question ("10 to 17 years").
    """

    answer: Answered
    words: str
    label: str

    @property
    def given(self) -> str:
        """The one answer as it would be given."""
        return self.answer.given


_Stretch = tuple[str, str, str]
"""An answer as it would be given, and the words and the label of all those it stands for."""


class TooTangled(Exception):
    """There is more to look at than the proof's budget allows. The message says what and how much."""


def guards_in(tree: Tree) -> Iterator[Conditions]:
    """Give every guard of a tree, outermost only; those too that say which case an accepted finding covers."""
    for question in tree.questions.values():
        for routes in routes_of(question):
            for route in routes.all:
                if route.when is not None:
                    yield route.when
        yield from (stands.when for stands in question.let_stand)


def tests_in(guard: Conditions) -> Iterator[tuple[str, Test]]:
    """Give every test of an answer inside a guard, with the question it looks at."""
    yield from guard.tests.items()
    for inner in guard.any_:
        yield from tests_in(inner)
    if guard.not_ is not None:
        yield from tests_in(guard.not_)


def regions_of(tree: Tree) -> dict[str, list[Region]]:
    """Return the regions of every question by its id. Raises TooTangled where a choose-many question has too many."""
    looked_at: dict[str, list[Test]] = {name: [] for name in tree.questions}
    for guard in guards_in(tree):
        for name, test in tests_in(guard):
            if name in looked_at:
                looked_at[name].append(test)
    return {name: list(_regions(name, question, looked_at[name])) for name, question in tree.questions.items()}


def _regions(name: str, question: Question, tests: list[Test]) -> Iterator[Region]:
    asked = asks(question)
    dates = {asked.elapsed.until: TODAY} if isinstance(asked, GiveDay) else {}
    for given, words, label in _stretches(name, asked, tests):
        yield Region(asked.read(name, given, today=TODAY, dates=dates), words, label)


def _stretches(name: str, asked: Asks, tests: list[Test]) -> Iterator[_Stretch]:
    question = asked.question
    match asked:
        case ChooseOne():
            for answer_id, answer in question.answers.items():
                yield answer_id, _who_answers(question, answer.label), answer.label
        case ChooseMany():
            yield from _choices(name, question, tests)
        case GiveNumber():
            yield from _numbers(asked, tests)
        case GiveDay():
            yield from _lengths(question, tests)
        case _:
            assert_never(asked)
    if question.unsure:
        yield UNSURE, f"who is not sure about ‘{_name(question)}’", question.unsure.label


def _choices(name: str, question: Question, tests: list[Test]) -> Iterator[_Stretch]:
    """Give every set of choices that the guards can tell apart, each with the fewest real choices that make it."""
    mentioned = [a for a in question.answers if any(a in (test.has, test.lacks) for test in tests)]
    if len(mentioned) > MAX_CHOICES:
        raise TooTangled(f"guards look at {len(mentioned)} choices of '{name}'; {MAX_CHOICES} can be proven")
    other = next((a for a in question.answers if a not in mentioned), None)
    for size in range(len(mentioned) + 1):
        for chosen in combinations(mentioned, size):
            if len(chosen) > 1 and any(question.answers[a].alone for a in chosen):
                continue
            real = chosen or ((other,) if other else ())
            if real:
                labels = _FORMS.chosen.join(question.answers[a].label for a in real)
                yield "+".join(real), _who_answers(question, labels), labels


def _bounds(question: Question, tests: list[Test]) -> Iterator[tuple[object, bool]]:
    """Give every bound on a question's answer with whether it cuts just after its value (over, up to)."""
    parts: list[Band | Test] = [*question.bands, *tests]
    for part in parts:
        yield from ((bound, False) for bound in (part.from_, part.below) if bound is not None)
        yield from ((bound, True) for bound in (part.over, part.up_to) if bound is not None)


def _numbers(asked: GiveNumber, tests: list[Test]) -> Iterator[_Stretch]:
    low, high, unit = asked.number.min, asked.number.max, asked.number.unit
    cuts = {bound + after for bound, after in _bounds(asked.question, tests) if isinstance(bound, int)}
    starts = sorted({low} | {cut for cut in cuts if low < cut <= high})
    for start, following in zip(starts, [*starts[1:], high + 1], strict=True):
        last = following - 1
        form = _FORMS.exactly if start == last else _FORMS.from_to
        stretch = form.format(bound=start, first=start, last=last)
        yield str(start), _with(asked.question, stretch, unit), _FORMS.in_unit.format(stretch=stretch, unit=unit)


def _lengths(question: Question, tests: list[Test]) -> Iterator[_Stretch]:
    bounds = {bound for bound, _ in _bounds(question, tests) if isinstance(bound, Duration)}
    exact = {bound for bound, after in _bounds(question, tests) if after}
    ordered = sorted(bounds, key=lambda length: _start(length), reverse=True)
    shortest = ordered[0] if ordered else None
    yield _length(question, TODAY, _FORMS.less.format(bound=shortest) if shortest else _FORMS.any_time)
    for bound, longer in zip(ordered, [*ordered[1:], None], strict=True):
        start = _start(bound)
        if bound in exact:
            yield _length(question, start, _FORMS.exactly.format(bound=bound))
            start -= timedelta(days=1)
            if longer is not None and start <= _start(longer):
                continue  # the next bound is one day away: nothing lies between
        stretch = (_FORMS.more if bound in exact else _FORMS.or_more).format(bound=bound)
        yield _length(question, start, _FORMS.between.format(stretch=stretch, bound=longer) if longer else stretch)


def _start(length: Duration) -> date:
    """Return the latest day from which ``length`` is reached on the fixed day."""
    if length.unit in ("month", "year"):
        return add_months(TODAY, -length.count * (12 if length.unit == "year" else 1))
    return TODAY - (add(TODAY, length) - TODAY)


def _length(question: Question, since: date, stretch: str) -> _Stretch:
    return since.isoformat(), _with(question, stretch, ""), stretch


def _name(question: Question) -> str:
    return (question.short or question.ask).rstrip("?")


def _who_answers(question: Question, label: str) -> str:
    return f"who answers ‘{label}’ to ‘{_name(question)}’"


def _with(question: Question, stretch: str, unit: str) -> str:
    asked = f"{question.ask} {question.short or ''}".lower()
    if unit == "years" and any(word in asked.split() or f"{word}," in asked for word in ("old", "old?", "age", "aged")):
        return f"aged {stretch}"
    return f"with ‘{_name(question)}’ {stretch}" + (f" {unit}" if unit else "")
