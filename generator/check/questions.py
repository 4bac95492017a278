"""Questions, wherever they stand: numbers with a span, and bands told in the question's own unit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem
from generator.model import Library
from generator.model.measure import Duration
from generator.model.tree import Band, Question


def check_questions(library: Library) -> Iterator[Problem]:
    """Report numbers without a span, and ends of bands that do not fit what their question asks for."""
    for kind in ("tree", "timeline", "checklist"):
        for thing in library.of_kind(kind).values():
            for question in thing.questions.values():
                if question.number and question.number.min > question.number.max:
                    yield Problem(
                        question.number.place("max"),
                        "bad-question",
                        "'max' is smaller than 'min'",
                        "change one of them",
                    )
                yield from _bands(question)


def _bands(question: Question) -> Iterator[Problem]:
    first = ""
    for band, key, bound in _ends(question):
        place = band.place(key)
        unit = bound.unit if isinstance(bound, Duration) else ""
        if unit and not question.elapsed:
            yield Problem(place, "bad-band", f"'{bound}' is not a whole number", "this question asks for a number")
        elif question.elapsed and not unit:
            yield Problem(
                place,
                "bad-band",
                f"'{bound}' is not a length of time",
                f"write for example '{Duration(int(str(bound)), 'year')}'",
            )
        elif unit.endswith(" day"):
            yield Problem(
                place, "bad-band", f"elapsed time is not told in {unit}s", "write days, weeks, months or years"
            )
        elif first and unit != first:
            yield Problem(
                place, "bad-band", f"this question counts in {first}s already", "use one unit for all its bands"
            )
        first = first or unit


def _ends(question: Question) -> Iterator[tuple[Band, str, int | Duration]]:
    for band in question.bands:
        for key, bound in (("from", band.from_), ("over", band.over), ("below", band.below), ("up_to", band.up_to)):
            if bound is not None:
                yield band, key, bound
