"""Which days are business days, as far as anybody has officially said: England and Wales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_ONE = timedelta(days=1)


class Withheld(Exception):
    """A date would rest on bank holidays that are not published. ``year`` is the first such year met."""

    def __init__(self, year: int) -> None:
        super().__init__(f"bank holidays for {year} are not yet published")
        self.year = year


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bank holidays, known for the years ``first`` to ``last`` inclusive. Outside them no day can be judged."""

    holidays: frozenset[date]
    first: int
    last: int

    def is_business_day(self, day: date) -> bool:
        """Whether a day is neither weekend nor bank holiday. Raises Withheld outside the known years."""
        if not self.first <= day.year <= self.last:
            raise Withheld(day.year)
        return day.weekday() < 5 and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """Return the first business day on or after a day."""
        while not self.is_business_day(day):
            day += _ONE
        return day

    def after(self, start: date, count: int) -> date:
        """Return the ``count``-th business day after ``start``; the day after it may be the first."""
        day = start
        while count:
            day += _ONE
            count -= self.is_business_day(day)
        return day

    def back(self, day: date, count: int) -> date:
        """Return the ``count``-th business day counted back from ``day``, which may be the first."""
        while count := count - self.is_business_day(day):
            day -= _ONE
        return day

    def left_out(self, start: date, end: date) -> tuple[date, ...]:
        """Return the bank holidays on weekdays from ``start`` to ``end``, both included."""
        return tuple(sorted(day for day in self.holidays if start <= day <= end and day.weekday() < 5))


class EveryDay(Calendar):
    """A calendar that leaves no day out: what no way of counting can be earlier than."""

    def is_business_day(self, day: date) -> bool:
        """Whether a day counts: every day does."""
        return True


EVERY_DAY = EveryDay(frozenset(), 1, 9999)


@cache
def england_and_wales() -> Calendar:
    """Return the calendar of England and Wales: every published bank holiday, and the span that is published."""
    import holidays
    from govuk_bank_holidays.bank_holidays import BankHolidays

    published = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    years = sorted({entry["date"].year for entry in published})
    named = holidays.country_holidays("GB", subdiv="ENG", years=range(years[0], years[-1] + 1))
    return Calendar(frozenset(named), years[0], years[-1])
