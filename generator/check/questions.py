"""Questions, wherever they stand: numbers with a span, and bands told in what the question asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.kinds import ASKING
from generator.model.measure import Duration
from generator.model.question import Band, Question
from generator.reason.questions import GiveDay, GiveNumber, asks

MAX_YEARS = 500


def check_questions(library: Library) -> Iterator[Problem]:
    """Report what is wrong with single questions of trees, timelines and checklists."""
    for kind in ASKING:
        for thing in library.of_kind(kind.name).values():
            yield from problems_of(thing.questions)


def problems_of(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Report numbers without a span, band ids given twice, and bands that do not fit their question."""
    for question in questions.values():
        asked = asks(question)
        if isinstance(asked, GiveNumber) and asked.number.min > asked.number.max:
            place = asked.number.place("max")
            yield Problem(place, rules.BAD_QUESTION, "'max' is smaller than 'min'", "change one of them")
        for band, key, bound in _ends(question):
            found = misfit(bound, question)
            if found:
                yield Problem(band.place(key), rules.BAD_BAND, *found)
        seen: dict[str, int] = {}
        for band in question.bands:
            place = band.place("id")
            if band.id in seen:
                message = f"the id '{band.id}' stands on line {seen[band.id]} already"
                yield Problem(place, rules.DUPLICATE_ID, message, "give each its own")
            seen.setdefault(band.id, place.line)


def misfit(bound: int | Duration, question: Question) -> tuple[str, str] | None:
    """Return why the end of a band or range does not fit a question, and what would; None where it does."""
    of_time = isinstance(asks(question), GiveDay)
    if isinstance(bound, int):
        found = f"'{bound}' is not a length of time", f"write for example '{Duration(bound, 'year')}'"
        return found if of_time else None
    if not of_time:
        return f"'{bound}' is not a whole number", "the question asks for a number"
    if bound.unit.endswith(" day"):
        return f"elapsed time is not told in {bound.unit}s", "write days, weeks, months or years"
    if bound.unit == "year" and bound.count > MAX_YEARS:
        return f"'{bound}' is too long to count", f"write at most {MAX_YEARS} years"
    first = next((end.unit for _, _, end in _ends(question) if isinstance(end, Duration)), bound.unit)
    if bound.unit != first:
        return f"the question counts in {first}s, not in {bound.unit}s", "use one unit throughout"
    return None


def _ends(question: Question) -> Iterator[tuple[Band, str, int | Duration]]:
    for band in question.bands:
        for key, bound in band.ends.items():
            yield band, key, bound
