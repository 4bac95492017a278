"""A timeline → plain data for the browser's calculator: its deadlines and all they rest on, regimes, bank holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.compile.data.in_force import standings_data
from generator.compile.data.tree import form_date, form_question, guard_data
from generator.compile.words import citations, sentences
from generator.compile.words.working import SENTENCES
from generator.model import Library
from generator.model.case import Case
from generator.model.deadline import Deadline
from generator.model.event import EventOf, short_event
from generator.model.lists import CountingRegime
from generator.model.measure import Duration
from generator.model.same import Held
from generator.model.timeline import Timeline
from generator.reason.calendars import Calendar
from generator.reason.counting import regime_of

_EPOCH = date(1970, 1, 1).toordinal()


def timelines_data(
    library: Library, timelines: Iterable[Timeline], calendar: Calendar, held: Held | None = None
) -> dict[str, Any]:
    """Return what the browser needs to work out some timelines: nothing else is asked for while it counts.

    ``held``: the answers of the page, where it asks for more than these timelines.
    """
    timelines = list(timelines)
    held = held or Held(timelines)
    wanted = [d.id for timeline in timelines for d in timeline.deadlines]
    dates = dict.fromkeys(asked.date for timeline in timelines for asked in timeline.inputs)
    return {
        "timelines": [_timeline(library, timeline, held) for timeline in timelines],
        "case": _case(Case()),  # what one is called where timelines about different ones are chosen together
        "dates": {name: {**form_date(library.date[name]), "name": sentences.event(library, name)} for name in dates},
        **rules_data(library, wanted, calendar, held),
    }


def rules_data(library: Library, names: Iterable[str], calendar: Calendar, held: Held) -> dict[str, Any]:
    """Return the rules of some deadlines and of all they rest on: events in words, counting, bank holidays.

    Whether a deadline applies is told from the answers that the page holds.
    """
    deadlines = library.deadlines
    answers = {d.id: held.names(timeline) for timeline in library.timeline.values() for d in timeline.deadlines}
    wanted = list(dict.fromkeys(names))
    for name in wanted:
        wanted += [e for e in map(short_event, deadlines[name].events) if e in deadlines and e not in wanted]
    named = {short_event(event) for name in wanted for event in deadlines[name].events}
    readings = [reading for name in wanted for reading in deadlines[name].readings]
    regimes = {regime.id: regime for regime in (regime_of(library, reading) for reading in readings)}
    return {
        "events": {
            name: sentences.event(library, name) for name in [*(n for n in library.date if n in named), *wanted]
        },
        "rules": {
            "sentences": SENTENCES,
            "deadlines": {name: _readings(library, deadlines[name], answers[name]) for name in wanted},
            "regimes": {name: _regime(regime) for name, regime in regimes.items()},
            "calendar": {
                "holidays": sorted(day.toordinal() - _EPOCH for day in calendar.holidays),
                "first": calendar.first,
                "last": calendar.last,
            },
        },
    }


def _timeline(library: Library, timeline: Timeline, held: Held) -> dict[str, Any]:
    names = held.names(timeline)
    return {
        "id": timeline.id,
        "title": timeline.title,
        "case": _case(timeline.case or library.site.case),
        "order": [deadline.id for deadline in timeline.deadlines],
        "inputs": [{"date": asked.date, "optional": asked.optional} for asked in timeline.inputs],
        "questions": {
            name: {**form_question(question), **({"as": names[name]} if names[name] != name else {})}
            for name, question in timeline.questions.items()
        },
    }


def _case(case: Case) -> dict[str, str | None]:
    return {"one": case.one, "another": case.beside, "born": case.born}


def _readings(library: Library, d: Deadline, answers: Mapping[str, str]) -> dict[str, Any]:
    first = _deadline(library, d, answers)
    if d.second_reading is None or d.read_otherwise is None:
        return first
    why = {"why_second": d.second_reading.why}
    return {**first, **why, "second": {**_deadline(library, d.read_otherwise, answers), **why}}


def _deadline(library: Library, d: Deadline, answers: Mapping[str, str]) -> dict[str, Any]:
    role = library.role.get(d.who or "")
    data: dict[str, Any] = {
        "id": d.id,
        "title": d.name,
        "rule": sentences.rule(library, d) or d.text or "",
        "force": d.force,
        "counting": regime_of(library, d).id,
        "record": d.record,
        "documented": d.documented,
        "of": _anchor(d.of),
        "beginning_with": _anchor(d.beginning_with),
        "after": _anchor(d.after),
        "day_1": d.day_1,
        "until": d.until,
        "times": d.times,
        "serves": d.serves,
        "applies": guard_data(d.applies, answers),
        "on_days": {"from": d.on_days.from_, "to": d.on_days.to} if d.on_days else None,
        "who": role.name if role else None,
        "source": citations.all_words(library, d.cite) or None,
        "missed": d.if_missed,
        "in_force": standings_data(d) if d.in_force else None,
        **{name: _length(getattr(d, name)) for name in ("within", "every", "not_before", "at")},
    }
    if d.gap is not None:
        gap = {
            "from": d.gap.from_,
            "to": d.gap.to,
            "at_least": _length(d.gap.at_least),
            "at_most": _length(d.gap.at_most),
        }
        data["gap"] = {name: value for name, value in gap.items() if value is not None}
        data["other_event"] = sentences.event(library, d.gap.from_ or d.gap.to or "")
    return {name: value for name, value in data.items() if value is not None}


def _regime(regime: CountingRegime) -> dict[str, Any]:
    return {
        "name": regime.name or regime.id,
        "explains": regime.explains or "",
        "clear_days": regime.clear_days,
        "short": regime.short_period.at_most.count if regime.short_period else 0,
        "roll": regime.roll == "next-business-day",
        "business": regime.unit in ("business days", "working days"),
    }


def _length(length: Duration | None) -> list[Any] | None:
    return [length.count, length.unit] if length else None


def _anchor(of: EventOf | None) -> dict[str, Any] | None:
    if of is None:
        return None
    if of.event:
        return {"event": of.event}
    return {"later_of": list(of.later_of)} if of.later_of else {"earlier_of": list(of.earlier_of)}
