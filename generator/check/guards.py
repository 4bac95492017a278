"""Guards may look only at questions that exist, and only at answers those questions have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator import rules
from generator.check.questions import misfit
from generator.errors import Problem, did_you_mean
from generator.model.guard import Conditions, Test
from generator.model.question import Question
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks


def check_guard(guard: Conditions, questions: dict[str, Question]) -> Iterator[Problem]:
    """Report what a guard looks at that does not exist."""
    for name, test in guard.tests.items():
        place = guard.key_place("tests", name)
        if name not in questions:
            yield Problem(
                place, rules.UNKNOWN_QUESTION, f"there is no question '{name}'", did_you_mean(name, questions)
            )
            continue
        found = _mismatch(name, test, questions[name])
        if found:
            yield Problem(place, rules.BAD_GUARD, *found)
    for inner in guard.any_:
        yield from check_guard(inner, questions)
    if guard.not_ is not None:
        yield from check_guard(guard.not_, questions)


def _mismatch(name: str, test: Test, question: Question) -> tuple[str, str] | None:
    """Return what is wrong and a hint where a test does not fit its question, else None."""
    known = question.labels()
    asked = asks(question)
    match asked:
        case ChooseOne():
            several, ranged = False, False
        case ChooseMany():
            several, ranged = True, False
        case GiveNumber() | GiveDay():
            several, ranged = False, True
        case _:
            assert_never(asked)
    if test.is_range and not ranged:
        return f"'{name}' is not a number or a length of time, so it has no range", "name one of its answers"
    for bound in (test.from_, test.over, test.below, test.up_to):
        found = misfit(bound, question) if bound is not None else None
        if found:
            return found
    if (test.has or test.lacks) and not several:
        return f"'{name}' takes one answer, so it has no has or lacks", f"write '{name}: {test.has or test.lacks}'"
    if test.is_ and several and test.is_ != ("unsure",):
        return f"'{name}' takes several answers", f"write '{name}: {{has: {test.is_[0]}}}', or lacks"
    for answer in (*test.is_, *((test.has,) if test.has else ()), *((test.lacks,) if test.lacks else ())):
        if answer not in known:
            hint = did_you_mean(answer, known) or "it has: " + ", ".join(known)
            return f"the question '{name}' has no answer '{answer}'", hint if known else ""
    return None
