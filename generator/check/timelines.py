"""Timelines: every event exists, nothing counts from itself, and each deadline has one way of counting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import assert_never

from generator import rules
from generator.check.guards import check_guard
from generator.errors import Problem, did_you_mean
from generator.model import Library
from generator.model.day_rules import At, Beginning, DayRule, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import EventOf, short_event
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.reason.calendars import england_and_wales
from generator.reason.civil import day_words
from generator.reason.counting import regime_of
from generator.reason.timeline import work_out


def check_timelines(library: Library) -> Iterator[Problem]:
    """Report unknown events, circles, series named wrongly, guards and counting regimes that clash."""
    deadlines = library.deadlines
    events = set(deadlines) | set(library.date)
    told: set[frozenset[str]] = set()
    yield from _ways_of_counting(library)
    for timeline in library.timeline.values():
        for deadline in timeline.deadlines:
            if not library.partial & {"date", "timeline"}:
                yield from _events(deadline, deadlines, events)
            yield from _regime(library, deadline)
            yield from _skips(library, deadline)
            yield from _second_reading(library, deadline)
            if deadline.applies is not None:
                yield from check_guard(deadline.applies, timeline.questions)
        yield from _circles(timeline, deadlines, told)


def _second_reading(library: Library, deadline: Deadline) -> Iterator[Problem]:
    other = deadline.read_otherwise
    if other is None or other.counting not in (None, *library.counting):
        return
    if (deadline.rule, regime_of(library, deadline)) == (other.rule, regime_of(library, other)):
        said = "the second reading counts as the first does"
        yield Problem(deadline.place("second_reading"), rules.BAD_READING, said, "say what it changes, or take it away")


def _events(deadline: Deadline, deadlines: dict[str, Deadline], events: set[str]) -> Iterator[Problem]:
    for event, key in _events_written(deadline).items():
        name = short_event(event)
        if name not in events:
            yield Problem(
                deadline.place(*key),
                rules.UNKNOWN_EVENT,
                f"there is no date or deadline '{name}'",
                did_you_mean(name, events) or "add it to content/dates.yml",
            )
        elif name != event and not (name in deadlines and isinstance(deadlines[name].rule, Every)):
            yield Problem(
                deadline.place(*key), rules.BAD_EVENT, f"'{name}' is not a series, so it has no '{event[len(name) :]}'"
            )


def _events_written(deadline: Deadline) -> dict[str, tuple[object, ...]]:
    """Return every event written in a deadline, beside its rule too, with the first place where it stands."""
    found: dict[str, tuple[object, ...]] = {}
    for key in ("before", "day_1", "serves"):
        if event := getattr(deadline, key):
            found.setdefault(event, (key,))
    for key in ("of", "beginning_with", "after", "until"):
        anchor = getattr(deadline, key) or EventOf.model_construct()
        if anchor.event:
            found.setdefault(anchor.event, (key,))
        for several in ("later_of", "earlier_of"):
            for number, event in enumerate(getattr(anchor, several)):
                found.setdefault(event, (key, several, number))
    for key, event in (("from", deadline.gap.from_), ("to", deadline.gap.to)) if deadline.gap else ():
        if event:
            found.setdefault(event, ("gap", key))
    return found


def _circles(timeline: Timeline, deadlines: dict[str, Deadline], told: set[frozenset[str]]) -> Iterator[Problem]:
    """Report each circle once, at its first deadline. ``told`` holds those reported already."""
    for deadline in timeline.deadlines:
        trail = [deadline.id]
        seen: set[str] = set()
        waiting = [(deadline.id, trail)]
        while waiting:
            name, trail = waiting.pop()
            for event in _counted_from(deadlines.get(name)):
                if event == deadline.id:
                    waiting.clear()
                    if frozenset(trail) in told:
                        break
                    told.add(frozenset(trail))
                    way = " → ".join([*trail, event])
                    yield Problem(deadline.place("id"), rules.CIRCLE, f"'{deadline.id}' counts from itself: {way}")
                    break
                if event not in seen:
                    seen.add(event)
                    waiting.append((event, [*trail, event]))


def _counted_from(deadline: Deadline | None) -> list[str]:
    return [short_event(event) for event in deadline.rule.events] if deadline else []


def regimes_of(library: Library, deadline: Deadline) -> list[str]:
    """Return the counting regimes a deadline's own word or its sources name, each once."""
    if deadline.counting:
        return [deadline.counting]
    named = [library.source[c.source].counting for c in deadline.cite if c.source in library.source]
    return list(dict.fromkeys(regime for regime in named if regime))


def _regime(library: Library, deadline: Deadline) -> Iterator[Problem]:
    regimes = regimes_of(library, deadline)
    if deadline.has_number and len(regimes) > 1:
        yield Problem(
            deadline.place("cite"),
            rules.TWO_REGIMES,
            f"the sources of '{deadline.id}' count days in two ways: {' and '.join(regimes)}",
            "say which one holds with 'counting:'",
        )


def _ways_of_counting(library: Library) -> Iterator[Problem]:
    """Report ways of counting that leave days out although they say that working days alone do."""
    for regime in library.counting.values():
        for key, leaves_out in (("short_period", regime.short_period), ("unit", regime.unit == "business days")):
            if regime.skips and leaves_out:
                said = f"'skips' says that only working days leave days out, and '{key}' leaves out others"
                yield Problem(regime.key_place(key), rules.BAD_COUNTING, said, "take one of them away")


def _skips(library: Library, deadline: Deadline) -> Iterator[Problem]:
    """Report lengths in business days where only working days leave days out."""
    for reading in deadline.readings:
        regime = regime_of(library, reading)
        named = next((key for key, length in _lengths(reading.rule) if length.unit == "business day"), None)
        if regime.skips and named is not None:
            said = f"'{regime.id}', by which '{deadline.id}' is counted, leaves days out for working days alone"
            key = named if reading is deadline else ("second_reading",)
            yield Problem(
                deadline.place(*key), rules.BAD_COUNTING, said, "write working days, or name another 'counting:'"
            )


def _lengths(rule: DayRule) -> list[tuple[tuple[str, ...], Duration]]:
    """Return the lengths of time of a rule, each with the keys under which it stands."""
    match rule:
        case Within(length) | Beginning(length):
            return [(("within",), length)]
        case Every(length):
            return [(("every",), length)]
        case NotBefore(length):
            return [(("not_before",), length)]
        case At(length):
            return [(("at",), length)]
        case Gap(at_least=least, at_most=most):
            ends = [("at_least", least), ("at_most", most)]
            return [(("gap", key), length) for key, length in ends if length]
        case NumberedDays() | Order():
            return []
        case unknown:
            assert_never(unknown)


def check_targets(library: Library) -> Iterator[Problem]:
    """Report local targets that can fall later than the limit they serve, tried on every start day to the horizon."""
    deadlines = library.deadlines
    for timeline in library.timeline.values():
        for target in timeline.deadlines:
            limit = deadlines.get(target.serves or "")
            if limit is None or not (target.has_number and limit.has_number):
                continue
            hint = "a local target may be earlier than the limit, never later"
            if set(_counted_from(target)) != set(_counted_from(limit)):
                said = f"'{target.id}' counts from another day than '{limit.id}', which it serves, so it may fall later"
                yield Problem(target.place("serves"), rules.TARGET_TOO_LATE, said, hint)
                continue
            late = _first_day_too_late(library, timeline, target, limit)
            if late is not None:
                day, ours, theirs = map(day_words, late)
                said = f"from {day}, '{target.id}' falls on {ours}, later than '{limit.id}', which it serves ({theirs})"
                yield Problem(target.place("serves"), rules.TARGET_TOO_LATE, said, hint)


def _first_day_too_late(
    library: Library, timeline: Timeline, target: Deadline, limit: Deadline
) -> tuple[date, date, date] | None:
    """Return the first start day from which a target falls after its limit, with both days; None without one."""
    calendar = england_and_wales()
    both = timeline.model_copy(update={"deadlines": (target, limit), "questions": {}})
    day = date(calendar.first, 1, 1)
    while day.year <= calendar.last:
        given = dict.fromkeys(library.date, day)
        rows = {row.id: row.due for row in work_out(library, both, given, calendar=calendar)}
        ours, theirs = rows.get(target.id), rows.get(limit.id)
        if ours is not None and theirs is not None and ours > theirs:
            return day, ours, theirs
        day += timedelta(days=1)
    return None
