"""An authority's answers and its view agree: a changed answer is reported once, with all that contradicts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest

from generator import rules
from generator.check.answers import check_own_answers
from generator.errors import Place, Problem
from generator.model import Library, load
from generator.model.address import resolve, walk_models
from generator.model.answer import Ages, Attendee, PlaceInOrder, TypedAnswer
from generator.model.authority import Authority, Practice
from generator.model.base import Model
from generator.model.deadline import Deadline
from generator.model.kinds import KINDS
from generator.model.local.localise import localise
from generator.report import report
from support.paths import ROOT

OTHERS = {
    "length": TypedAnswer(length="99 days"),
    "event": TypedAnswer(event=PlaceInOrder(before="birth")),
    "people": TypedAnswer(people=(Attendee(name="Nobody"),)),
    "body": TypedAnswer(body=("nobody",)),
    "ages": TypedAnswer(ages=Ages(below=1)),
}


class Changed(NamedTuple):
    """One answer of an authority that something in its view states too, and the places that do."""

    authority: Authority
    practice: Practice
    places: tuple[Place, ...]


@cache
def content() -> Library:
    return load(ROOT)[0]


def with_answer(authority: Authority, practice: Practice, answer: TypedAnswer) -> Authority:
    changed = tuple(
        p.model_copy(update={"answer": answer, "deadline": None}) if p is practice else p for p in authority.practice
    )
    return authority.model_copy(update={"practice": changed})


def stating(local: Library, topic: str) -> Iterator[tuple[Model, Place]]:
    """Give where anything in a view says something of a topic, found by its words in the model alone: also the
    authority's own words, but nothing that stands inside what the procedure is said to be silent on.

    What an authority's difference set is said in the authority's own file.
    """
    assert local.seen_by is not None
    own = local.seen_by
    set_by = {id(resolve(local, d.on)): d.place("set") for d in own.differences if d.set and "text" in d.set}
    kinds = [kind.name for kind in KINDS if kind.name not in ("site", "authority", "topic")]
    for thing in [*(thing for kind in kinds for thing in local.of_kind(kind).values()), own]:
        pieces = {id(owner): owner for owner, _, _ in walk_models(thing)}
        silent = [piece for piece in pieces.values() if is_silent(getattr(piece, "states", {}).get(topic))]
        left_out = {id(inner) for piece in silent for inner, _, _ in walk_models(piece)}
        for piece in (piece for piece in pieces.values() if id(piece) not in left_out):
            states = topic in getattr(piece, "states", {})
            if states or (isinstance(piece, Deadline) and piece.topic == topic):
                at = piece.key_place("states", topic) if states else piece.place()
                yield piece, at if f"/{own.id}/" in at.file else set_by.get(id(piece), at)


def is_silent(said: TypedAnswer | None) -> bool:
    """Whether something says that the procedure is silent of its case."""
    return said is not None and said.without == "silent"


def answers() -> Iterator[Changed]:
    for authority in content().authority.values():
        local = localise(content(), authority)[0]
        for practice in authority.practice:
            answered = practice.answer is not None and not practice.answer.without
            if not (answered or practice.deadline) or content().topic[practice.topic].answer == "text":
                continue
            named = {id(piece) for a in practice.national if isinstance(piece := resolve(local, a), Model)}
            assert len(named) == len(practice.national)
            others = [
                (each.answer, resolve(local, each.deadline) if each.deadline else None)
                for each in authority.practice
                if each.topic == practice.topic and each is not practice
            ]
            lengths = {getattr(other, "within", None) for _, other in others} - {None}
            places = tuple(
                place
                for piece, place in stating(local, practice.topic)
                if id(piece) not in named
                and all(piece is not other for _, other in others)
                and not any(said.length in lengths for said in [*getattr(piece, "states", {}).values()])
            )
            if places:
                yield Changed(authority, practice, places)


CASES = list(answers())


def test_answers_of_most_kinds_are_stated_by_aids() -> None:
    kinds = {content().topic[case.practice.topic].answer for case in CASES}
    assert {"length", "event"} <= kinds
    assert len(CASES) >= 5


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.authority.id}: {case.practice.id}")
def test_a_changed_answer_is_reported_once_with_all_that_contradicts_it(case: Changed) -> None:
    answer = OTHERS[content().topic[case.practice.topic].answer]
    changed = with_answer(case.authority, case.practice, answer)
    local = localise(content(), changed)[0]
    found = [p for p in check_own_answers(local, changed) if p.rule == rules.ANSWER_CONTRADICTED]
    assert len(found) == 1
    first = next(p for p in case.authority.practice if p.topic == case.practice.topic)
    assert f"'{first.id}' answers '{case.practice.topic}'" in found[0].message
    assert found[0].place.file == f"content/authorities/{case.authority.id}/authority.yml"
    assert {*found[0].also} == {*case.places}
    printed = report(found, ROOT)
    for place in case.places:
        assert f"also: {place}\n" in printed
    folder = f"content/authorities/{case.authority.id}/"
    elsewhere = [place for place in case.places if not place.file.startswith(folder)]
    assert ("write a difference" in found[0].hint) == bool(elsewhere)


def test_many_places_are_all_told_in_every_form_of_the_report() -> None:
    places = tuple(Place("content/authorities/a-long-name/authority.yml", line) for line in range(1, 60))
    problem = Problem(places[0], rules.ANSWER_CONTRADICTED, "It is contradicted.", also=places)
    for style in ("text", "json", "github"):
        said = report([problem], ROOT, style)
        assert [str(place) for place in places if str(place) not in said.replace("%3A", ":")] == []
        assert "…" not in said


WRONG_KIND = {"length": "ages", "event": "length", "people": "length", "body": "length", "ages": "length"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.authority.id}: {case.practice.id}")
def test_an_answer_of_another_kind_is_told_once(case: Changed) -> None:
    answer = OTHERS[WRONG_KIND[content().topic[case.practice.topic].answer]]
    changed = with_answer(case.authority, case.practice, answer)
    found = list(check_own_answers(localise(content(), changed)[0], changed))
    assert [problem.rule for problem in found] == [rules.BAD_ANSWER]


MARKED = [
    (authority, practice)
    for authority in content().authority.values()
    for practice in authority.practice
    if practice.national
]


@pytest.mark.parametrize("marked", MARKED, ids=lambda marked: f"{marked[0].id}: {marked[1].id}")
def test_a_mark_that_is_not_needed_is_told_at_its_own_line(marked: tuple[Authority, Practice]) -> None:
    authority, practice = marked
    local = localise(content(), authority)[0]
    piece = resolve(local, practice.national[-1])
    answer = getattr(piece, "states", {})[practice.topic]  # what the last one marked says itself
    changed = with_answer(authority, practice, answer)
    found = check_own_answers(localise(content(), changed)[0], changed)
    vain = {problem.message: problem.place for problem in found if problem.rule == rules.MARKED_IN_VAIN}
    for number, address in enumerate(practice.national):
        told = f"'{address}' does not say otherwise than '{practice.id}'"
        assert told not in vain or vain[told] == practice.place("national", number)
    assert f"'{practice.national[-1]}' does not say otherwise than '{practice.id}'" in vain


def test_nothing_contradicts_the_answers_as_they_stand() -> None:
    for authority in content().authority.values():
        local = localise(content(), authority)[0]
        assert list(check_own_answers(local, authority)) == []


def test_every_authority_answers_every_topic() -> None:
    for authority in content().authority.values():
        assert {practice.topic for practice in authority.practice} == set(content().topic), authority.id


# ---- what an authority's own lists and guides repeat of its answers ----------------------------------------------


def without(answer: TypedAnswer, gone: str) -> TypedAnswer:
    kept = tuple(who for who in answer.people if gone not in (who.role, who.name))
    assert len(kept) == len(answer.people) - 1
    return answer.model_copy(update={"people": kept})


def coming(answer: TypedAnswer, who: str, when: str) -> TypedAnswer:
    changed = tuple(each.model_copy(update={"when": when}) if each.role == who else each for each in answer.people)
    assert changed != answer.people
    return answer.model_copy(update={"people": changed})


def chaired(body: str) -> TypedAnswer:
    return TypedAnswer(body=(body,))


REPEATED = [
    ("dudley", "who-comes", lambda a: without(a, "The permanence advisor"), "Invite the permanence advisor."),
    ("dudley", "who-comes", lambda a: without(a, "A representative of the Virtual School"), "should be represented"),
    ("authority-b", "who-comes", lambda a: without(a, "A nominated manager from the adoption team"), "home finder and"),
    ("north-london", "attendance", lambda a: without(a, "minute-taker"), "BSU takes the minutes."),
    ("north-london", "attendance", lambda a: coming(a, "adoption-social-worker", "If under 8"), "Invite Adopt London"),
    ("authority-a", "looked-after-manager-chairs", lambda a: chaired("team-manager"), "takes the chair."),
    ("authority-a", "looked-after-manager-chairs", lambda a: chaired("team-manager"), "scope: {ages"),  # its chapter
    ("authority-a", "all-looked-after-children", lambda a: TypedAnswer(ages=Ages(below=14)), "16 or 17 still needs"),
    ("authority-b", "all-looked-after-children", lambda a: TypedAnswer(ages=Ages(below=14)), "Being older is no"),
    ("dudley", "team-manager-chairs", lambda a: chaired("iro"), "Lighthouse Links, when: Where appropriate}"),
    ("dudley", "team-manager-chairs", lambda a: chaired("iro"), "meeting-chair: {body: [ppm-chair]}}"),
    ("dudley", "every-six-weeks", lambda a: TypedAnswer(length="8 weeks"), "    when: At least every six weeks"),
    (
        "dudley",
        "every-six-weeks",
        lambda a: TypedAnswer(length="8 weeks"),
        "    text: At least once in every six weeks",
    ),
    ("authority-b", "who-comes", lambda a: without(a, "family-finder"), "In this authority these people should come"),
    ("authority-b", "who-comes", lambda a: without(a, "family-finder"), "meeting-frequency: {length: 1"),  # its chapter
    ("north-london", "attendance", lambda a: without(a, "minute-taker"), "within: 7 working days"),
    ("north-london", "attendance", lambda a: without(a, "minute-taker"), "on: checklist/ppm-follow-up#draft-minutes"),
    ("north-london", "attendance", lambda a: without(a, "minute-taker"), "In this authority BSU takes the minutes"),
    ("north-london", "minutes-all", lambda a: TypedAnswer(length="8 working days"), "within 7 working days."),
    ("north-london", "minutes-adoption", lambda a: TypedAnswer(length="9 working days"), "within 10 working days."),
]


@pytest.mark.parametrize("name, answer, change, repeated", REPEATED)
def test_what_an_authoritys_own_lists_and_guides_repeat_is_compared(
    name: str, answer: str, change: Callable[[TypedAnswer], TypedAnswer], repeated: str
) -> None:
    authority = content().authority[name]
    practice = next(each for each in authority.practice if each.id == answer)
    changed = with_answer(authority, practice, change(practice.answer or TypedAnswer(without="none")))
    found = [p for p in check_own_answers(localise(content(), changed)[0], changed) if p.also]
    assert [f"answers '{practice.topic}'" in problem.message for problem in found] == [True]
    lines = {place: (ROOT / place.file).read_text("utf-8").splitlines() for place in found[0].also}
    assert any(repeated in "\n".join(text[max(0, at.line - 4) : at.line]) for at, text in lines.items())


CASES_IN_A_TABLE = "it depends on cases, which its words or table give; one answer would be too simple"
NOBODY = "nothing in any view says it of a case, so there is nothing that its silence could contradict"

# The answers that nothing is compared with, and why not. What is not here is compared.
UNCOMPARED = {
    "authority-a": {
        "every-child-to-panel": CASES_IN_A_TABLE,
        **dict.fromkeys(("unread-minutes-within", "unread-who-decides", "unread-family-finding"), NOBODY),
    },
    "authority-b": {
        "nominated-home-finder": CASES_IN_A_TABLE,
        **dict.fromkeys(("silent-meeting-chair", "silent-minutes-within", "silent-panel"), NOBODY),
        "agreed-in-planning-and-reviews": CASES_IN_A_TABLE,
    },
    "coventry": {
        "scope": CASES_IN_A_TABLE,
        "who-decides": CASES_IN_A_TABLE,
        "family-finding": CASES_IN_A_TABLE,
        **dict.fromkeys(("silent-meeting-chair", "silent-minutes-within", "silent-panel"), NOBODY),
        "silent-meeting-frequency": NOBODY,
    },
    "dudley": {
        "genogram-before-others": CASES_IN_A_TABLE,
        **dict.fromkeys(("silent-minutes-within", "silent-panel", "silent-who-decides"), NOBODY),
        "silent-first-meeting": NOBODY,
    },
    "north-london": {
        "scope": CASES_IN_A_TABLE,
        "meeting-frequency": CASES_IN_A_TABLE,
        "chair": CASES_IN_A_TABLE,
        "match-panel": "a table, which is proven to answer everybody once",
        "who-decides": CASES_IN_A_TABLE,
        "finding-a-family": "a table, which is proven to answer everybody once",
    },
}


@pytest.mark.parametrize("name", sorted(content().authority))
def test_an_answer_that_nothing_is_compared_with_is_listed_with_its_reason(name: str) -> None:
    authority = content().authority[name]
    local = localise(content(), authority)[0]
    alone = set()
    for practice in authority.practice:
        if content().topic[practice.topic].answer == "text":
            continue
        own = resolve(local, practice.deadline) if practice.deadline and practice.answer is None else None
        typed = practice.answer is not None or own is not None
        if not typed or all(piece is own for piece, _ in stating(local, practice.topic)):
            alone.add(practice.id)
    assert alone == set(UNCOMPARED[name])
