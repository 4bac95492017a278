"""One deadline worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Dated:
    """One deadline worked out. ``event`` is what the dates are about, which for a gap may be the other event.

    ``start`` is the day counted from, ``left_out`` the bank holidays passed over. Where a month had no such day,
    ``month_end`` says that ``due`` is its last day and ``month_start`` that ``not_before`` is the first of the next.
    ``deadline`` is the reading of the rule whose day is safe; where another reading gives another day, that is
    ``other``, by the rule ``other_reading``; where that day cannot be given yet, ``other_withheld`` is the year whose
    bank holidays it would need. Of a deadline without a number, ``follows`` and ``precedes`` are the days of what it
    comes after and before, where these are known; ``estimated_ends`` says of both whether they are only the latest
    day. ``missing`` are the events whose dates would be needed,
    ``withheld`` the year whose bank holidays are not published.
    """

    id: str
    event: str
    deadline: Deadline
    not_before: date | None = None
    due: date | None = None
    actual: date | None = None
    estimated: bool = False
    applies: str = "yes"
    start: date | None = None
    left_out: tuple[date, ...] = ()
    month_end: bool = False
    month_start: bool = False
    other: date | None = None
    other_reading: Deadline | None = None
    other_withheld: int | None = None
    follows: date | None = None
    precedes: date | None = None
    estimated_ends: tuple[bool, bool] = (False, False)
    missing: tuple[str, ...] = ()
    withheld: int | None = None

    @property
    def crossed(self) -> bool:
        """Whether what it comes after is later than what it comes before, so that no day can be given.

        What it comes after has to have a real day: where that is only the latest, nobody knows how much earlier it was.
        """
        return self.apart and not self.estimated_ends[0]

    @property
    def apart(self) -> bool:
        """Whether what it comes after is, as far as it was worked out, later than what it comes before."""
        return self.follows is not None and self.precedes is not None and self.follows > self.precedes
