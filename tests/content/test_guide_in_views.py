"""The guide to planning meetings, as each authority has it, promises no meeting that its procedure does not know."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.model import Library
from generator.model.local.localise import view_of, views_of
from generator.model.local.words import says_itself
from generator.reason.questions import read_all
from generator.reason.walk import walk

GUIDE = "planning-meeting-due"
OLDER = ("over 14 and outside proceedings", "over 14 and not in proceedings")


@pytest.mark.parametrize("authority", ["authority-b", "north-london"])
def test_where_the_first_meeting_is_not_the_national_one_each_outcome_that_holds_one_is_the_authoritys_own(
    library: Library, authority: str
) -> None:
    view = view_of(library, authority)
    assert view.seen_by is not None
    source = view.seen_by.source
    for name, outcome in view.tree[GUIDE].outcomes.items():
        own = says_itself(view.seen_by, outcome) or any(cited.source == source for cited in outcome.cite)
        assert outcome.kind != "go" or own, name


@pytest.mark.parametrize("name", ["apart-now", "failing-now", "overdue", "watch-return", "at-first", "before-second"])
def test_north_london_sends_nobody_over_14_outside_proceedings_to_a_planning_meeting(
    library: Library, name: str
) -> None:
    outcome = view_of(library, "north-london").tree[GUIDE].outcomes[name]
    assert any(words in outcome.text.lower() for words in OLDER)
    assert "planning meeting" not in outcome.title


@pytest.mark.parametrize("urgent", ["may-be-parted", "plan-failing"])
def test_the_walk_of_a_young_person_over_14_ends_where_the_age_is_told(library: Library, urgent: str) -> None:
    tree = view_of(library, "north-london").tree[GUIDE]
    given = {"where": "looked-after", "settled": "settled-no", "urgent": (urgent,)}
    end = walk(tree, read_all(tree.questions, given, today=date(2026, 12, 1))).outcome
    assert end is not None and any(words in tree.outcomes[end].text.lower() for words in OLDER)


def test_a_home_in_difficulty_has_the_people_of_its_own_meeting_in_north_london(library: Library) -> None:
    view = view_of(library, "north-london")
    (who,) = (told for told in view.tree[GUIDE].outcomes["failing-now"].then if told.id == "failing-who")
    mark = view.marks[id(who)]
    assert mark.did == "set" and "carers" in who.text and "Practice Manager" in who.text


def test_an_exercise_says_nothing_of_what_a_walk_leads_to(library: Library) -> None:
    """Where a walk ends differs from view to view, and the exercise is the same in all."""
    told = re.compile(r"\bin walk \d+ [^.?:]*\bmeeting\b[^.?:]*\b(is|comes)\b[^.?]*:|meeting in walk", re.IGNORECASE)
    for view in (library, *views_of(library)):
        for scenario in view.scenario.values():
            words = (scenario.exercise.ask, scenario.exercise.discuss or "") if scenario.exercise else ()
            assert [found.group() for text in words for found in told.finditer(text)] == [], scenario.id


@pytest.mark.parametrize("name", ["no-clear-return"])
def test_what_asks_for_a_first_meeting_is_not_the_national_rule_where_an_authority_has_another(
    library: Library, name: str
) -> None:
    for authority in ("authority-b", "dudley", "north-london"):
        view = view_of(library, authority)
        (item,) = (item for item in view.checklist["ppm-preparation"].items if item.id == name)
        assert "before the second review" not in item.text
