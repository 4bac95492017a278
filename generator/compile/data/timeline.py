"""A timeline → plain data for the browser's calculator: its deadlines and all they rest on, regimes, bank holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import assert_never

from generator.compile.data import rule_shapes, shapes
from generator.compile.data.in_force import standings_data
from generator.compile.data.tree import form_date, form_question, guard_data
from generator.compile.words import citations, sentences
from generator.compile.words.binding import own_practice
from generator.model import Library
from generator.model.case import Case
from generator.model.day_rules import At, Beginning, DayRule, Every, Gap, NotBefore, NumberedDays, Order, Within
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
    wanted = library.rests_on(names)
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
    data: shapes.Deadline = {
        "id": d.id,
        "title": d.name,
        "rule": _rule(library, d.rule),
        "words": sentences.rule(library, d) or d.text or "",
        "force": d.force,
        "counting": regime_of(library, d).id,
        "record": d.record,
        "documented": d.documented,
    }
    if (required := own_practice(library, d)) is not None:
        data["own"] = required
    if d.serves:
        data["serves"] = d.serves
    if guard := guard_data(d.applies, answers):
        data["applies"] = guard
    if role := library.role.get(d.who or ""):
        data["who"] = role.name
    if source := citations.all_words(library, d.cite):
        data["source"] = source
    if d.if_missed:
        data["missed"] = d.if_missed
    if d.in_force:
        data["in_force"] = standings_data(d)
    return data


def _rule(library: Library, rule: DayRule) -> rule_shapes.DayRule:
    match rule:
        case Within(length, of):
            return rule_shapes.Within(kind="within", length=_length(length), of=_anchor(of))
        case Beginning(length, of):
            return rule_shapes.Beginning(kind="beginning", length=_length(length), start=_anchor(of))
        case Every(length, after, until, times):
            return rule_shapes.Every(
                kind="every",
                length=_length(length),
                after=_anchor(after),
                until=_anchor(until) if until else None,
                times=times,
            )
        case NumberedDays(first, last, day_1):
            return rule_shapes.NumberedDays(kind="numbered-days", first=first, last=last, day_1=day_1)
        case NotBefore(length, of):
            return rule_shapes.NotBefore(kind="not-before", length=_length(length), of=_anchor(of))
        case At(length, of):
            return rule_shapes.At(kind="at", length=_length(length), of=_anchor(of))
        case Gap(at_least=least, at_most=most, other=other, forward=forward):
            return rule_shapes.Gap(
                kind="gap",
                other=other,
                words=sentences.event(library, other),
                forward=forward,
                at_least=_length(least) if least else None,
                at_most=_length(most) if most else None,
            )
        case Order(after, before):
            return rule_shapes.Order(kind="order", after=_anchor(after) if after else None, before=before)
        case unknown:
            assert_never(unknown)


def _regime(regime: CountingRegime) -> shapes.Regime:
    return {
        "name": regime.name or regime.id,
        "explains": regime.explains or "",
        "clear_days": regime.clear_days,
        "short": regime.short_period.at_most.count if regime.short_period else 0,
        "roll": regime.roll == "next-business-day",
        "business": regime.business,
    }


def _length(length: Duration) -> rule_shapes.Length:
    return length.count, length.unit


def _anchor(of: EventOf) -> rule_shapes.EventOf:
    if of.event:
        return {"event": of.event}
    return {"later_of": list(of.later_of)} if of.later_of else {"earlier_of": list(of.earlier_of)}
