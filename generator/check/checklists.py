"""Checklists: guards over their own questions, days that are deadlines, papers that are items."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.check.guards import check_guard
from generator.errors import Problem, did_you_mean
from generator.model import Library
from generator.model.address import resolve
from generator.model.checklist import Checklist, Item
from generator.model.deadline import Deadline
from generator.model.tree import Outcome


def check_checklists(library: Library) -> Iterator[Problem]:
    """Report guards that look at nothing, days that are no deadlines, and papers that are no items."""
    for checklist in library.checklist.values():
        for item in checklist.items:
            if item.applies is not None:
                yield from check_guard(item.applies, checklist.questions)
            yield from _days(library, item)
        yield from _papers(checklist)
    for tree in library.tree.values():
        for outcome in tree.outcomes.values():
            yield from _known_answers(library, outcome)


def _known_answers(library: Library, outcome: Outcome) -> Iterator[Problem]:
    """Report what an outcome says of its checklist's questions that these do not have."""
    checklist = library.checklist.get(outcome.checklist or "")
    if checklist is None:
        return
    for name, answer in outcome.answers.items():
        place = outcome.key_place("answers", name)
        if name not in checklist.questions:
            said = f"the checklist '{checklist.id}' has no question '{name}'"
            yield Problem(place, rules.UNKNOWN_QUESTION, said, did_you_mean(name, checklist.questions))
        elif answer not in checklist.questions[name].labels():
            labels = checklist.questions[name].labels()
            said = f"the question '{name}' has no answer '{answer}'"
            yield Problem(
                place, rules.UNKNOWN_REFERENCE, said, did_you_mean(answer, labels) or "it has: " + ", ".join(labels)
            )


def _days(library: Library, item: Item) -> Iterator[Problem]:
    for key in ("due", "records"):
        address = getattr(item, key)
        if address is None:
            continue
        if address.kind != "timeline" or not address.path:
            yield Problem(
                item.place(key), rules.BAD_ADDRESS, f"'{key}' should name a deadline", "write timeline/id#deadline"
            )
            continue
        found = resolve(library, address)
        if found is not None and not isinstance(found, Deadline):
            message = f"'{address}' is not a deadline but a question of that timeline"
            yield Problem(item.place(key), rules.BAD_ADDRESS, message, "name one of its deadlines")
        elif key == "records" and found is not None and not found.record:
            hint = f"add 'record: true' to '{found.id}'"
            yield Problem(item.place(key), rules.NOT_RECORDED, f"no real day is ever given for '{found.id}'", hint)


def _papers(checklist: Checklist) -> Iterator[Problem]:
    if checklist.meeting is None:
        return
    known = {item.id for item in checklist.items}
    for number, paper in enumerate(checklist.meeting.papers):
        if paper not in known:
            yield Problem(
                checklist.meeting.place("papers", number),
                rules.UNKNOWN_REFERENCE,
                f"there is no item '{paper}' in this checklist",
                did_you_mean(paper, known),
            )
