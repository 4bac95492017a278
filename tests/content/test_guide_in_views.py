"""The guide to planning meetings, as each authority has it, promises no meeting that its procedure does not know."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.compile.page.maker import Maker
from generator.compile.words.ways_on import edges_of
from generator.model import Library
from generator.model.answer import TypedAnswer
from generator.model.local.localise import view_of, views_of
from generator.model.local.words import says_itself
from generator.reason.questions import read_all
from generator.reason.walk import walk

GUIDE = "planning-meeting-due"
NO_ANSWER = TypedAnswer(without="none")
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


# Which outcomes may say that there is no meeting: where the procedure asks for one all the same, none does.
NO_MEETING = re.compile(
    r"\bno (\w+ ){0,3}meeting is (due|needed)|\bnone is due|\bmeeting is not needed|\bnobody needs this meeting|"
    r"\bmeeting is needed only\b|\bthe protocol asks for none\b|\bdoes not need this meeting",
    re.IGNORECASE,
)
NOT_IN_CARE = {f"{GUIDE}#not-due", f"{GUIDE}#now-adult"}
OWN = "north-london-planning-meeting"
WITHOUT = {
    "authority-a": {*NOT_IN_CARE, f"{GUIDE}#watch-return"},
    "authority-b": NOT_IN_CARE,
    "coventry": NOT_IN_CARE,  # that the guidance describes no meeting is no rule that there is none
    "dudley": {*NOT_IN_CARE, f"{GUIDE}#plan-done"},
    "north-london": {*NOT_IN_CARE, f"{OWN}#not-asked-for"},
}


@pytest.mark.parametrize("authority", WITHOUT)
def test_no_outcome_says_that_no_meeting_is_due_where_the_procedure_asks_for_one(
    library: Library, authority: str
) -> None:
    said = {
        f"{tree.id}#{name}"
        for tree in view_of(library, authority).tree.values()
        if tree.id in (GUIDE, OWN)
        for name, outcome in tree.outcomes.items()
        if NO_MEETING.search(" ".join((outcome.title, outcome.text, outcome.plain or "")))
    }
    assert said == WITHOUT[authority]


# What has people hold a planning meeting, or sends them to a page for who chairs it.
HOLDS = re.compile(
    r"\b[Hh]old (one|both)(?! meeting)\b|^Invite\b|\b[Aa]sk for (one(?! too)|a meeting|both meetings)\b|"
    r"\b[Pp]eople should meet\b|\bits own meeting\b|\bwho chairs\b|\b[Tt]he meeting (plans|can)\b|"
    r"\bsets off a meeting, see\b|\bto call one\b"
)


@pytest.mark.parametrize("authority", ["coventry"])
def test_where_a_procedure_is_silent_on_the_meeting_each_outcome_that_would_hold_one_says_so(
    library: Library, authority: str
) -> None:
    view = view_of(library, authority)
    assert view.seen_by is not None
    silent = {p.topic for p in view.seen_by.practice if p.answer is not None and p.answer.without == "silent"}
    assert {"meeting-name", "meeting-trigger", "first-meeting", "meeting-chair", "meeting-attendance"} <= silent
    holding, wrong = set(), []
    for name, outcome in view.tree[GUIDE].outcomes.items():
        national = library.tree[GUIDE].outcomes[name]
        if national.kind == "go" or HOLDS.search(f"{national.title} {national.text}"):
            holding.add(name)
            if "describes no" not in outcome.text or HOLDS.search(f"{outcome.title} {outcome.text}"):
                wrong.append(name)
        for told in (outcome, *outcome.then):
            if not says_itself(view.seen_by, told) and any(HOLDS.search(t) for t in (told.text, told.plain or "")):
                wrong.append(f"{name}.{getattr(told, 'id', '')}")
    assert wrong == []
    assert len(holding) == 11


def test_every_authority_without_a_name_for_the_meeting_is_looked_at(library: Library) -> None:
    unnamed = {
        authority.id
        for authority in library.authority.values()
        for p in authority.practice
        if p.topic == "meeting-name" and p.answer is not None and p.answer.without
    }
    assert unnamed == {"coventry"}


# What to do where a procedure is silent is not its own, and stands beside what is, under no name.
TO_DO = re.compile(r"(?:^|[.;,] )(?:so )?(?:Ask|Tell|Keep|Find out|Look|ask|tell|keep)\b")


# Where the procedure itself has somebody ask for a meeting (north London's sections 3 and 4).
ASKS = {
    *(f"{GUIDE}#court-first", f"{OWN}#after-the-hearing", f"{OWN}#request-in-four-weeks"),
    *(f"{OWN}#at-once-and-after-hearing", f"{OWN}#talk-and-after-hearing"),
}


@pytest.mark.parametrize("authority", WITHOUT)
def test_no_outcome_gives_advice_under_the_name_of_an_authority(library: Library, authority: str) -> None:
    view = view_of(library, authority)
    helper = Maker(view, ()).helper("a-page")
    own = {
        f"{tree.id}#{name}": outcome
        for tree in (view.tree[GUIDE], *view.own[authority].get("tree", {}).values())
        for name, outcome in tree.outcomes.items()
        if helper.force_word(outcome)[0] == "local"
    }
    assert own
    told = {name for name, o in own.items() if TO_DO.search(o.title) or TO_DO.search(o.text)}
    assert told == {name for name in ASKS if name in own and authority == "north-london"}


@pytest.mark.parametrize("name", ["court-first", "court-final", "before-court", "failing-now"])
def test_authority_as_meeting_before_the_second_review_is_told_in_court_and_in_trouble_too(
    library: Library, name: str
) -> None:
    outcome = view_of(library, "authority-a").tree[GUIDE].outcomes[name]
    assert "before the second review" in outcome.text and "first-meeting" in outcome.states


# The meetings that authority B's procedure does not have: its list of people is for the one after the second review.
NOT_ITS_MEETING = {"adoption-now", "both-now", "apart-now", "failing-now", "before-court"}


def test_a_list_of_people_stands_on_no_meeting_that_the_procedure_does_not_have(library: Library) -> None:
    view = view_of(library, "authority-b")
    assert view.seen_by is not None
    outcomes = view.tree[GUIDE].outcomes
    silent = {
        name for name, o in outcomes.items() if (o.states.get("meeting-attendance") or NO_ANSWER).without == "silent"
    }
    assert silent == NOT_ITS_MEETING
    marked = {address.path[0] for p in view.seen_by.practice for address in p.national if address.id == GUIDE}
    assert marked & silent == set() and "at-first" in marked
    for name in silent:
        assert re.search(r"\bprocedure (describes no|knows one way|says nothing)", outcomes[name].text), name
        for statement in outcomes[name].then:
            assert id(statement) not in view.marks or view.marks[id(statement)].did != "national"


# Who chairs in north London, by what the meeting is about (sections 1 to 3): no chair is told of every meeting.
CHAIRS = {
    "adoption-now.adoption-who": "the Permanency Team Manager takes the chair",
    "both-now.both-who": "the Permanency Team Manager takes the chair",
    "before-court.before-who": "",
    "court-first.first-who": "The Permanency Team chairs first meetings in proceedings",
    "court-final.final-who": "A Service Manager chairs where the issues are complex or people disagree",
}


@pytest.mark.parametrize("path", CHAIRS)
def test_north_london_says_of_each_meeting_who_chairs_and_when_the_adoption_service_comes(
    library: Library, path: str
) -> None:
    view = view_of(library, "north-london")
    outcome, _, name = path.partition(".")
    said = next(statement for statement in view.tree[GUIDE].outcomes[outcome].then if statement.id == name)
    assert CHAIRS[path] in said.text and bool(CHAIRS[path]) == ("chair" in said.text)
    adoption = "a social worker from Adopt London North is invited" if CHAIRS[path].startswith("the ") else "under 7"
    assert adoption in said.text
    assert view.marks[id(said)].did == "set"


def test_what_a_procedure_asks_for_and_how_to_bring_it_about_are_told_apart(library: Library) -> None:
    outcomes = library.tree[GUIDE].outcomes.values()
    asks = [outcome for outcome in outcomes if outcome.force == "practice" and re.search(r"\bAsk\b", outcome.text)]
    assert len(asks) > 3
    assert [outcome.title for outcome in asks if "advice" not in (outcome.note or "")] == []


def test_authority_bs_monthly_meetings_are_not_said_to_be_these(library: Library) -> None:
    outcomes = view_of(library, "authority-b").tree[GUIDE].outcomes.values()
    monthly = [outcome.text for outcome in outcomes if "every month" in outcome.text]
    assert len(monthly) == 4
    assert [text for text in monthly if "may mean others" not in text] == []


@pytest.mark.parametrize(
    ("given", "end"),
    [
        ({"proceedings": "before", "in-care": "in-care", "age": "6"}, "meeting-for-this-child"),
        ({"proceedings": "before", "in-care": "not-in-care"}, "before-proceedings"),
        ({"proceedings": "none", "in-care": "in-care", "age": "8"}, "meeting-for-this-child"),
    ],
)
def test_a_child_in_care_up_to_14_has_a_meeting_in_north_london_also_before_proceedings(
    library: Library, given: dict[str, str], end: str
) -> None:
    tree = view_of(library, "north-london").tree[OWN]
    answers = read_all(tree.questions, {"adoption": "neither", **given}, today=date(2026, 12, 1))
    assert walk(tree, answers).outcome == end


@pytest.mark.parametrize("adoption", ["considered", "relinquished", "sibling-adopted", "neither"])
@pytest.mark.parametrize(
    "given",
    [
        {"proceedings": "issued", "looked-after": "looked-after"},
        {"proceedings": "issued", "looked-after": "not-looked-after"},
        {"proceedings": "none", "in-care": "in-care", "age": "6"},
        {"proceedings": "before", "in-care": "in-care", "age": "13"},
    ],
)
def test_what_adoption_asks_for_at_once_takes_no_meeting_away_in_north_london(
    library: Library, adoption: str, given: dict[str, str]
) -> None:
    tree = view_of(library, "north-london").tree[OWN]
    end = walk(tree, read_all(tree.questions, {"adoption": adoption, **given}, today=date(2026, 12, 1))).outcome
    assert end is not None
    said = f"{tree.outcomes[end].title} {tree.outcomes[end].text}".lower()
    assert "planning meeting" in said
    assert ("at once" in said) == (adoption != "neither")
    assert ("hearing" in said) == (given["proceedings"] == "issued")


def test_what_is_to_be_done_at_once_is_not_put_off_in_plain_words(library: Library) -> None:
    wrong = [
        f"{view.seen_by and view.seen_by.id}: {name}"
        for view in (library, *views_of(library))
        for name, outcome in view.tree[GUIDE].outcomes.items()
        if re.search(r"\b(at once|now)\b", outcome.title) and re.search(r"\bsoon\b", outcome.plain or "")
    ]
    assert wrong == []


def test_nobody_over_14_is_invited_to_a_planning_meeting_in_north_london(library: Library) -> None:
    view = view_of(library, "north-london")
    (who,) = (told for told in view.tree[GUIDE].outcomes["with-pathway"].then if told.id == "pathway-who")
    mark = view.marks[id(who)]
    assert mark.did == "set" and mark.answer is None
    assert "supervision" in who.text and "team around the child" in who.text
    assert not re.search(r"\bInvite\b|who chairs", who.text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("age", ["Under 10", "Over 10", "I am not sure", "Exactly 10 years: none of these (not settled yet)"]),
        ("age-in-group", ["Up to 10 years", "I am not sure", "Over 10 years: two at once (not settled yet)"]),
    ],
)
def test_a_case_that_is_not_settled_is_named_in_the_table(library: Library, question: str, told: list[str]) -> None:
    tree = view_of(library, "north-london").tree["north-london-match-panel"]
    assert [edge.label for edge in edges_of(tree, question)] == told


@pytest.mark.parametrize(
    "name", ["apart-now", "failing-now", "overdue", "watch-return", "at-first", "before-second", "plan-done"]
)
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


def test_one_form_is_due_by_one_day(library: Library) -> None:
    view = view_of(library, "authority-b")
    named = ("authority-b-second-review", "ppm-preparation")
    due = {item.id: item.due for name in named for item in view.checklist[name].items}
    assert due["complete-ppn1"] is not None
    assert due["complete-ppn1"] == due["no-clear-return"]
