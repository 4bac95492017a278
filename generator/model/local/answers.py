"""What an authority's answers do to its view: its people come to the meetings, and what stays national is marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.model.address import resolve
from generator.model.authority import Authority, Practice
from generator.model.base import Model
from generator.model.checklist import Checklist, Item
from generator.model.deadline import Deadline
from generator.model.event import short_event
from generator.model.library import Library, Mark
from generator.model.statement import Address
from generator.model.timeline import Timeline

M = TypeVar("M", bound=Model)


def settle_answers(local: Library, authority: Authority) -> None:
    """Change ``local``, the content as an authority has it, as its answers to the topics ask."""
    gone: set[Address] = set()
    for name, timeline in local.timeline.items():
        kept = _own_practice(local, timeline, authority)
        gone |= {Address("timeline", name, (d.id,)) for d in timeline.deadlines if d not in kept.deadlines}
        local.timeline[name] = _in_place_of(local, timeline, kept)
    for name, checklist in local.checklist.items():
        own = _without(local, _own_people(local, checklist, authority), gone)
        local.checklist[name] = _in_place_of(local, checklist, own)
    for name, correction in list(local.correction.items()):
        # what was wrong stood on the page, though what it was about is left out of it here
        on = tuple(Address(about.kind, about.id) if about in gone else about for about in correction.on)
        if on != correction.on:
            local.correction[name] = correction.model_copy(update={"on": on})
    for practice in authority.practice:
        for address in practice.national:
            piece = resolve(local, address)
            if isinstance(piece, Model):
                local.mark(piece, Mark("national", "", practice.cite, answer=practice))


def _in_place_of(local: Library, before: M, after: M) -> M:
    """Return ``after``, marked as ``before`` was, whose place it takes."""
    if id(before) in local.marks:
        local.mark(after, local.marks[id(before)])
    return after


def _own_practice(local: Library, timeline: Timeline, authority: Authority) -> Timeline:
    """Return a timeline without what only procedures of others ask, and without the days that only that counted from:
    nobody here has to keep to it.
    """
    kept = tuple(
        deadline
        for deadline in timeline.deadlines
        if deadline.force != "practice"
        or authority.source is None
        or id(deadline) in local.marks
        or any(cited.source == authority.source for cited in deadline.cite)
    )
    if kept == timeline.deadlines:
        return timeline
    gone = _events(local, timeline.deadlines) - _events(local, kept)
    inputs = tuple(asked for asked in timeline.inputs if asked.date not in gone)
    return timeline.model_copy(update={"deadlines": kept, "inputs": inputs})


def _events(local: Library, deadlines: tuple[Deadline, ...]) -> set[str]:
    """Return every event that some deadlines rest on, and what those rest on in their turn."""
    known = local.deadlines
    names = local.rests_on(deadline.id for deadline in deadlines)
    return {short_event(event) for name in names for event in known[name].events}


def _without(local: Library, checklist: Checklist, gone: set[Address]) -> Checklist:
    """Return a checklist whose items wait for no deadline that is ``gone`` from this view."""
    if not any({item.due, item.records} & gone for item in checklist.items):
        return checklist
    sections = []
    for section in checklist.sections:
        items = tuple(_in_place_of(local, item, _undated(item, gone)) for item in section.items)
        sections.append(_in_place_of(local, section, section.model_copy(update={"items": items})))
    return checklist.model_copy(update={"sections": tuple(sections)})


def _undated(item: Item, gone: set[Address]) -> Item:
    lost = [key for key in ("due", "records") if getattr(item, key) in gone]
    return item.model_copy(update=dict.fromkeys(lost)) if lost else item


def _own_people(local: Library, checklist: Checklist, authority: Authority) -> Checklist:
    """Return a checklist whose meeting those come to whom the authority's own answer names."""
    meeting = checklist.meeting
    own = next(_people(authority, meeting.attendance if meeting else None), None)
    if meeting is None or own is None or own.answer is None or own.answer.people == meeting.attendees:
        return checklist
    held = meeting.model_copy(update={"attendees": own.answer.people})
    local.mark(held, Mark("own", own.text or "", own.cite))
    return checklist.model_copy(update={"meeting": held})


def _people(authority: Authority, topic: str | None) -> Iterator[Practice]:
    yield from (p for p in authority.practice if p.topic == topic and p.answer is not None and p.answer.people)
