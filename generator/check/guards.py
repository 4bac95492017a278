"""Guards may look only at questions that exist, and only at answers those questions have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem, did_you_mean
from generator.model.base import Model
from generator.model.guard import Conditions, Test
from generator.model.tree import Question


def check_guard(guard: Conditions, questions: dict[str, Question], owner: Model, key: str) -> Iterator[Problem]:
    """Report what a guard looks at that does not exist. ``owner`` and ``key`` say where the guard was written."""
    for name, test in guard.tests.items():
        place = guard.key_place(name) if guard._written is not None else owner.place(key, name)
        if name not in questions:
            yield Problem(place, "unknown-question", f"there is no question '{name}'", did_you_mean(name, questions))
            continue
        message = _mismatch(name, test, questions[name])
        if message:
            hint = did_you_mean(next(iter(test.is_), test.has or test.lacks or ""), questions[name].labels())
            yield Problem(place, "bad-guard", message, hint)
    for inner in guard.any_:
        yield from check_guard(inner, questions, owner, key)
    if guard.not_ is not None:
        yield from check_guard(guard.not_, questions, owner, key)


def _mismatch(name: str, test: Test, question: Question) -> str:
    known = question.labels()
    if test.is_range and question.kind not in ("number", "elapsed"):
        return f"'{name}' is not a number or a length of time, so it has no range"
    if (test.has or test.lacks) and question.kind != "many":
        return f"'{name}' is not a choose-many question; name the answer itself"
    if test.is_ and question.kind == "many" and test.is_ != ("unsure",):
        return f"'{name}' is a choose-many question; say {{has: ...}} or {{lacks: ...}}"
    for answer in (*test.is_, *((test.has,) if test.has else ()), *((test.lacks,) if test.lacks else ())):
        if answer not in known:
            return f"question '{name}' has no answer '{answer}'"
    return ""
