"""Deadlines → an .ics file: all-day events, alarms the reader chooses, nothing about anybody but a word of theirs.

A calendar takes an event for one it has where both have the same id. So an id is made of the deadline and of the
worker's own word for the case: a later file for that case updates its dates, and touches no other case.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from unicodedata import normalize
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event

from generator.compile.words import citations, sentences
from generator.compile.words.in_force import binds, in_force_words
from generator.compile.words.interface import SAYS
from generator.compile.words.working import because, rule_of, title_of
from generator.model import Library
from generator.reason.dated import Dated

_FORMS = SAYS.dates.files
_MORNING = timedelta(hours=9)  # when a reminder comes on its day
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)  # from when the minutes are counted by which a later file is told


def calendar_file(
    library: Library,
    rows: Sequence[Dated],
    *,
    moment: datetime,
    on: date,
    word: str = "",
    alarm_days: Sequence[int] = (),
) -> bytes:
    """Return the dated rows that may apply as an iCalendar file. The same arguments give the same bytes.

    ``moment`` is when the file is made, ``on`` the day on which it is judged what is in force. ``word`` is the worker's
    own for the case; without one no later file can update these dates, and each says so. ``alarm_days`` asks for a
    reminder in the morning so many days before. What was held stands on its real day, as done.
    """
    made = Calendar()
    made.add("prodid", _FORMS.made_by)
    made.add("version", "2.0")
    word = " ".join(normalize("NFC", word.encode(errors="ignore").decode()).split())
    case = quote(word.lower(), safe="!'()*") if word else str(round(moment.timestamp() * 1000))
    for row in rows:
        day = row.actual or row.due or row.not_before
        if day is None or row.applies == "no":
            continue
        title = _title(library, row, on)
        title = _FORMS.case.format(case=word, title=title) if word else title
        event = Event()
        event.add("uid", f"{row.id}.{case}@permanence-pathways")
        event.add("sequence", (moment - _FIRST) // timedelta(minutes=1))
        event.add("dtstamp", moment)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", title)
        told = _description(library, row, on)
        event.add("description", told if word else f"{told} {_FORMS.no_word}".strip())
        event.add("transp", "TRANSPARENT")
        for days in alarm_days if row.actual is None else ():
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", _MORNING - timedelta(days=days))
            event.add_component(alarm)
        made.add_component(event)
    return bytes(made.to_ical())


def _title(library: Library, row: Dated, on: date) -> str:
    if row.actual is not None:
        return str(_FORMS.done.format(title=title_of(library, row)))
    form = _FORMS.not_before if row.due is None else _FORMS.by
    parts = [
        form.format(title=title_of(library, row)),
        _FORMS.estimate if row.estimated else "",
        _FORMS.if_it_applies if row.applies == "maybe" else "",
        "" if binds(row.deadline, on) else sentences.lower_first(in_force_words(row.deadline, on)),
    ]
    return ", ".join(filter(None, parts))


def _description(library: Library, row: Dated, on: date) -> str:
    """Return what is read on the day itself, away from the site: why it falls on it, how it stands, its sources.

    Of what was held its rule alone stands there: the day is the real one.
    """
    source = citations.all_words(library, row.deadline.cite)
    told = SAYS.sentences.source.format(source=source) if source else ""
    why = rule_of(library, row) if row.actual else because(library, row)
    return " ".join(filter(None, (why, sentences.sentence(in_force_words(row.deadline, on)), told)))
