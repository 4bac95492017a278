"""Guides, dates, agendas and answers of the five authorities, held to what their procedures lead one to expect.

Proven of each row: the guide ends where it should and says there what was expected, the timeline gives that day, the
people and the agenda are those, the answer or the silence is that one; and where the procedure leaves a question open,
the site says so.

Proven of the rows: what one says of an outcome is said by no other outcome of that guide, and what it says of an answer
by hardly any other authority's answer to that topic. So an exchange is noticed.

Not proven: that the words mean what the procedure means. They stand in any order in what is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml

from generator.model import Library
from generator.model.address import resolve
from generator.model.answer import Attendee
from generator.model.authority import Finding, Practice
from generator.model.day_rules import Order
from generator.model.local.localise import views_of
from generator.model.statement import parse_address
from generator.model.tree import Outcome
from generator.reason.dated import Dated
from generator.reason.questions import read_all
from generator.reason.timeline import work_out
from generator.reason.walk import walk
from support.passages import plain
from support.paths import ROOT
from support.wanted import number_pattern, word_pattern

Row = dict[str, Any]
ROWS: list[Row] = yaml.safe_load((ROOT / "tests/conformance/expectations.yml").read_text("utf-8"))
TOLD = {"id", "authority", "situation", "question", "expect", "passage", "sure", "note"}
DONE = {"walks", "dates", "comes", "comes_not", "chairs", "agenda", "answers", "silent", "not_known", "reads", "open"}
MEETING = "ppm-preparation"
TODAY = date(2026, 3, 2)
SAID = ("title", "name", "when", "text", "help", "note", "why", "chair")


def with_key(*keys: str) -> pytest.MarkDecorator:
    """Return the mark that runs a test once for each row that has one of these keys."""
    rows = [row for row in ROWS if set(keys) & set(row)]
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


@pytest.fixture(scope="session")
def views(library: Library) -> dict[str, Library]:
    """The content as each authority has it."""
    return {view.seen_by.id: view for view in views_of(library) if view.seen_by}


def missing(wanted: Row, text: str) -> list[str]:
    """Return which of the words that have to be said are not, and which of those that must not be are."""
    said = plain(text)

    def found(entry: object) -> bool:
        words = str(entry)
        pattern = number_pattern(words) if words[0].isdigit() else word_pattern(words)
        return pattern.search(said) is not None

    return [
        *(str(entry) for entry in wanted.get("says", ()) if not found(entry)),
        *(f"not: {entry}" for entry in wanted.get("says_not", ()) if found(entry)),
    ]


def told(piece: object) -> str:
    """Return all that a piece of content says to staff, and an outcome with what to do next."""
    then = piece.then if isinstance(piece, Outcome) else ()
    own = [str(getattr(piece, key, None) or "") for key in SAID]
    return " / ".join([*filter(None, own), *getattr(piece, "members", ()), *map(told, then)])


# ---- the table itself ------------------------------------------------------------------------------------------------


def test_every_row_is_told_once_and_asks_something_of_the_site() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) > 150
    assert min(Counter(row["authority"] for row in ROWS).values()) > 15
    for row in ROWS:
        assert set(row) <= TOLD | DONE, row["id"]
        assert {"situation", "question", "expect", "passage"} <= set(row), row["id"]
        assert set(row) & DONE, row["id"]
        for wanted in [wanted for key in ("walks", "answers", "reads", "open") for wanted in row.get(key, ())]:
            assert wanted.get("says"), f"{row['id']} would hold whatever is said there"


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("sure") == "text is open"], ids=lambda row: row["id"])
def test_what_the_text_leaves_open_is_said_to_be_open(views: dict[str, Library], row: Row) -> None:
    ends = [views[row["authority"]].tree[one["tree"]].outcomes[one["outcome"]] for one in row.get("walks", ())]
    assert row.get("open") or any(outcome.kind == "refer" for outcome in ends)


# ---- guides ----------------------------------------------------------------------------------------------------------


@with_key("walks")
def test_a_guide_ends_where_the_procedure_leads(views: dict[str, Library], row: Row) -> None:
    for wanted in row["walks"]:
        tree = views[row["authority"]].tree[wanted["tree"]]
        given = {name: str(answer) for name, answer in wanted["answers"].items()}
        taken = walk(tree, read_all(tree.questions, given, today=wanted.get("today", TODAY)))
        assert taken.outcome == wanted["outcome"], wanted
        outcome = tree.outcomes[wanted["outcome"]]
        assert missing(wanted, told(outcome)) == []
        assert wanted.get("leads_to") in (None, outcome.tree)


@with_key("walks")
def test_what_an_outcome_says_is_said_by_no_other(views: dict[str, Library], row: Row) -> None:
    for wanted in row["walks"]:
        outcomes = views[row["authority"]].tree[wanted["tree"]].outcomes
        alike = [name for name in outcomes if name != wanted["outcome"] and not missing(wanted, told(outcomes[name]))]
        assert alike == [], wanted


# ---- dates -----------------------------------------------------------------------------------------------------------


@with_key("dates")
def test_a_timeline_gives_the_day_the_procedure_gives(views: dict[str, Library], row: Row) -> None:
    view = views[row["authority"]]
    for wanted in row["dates"]:
        rows = {found.id: found for found in work_out(view, view.timeline[wanted["timeline"]], wanted["given"])}
        asked = {key: value for key, value in wanted.items() if key not in ("timeline", "given", "row")}
        assert len(asked) == 1, wanted
        if wanted.get("gone"):
            assert wanted["row"] not in rows
        else:
            assert asked == {key: shown(rows[wanted["row"]], key) for key in asked}, wanted


def shown(row: Dated, key: str) -> object:
    """Return what a row of a timeline shows: a day, the event it comes before or after, or a documented length.

    A place in the order and a documented length come without a day.
    """
    if key in ("due", "not_before"):
        return getattr(row, key)
    assert row.due is None and row.not_before is None, row.id
    deadline = row.deadline
    if key == "documented":
        return str(deadline.within) if deadline.documented else None
    assert isinstance(deadline.rule, Order), row.id
    return deadline.rule.after.event if key == "after" and deadline.rule.after else deadline.rule.before


# ---- the meeting -----------------------------------------------------------------------------------------------------


def called(view: Library, who: Attendee) -> str:
    """Return what the authority calls somebody who comes."""
    own = view.seen_by.roles.get(who.role or "") if view.seen_by else None
    return who.name or (own.name if own else view.role[who.role or ""].name)


@with_key("comes", "comes_not", "chairs")
def test_those_come_to_the_meeting_who_come_by_the_procedure(views: dict[str, Library], row: Row) -> None:
    view = views[row["authority"]]
    meeting = view.checklist[MEETING].meeting
    assert meeting is not None
    people = [(called(view, who), who) for who in meeting.attendees]
    come = {
        "always": {name for name, who in people if who.when is None},
        "sometimes": {name for name, who in people if who.when is not None},
    }
    wanted = {key: set(names) for key, names in row.get("comes", {}).items()}
    assert wanted == {key: come[key] for key in wanted}
    for word in row.get("comes_not", ()):
        assert [name for name, _ in people if word_pattern(word).fullmatch(plain(name))] == []
    if "chairs" in row:
        assert row["chairs"] == [name for name, who in people if who.role == "ppm-chair"]


@with_key("agenda")
def test_the_agenda_is_that_of_the_procedure_in_its_order(views: dict[str, Library], row: Row) -> None:
    meeting = views[row["authority"]].checklist[MEETING].meeting
    assert meeting is not None
    said = [told(item) for item in meeting.agenda]
    assert len(said) == len(row["agenda"]), said
    lacking = [missing({"says": [words]}, text) for words, text in zip(row["agenda"], said, strict=True)]
    assert not any(lacking), lacking


# ---- what the authority answers --------------------------------------------------------------------------------------


def practices(view: Library, topic: str) -> list[Practice]:
    """Return an authority's answers to a topic."""
    return [one for one in view.seen_by.practice if one.topic == topic] if view.seen_by else []


def worded(view: Library, topic: str) -> str:
    """Return an authority's answers to a topic in its words, each case of a table with what holds in it."""
    answers = practices(view, topic)
    cases = [f"{case.when} {case.answer}" for one in answers for case in one.table]
    people = [f"{called(view, who)} {who.told}" for one in answers if one.answer for who in one.answer.people]
    return " / ".join([*map(told, answers), *cases, *people])


@with_key("answers")
def test_a_topic_is_answered_as_the_procedure_answers_it(views: dict[str, Library], row: Row) -> None:
    view = views[row["authority"]]
    for wanted in row["answers"]:
        assert missing(wanted, worded(view, wanted["topic"])) == [], wanted
        if "is" in wanted:
            (answer,) = [one.answer for one in practices(view, wanted["topic"])]
            assert answer is not None
            assert answer.model_dump(mode="json", by_alias=True, exclude_unset=True) == wanted["is"]


@with_key("silent", "not_known")
def test_where_the_procedure_is_silent_the_site_gives_no_answer(views: dict[str, Library], row: Row) -> None:
    for key, word in (("silent", "silent"), ("not_known", "not-known")):
        for topic in row.get(key, ()):
            answers = [one.answer for one in practices(views[row["authority"]], topic)]
            assert [answer and answer.without for answer in answers] == [word], topic


def test_what_an_answer_says_is_said_by_hardly_any_other_authority(views: dict[str, Library]) -> None:
    tried = list(exchanged(views))
    alike = [name for name, wanted, text in tried if not missing(wanted, text)]
    assert len(tried) > 200
    assert len(alike) <= 0.02 * len(tried), alike


def exchanged(views: dict[str, Library]) -> Iterator[tuple[str, Row, str]]:
    """Yield what each row asks of an answer, with the answer of another authority in its place."""
    for row in ROWS:
        for wanted in row.get("answers", ()):
            for name, view in views.items():
                if name != row["authority"]:
                    yield f"{row['id']}: {name}", wanted, worded(view, wanted["topic"])


# ---- what stands at an address, and what is open ---------------------------------------------------------------------


@with_key("reads")
def test_what_the_procedure_says_stands_at_its_address(views: dict[str, Library], row: Row) -> None:
    for wanted in row["reads"]:
        piece = resolve(views[row["authority"]], parse_address(wanted["at"]))
        assert piece is not None, wanted["at"]
        assert missing(wanted, told(piece)) == [], wanted


@with_key("open")
def test_a_finding_says_what_the_procedure_leaves_open(views: dict[str, Library], row: Row) -> None:
    authority = views[row["authority"]].seen_by
    assert authority is not None
    findings: dict[str, Finding] = {finding.id: finding for finding in authority.findings}
    for wanted in row["open"]:
        assert missing(wanted, told(findings[wanted["finding"]])) == [], wanted
