"""Deadlines → an .ics file: all-day events with stable ids, alarms the reader chooses, nothing about anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.compile import citations
from generator.compile.working import SENTENCES, because, title_of
from generator.model import Library
from generator.model.timeline import Timeline
from generator.reason.dated import Dated


def calendar_file(
    library: Library, timeline: Timeline, rows: Sequence[Dated], *, stamp: date, alarm_days: Sequence[int] = ()
) -> bytes:
    """Return the dated rows that may apply as an iCalendar file. The same rows and ``stamp`` give the same bytes.

    ``stamp`` stands for the day the file was made; ``alarm_days`` asks for a reminder so many days before.
    """
    made = Calendar()
    made.add("prodid", "-//Permanence Pathways//Timeline//EN")
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
        event.add("summary", _title(library, row))
        event.add("description", _description(library, row))
        event.add("transp", "TRANSPARENT")
        for days in alarm_days:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", _title(library, row))
            alarm.add("trigger", timedelta(days=-days))
            event.add_component(alarm)
        made.add_component(event)
    return bytes(made.to_ical())


def _title(library: Library, row: Dated) -> str:
    kind = "not before" if row.due is None else "by"
    maybe = ", if it applies" if row.applies == "maybe" else ""
    estimate = ", estimate" if row.estimated else ""
    return f"{title_of(library, row)}: {kind} this day{estimate}{maybe}"


def _description(library: Library, row: Dated) -> str:
    """Return what is read on the day itself, away from the site: why it falls on it, and what that rests on."""
    source = citations.all_words(library, row.deadline.cite)
    return because(library, row) + (" " + SENTENCES["source"].format(source=source) if source else "")
