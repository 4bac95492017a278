"""A checklist → plain data for the browser: its items, its questions, and the dates its deadlines are counted from."""

from __future__ import annotations

from generator.compile.data import shapes
from generator.compile.data.in_force import standings_data
from generator.compile.data.timeline import rules_data
from generator.compile.data.tree import form_date, form_question, guard_data
from generator.compile.words.binding import own_practice
from generator.model import Library
from generator.model.checklist import Checklist, Item
from generator.model.event import short_event
from generator.model.same import Held
from generator.reason.calendars import Calendar


def checklist_data(library: Library, checklist: Checklist, calendar: Calendar) -> shapes.Checklist:
    """Return what the browser needs to tick, filter, date and keep a checklist."""
    named = dict.fromkeys(a.path[0] for item in checklist.items for a in (item.due, item.records) if a)
    rules = rules_data(library, named, calendar, Held([checklist]))
    deadlines = library.deadlines
    rests_on = {short_event(e) for name in rules["rules"]["deadlines"] for e in deadlines[name].events}
    return {
        "id": checklist.id,
        "title": checklist.title,
        "version": checklist.version or "",
        "sections": [{"id": s.id, "title": s.title, "items": [i.id for i in s.items]} for s in checklist.sections],
        "items": {item.id: _item(library, item) for item in checklist.items},
        "questions": {name: form_question(question) for name, question in checklist.questions.items()},
        "dates": {name: form_date(shared) for name, shared in library.date.items() if name in rests_on},
        **rules,
    }


def _item(library: Library, item: Item) -> shapes.Item:
    made: shapes.Item = {"text": item.text, "force": item.force}
    if (required := own_practice(library, item)) is not None:
        made["own"] = required
    if role := library.role.get(item.who or ""):
        made["who"] = role.name
    if item.due:
        made["due"] = item.due.path[0]
    if item.records:
        made["records"] = item.records.path[0]
    if guard := guard_data(item.applies):
        made["applies"] = guard
    if item.in_force:
        made["in_force"] = standings_data(item)
    return made
