"""An authority's answers and its view agree: a changed answer is reported once, with all that contradicts it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from generator import rules
from generator.check.answers import check_own_answers
from generator.errors import Place
from generator.model import Library, load
from generator.model.address import resolve, walk_models
from generator.model.answer import Ages, Attendee, PlaceInOrder, TypedAnswer
from generator.model.authority import Authority, Practice
from generator.model.base import Model
from generator.model.deadline import Deadline
from generator.model.kinds import KINDS
from generator.model.local.localise import localise
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


def stating(local: Library, topic: str) -> Iterator[Place]:
    """Give where anything in a view says something of a topic, found by its words in the model alone."""
    for kind in KINDS:
        if kind.name in ("site", "authority", "topic"):
            continue
        for thing in local.of_kind(kind.name).values():
            for piece in {id(owner): owner for owner, _, _ in walk_models(thing)}.values():
                counts = isinstance(piece, Deadline) and piece.topic == topic
                if counts or topic in getattr(piece, "states", {}):
                    yield piece.place()


def answers() -> Iterator[Changed]:
    for authority in content().authority.values():
        local = localise(content(), authority)[0]
        for practice in authority.practice:
            answered = practice.answer is not None and not practice.answer.without
            if not (answered or practice.deadline) or content().topic[practice.topic].answer == "text":
                continue
            named = {piece.place() for a in practice.national if isinstance(piece := resolve(local, a), Model)}
            assert len(named) == len(practice.national)
            places = tuple(place for place in stating(local, practice.topic) if place not in named)
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
    assert f"'{case.practice.id}' answers '{case.practice.topic}'" in found[0].message
    assert found[0].place.file == f"content/authorities/{case.authority.id}/authority.yml"
    for place in case.places:
        assert str(place) in found[0].message


def test_nothing_contradicts_the_answers_as_they_stand() -> None:
    for authority in content().authority.values():
        local = localise(content(), authority)[0]
        assert list(check_own_answers(local, authority)) == []


def test_every_authority_answers_every_topic() -> None:
    for authority in content().authority.values():
        assert {practice.topic for practice in authority.practice} == set(content().topic), authority.id
