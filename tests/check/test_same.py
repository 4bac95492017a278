"""Answers pass from one aid to another exactly along ``same_as``: over all the content, and in a table of cases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import combinations
from typing import Any

import pytest

from generator.check.same import _difference
from generator.compile.data import shapes
from generator.compile.data.checklist import checklist_data
from generator.compile.data.timeline import timelines_data
from generator.model import Library
from generator.model.checklist import Checklist
from generator.model.guard import Conditions
from generator.model.local.localise import views_of
from generator.model.question import Question
from generator.model.same import Held, passes
from generator.model.statement import Address, parse_address
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.reason.calendars import england_and_wales

CALENDAR = england_and_wales()
YES_NO = {"yes": {"label": "Yes"}, "no": {"label": "No"}}


@pytest.fixture(scope="module")
def views(library: Library) -> list[Library]:
    return [library, *views_of(library)]


def same(kind: str, aid: Tree | Timeline | Checklist, name: str) -> str:
    """What a question is the same as, straight from its key; nothing of the program's own reading of it."""
    return str(getattr(aid.questions[name], "same_as", None) or f"{kind}/{aid.id}#{name}")


def looked_at(guard: Conditions | None) -> Iterator[str]:
    """The questions a guard looks at, in order."""
    if guard is not None:
        yield from guard.tests
        for inner in (*guard.any_, guard.not_):
            yield from looked_at(inner)


def names_in(data: shapes.Guard | None) -> Iterator[str]:
    """The answers that a guard in the page's data looks at, in order."""
    if data is not None:
        yield from data["tests"]
        for inner in (*data["any"], data["not"]):
            yield from names_in(inner)


def guards(library: Library, data: shapes.Counted) -> Iterator[tuple[Timeline, str, str]]:
    """Each question that a page's rules look at: its timeline, its id, and the name of the answer there."""
    for timeline in library.timeline.values():
        for deadline in timeline.deadlines:
            found = data["rules"]["deadlines"].get(deadline.id)
            for each in (found, found.get("second")) if found else ():
                if each is None:
                    continue
                pairs = zip(looked_at(deadline.applies), names_in(each.get("applies")), strict=True)
                yield from ((timeline, name, held) for name, held in pairs)


def test_an_answer_passes_from_a_list_to_a_timeline_exactly_where_one_is_the_same_as_the_other(
    views: list[Library],
) -> None:
    seen = 0
    for view in views:
        for checklist in view.checklist.values():
            asked = {same("checklist", checklist, name): name for name in checklist.questions}
            for timeline, name, held in guards(view, checklist_data(view, checklist, CALENDAR)):
                passes = held if held in checklist.questions else None
                assert passes == asked.get(same("timeline", timeline, name)), f"{checklist.id} → {timeline.id}#{name}"
                seen += 1
    assert seen > 100


def test_timelines_together_share_an_answer_exactly_where_their_questions_are_the_same(views: list[Library]) -> None:
    for view in views:
        data = timelines_data(view, view.timeline.values(), CALENDAR)
        held = {
            (timeline["id"], name): question.get("as", name)
            for timeline in data["timelines"]
            for name, question in timeline["questions"].items()
        }
        for (one, first), (other, second) in combinations(held, 2):
            shared = held[one, first] == held[other, second]
            there = same("timeline", view.timeline[one], first), same("timeline", view.timeline[other], second)
            assert shared == (there[0] == there[1]), f"{one}#{first} and {other}#{second}"
        for timeline, name, answer in guards(view, data):
            assert answer == held[timeline.id, name]


def test_a_guide_hands_on_exactly_the_answers_to_the_same_questions(
    views: list[Library], compiled: dict[str, bytes]
) -> None:
    national = views[0]
    for tree in national.tree.values():
        asked = {same("tree", tree, name): name for name in tree.questions}
        wanted = []
        for kind in ("checklist", "timeline"):
            for aid in dict.fromkeys(filter(None, (getattr(outcome, kind) for outcome in tree.outcomes.values()))):
                opened = national.of_kind(kind)[aid]
                questions = {name: same(kind, opened, name) for name in opened.questions}
                wanted.append({name: asked[other] for name, other in questions.items() if other in asked})
        page = compiled[f"decision-guides/{tree.id}.md"].decode()
        told = [json.loads(unescape(found)) for found in re.findall('data-passes="([^"]*)"', page)]
        assert told == [passed for passed in wanted if passed]


def test_the_dates_of_all_authorities_share_an_answer_exactly_where_the_questions_are_the_same(
    views: list[Library], compiled_views: dict[str, bytes]
) -> None:
    page = compiled_views["authorities/dates.md"].decode()
    found = re.search(r"<script [^>]*data-views>(.*?)</script>", page, re.S)
    assert found
    held = set()
    for view, data in zip(views, json.loads(found[1])["views"], strict=True):
        for timeline in data["timelines"]:
            for name, question in timeline["questions"].items():
                there = same("timeline", view.timeline[timeline["id"]], name)
                held.add((question.get("as", name), there))
    assert len(held) == len({name for name, _ in held}) == len({there for _, there in held}) > 2


# ---- a table of cases --------------------------------------------------------------------------------------------


def asking(name: str, **same_as: str | None) -> Timeline:
    """A timeline with questions alone, each with what it is the same as."""
    questions = {
        question.replace("_", "-"): Question(ask="?", answers=YES_NO, same_as=parse_address(other) if other else None)
        for question, other in same_as.items()
    }
    return Timeline(id=name, title=name, questions=questions, deadlines=())


@pytest.mark.parametrize(
    ("timelines", "names"),
    [
        pytest.param([asking("a", x=None, y=None)], [{"x": "x", "y": "y"}], id="alone"),
        pytest.param([asking("a", x=None), asking("b", y=None)], [{"x": "x"}, {"y": "y"}], id="two ids"),
        pytest.param([asking("a", x=None), asking("b", x=None)], [{"x": "a/x"}, {"x": "b/x"}], id="one id"),
        pytest.param([asking("a", x=None), asking("b", x="timeline/a#x")], [{"x": "x"}, {"x": "x"}], id="the same"),
        pytest.param([asking("b", x="timeline/a#x"), asking("a", x=None)], [{"x": "x"}, {"x": "x"}], id="said first"),
        pytest.param([asking("a", x=None), asking("b", y="timeline/a#x")], [{"x": "x"}, {"y": "x"}], id="other ids"),
        pytest.param([asking("a", x="tree/t#q"), asking("b", x="tree/t#q")], [{"x": "x"}, {"x": "x"}], id="by a third"),
        pytest.param(
            [asking("a", x="tree/t#q"), asking("b", x="tree/t#r")], [{"x": "a/x"}, {"x": "b/x"}], id="two thirds"
        ),
        pytest.param(
            [asking("a", x=None), asking("b", x=None), asking("c", x="timeline/a#x")],
            [{"x": "a/x"}, {"x": "b/x"}, {"x": "a/x"}],
            id="two of three",
        ),
        pytest.param(
            [asking("a", x=None), asking("b", y="timeline/a#x"), asking("c", y=None)],
            [{"x": "x"}, {"y": "x"}, {"y": "c/y"}],
            id="one id of a shared answer",
        ),
    ],
)
def test_a_page_holds_one_answer_for_questions_that_are_the_same(
    timelines: list[Timeline], names: list[dict[str, str]]
) -> None:
    held = Held(timelines)
    assert [held.names(timeline) for timeline in timelines] == names
    for one, named in zip(timelines, names, strict=True):
        for other, there in zip(timelines, names, strict=True):
            assert passes(one, other) == {
                name: next(own for own in named if named[own] == answer)
                for name, answer in there.items()
                if answer in named.values()
            }


def test_what_a_page_does_not_ask_is_never_given() -> None:
    held = Held([asking("a", x=None, y="timeline/b#y")])
    assert held.names(asking("b", x=None, y=None, z="timeline/a#x")) == {"x": "b/x", "y": "y", "z": "x"}


NUMBER = {"unit": "years", "min": "0", "max": "9"}
BANDS = [{"id": "low", "label": "Low", "below": "3"}, {"id": "high", "label": "High", "from": "3"}]
AGE: dict[str, object] = {"number": NUMBER, "bands": BANDS}
ALL = {"id": "all", "label": "All", "from": "1 day", "below": "9 years"}
SINCE: dict[str, object] = {"elapsed": {"date": "birth"}, "bands": [ALL]}
MANY: dict[str, object] = {"choose": "many", "answers": YES_NO}


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"answers": YES_NO}, {"answers": dict(reversed(YES_NO.items()))}, ""),
        ({"answers": YES_NO}, {"answers": {**YES_NO, "no": {"label": "Never"}}}, "words of the answers"),
        ({"answers": YES_NO}, MANY, "kind of question"),
        ({"answers": YES_NO}, {"answers": {"yes": {"label": "Yes"}}}, "answers"),
        ({"answers": YES_NO}, {"answers": YES_NO, "unsure": {"label": "I am not sure"}}, "answers"),
        (MANY, MANY, ""),
        (MANY, {**MANY, "answers": {**YES_NO, "no": {"label": "No", "alone": "true"}}}, "lone answers"),
        (AGE, AGE, ""),
        (AGE, {**AGE, "number": {**NUMBER, "max": "8"}}, "number"),
        (AGE, {**AGE, "number": {**NUMBER, "unit": "months"}}, "number"),
        (AGE, {**AGE, "bands": BANDS[:1]}, "answers"),
        (AGE, {**AGE, "bands": [BANDS[0], {**BANDS[1], "from": "4"}]}, "span of 'high'"),
        (
            {**AGE, "bands": [*BANDS, {"id": "unsure", "label": "?", "from": "9"}]},
            {**AGE, "unsure": {"label": "?"}},
            "span of 'unsure'",
        ),
        (AGE, SINCE, "kind of question"),
        (SINCE, SINCE, ""),
        (SINCE, {**SINCE, "elapsed": {"date": "birth", "until": "joined"}}, "time"),
        (SINCE, {**SINCE, "bands": [{**ALL, "below": "8 years"}]}, "span of 'all'"),
    ],
)
def test_the_first_thing_in_which_two_questions_differ_is_named(
    one: dict[str, Any], other: dict[str, Any], said: str
) -> None:
    questions = [Question.model_validate({"ask": "?", **given}) for given in (one, other)]
    for here, there in (questions, questions[::-1]):
        found = list(_difference(here, there, Address("tree", "x", ("y",))))
        assert [rule.id for rule, *_ in found] == (["answers-differ"] if said else [])
        assert all(words.startswith(f"not the same {said} as 'tree/x#y': here ") for _, words, _ in found)
