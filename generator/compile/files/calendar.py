"""Deadlines → an .ics file: all-day events with stable ids, alarms the reader chooses, nothing about anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.compile.words import citations, sentences
from generator.compile.words.in_force import binds, in_force_words
from generator.compile.words.interface import SAYS
from generator.compile.words.working import because, title_of
from generator.model import Library
from generator.model.timeline import Timeline
from generator.reason.dated import Dated

_FORMS = SAYS.dates.files


def calendar_file(
    library: Library, timeline: Timeline, rows: Sequence[Dated], *, stamp: date, alarm_days: Sequence[int] = ()
) -> bytes:
    """Return the dated rows that may apply as an iCalendar file. The same rows and ``stamp`` give the same bytes.

    ``stamp`` stands for the day the file was made, on which it is judged what is in force; ``alarm_days`` asks for a
    reminder so many days before.
    """
    made = Calendar()
    made.add("prodid", _FORMS.made_by)
    made.add("version", "2.0")
    for row in rows:
        day = row.due or row.not_before
        if day is None or row.applies == "no" or row.actual is not None:
            continue
        event = Event()
        event.add("uid", f"{row.id}@{timeline.id}.permanence-pathways")
        event.add("dtstamp", datetime.combine(stamp, time(0, 0)))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", _title(library, row, stamp))
        event.add("description", _description(library, row, stamp))
        event.add("transp", "TRANSPARENT")
        for days in alarm_days:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", _title(library, row, stamp))
            alarm.add("trigger", timedelta(days=-days))
            event.add_component(alarm)
        made.add_component(event)
    return bytes(made.to_ical())


def _title(library: Library, row: Dated, on: date) -> str:
    form = _FORMS.not_before if row.due is None else _FORMS.by
    parts = [
        form.format(title=title_of(library, row)),
        _FORMS.estimate if row.estimated else "",
        _FORMS.if_it_applies if row.applies == "maybe" else "",
        "" if binds(row.deadline, on) else sentences.lower_first(in_force_words(row.deadline, on)),
    ]
    return ", ".join(filter(None, parts))


def _description(library: Library, row: Dated, on: date) -> str:
    """Return what is read on the day itself, away from the site: why it falls on it, how it stands, its sources."""
    source = citations.all_words(library, row.deadline.cite)
    told = SAYS.sentences.source.format(source=source) if source else ""
    return " ".join(filter(None, (because(library, row), sentences.sentence(in_force_words(row.deadline, on)), told)))
