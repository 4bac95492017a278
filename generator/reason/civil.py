"""Civil dates: adding days, weeks, months and years, the way the law counts them. No clocks, no time zones."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from generator.model.measure import Duration


def add(start: date, length: Duration) -> date:
    """Return the day ``length`` after ``start``. Months and years go to the corresponding date, else the month's last.

    Working and business days need a calendar and are not added here (ValueError).
    """
    if length.unit == "day":
        return start + timedelta(days=length.count)
    if length.unit == "week":
        return start + timedelta(weeks=length.count)
    if length.unit in ("month", "year"):
        return add_months(start, length.count * (12 if length.unit == "year" else 1))
    raise ValueError(f"{length.unit}s need a calendar")


def add_months(start: date, months: int) -> date:
    """Return the corresponding date ``months`` later, or the last day of a month that has no such date."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def reached(start: date, length: Duration, until: date) -> bool:
    """Whether ``length`` has passed: ``start`` + ``length`` is on or before ``until``."""
    try:
        return add(start, length) <= until
    except (OverflowError, ValueError):
        return False
