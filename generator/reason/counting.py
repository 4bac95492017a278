"""Counting by one instrument's rules: later, inclusive, at least and at most, with the days it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.deadline import Deadline
from generator.model.library import Library
from generator.model.lists import CountingRegime
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.reason.calendars import Calendar
from generator.reason.civil import add, add_whole, clipped

_ONE = timedelta(days=1)
_PLAIN = CountingRegime.model_validate({"id": "plain", "calendar": "england-and-wales"})


def regime_of(library: Library, deadline: Deadline) -> CountingRegime:
    """Return how a deadline's days are counted: its own word, its sources', the site's, else plainly."""
    named: list[str | None] = [deadline.counting]
    named += [library.source[c.source].counting for c in deadline.cite if c.source in library.source]
    named.append(library.site.counting)
    return next((library.counting[name] for name in named if name and name in library.counting), _PLAIN)


def regimes_on(library: Library, timeline: Timeline) -> list[CountingRegime]:
    """Return the ways in which a timeline's dated deadlines are counted, second readings among them."""
    used = [
        regime_of(library, reading)
        for deadline in timeline.deadlines
        if deadline.has_number and not deadline.documented
        for reading in deadline.readings
    ]
    return [regime for regime in library.counting.values() if regime in used]


@dataclass(frozen=True, slots=True)
class Counting:
    """A calendar and the regime of an instrument: how that instrument counts."""

    calendar: Calendar
    regime: CountingRegime

    def between(self, one: date, other: date | None, length: Duration | None) -> tuple[date, ...]:
        """Return the bank holidays left out between two events, neither of which counts."""
        if length is None or other is None or not self.business(length):
            return ()
        return self.calendar.left_out(min(one, other) + _ONE, max(one, other) - _ONE)

    def business(self, length: Duration) -> bool:
        """Whether a length leaves out weekends and bank holidays."""
        if length.unit in ("working day", "business day"):
            return True
        if length.unit != "day":
            return False
        short = self.regime.short_period
        return self.regime.business or (short is not None and length.count <= short.at_most.count)

    def later(self, start: date, length: Duration) -> date:
        """Return the latest day within a length of ``start``; the day after it counts first."""
        return self.calendar.after(start, length.count) if self.business(length) else add(start, length)

    def whole(self, start: date, length: Duration) -> date:
        """Return the earliest day on which all of a length has passed since ``start``."""
        return self.calendar.after(start, length.count) if self.business(length) else add_whole(start, length)

    def inclusive(self, start: date, length: Duration) -> date:
        """Return the last day of a period that begins with ``start`` (that day is day 1)."""
        if self.business(length):
            return self.calendar.after(self.calendar.on_or_after(start), length.count - 1)
        end = add(start, length)
        return end if clipped(start, end, length) else end - _ONE

    def rolled(self, day: date) -> date:
        """Return the next day the office is open, where the regime says so."""
        return self.calendar.on_or_after(day) if self.regime.roll == "next-business-day" else day

    def passed_over(self, start: date, end: date, length: Duration, *, inclusive: bool = False) -> tuple[date, ...]:
        """Return the bank holidays left out from ``start`` (itself only where the period begins with it) to ``end``."""
        if not self.business(length):
            return ()
        return self.calendar.left_out(start if inclusive else start + _ONE, end)

    def beyond(self, base: date, length: Duration) -> date:
        """Return the first day at least ``length`` after ``base``; with clear days neither end counts."""
        end = self.whole(base, length)
        if not self.regime.clear_days:
            return end
        return self.calendar.after(end, 1) if self.business(length) else end + _ONE

    def before(self, base: date, length: Duration) -> date:
        """Return the last day from which ``base`` is at least ``length`` away: what ``beyond`` undoes."""
        if not self.business(length):
            return add(self._counted_to(base), _back(length))
        return self.calendar.back(base, length.count + self.regime.clear_days) - _ONE

    def earliest_within(self, base: date, length: Duration) -> date:
        """Return the first day from which ``base`` is at most ``length`` away."""
        if not self.business(length):
            return add_whole(base, _back(length))
        return self.calendar.back(base - _ONE, length.count)

    def no_such_day(self, base: date, length: Duration | None, *, back: bool = False, clear: bool = False) -> bool:
        """Whether the month a length leads to has no day of that number. ``back``: counted back from ``base``;
        ``clear``: of a distance at whose ends clear days are left out."""
        if length is None or self.business(length):
            return False
        start = self._counted_to(base) if back and clear else base
        step = _back(length) if back else length
        return clipped(start, add(start, step), step)

    def _counted_to(self, base: date) -> date:
        return base - _ONE if self.regime.clear_days else base


def _back(length: Duration) -> Duration:
    return replace(length, count=-length.count)
