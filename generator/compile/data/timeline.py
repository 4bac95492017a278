"""A timeline → plain data for the browser's calculator: its deadlines and all they rest on, regimes, bank holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, assert_never, cast

from generator.compile.data import shapes
from generator.compile.data.in_force import standings_data
from generator.compile.data.tree import form_date, form_question, guard_data
from generator.compile.words import citations, sentences
from generator.model import Library
from generator.model.case import Case
from generator.model.day_rules import At, Beginning, Every, Gap, NotBefore, NumberedDays, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import EventOf, short_event
from generator.model.lists import CountingRegime
from generator.model.measure import Duration
from generator.model.question import Question
from generator.model.same import Held
from generator.model.timeline import Timeline
from generator.reason.calendars import Calendar
from generator.reason.counting import regime_of

_EPOCH = date(1970, 1, 1).toordinal()


def timelines_data(
    library: Library, timelines: Iterable[Timeline], calendar: Calendar, held: Held | None = None
) -> shapes.Timelines:
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


def rules_data(library: Library, names: Iterable[str], calendar: Calendar, held: Held) -> shapes.Counted:
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
            "deadlines": {name: _readings(library, deadlines[name], answers[name]) for name in wanted},
            "regimes": {name: _regime(regime) for name, regime in regimes.items()},
            "calendar": {
                "holidays": sorted(day.toordinal() - _EPOCH for day in calendar.holidays),
                "first": calendar.first,
                "last": calendar.last,
            },
        },
    }


def _timeline(library: Library, timeline: Timeline, held: Held) -> shapes.Timeline:
    names = held.names(timeline)
    return {
        "id": timeline.id,
        "title": timeline.title,
        "case": _case(timeline.case or library.site.case),
        "order": [deadline.id for deadline in timeline.deadlines],
        "inputs": [{"date": asked.date, "optional": asked.optional} for asked in timeline.inputs],
        "questions": {name: _question(question, name, names[name]) for name, question in timeline.questions.items()},
    }


def _question(question: Question, name: str, held_as: str) -> shapes.Question:
    made = form_question(question)
    if held_as != name:
        made["as"] = held_as
    return made


def _case(case: Case) -> shapes.Case:
    return {"one": case.one, "another": case.beside, "born": case.born}


def _readings(library: Library, d: Deadline, answers: Mapping[str, str]) -> shapes.Deadline:
    first = _deadline(library, d, answers)
    if d.second_reading is None or d.read_otherwise is None:
        return first
    second = _deadline(library, d.read_otherwise, answers)
    first["why_second"] = second["why_second"] = d.second_reading.why
    first["second"] = second
    return first


def _deadline(library: Library, d: Deadline, answers: Mapping[str, str]) -> shapes.Deadline:
    role = library.role.get(d.who or "")
    counted = _rule(library, d)  # its keys stand where they always stood, so that pages stay as they are
    data: dict[str, Any] = {
        "id": d.id,
        "title": d.name,
        "rule": sentences.rule(library, d) or d.text or "",
        "force": d.force,
        "counting": regime_of(library, d).id,
        "record": d.record,
        "documented": d.documented,
        **{key: counted.get(key) for key in ("of", "beginning_with", "after", "day_1", "until", "times")},
        "serves": d.serves,
        "applies": guard_data(d.applies, answers),
        "on_days": counted.get("on_days"),
        "who": role.name if role else None,
        "source": citations.all_words(library, d.cite) or None,
        "missed": d.if_missed,
        "in_force": standings_data(d) if d.in_force else None,
        **counted,
    }
    told = {name: value for name, value in data.items() if value is not None}
    return cast(shapes.Deadline, told)  # a test holds what pages carry to the shapes


def _rule(library: Library, deadline: Deadline) -> dict[str, Any]:
    match deadline.rule:
        case Within(length, of):
            return {"within": _length(length), "of": _anchor(of)}
        case Beginning(length, start):
            return {"within": _length(length), "beginning_with": _anchor(start)}
        case Every(length, after, until, times):
            return {"every": _length(length), "after": _anchor(after), "until": until, "times": times}
        case NumberedDays(first, last, day_1):
            return {"on_days": {"from": first, "to": last}, "day_1": day_1}
        case NotBefore(length, of):
            return {"not_before": _length(length), "of": _anchor(of)}
        case At(length, of):
            return {"at": _length(length), "of": _anchor(of)}
        case Gap() as gap:
            return {"gap": _gap(gap), "other_event": sentences.event(library, gap.other)}
        case Order(after):
            return {"after": _anchor(after) if after else None}
        case unknown:
            assert_never(unknown)


def _gap(gap: Gap) -> dict[str, Any]:
    lengths = {"at_least": gap.at_least, "at_most": gap.at_most}
    return {
        "from" if gap.forward else "to": gap.other,
        **{key: _length(length) for key, length in lengths.items() if length},
    }


def _regime(regime: CountingRegime) -> shapes.Regime:
    return {
        "name": regime.name or regime.id,
        "explains": regime.explains or "",
        "clear_days": regime.clear_days,
        "short": regime.short_period.at_most.count if regime.short_period else 0,
        "roll": regime.roll == "next-business-day",
        "business": regime.unit in ("business days", "working days"),
    }


def _length(length: Duration) -> shapes.Length:
    return length.count, length.unit


def _anchor(of: EventOf) -> shapes.EventOf:
    if of.event:
        return {"event": of.event}
    return {"later_of": list(of.later_of)} if of.later_of else {"earlier_of": list(of.earlier_of)}
