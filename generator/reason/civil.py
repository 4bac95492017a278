"""Civil dates: adding days, weeks, months and years, the way the law counts them. No clocks, no time zones."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from generator.model.measure import Duration


def day_words(day: date) -> str:
    """Return a date in full: ``22 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def add(start: date, length: Duration) -> date:
    """Return the latest day within ``length`` of ``start``: months and years go to the corresponding date, else the
    month's last day.

    Working and business days need a calendar and are not added here (ValueError).
    """
    if length.unit == "day":
        return start + timedelta(days=length.count)
    if length.unit == "week":
        return start + timedelta(weeks=length.count)
    if length.unit in ("month", "year"):
        return add_months(start, length.count * (12 if length.unit == "year" else 1))
    raise ValueError(f"{length.unit}s need a calendar")


def add_whole(start: date, length: Duration) -> date:
    """Return the earliest day on which all of ``length`` has passed since ``start``.

    Months and years go to the corresponding date. Where the month has no such day the time is not yet whole on its
    last one, so the first of the next month stands: three months after 31 August is 1 December. Counted back from an
    earliest day the period never contains the day it began on (Children Act 1989 s.14A(7)). Working and business days
    need a calendar (ValueError).
    """
    end = add(start, length)
    return end + timedelta(days=1) if clipped(start, end, length) else end


def clipped(start: date, end: date, length: Duration) -> bool:
    """Whether the month of ``end`` had no day ``length`` from ``start``, so that its last day stands."""
    return length.unit in ("month", "year") and end.day < start.day


def add_months(start: date, months: int) -> date:
    """Return the corresponding date ``months`` later, or the last day of a month that has no such date."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def passed(start: date, length: Duration, until: date) -> bool:
    """Whether ``until`` is past the latest day within ``length`` of ``start``."""
    try:
        return add(start, length) < until
    except (OverflowError, ValueError):
        return False


def reached(start: date, length: Duration, until: date) -> bool:
    """Whether all of ``length`` has passed since ``start``: its earliest day is on or before ``until``."""
    try:
        return add_whole(start, length) <= until
    except (OverflowError, ValueError):
        return False
