"""A date's working in words: from which day, by which rule, what was left out, what is only an estimate."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.compile import wording
from generator.model import Library
from generator.reason.timeline import Dated


def because(library: Library, row: Dated) -> str:
    """Return why a deadline falls on its day, as one or a few sentences."""
    rule = wording.rule(library, row.deadline) or row.deadline.text or ""
    if row.withheld is not None:
        return f"{wording.sentence(rule)} Bank holidays for {row.withheld} are not yet published."
    if row.missing:
        names = wording.listed([wording.event(library, event) for event in row.missing])
        return f"{wording.sentence(rule)} Needs the date of {names}."
    if row.start is None:
        return wording.sentence(rule)
    parts = [wording.sentence(rule), f"Counted from {wording.short_day(row.start)}."]
    if row.event != row.id:
        parts.append(f"Counted back: this is about {wording.event(library, row.event)}.")
    if row.left_out:
        parts.append(f"Left out, with weekends: {days(row.left_out)}.")
    if row.month_end:
        parts.append("That month has no such day, so its last day stands.")
    if row.estimated:
        parts.append("An estimate: it rests on the latest day of an earlier step, not on its real day.")
    return " ".join(parts)


def days(out: tuple[date, ...]) -> str:
    """Return days left out, months named once: ``25 and 28 December 2026 and 1 January 2027``."""
    groups: dict[tuple[int, int], list[int]] = {}
    for day in out:
        groups.setdefault((day.year, day.month), []).append(day.day)
    return wording.listed(
        [
            f"{wording.listed([str(number) for number in numbers])} {date(year, month, 1):%B %Y}"
            for (year, month), numbers in groups.items()
        ]
    )


def as_data(library: Library, row: Dated) -> dict[str, Any]:
    """Return one deadline as the contract says, dates in ISO form."""

    def iso(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "id": row.id,
        "event": row.event,
        "not_before": iso(row.not_before),
        "due": iso(row.due),
        "actual": iso(row.actual),
        "estimated": row.estimated,
        "applies": row.applies,
        "force": row.deadline.force,
        "rule": wording.rule(library, row.deadline) or row.deadline.text or "",
        "left_out": [day.isoformat() for day in row.left_out],
        "withheld": row.withheld,
        "missing": list(row.missing),
        "because": because(library, row),
    }


def when(row: Dated) -> str:
    """Return when, in words: ``by Wed 21 Jan 2026``; an empty text where there is no date."""
    if row.actual:
        return f"held {wording.short_day(row.actual)}"
    about = "about " if row.estimated else ""
    first = f"from {about}{wording.short_day(row.not_before)}" if row.not_before else ""
    last = f"by {about}{wording.short_day(row.due)}" if row.due else ""
    return " ".join(filter(None, (first, last))) or ("not published" if row.withheld else "")
