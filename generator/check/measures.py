"""Bands that measure the span of a deadline: guide and timeline must give the same day, from every day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import assert_never

from generator import rules
from generator.check.questions import misfit
from generator.errors import Problem
from generator.model import Library
from generator.model.address import resolve
from generator.model.day_rules import At, Beginning, DayRule, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import short_event
from generator.model.kinds import ASKING
from generator.model.measure import Duration
from generator.model.question import Band, Elapsed, Question
from generator.model.statement import Address
from generator.model.timeline import Timeline
from generator.reason.calendars import england_and_wales
from generator.reason.civil import add, add_whole, day_words
from generator.reason.dated import Dated
from generator.reason.questions import GiveDay, asks
from generator.reason.timeline import work_out

_ONE = timedelta(days=1)


def check_measures(library: Library) -> Iterator[Problem]:
    """Report bands that part from the deadline they measure, and (as warnings) bands that may measure one unsaid."""
    for kind in ASKING:
        for thing in library.of_kind(kind.name).values():
            for question in thing.questions.values():
                asked = asks(question)
                if not isinstance(asked, GiveDay):
                    yield from _measures_nothing(question)
                elif not any(misfit(bound, question) for band in question.bands for bound in band.ends.values()):
                    yield from list(_measured(library, asked)) or _unsaid(library, asked)


def _measures_nothing(question: Question) -> Iterator[Problem]:
    for band in question.bands:
        if band.measures is not None:
            said = f"the question asks for no time since a day, so its band '{band.id}' measures nothing"
            yield Problem(band.place("measures"), rules.BAD_MEASURES, said, "take 'measures' away")


def _measured(library: Library, asked: GiveDay) -> Iterator[Problem]:
    for band in asked.question.bands:
        if not isinstance(band.measures, Address):
            continue
        deadline = resolve(library, band.measures)
        place = band.place("measures")
        if not isinstance(deadline, Deadline):
            if deadline is not None:  # what does not exist at all is told with the references
                yield Problem(place, rules.BAD_MEASURES, f"'{band.measures}' is no deadline", "name one, or write none")
        elif _span_of(deadline.rule) is None:
            hint = "name one that is within, not before or a gap, or write none"
            yield Problem(place, rules.BAD_MEASURES, f"'{deadline.id}' sets no span that a band could measure", hint)
        else:
            found = _compared(library, asked.elapsed, band, deadline)
            if found:
                yield Problem(place, rules.BANDS_AND_DEADLINE_DIFFER, *found)


def _compared(library: Library, elapsed: Elapsed, band: Band, deadline: Deadline) -> tuple[str, str] | None:
    """Return the first difference between a band and its deadline, worked out once for all views that have both so."""
    chain = _rests_on(library, deadline)
    both = f"measures {elapsed!r} {band!r} {chain!r}"
    if (both, 0) not in library.memo:
        library.memo[both, 0] = _first_difference(library, elapsed.date, band, deadline)
    found: tuple[str, str] | None = library.memo[both, 0]
    return found


def _rests_on(library: Library, deadline: Deadline) -> list[Deadline]:
    """Return a deadline and all those its day is counted from."""
    deadlines = library.deadlines
    chain = [deadline]
    for found in chain:
        names = map(short_event, found.events)
        chain += [deadlines[name] for name in names if name in deadlines and deadlines[name] not in chain]
    return chain


def _first_difference(library: Library, start: str, band: Band, deadline: Deadline) -> tuple[str, str] | None:
    """Return the first start day from which a band and its deadline part, in words, and a hint; None without one."""
    calendar = england_and_wales()
    alone = Timeline.model_construct(id="alone", title="", deadlines=(deadline,), questions={}, inputs=())
    day, gives_a_day = date(calendar.first, 1, 1), False
    while day.year <= calendar.last:
        row = work_out(library, alone, {start: day}, calendar=calendar)[0]
        if row.missing or row.event != deadline.id:
            needed = ", ".join(row.missing) or row.event
            said = f"'{deadline.id}' cannot be counted from '{start}' alone: it rests on '{needed}'"
            return said, "let the question and the deadline count from one event"
        found = _difference(day, band, row)
        if found:
            return found
        gives_a_day = gives_a_day or row.due is not None or row.not_before is not None
        day += _ONE
    if gives_a_day:
        return None
    return f"'{deadline.id}' gives no day to compare with", "name one that does, or write none"


def _difference(day: date, band: Band, row: Dated) -> tuple[str, str] | None:
    ends = [("last", _last_inside(day, band), row.due), ("first", _first_inside(day, band), row.not_before)]
    wanted = [(word, inside, theirs) for word, inside, theirs in ends if theirs is not None]
    for word, inside, theirs in wanted:
        if inside is None:
            key = "below' or 'up_to" if word == "last" else "from' or 'over"
            return f"'{row.deadline.id}' gives a {word} day, and the band '{band.id}' has none", f"give it '{key}'"
        if inside != theirs:
            return (
                f"from {day_words(day)}, {day_words(inside)} is the {word} day inside the band '{band.id}', "
                f"and '{row.deadline.id}' gives {day_words(theirs)}"
            ), "count both from one event, and the first day the same way"
    return None


def _last_inside(day: date, band: Band) -> date | None:
    if isinstance(band.below, Duration):
        return add_whole(day, band.below) - _ONE
    return add(day, band.up_to) if isinstance(band.up_to, Duration) else None


def _first_inside(day: date, band: Band) -> date | None:
    if isinstance(band.from_, Duration):
        return add_whole(day, band.from_)
    return add(day, band.over) + _ONE if isinstance(band.over, Duration) else None


def _unsaid(library: Library, asked: GiveDay) -> Iterator[Problem]:
    """Report ends of bands that are as long as a deadline, or fall within a day of one counted from the same date.

    A latest day is held to an upper end, an earliest day to a lower one. A band that says what it measures is settled.
    """
    for band in asked.question.bands:
        if band.measures is not None:
            continue
        for key, bound in _bounds(band).items():
            as_long = _as_long(library, asked.elapsed.date, bound, upper=key in ("below", "up_to"))
            if not as_long:
                continue
            first, *others = as_long
            more = f" and {len(others)} more" if others else ""
            yield Problem(
                band.place(key),
                rules.MEASURES_UNSAID,
                f"the deadline '{first}'{more} is as long; the band '{band.id}' does not say whether it measures it",
                f"add 'measures: {first}', or 'measures: none'",
            )


# Days in the middle of a month, where no month end interferes, in three parts of the calendar.
_TRIED = (date(2026, 3, 10), date(2026, 9, 15), date(2027, 1, 20))


def _as_long(library: Library, start: str, bound: Duration, *, upper: bool) -> list[str]:
    """Return the deadlines an end may measure: of the same length from any event, or falling where it does."""
    found = []
    for timeline in library.timeline.values():
        days = [_days_of(library, timeline, start, day) for day in _TRIED]
        for deadline in timeline.deadlines:
            if not _may_be_measured(deadline.rule, upper=upper):
                continue
            ends_there = all(
                any(abs((theirs - add_whole(day, bound)).days) <= 1 for theirs in worked.get(deadline.id, ()))
                for day, worked in zip(_TRIED, days, strict=True)
            )
            if _span_of(deadline.rule) == bound or ends_there:
                found.append(f"timeline/{timeline.id}#{deadline.id}")
    return found


def _days_of(library: Library, timeline: Timeline, event: str, day: date) -> dict[str, list[date]]:
    """Return the days that each deadline gives when only one event's day is known."""
    rows = work_out(library, timeline, {event: day})
    return {row.id: [found for found in (row.not_before, row.due) if found] for row in rows if row.event == row.id}


def _may_be_measured(rule: DayRule, *, upper: bool) -> bool:
    """Whether an upper (else a lower) end of a band may be a deadline's day: an age and a series are never meant, and
    of numbered days only the last."""
    match rule:
        case Within() | Beginning() | NotBefore() | Gap():
            return rule.latest if upper else rule.earliest
        case NumberedDays():
            return upper
        case At() | Every() | Order():
            return False
        case unknown:
            assert_never(unknown)


def _bounds(band: Band) -> dict[str, Duration]:
    return {key: bound for key, bound in band.ends.items() if isinstance(bound, Duration)}


def _span_of(rule: DayRule) -> Duration | None:
    """Return the length of time a deadline sets; None for an age, a series, numbered days or no number."""
    match rule:
        case Within(length) | Beginning(length) | NotBefore(length):
            return length
        case Gap():
            return rule.at_least or rule.at_most
        case Every() | NumberedDays() | At() | Order():
            return None
        case unknown:
            assert_never(unknown)
