"""A date's working in words: from which day, by which rule, what was left out, what is only an estimate."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.compile.words import sentences
from generator.compile.words.in_force import force_on, in_force_words
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.day_rules import At
from generator.model.deadline import Deadline
from generator.reason.counting import regime_of
from generator.reason.dated import Dated

_FORMS = SAYS.sentences
_HEADS = SAYS.dates.working
_OWN = _FORMS.page.dates  # those that the browser does not say


def rule_of(library: Library, row: Dated) -> str:
    """Return the rule by which a deadline falls on its day, as a sentence."""
    return str(sentences.sentence(sentences.rule(library, row.deadline) or row.deadline.text or ""))


def because(library: Library, row: Dated) -> str:
    """Return why a deadline falls on its day, as one or a few sentences."""
    rule = rule_of(library, row)
    if row.withheld is not None:
        withheld = SAYS.parts.states.no_holidays.format(year=row.withheld)
        return f"{rule} {sentences.sentence(withheld)}"
    if row.missing:
        names = sentences.listed([sentences.event(library, event) for event in row.missing])
        return f"{rule} {_OWN.needs.format(events=names)}"
    if row.crossed:
        return f"{rule} {_FORMS.crossed}"
    if row.start is None:
        estimate = [f"{_HEADS.estimate} {_FORMS.estimate}"] if any(row.estimated_ends) else []
        return " ".join([rule, *estimate])
    parts = [rule, _FORMS.counted_from.format(day=sentences.short_day(row.start))]
    if row.event != row.id:
        parts.append(_FORMS.counted_back.format(event=sentences.event(library, row.event)))
    if row.left_out:
        parts.append(_FORMS.left_out.format(days=days(row.left_out)))
    parts += month_words(row)
    parts += filter(None, [other_reading_words(library, row)])
    if row.estimated:
        parts.append(f"{_HEADS.estimate} {_FORMS.estimate}")
    return " ".join(parts)


def title_of(library: Library, row: Dated) -> str:
    """Return what a row's dates are about: its deadline, numbered in a series, or the event a gap is solved back to."""
    number = row.id.partition(".")[2]
    if number:
        return f"{row.deadline.name} ({number})"
    if row.event == row.deadline.id:
        return row.deadline.name
    words = sentences.event(library, row.event)
    return sentences.fill(SAYS.parts.event_for, event=words[0].upper() + words[1:], title=row.deadline.name)


def month_words(row: Dated) -> list[str]:
    """Return what is said where a month had no such day: its last day stands, or the first of the next."""
    said = []
    if row.month_end:
        said.append(_FORMS.leap_day if is_age(row.deadline) else _FORMS.month_end)
    if row.month_start:
        said.append(_FORMS.month_start)
    return said


def is_age(deadline: Deadline) -> bool:
    """Whether a deadline is a birthday, or another day whole years after an event."""
    return isinstance(deadline.rule, At) and deadline.rule.length.unit == "year"


def other_reading_words(library: Library, row: Dated) -> str:
    """Return what is said where a rule can be read in two ways that give two days; else an empty text."""
    if row.other_reading is None:
        return ""
    second = row.deadline.second_reading or row.other_reading.second_reading
    counted = regime_of(library, row.other_reading)
    said = (_FORMS.two_readings if row.other else _FORMS.two_readings_one_day).format(
        why=sentences.sentence(second.why if second else ""),
        rule=sentences.rule(library, row.other_reading),
        counted=counted.name or counted.id,
        day=sentences.short_day(row.other) if row.other else "",
        year=row.other_withheld,
        which=_HEADS.earlier if row.due else _HEADS.later,
    )
    return f"{_HEADS.two_readings} {said}"


def other_rule_words(library: Library, deadline: Deadline) -> str:
    """Return how a deadline's rule can be read in another way, without a date; empty where there is one reading."""
    second, other = deadline.second_reading, deadline.read_otherwise
    if second is None or other is None:
        return ""
    rule = sentences.rule(library, other)
    counted = regime_of(library, other)
    same = rule == sentences.rule(library, deadline)
    return sentences.fill(
        _OWN.other_counting if same else _OWN.other_rule,
        rule=rule,
        counted=counted.name or counted.id,
        why=sentences.sentence(second.why),
        which=_HEADS.later if deadline.rule.earliest else _HEADS.earlier,
    )


def days(out: tuple[date, ...]) -> str:
    """Return days left out, months named once: ``25 and 28 December 2026 and 1 January 2027``."""
    groups: dict[tuple[int, int], list[int]] = {}
    for day in out:
        groups.setdefault((day.year, day.month), []).append(day.day)
    return sentences.listed(
        [
            f"{sentences.listed([str(number) for number in numbers])} {sentences.month(date(year, month, 1))}"
            for (year, month), numbers in groups.items()
        ]
    )


def as_data(library: Library, row: Dated, on: date) -> dict[str, Any]:
    """Return one deadline as the contract says, dates in ISO form. ``on`` is the day its law is judged on."""

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
        "force": force_on(row.deadline, on),
        "in_force": in_force_words(row.deadline, on),
        "rule": sentences.rule(library, row.deadline) or row.deadline.text or "",
        "other_reading": iso(row.other),
        "follows": iso(row.follows),
        "precedes": iso(row.precedes),
        "crossed": row.crossed,
        "left_out": [day.isoformat() for day in row.left_out],
        "withheld": row.withheld,
        "missing": list(row.missing),
        "because": because(library, row),
    }


def when(row: Dated) -> str:
    """Return when, in words: ``not before Sun 3 Jan 2027, by Wed 13 Jan 2027``; an empty text where there is none.

    Where no day can be, the words say why.
    """
    forms = SAYS.parts.when

    def said(day: date, about: bool = row.estimated) -> str:
        named = sentences.short_day(day)
        return sentences.fill(forms.about, day=named) if about else named

    if row.actual:
        return sentences.fill(SAYS.dates.files.held, day=sentences.short_day(row.actual))
    if row.crossed:
        assert row.follows is not None and row.precedes is not None
        after, before = said(row.follows), said(row.precedes, row.estimated_ends[1])
        return sentences.fill(forms.crossed, after=after, before=before)
    parts = [forms.not_before.format(day=said(row.not_before))] if row.not_before else []
    parts += [forms.by.format(day=said(row.due))] if row.due else []
    if row.follows and not row.apart:
        after = forms.after_latest if row.estimated_ends[0] else forms.after
        parts.append(after.format(day=sentences.short_day(row.follows)))
    if row.precedes:
        before = forms.before_latest if row.estimated_ends[1] else forms.before
        parts.append(before.format(day=sentences.short_day(row.precedes)))
    return ", ".join(parts) or (_OWN.not_published if row.withheld else "")
