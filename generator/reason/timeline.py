"""Counting a timeline: dates given in, every deadline out, each with the working that explains it.

How days are counted belongs to the instrument (a counting regime). A date that rests on the latest day of an
earlier deadline is estimated; one that would need bank holidays nobody has published is withheld, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.model.deadline import Deadline
from generator.model.event import EventOf
from generator.model.library import Library
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.reason.calendars import EVERY_DAY, Calendar, Withheld, england_and_wales
from generator.reason.civil import clipped
from generator.reason.counting import Counting, regime_of
from generator.reason.dated import Dated
from generator.reason.guards import UNSURE, Answered, holds

MAX_OCCURRENCES = 60


@dataclass(frozen=True, slots=True)
class _Day:
    """A day an event falls on: ``estimated`` where it is only the latest it may be."""

    day: date
    estimated: bool = False


@dataclass
class _Missing(Exception):
    events: tuple[str, ...] = field(default_factory=tuple)


def work_out(
    library: Library,
    timeline: Timeline,
    given: Mapping[str, date],
    answers: Mapping[str, str] | None = None,
    calendar: Calendar | None = None,
) -> list[Dated]:
    """Return every deadline of a timeline in its order, series as their occurrences.

    ``given`` holds the days of shared dates and the real days of events held already, ``answers`` the timeline's
    questions. Nothing raises for dates that are missing or withheld: the row says so.
    """
    return _Counter(library, given, calendar or england_and_wales()).rows(timeline, answers or {})


class _Counter:
    def __init__(self, library: Library, given: Mapping[str, date], calendar: Calendar) -> None:
        self.library = library
        self.given = given
        self.calendar = calendar
        self.deadlines = library.deadlines
        self.known: dict[str, list[Dated]] = {}

    def rows(self, timeline: Timeline, answers: Mapping[str, str]) -> list[Dated]:
        walk = {name: Answered(frozenset({answer})) for name, answer in answers.items() if answer != UNSURE}
        found = []
        for deadline in timeline.deadlines:
            applies = True if deadline.applies is None else holds(deadline.applies, walk)
            word = {True: "yes", False: "no", None: "maybe"}[applies]
            found += [replace(row, applies=word) for row in self.of(deadline)]
        return found

    # ---- events --------------------------------------------------------------------------------------

    def of(self, deadline: Deadline) -> list[Dated]:
        """Return a deadline's rows, worked out once."""
        if deadline.id not in self.known:
            self.known[deadline.id] = []  # a circle, which the checks report, ends here
            self.known[deadline.id] = self._rows(deadline)
        return self.known[deadline.id]

    def day_of(self, event: str) -> _Day:
        """Return the day of an event: its real day where it is given, else the latest it may be."""
        name, _, which = event.partition(".")
        if event in self.given:
            return _Day(self.given[event])
        if name in self.given and not which:
            return _Day(self.given[name])
        deadline = self.deadlines.get(name)
        if deadline is None:
            raise _Missing((event,))
        rows = self.of(deadline)
        if deadline.every is not None:
            return self._in_series(event, which, deadline, rows)
        row = rows[0] if rows else None
        if row is None or row.event != name or (row.due is None and row.not_before is None):
            if row is not None and row.withheld:
                raise Withheld(row.withheld)
            raise _Missing((event,))
        day = row.due or row.not_before
        assert day is not None
        return _Day(day, estimated=deadline.at is None or row.estimated)

    def _in_series(self, event: str, which: str, deadline: Deadline, rows: list[Dated]) -> _Day:
        if which == "last" or not which:
            dated = [row for row in rows if row.due is not None]
            if not rows or (not dated and not rows[0].withheld and not rows[0].missing):
                assert deadline.after is not None
                return self._anchor(deadline.after)  # an empty series: what it counts from
            row = rows[-1]
        else:
            row = next((row for row in rows if row.id == event), Dated(event, event, deadline, missing=(event,)))
        if row.withheld:
            raise Withheld(row.withheld)
        if row.due is None:
            raise _Missing(row.missing or (event,))
        return _Day(row.due, estimated=True)

    def _anchor(self, of: EventOf) -> _Day:
        if of.event:
            return self.day_of(of.event)
        days: list[_Day] = []
        missing: list[str] = []
        for event in of.all:
            try:
                days.append(self.day_of(event))
            except _Missing as unknown:
                missing += unknown.events
        if missing:
            raise _Missing(tuple(missing))
        chosen = (max if of.later_of else min)(days, key=lambda day: day.day)
        return _Day(chosen.day, any(day.estimated for day in days))

    # ---- deadlines -----------------------------------------------------------------------------------

    def _rows(self, deadline: Deadline) -> list[Dated]:
        own = Dated(deadline.id, deadline.id, deadline, actual=self.given.get(deadline.id))
        if deadline.documented or deadline.rule is None:
            return [own]
        try:
            if deadline.every is not None:
                return self._series(deadline, own)
            return [self._safer(deadline, own) if deadline.second_reading else self._single(deadline, own)]
        except _Missing as unknown:
            return [replace(own, missing=tuple(dict.fromkeys(unknown.events)))]
        except Withheld as withheld:
            return [replace(own, withheld=withheld.year)]
        except (OverflowError, ValueError):
            return [own]

    def _single(self, d: Deadline, own: Dated) -> Dated:
        count = self.counting(d)
        if d.within is not None and d.of is not None:
            start = self._anchor(d.of)
            return self._latest(own, start, count.later(start.day, d.within), d.within, count)
        if d.within is not None and d.beginning_with is not None:
            start = self._anchor(d.beginning_with)
            end = count.inclusive(start.day, d.within)
            return self._latest(own, start, end, d.within, count, inclusive=True)
        fixed = d.at or d.not_before
        if fixed is not None and d.of is not None:
            start = self._anchor(d.of)
            end = count.later(start.day, fixed) if d.at else count.whole(start.day, fixed)
            no_such_day = count.no_such_day(start.day, fixed)
            return replace(
                own,
                due=end if d.at else None,
                not_before=None if d.at else end,
                estimated=start.estimated,
                start=start.day,
                left_out=count.passed_over(start.day, end, fixed),
                month_end=no_such_day and d.at is not None,
                month_start=no_such_day and d.at is None,
            )
        if d.on_days is not None and d.day_1 is not None:
            start = self.day_of(d.day_1)
            one = Duration(1, "day")
            first = count.inclusive(start.day, replace(one, count=d.on_days.from_))
            last = count.inclusive(start.day, replace(one, count=d.on_days.to))
            row = self._latest(own, start, last, replace(one, count=d.on_days.to), count, inclusive=True)
            return replace(row, not_before=first)
        assert d.gap is not None
        return self._gap(d, own, count)

    def _safer(self, deadline: Deadline, own: Dated) -> Dated:
        """Return the row of whichever reading of a rule gives the safe day, with the other reading's day beside it.

        Safe is the earlier of two latest days and the later of two earliest ones. Where one reading would need bank
        holidays that are not published, the other stands if it is the safe one whatever they will be (else Withheld).
        """
        rows: list[Dated] = []
        held_back: list[tuple[Deadline, Withheld]] = []
        for reading in deadline.readings:
            try:
                rows.append(replace(self._single(reading, own), deadline=reading))
            except Withheld as reason:
                held_back.append((reading, reason))
        if held_back:
            reading, withheld = held_back[0]
            soonest = self._soonest(reading)
            if not rows or rows[0].due is None or soonest is None or rows[0].due > soonest:
                raise withheld
            return replace(rows[0], other_reading=reading, other_withheld=withheld.year)
        first, second = rows
        one, two = first.due or first.not_before, second.due or second.not_before
        if one is None or two is None or one == two:
            return first
        first_is_safe = one < two if first.due else one > two
        safe, left = (first, second) if first_is_safe else (second, first)
        return replace(safe, other=two if first_is_safe else one, other_reading=left.deadline)

    def _soonest(self, d: Deadline) -> date | None:
        """Return the day that the latest day of ``within`` cannot be before, whatever is left out."""
        count = Counting(EVERY_DAY, regime_of(self.library, d))
        if d.within is not None and d.of is not None:
            return count.later(self._anchor(d.of).day, d.within)
        if d.within is not None and d.beginning_with is not None:
            return count.inclusive(self._anchor(d.beginning_with).day, d.within)
        return None

    def _latest(
        self, own: Dated, start: _Day, end: date, length: Duration, count: Counting, *, inclusive: bool = False
    ) -> Dated:
        due = count.rolled(end)
        out = count.passed_over(start.day, due, length, inclusive=inclusive)
        if due != end:
            out = tuple(sorted({*out, *self.calendar.left_out(end, due)}))
        return replace(
            own,
            due=due,
            estimated=start.estimated,
            start=start.day,
            left_out=out,
            month_end=clipped(start.day, end, length),
        )

    def _series(self, d: Deadline, own: Dated) -> list[Dated]:
        assert d.every is not None and d.after is not None
        count = self.counting(d)
        start = _Day(self.given[d.id]) if d.id in self.given else self._anchor(d.after)
        until, open_ended = None, False
        if d.until:
            try:
                until = self.day_of(d.until).day
            except (_Missing, Withheld):
                open_ended = True
        most = 1 if open_ended or (d.until is None and d.times is None) else d.times or MAX_OCCURRENCES
        rows: list[Dated] = []
        for number in range(1, most + 1):
            name = f"{d.id}.{number}"
            try:
                unrolled = count.later(start.day, d.every)
                end = count.rolled(unrolled)
            except Withheld as withheld:
                rows.append(replace(own, id=name, event=name, withheld=withheld.year))
                break
            if until is not None and end > until:
                break
            rows.append(
                replace(
                    own,
                    id=name,
                    event=name,
                    due=end,
                    actual=self.given.get(name),
                    estimated=start.estimated,
                    start=start.day,
                    left_out=count.passed_over(start.day, end, d.every),
                    month_end=clipped(start.day, unrolled, d.every),
                )
            )
            start = _Day(self.given[name]) if name in self.given else _Day(end, estimated=True)
        return rows

    def _gap(self, d: Deadline, own: Dated, count: Counting) -> Dated:
        """Solve a distance both ways: from the other event to this one, or, where only this is given, back."""
        assert d.gap is not None
        other = d.gap.from_ or d.gap.to or ""
        forward = d.gap.from_ is not None
        about = d.id
        try:
            base = self.day_of(other)
        except _Missing:
            if d.id not in self.given:
                raise
            base, about, forward = _Day(self.given[d.id]), other, not forward
        least, most = d.gap.at_least, d.gap.at_most
        if forward:
            first = count.beyond(base.day, least) if least else None
            last = count.later(base.day, most) if most else None
        else:
            last = count.before(base.day, least) if least else None
            first = count.earliest_within(base.day, most) if most else None
        return replace(
            own,
            event=about,
            not_before=first,
            due=last,
            estimated=base.estimated,
            start=base.day,
            left_out=count.between(base.day, first if forward else last, least),
            month_end=count.no_such_day(base.day, most if forward else least, back=not forward, clear=not forward),
            month_start=count.no_such_day(base.day, least if forward else most, back=not forward),
            actual=self.given.get(d.id) if about == d.id else None,
        )

    def counting(self, deadline: Deadline) -> Counting:
        """Return how a deadline's days are counted."""
        return Counting(self.calendar, regime_of(self.library, deadline))
