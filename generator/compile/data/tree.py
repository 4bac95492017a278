"""Trees → plain data for the browser's twin of the reasoner, and for use elsewhere (``pathways export``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, assert_never, cast

from generator.compile.data import shapes
from generator.compile.data.in_force import standings_data
from generator.model.guard import Conditions, Test
from generator.model.lists import SharedDate
from generator.model.measure import Duration
from generator.model.question import Answer, Band, Question, Routes
from generator.model.tree import Outcome, Tree
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks
from generator.reason.regions import TODAY, Region, regions_of


def tree_data(tree: Tree) -> shapes.Tree:
    """Return a tree as data: questions with their ways on, guards as data, and the regions of every answer."""
    regions = regions_of(tree)
    return {
        "id": tree.id,
        "title": tree.title,
        "start": tree.start,
        "regionsToday": TODAY.isoformat(),
        "questions": {name: question_data(question, regions[name]) for name, question in tree.questions.items()},
        "outcomes": {name: _outcome(outcome) for name, outcome in tree.outcomes.items()},
    }


def question_data(question: Question, regions: Sequence[Region] = ()) -> shapes.Question:
    """Return a question as data, with the regions of its answers where they are known."""
    asked = asks(question)
    kind: Literal["one", "many", "number", "elapsed"]
    number: shapes.Number | None = None
    elapsed: shapes.Elapsed | None = None
    match asked:
        case ChooseOne():
            kind = "one"
        case ChooseMany():
            kind = "many"
        case GiveNumber(number=it):
            kind, number = "number", {"unit": it.unit, "min": it.min, "max": it.max}
        case GiveDay(elapsed=it):
            kind, elapsed = "elapsed", {"date": it.date, "until": it.until}
        case _:
            assert_never(asked)
    return {
        "kind": kind,
        "ask": question.ask,
        "short": question.short or question.ask,
        "answers": {name: _answer(answer) for name, answer in question.answers.items()},
        "number": number,
        "elapsed": elapsed,
        "bands": [_band(band) for band in question.bands],
        "unsure": _answer(question.unsure) if question.unsure else None,
        "go": _routes(question.go),
        "untilSettled": question.until_settled,
        "regions": [{"given": region.given, "label": region.label} for region in regions],
    }


def form_date(shared: SharedDate) -> shapes.AskedDate:
    """Return a shared date as data for a form field, with what helps to give it."""
    return {"ask": shared.ask, "plain": shared.plain, "help": shared.help}


def form_question(question: Question) -> shapes.Question:
    """Return a question as data for a form field, with what helps to answer it (guides take that from their page)."""
    return {**question_data(question), "plain": question.plain, "help": question.help}


def _outcome(outcome: Outcome) -> shapes.Outcome:
    made: shapes.Outcome = {"title": outcome.title, "kind": outcome.kind}
    if outcome.in_force:
        made["in_force"] = standings_data(outcome)
    return made


def _answer(answer: Answer) -> shapes.Answer:
    if answer.alone:
        return {"label": answer.label, "alone": True, "go": _routes(answer.go)}
    return {"label": answer.label, "go": _routes(answer.go)}


def _band(band: Band) -> shapes.Band:
    return {"id": band.id, "label": band.label, **_bounds(band), "go": _routes(band.go)}


def _routes(routes: Routes | None) -> shapes.Routes | None:
    if routes is None:
        return None
    return {
        "exactlyOne": bool(routes.exactly_one),
        "routes": [{"go": route.go, "when": guard_data(route.when)} for route in routes.all],
    }


def guard_data(guard: Conditions | None, names: Mapping[str, str] = {}) -> shapes.Guard | None:
    """Return a guard as data (None stays None). ``names``: what the page calls the answers to questions it looks at."""
    if guard is None:
        return None
    return {
        "tests": {names.get(name, name): _test(test) for name, test in guard.tests.items()},
        "any": [made for inner in guard.any_ if (made := guard_data(inner, names))],
        "not": guard_data(guard.not_, names),
    }


def _test(test: Test) -> shapes.Test:
    if test.is_:
        return {"is": list(test.is_)}
    if test.has is not None:
        return {"has": test.has}
    return {"lacks": test.lacks} if test.lacks is not None else cast(shapes.Test, _bounds(test))  # has all its keys


def _bounds(bounds: Band | Test) -> shapes.Bounds:
    made: shapes.Bounds = {}
    if bounds.from_ is not None:
        made["from"] = _bound(bounds.from_)
    if bounds.below is not None:
        made["below"] = _bound(bounds.below)
    if bounds.up_to is not None:
        made["up_to"] = _bound(bounds.up_to)
    if bounds.over is not None:
        made["over"] = _bound(bounds.over)
    return made


def _bound(bound: int | Duration) -> shapes.Bound:
    return (bound.count, bound.unit) if isinstance(bound, Duration) else bound
