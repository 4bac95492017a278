"""Answers of an authority agree with all that its view says of the same topics, or the view marks what is national."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import rules
from generator.errors import Place, Problem, did_you_mean
from generator.model import Library
from generator.model.address import resolve, walk_models
from generator.model.answer import PlaceInOrder, TypedAnswer
from generator.model.authority import Authority, Practice
from generator.model.base import Model
from generator.model.checklist import Meeting
from generator.model.day_rules import Every, Order, Within
from generator.model.deadline import Deadline
from generator.model.event import short_event
from generator.model.kinds import KINDS

_WORDS = {"title", "text", "plain", "states"}  # keys of a statement in which it can say something of a topic
_Stated = tuple[Model, str, TypedAnswer]  # what says it, the topic, and what it says


def check_answers(library: Library) -> Iterator[Problem]:
    """Report what is stated of a topic in another kind of answer than the topic's, and events that are not there."""
    for piece, topic, answer in _stated(library):
        yield from _of_kind(library, piece, topic, answer, "states")
    for deadline in library.deadlines.values():
        wanted = library.topic.get(deadline.topic or "")
        if wanted is not None and _rule_of(deadline, wanted.answer) is None:
            said = f"'{wanted.id}' is answered with {_KINDS[wanted.answer]}, and the rule here has none"
            yield Problem(deadline.place("topic"), rules.BAD_ANSWER, said, "take it away, or name another topic")
    for checklist in library.checklist.values():
        meeting = checklist.meeting
        asked = library.topic.get(meeting.attendance or "") if meeting else None
        if meeting is not None and asked is not None and asked.answer != "people":
            said = f"'{asked.id}' is answered with {_KINDS[asked.answer]}, not with people"
            yield Problem(meeting.place("attendance"), rules.BAD_ANSWER, said, "name a topic about who comes")
    events = set(library.deadlines) | set(library.date)
    if library.partial & {"date", "timeline"}:
        return
    for thing in library.everything():
        if isinstance(thing, Authority) and thing is not library.seen_by:
            continue
        for owner, name, value in walk_models(thing):
            if isinstance(owner, PlaceInOrder) and isinstance(value, str) and short_event(value) not in events:
                said = f"there is no date or deadline '{value}'"
                yield Problem(owner.place(name), rules.UNKNOWN_EVENT, said, did_you_mean(value, events))


def check_own_answers(local: Library, authority: Authority) -> Iterator[Problem]:
    """Report each answer of an authority that is of the wrong kind, or that something in its view contradicts."""
    stated = list(_stated(local))
    bodies = {body.id for body in (*authority.teams, *authority.panels, *authority.meetings)} | set(local.role)
    for practice in authority.practice:
        if practice.answer is not None:
            yield from _of_kind(local, practice, practice.topic, practice.answer, "answer")
            for body in practice.answer.body:
                if body not in bodies and "role" not in local.partial:
                    said = f"there is no role, panel, team or meeting '{body}'"
                    hint = did_you_mean(body, bodies)
                    yield Problem(practice.place("answer", "body"), rules.BAD_ANSWER, said, hint)
    for topic in dict.fromkeys(practice.topic for practice in authority.practice):
        yield from _compared(local, authority, topic, stated)


def _compared(local: Library, authority: Authority, topic: str, stated: list[_Stated]) -> Iterator[Problem]:
    """Compare an authority's answers to a topic with what its view says of it, unless one is of the wrong kind.

    Where there are two, what agrees with one of them contradicts neither.
    """
    asked = local.topic.get(topic)
    answers = [(p, answer) for p in authority.practice if p.topic == topic and (answer := _own_answer(local, p))]
    if asked is None or not all(answer.without or answer.kind == asked.answer for _, answer in answers):
        return
    # where nothing is typed, the deadline is the answer itself
    own = [resolve(local, p.deadline) for p, _ in answers if p.deadline and p.answer is None]
    against = [
        (piece, said)
        for piece, about, said in stated
        if about == topic and all(piece is not each for each in own) and (said.without or said.kind == asked.answer)
    ]
    for practice, answer in answers[:1] if not any(p.national for p, _ in answers[1:]) else answers:
        others = [other for p, other in answers if p is not practice]
        left = [(piece, said) for piece, said in against if not any(other.agrees(said) for other in others)]
        yield from _contradicted(local, authority, practice, [answer, *others], left)


def _contradicted(
    local: Library,
    authority: Authority,
    practice: Practice,
    answers: list[TypedAnswer],
    stated: list[tuple[Model, TypedAnswer]],
) -> Iterator[Problem]:
    named = [resolve(local, address) for address in practice.national]
    answer = answers[0]

    def own(piece: Model) -> bool:
        return id(piece) in local.marks or _is_own(authority, piece.place())

    if None in named or not _known(local, answer):
        return  # reported as an address or an event that is not there
    otherwise = [p for p, said in stated if _known(local, said) and _clash(answer, said, own=own(p))]
    for number, (address, piece) in enumerate(zip(practice.national, named, strict=True)):
        if all(piece is not other for other in otherwise):
            told = f"'{address}' does not say otherwise than '{practice.id}'"
            place = practice.place("national", number)
            yield Problem(place, rules.MARKED_IN_VAIN, told, "take it away")
    left = [piece for piece in otherwise if all(piece is not marked for marked in named)]
    if left:
        places = tuple(_told_at(local, authority, practice.topic, piece) for piece in left)
        given = " and ".join(map(_words, answers))
        told = f"'{practice.id}' answers '{practice.topic}' with {given}, which is contradicted "
        told += "at one place" if len(places) == 1 else f"at {len(places)} places"
        key = "answer" if practice.answer is not None else "deadline"
        hint = _mend(authority, places)
        yield Problem(practice.place(key), rules.ANSWER_CONTRADICTED, told, hint, also=places)


def _told_at(local: Library, authority: Authority, topic: str, piece: Model) -> Place:
    """Return where the words are written that say something of a topic: in the authority's file, if it set them."""
    stated = topic in getattr(piece, "states", {})
    at = piece.key_place("states", topic) if stated else piece.place()
    for difference in authority.differences:
        told_here = not stated or _WORDS & {*(difference.set or {})}
        if not _is_own(authority, at) and difference.set and told_here and resolve(local, difference.on) is piece:
            at = difference.place("set")
    return at


def _mend(authority: Authority, places: tuple[Place, ...]) -> str:
    own = [_is_own(authority, place) for place in places]
    national = "name it under 'national' so that the page marks it"
    if all(own):
        return "the authority says both itself: put right the one that is wrong"
    if any(own):
        return f"put right what the authority says itself; of the rest write a difference for each place, or {national}"
    return f"write a difference for each place, or {national}"


def _is_own(authority: Authority, place: Place) -> bool:
    """Whether a place is in an authority's own files."""
    return place.file.startswith(f"content/authorities/{authority.id}/")


def _known(local: Library, answer: TypedAnswer) -> bool:
    """Whether every event of an answer exists."""
    events = [answer.event.before, answer.event.after] if answer.event else []
    return all(short_event(event) in (*local.deadlines, *local.date) for event in events if event)


def _clash(answer: TypedAnswer, stated: TypedAnswer, *, own: bool) -> bool:
    """Whether an answer is contradicted; one that says nothing only by what is the authority's ``own``. That a
    procedure is silent of one case contradicts no answer.
    """
    if stated.without in ("not-known", "silent"):
        return False
    if answer.without in ("not-known", "silent"):
        return own and stated.without != "none"
    if answer.without or stated.without:
        return answer.without != stated.without
    return not answer.agrees(stated)


def _of_kind(library: Library, piece: Model, topic: str, answer: TypedAnswer, key: str) -> Iterator[Problem]:
    wanted = library.topic.get(topic)
    if wanted is None or answer.without is not None or answer.kind == wanted.answer:
        return
    said = f"'{topic}' is answered with {_KINDS[wanted.answer]}, not with {_KINDS[answer.kind or 'text']}"
    hint = "take it away" if wanted.answer == "text" else f"write {wanted.answer}"
    yield Problem(piece.place(key), rules.BAD_ANSWER, said, hint)


_KINDS = {
    "length": "a length of time",
    "event": "a place in the order",
    "people": "people",
    "body": "who does it",
    "ages": "ages",
    "text": "a text",
}


def _own_answer(local: Library, practice: Practice) -> TypedAnswer | None:
    """Return what an answer comes down to: as it is written, or as its deadline has it."""
    if practice.answer is not None:
        return practice.answer
    deadline = resolve(local, practice.deadline) if practice.deadline else None
    topic = local.topic.get(practice.topic)
    return _rule_of(deadline, topic.answer) if isinstance(deadline, Deadline) and topic else None


def _rule_of(deadline: Deadline, kind: str) -> TypedAnswer | None:
    """Return what a deadline's rule says in a kind of answer; None where it holds nothing of that kind."""
    match kind, deadline.rule:
        case "length", Within(length) | Every(length):
            return TypedAnswer(length=length)
        case "event", Order(after, before) if before or (after and after.event):
            return TypedAnswer(event=PlaceInOrder(before=before, after=after.event if after else None))
        case _:
            return None


def _stated(library: Library) -> Iterator[_Stated]:
    """Give everything that says something of a topic: statements, deadlines by their rule, meetings by who comes, and
    the words of the authority whose view this is.

    Inside of what says that a procedure is silent of this case, nothing of that topic is the procedure's.
    """
    shelves = [library.of_kind(kind.name) for kind in KINDS if kind.name not in ("site", "authority", "topic")]
    things = [thing for shelf in shelves for thing in shelf.values()]
    for thing in [*things, library.seen_by] if library.seen_by else things:
        pieces = {id(owner): owner for owner, _, _ in walk_models(thing)}
        silent = {
            (inner, topic)
            for piece in pieces.values()
            for topic, said in getattr(piece, "states", {}).items()
            if said.without == "silent"
            for inner in {id(owner) for owner, _, _ in walk_models(piece)} - {id(piece)}
        }
        for piece in pieces.values():
            yield from ((piece, *said) for said in _said(library, piece) if (id(piece), said[0]) not in silent)


def _said(library: Library, piece: Any) -> Iterator[tuple[str, TypedAnswer]]:
    yield from getattr(piece, "states", {}).items()
    if isinstance(piece, Deadline):
        topic = library.topic.get(piece.topic or "")
        answer = _rule_of(piece, topic.answer) if topic else None
        if topic and answer:
            yield topic.id, answer
    elif isinstance(piece, Meeting):
        topic = library.topic.get(piece.attendance or "")
        if topic and topic.answer == "people" and piece.attendees:
            yield topic.id, TypedAnswer(people=piece.attendees)


def _words(answer: TypedAnswer) -> str:
    """Return an answer as it would be written."""
    if answer.without:
        return f"'{answer.without}'"
    if answer.event:
        ends = {"before": answer.event.before, "after": answer.event.after}
        return " and ".join(f"'{side} {event}'" for side, event in ends.items() if event)
    if answer.people:
        return ", ".join(f"'{who.role or who.name}'" for who in answer.people)
    if answer.ages:
        ages = answer.ages
        return f"'from {ages.from_}" + (f" below {ages.below}'" if ages.below is not None else "'")
    return f"'{answer.length}'" if answer.length else ", ".join(f"'{body}'" for body in answer.body)
