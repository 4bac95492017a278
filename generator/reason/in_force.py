"""Whether a statement holds on a day: before its law starts, while it holds, after it ended, or with no known start.

The browser has a twin: it is given :func:`standings` as data and asks them for its own day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from generator.model.statement import InForce
from generator.reason.civil import add_months

State = Literal["unknown", "not yet", "in force", "ended"]

_MONTHS_TOLD = 12  # a start further back is not worth a word


class Starting(Protocol):
    """A piece of content whose law may have a start or an end."""

    @property
    def in_force(self) -> InForce | None:
        """From when to when it holds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a statement stands up to and on the day ``last`` (None: from then on for good).

    ``start`` and ``end`` are its first and last day in force where they are worth telling.
    """

    state: State
    last: date | None = None
    start: date | None = None
    end: date | None = None

    @property
    def binds(self) -> bool:
        """Whether what it says is so in that time; only then may it be shown as something that must be done."""
        return self.state == "in force"


IN_FORCE = Standing("in force")


def standings(piece: Starting) -> tuple[Standing, ...]:
    """Return how a piece stands from the earliest day to the last, one standing after another; at least one."""
    return tuple(_standings(piece.in_force)) if piece.in_force else (IN_FORCE,)


def _standings(written: InForce) -> Iterator[Standing]:
    start, end = written.from_, written.to
    if written.start_unknown:
        yield Standing("unknown", end)
    else:
        told = add_months(start, _MONTHS_TOLD) if start else None
        short = bool(told and end and end <= told)
        if start:
            yield Standing("not yet", start - timedelta(days=1), start, end)
        if start and not short:
            yield Standing("in force", told, start, end)
        yield Standing("in force", end, start if short else None, end)
    if end:
        yield Standing("ended", None, start, end)


def standing(piece: Starting, on: date) -> Standing:
    """Return how a piece stands on a day."""
    return next(one for one in standings(piece) if one.last is None or on <= one.last)
