"""Counting a timeline: dates given in, every deadline out, each with the working that explains it.

How days are counted belongs to the instrument (a counting regime). A date that rests on the latest day of an
earlier deadline is estimated; one that would need bank holidays nobody has published is withheld, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never

from generator.model.day_rules import At, Beginning, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import EventOf
from generator.model.library import Library
from generator.model.measure import Duration
from generator.model.timeline import Timeline
from generator.reason.calendars import EVERY_DAY, Calendar, Withheld, england_and_wales
from generator.reason.civil import clipped
from generator.reason.counting import Counting, regime_of
from generator.reason.dated import Dated
from generator.reason.guards import Answers, holds
from generator.reason.order import Day, Missing, placed

MAX_OCCURRENCES = 60


def work_out(
    library: Library,
    timeline: Timeline,
    given: Mapping[str, date],
    answers: Answers | None = None,
    calendar: Calendar | None = None,
) -> list[Dated]:
    """Return every deadline of a timeline in its order, series as their occurrences.

    ``given`` holds the days of shared dates and the real days of events held already, ``answers`` what was
    answered to the timeline's questions. Nothing raises for dates that are missing or withheld: the row says so.
    """
    return _Counter(library, given, calendar or england_and_wales()).rows(timeline, answers or {})


class _Counter:
    def __init__(self, library: Library, given: Mapping[str, date], calendar: Calendar) -> None:
        self.library = library
        self.given = given
        self.calendar = calendar
        self.deadlines = library.deadlines
        self.known: dict[str, list[Dated]] = {}

    def rows(self, timeline: Timeline, answers: Answers) -> list[Dated]:
        walk = {name: answer for name, answer in answers.items() if not answer.unsure}
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

    def day_of(self, event: str) -> Day:
        """Return the day of an event: its real day where it is given, else the latest it may be."""
        name, _, which = event.partition(".")
        if event in self.given:
            return Day(self.given[event])
        if name in self.given and not which:
            return Day(self.given[name])
        deadline = self.deadlines.get(name)
        if deadline is None:
            raise Missing((event,))
        rows, rule = self.of(deadline), deadline.rule
        if isinstance(rule, Every):
            return self._in_series(event, which, deadline, rule, rows)
        row = rows[0] if rows else None
        if row is None or row.event != name or (row.due is None and row.not_before is None):
            if row is not None and row.withheld:
                raise Withheld(row.withheld)
            raise Missing((event,))
        day = row.due or row.not_before
        assert day is not None
        return Day(day, estimated=not isinstance(rule, At) or row.estimated)

    def _in_series(self, event: str, which: str, deadline: Deadline, rule: Every, rows: list[Dated]) -> Day:
        if which == "last" or not which:
            if not rows:
                return self._anchor(rule.after)  # an empty series: what it counts from
            row = rows[-1]
        else:
            row = next((row for row in rows if row.id == event), Dated(event, event, deadline, missing=(event,)))
        if row.withheld:
            raise Withheld(row.withheld)
        if row.due is None:
            raise Missing(row.missing or (event,))
        return Day(row.due, estimated=True)

    def _anchor(self, of: EventOf) -> Day:
        if of.event:
            return self.day_of(of.event)
        days: list[Day] = []
        missing: list[str] = []
        for event in of.all:
            try:
                days.append(self.day_of(event))
            except Missing as unknown:
                missing += unknown.events
        if missing:
            raise Missing(tuple(missing))
        chosen = (max if of.later_of else min)(days, key=lambda day: day.day)
        return Day(chosen.day, any(day.estimated for day in days))

    # ---- deadlines -----------------------------------------------------------------------------------

    def _rows(self, deadline: Deadline) -> list[Dated]:
        own = Dated(deadline.id, deadline.id, deadline, actual=self.given.get(deadline.id))
        if deadline.documented:
            return [own]
        try:
            return [self._safer(deadline, own)] if deadline.second_reading else self._counted(deadline, own)
        except Missing as unknown:
            return [replace(own, missing=tuple(dict.fromkeys(unknown.events)))]
        except Withheld as withheld:
            return [replace(own, withheld=withheld.year)]
        except (OverflowError, ValueError):
            return [own]

    def _counted(self, deadline: Deadline, own: Dated) -> list[Dated]:
        """Return what a deadline's rule gives: one row, or those of a series."""
        count = self.counting(deadline)
        match deadline.rule:
            case Within() as rule:
                return [self._within(rule, own, count)]
            case Beginning() as rule:
                return [self._beginning(rule, own, count)]
            case Every() as rule:
                return self._every(rule, own, count)
            case NumberedDays() as rule:
                return [self._numbered_days(rule, own, count)]
            case NotBefore() as rule:
                return [self._not_before(rule, own, count)]
            case At() as rule:
                return [self._at(rule, own, count)]
            case Gap() as rule:
                return [self._gap(rule, own, count)]
            case Order() as rule:
                return [placed(rule, own, self._anchor)]
            case unknown:
                assert_never(unknown)

    def _within(self, rule: Within, own: Dated, count: Counting) -> Dated:
        start = self._anchor(rule.of)
        return self._latest(own, start, count.later(start.day, rule.length), rule.length, count)

    def _beginning(self, rule: Beginning, own: Dated, count: Counting) -> Dated:
        start = self._anchor(rule.start)
        end = count.inclusive(start.day, rule.length)
        return self._latest(own, start, end, rule.length, count, inclusive=True)

    def _numbered_days(self, rule: NumberedDays, own: Dated, count: Counting) -> Dated:
        start = self.day_of(rule.day_1)
        length = Duration(rule.last, "day")
        first = count.inclusive(start.day, Duration(rule.first, "day"))
        row = self._latest(own, start, count.inclusive(start.day, length), length, count, inclusive=True)
        return replace(row, not_before=first)

    def _not_before(self, rule: NotBefore, own: Dated, count: Counting) -> Dated:
        start = self._anchor(rule.of)
        first = count.whole(start.day, rule.length)
        out = count.passed_over(start.day, first, rule.length)
        no_such_day = count.no_such_day(start.day, rule.length)
        return replace(_from(start, own), not_before=first, left_out=out, month_start=no_such_day)

    def _at(self, rule: At, own: Dated, count: Counting) -> Dated:
        start = self._anchor(rule.of)
        day = count.later(start.day, rule.length)
        out = count.passed_over(start.day, day, rule.length)
        no_such_day = count.no_such_day(start.day, rule.length)
        return replace(_from(start, own), due=day, left_out=out, month_end=no_such_day)

    def _safer(self, deadline: Deadline, own: Dated) -> Dated:
        """Return the row of whichever reading of a rule gives the safe day, with the other reading's day beside it.

        Safe is the earlier of two latest days and the later of two earliest ones. Where one reading would need bank
        holidays that are not published, the other stands if it is the safe one whatever they will be (else Withheld).
        """
        rows: list[Dated] = []
        held_back: list[tuple[Deadline, Withheld]] = []
        for reading in deadline.readings:
            try:
                rows += [replace(row, deadline=reading) for row in self._counted(reading, own)]
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

    def _soonest(self, deadline: Deadline) -> date | None:
        """Return the day that the latest day of ``within`` cannot be before, whatever is left out."""
        count = Counting(EVERY_DAY, regime_of(self.library, deadline))
        match deadline.rule:
            case Within(length, of):
                return count.later(self._anchor(of).day, length)
            case Beginning(length, start):
                return count.inclusive(self._anchor(start).day, length)
            case Every() | NumberedDays() | NotBefore() | At() | Gap() | Order():
                return None  # where nothing is known, nothing is said
            case unknown:
                assert_never(unknown)

    def _latest(
        self, own: Dated, start: Day, end: date, length: Duration, count: Counting, *, inclusive: bool = False
    ) -> Dated:
        due = count.rolled(end)
        out = count.passed_over(start.day, due, length, inclusive=inclusive)
        if due != end:
            out = tuple(sorted({*out, *self.calendar.left_out(end, due)}))
        return replace(_from(start, own), due=due, left_out=out, month_end=clipped(start.day, end, length))

    def _every(self, rule: Every, own: Dated, count: Counting) -> list[Dated]:
        start = Day(self.given[own.id]) if own.id in self.given else self._anchor(rule.after)
        until = self._end_of(rule.until) if rule.until else None
        open_ended = rule.until is not None and until is None
        most = 1 if open_ended or (rule.until is None and rule.times is None) else rule.times or MAX_OCCURRENCES
        rows: list[Dated] = []
        for number in range(1, most + 1):
            name = f"{own.id}.{number}"
            try:
                unrolled = count.later(start.day, rule.length)
                end = count.rolled(unrolled)
            except Withheld as withheld:
                rows.append(replace(own, id=name, event=name, withheld=withheld.year))
                break
            if until is not None and end > until:
                break
            rows.append(
                replace(
                    _from(start, own),
                    id=name,
                    event=name,
                    due=end,
                    actual=self.given.get(name),
                    left_out=count.passed_over(start.day, end, rule.length),
                    month_end=clipped(start.day, unrolled, rule.length),
                )
            )
            start = Day(self.given[name]) if name in self.given else Day(end, estimated=True)
        return rows

    def _end_of(self, until: EventOf) -> date | None:
        """Return the day on which a series ends; of several, whichever is known to come first. None where none is."""
        known: list[date] = []
        for event in until.earlier_of or (None,):
            try:
                known.append((self.day_of(event) if event else self._anchor(until)).day)
            except (Missing, Withheld):
                continue
        return min(known, default=None)

    def _gap(self, rule: Gap, own: Dated, count: Counting) -> Dated:
        """Solve a distance both ways: from the other event to this one, or, where only this is given, back."""
        about, other, forward = own.id, rule.other, rule.forward
        try:
            base = self.day_of(other)
        except Missing:
            if own.id not in self.given:
                raise
            base, about, forward = Day(self.given[own.id]), other, not forward
        least, most = rule.at_least, rule.at_most
        if forward:
            first = count.beyond(base.day, least) if least else None
            last = count.later(base.day, most) if most else None
        else:
            last = count.before(base.day, least) if least else None
            first = count.earliest_within(base.day, most) if most else None
        return replace(
            _from(base, own),
            event=about,
            not_before=first,
            due=last,
            left_out=count.between(base.day, first if forward else last, least),
            month_end=count.no_such_day(base.day, most if forward else least, back=not forward, clear=not forward),
            month_start=count.no_such_day(base.day, least if forward else most, back=not forward),
            actual=self.given.get(own.id) if about == own.id else None,
        )

    def counting(self, deadline: Deadline) -> Counting:
        """Return how a deadline's days are counted."""
        return Counting(self.calendar, regime_of(self.library, deadline))


def _from(start: Day, own: Dated) -> Dated:
    return replace(own, start=start.day, estimated=start.estimated)
