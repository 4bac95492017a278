"""Do bands and guards hold? Three-valued: a question that was not asked makes a guard unknown (None)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.guard import Conditions, Test
from generator.model.measure import Duration
from generator.model.question import Band
from generator.reason.civil import passed, reached

UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer on a walk. ``chosen`` holds the ids of answers or of the band, or ``unsure`` alone.

    ``number`` is the whole number given, ``since`` and ``until`` the two days of an elapsed question. ``given`` is the
    answer as it was given, for showing it again; nothing is decided by it.
    """

    chosen: frozenset[str]
    number: int | None = None
    since: date | None = None
    until: date | None = None
    given: str = field(default="", compare=False)

    @property
    def unsure(self) -> bool:
        """Whether the reader was not sure."""
        return self.chosen == {UNSURE} and self.number is None and self.since is None

    def at_least(self, bound: object) -> bool:
        """Whether the number, or the time between the two days, has reached ``bound`` (inclusive)."""
        if isinstance(bound, Duration):
            return self.since is not None and self.until is not None and reached(self.since, bound, self.until)
        return self.number is not None and isinstance(bound, int) and self.number >= bound

    def beyond(self, bound: object) -> bool:
        """Whether the number, or the time, has gone past ``bound`` (exclusive)."""
        if isinstance(bound, Duration):
            return self.since is not None and self.until is not None and passed(self.since, bound, self.until)
        return self.number is not None and isinstance(bound, int) and self.number > bound


Answers = Mapping[str, Answered]


def within(answer: Answered, bounds: Band | Test) -> bool:
    """Whether a number or a length of time lies within the bounds: from and up_to include, below and over do not."""
    checks: tuple[tuple[object, Callable[[object], bool], bool], ...] = (
        (bounds.from_, answer.at_least, True),
        (bounds.over, answer.beyond, True),
        (bounds.below, answer.at_least, False),
        (bounds.up_to, answer.beyond, False),
    )
    return all(bound is None or check(bound) is wanted for bound, check, wanted in checks)


def holds(guard: Conditions, walk: Answers) -> bool | None:
    """Whether a guard holds on a walk: True, False, or None (unknown) where it looks at what was not asked."""
    results = [test_holds(test, walk.get(name)) for name, test in guard.tests.items()]
    if guard.any_:
        results.append(_any([holds(inner, walk) for inner in guard.any_]))
    if guard.not_ is not None:
        inner_result = holds(guard.not_, walk)
        results.append(None if inner_result is None else not inner_result)
    return _all(results)


def test_holds(test: Test, answer: Answered | None) -> bool | None:
    """Whether one test holds for an answer; None where the question was not asked."""
    if answer is None:
        return None
    if test.is_:
        return bool(answer.chosen & set(test.is_))
    if answer.unsure:
        return False
    if test.has is not None:
        return test.has in answer.chosen
    if test.lacks is not None:
        return test.lacks not in answer.chosen
    return within(answer, test)


def _all(results: list[bool | None]) -> bool | None:
    if False in results:
        return False
    return None if None in results else True


def _any(results: list[bool | None]) -> bool | None:
    if True in results:
        return True
    return None if None in results else False
