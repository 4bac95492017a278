"""A procedure is credited only with what it says: its content, the person, the day and the strength."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.model import Library
from generator.model.address import parts_of, resolve, walk_models
from generator.model.authority import Authority, Practice
from generator.model.checklist import Item
from generator.model.deadline import Deadline
from generator.model.local.localise import view_of, views_of
from generator.model.local.words import says_itself
from generator.model.statement import Address, Saying, parse_address

A, B, COVENTRY, DUDLEY, NORTH_LONDON = (
    *("authority-a-procedure", "authority-b-procedure", "coventry-guidance", "dudley-procedure"),
    "north-london-protocol",
)
# Which procedures say something of it. What stands here without any is advice that none of the five has.
SAID_BY = {
    "checklist/parallel-plan#from-the-start": {B, COVENTRY, DUDLEY},
    "checklist/parallel-plan#at-first-review": {A},
    "checklist/ppm-preparation#people-who-know-the-child": {A},
    "checklist/sibling-assessment#the-bond": {COVENTRY},
    "checklist/sibling-assessment#each-pair": set(),
    "checklist/sibling-assessment#history-together": set(),
    "checklist/sibling-assessment#know-each-other": {COVENTRY},
    "option/residential-care#needs-a-team": {COVENTRY},
    "option/residential-care#needs-several-adults": set(),
    "option/early-permanence#brother-or-sister-adopted": {NORTH_LONDON},
    "option/early-permanence#same-adopters": set(),
    "timeline/permanence-planning#ppm-papers": {NORTH_LONDON},
    "checklist/childs-voice#inform-first": {A},
    "checklist/childs-voice#explain-the-choices": set(),
    "tree/early-permanence#look-first.consider-family-meeting": {A, NORTH_LONDON},
    "tree/early-permanence#look-first.ask-on-both-sides": set(),
    "tree/routes-to-explore#home-without-order.family-around-home": {COVENTRY},
    "tree/family-time#in-person.person-look-again": {COVENTRY},
    "tree/family-time#in-person.person-ask-the-child": set(),
    "tree/planning-meeting-due#watch-return.watch-dates": set(),
    "tree/routes-to-explore#home-and-relative.tell-why-two": {COVENTRY},
    "tree/routes-to-explore#home-and-relative.tell-what-counts": set(),
    "tree/family-time#letters-first.letters-say-who": set(),
    "tree/family-time#adoption-letters.post-who-writes": set(),
    "tree/family-time#adoption-in-person.meeting-settle-more": set(),
    "option/long-term-fostering#help-goes-on": {COVENTRY, "cppcr2010"},
    "option/long-term-fostering#money-and-services-go-on": set(),
    "checklist/ppm-chairing#dates-court": set(),
    "checklist/matching-papers#which-panel": set(),
    "checklist/ppm-preparation#why-two-plans": {COVENTRY},
    # having a second plan and working on it: the same everywhere; what would bring it into use, none of the five says
    "checklist/ppm-preparation#second-plan": {COVENTRY, DUDLEY, NORTH_LONDON},
    "checklist/ppm-chairing#second-plan": {COVENTRY, DUDLEY, NORTH_LONDON},
    "checklist/parallel-plan#turning-point": set(),
}
# Words that a view must not say there, because the authority's procedure does not.
NOT_SAID = [
    ("authority-a", "authority/authority-a#three-tests-for-family-time", r"\b(must|has to|have to)\b"),
    ("authority-a", "checklist/ppm-preparation#family-time", r"\b(must|has to|have to)\b"),
    ("coventry", "option/residential-care#needs-a-team", r"\bnight\b"),
    ("dudley", "tree/planning-meeting-due#with-pathway", r"\bdecides? who comes\b|\bhelps to decide\b"),
    ("authority-a", "tree/routes-to-explore#look-for-family.offer-family-meeting", r"\b[Oo]ffer\b"),
    ("authority-a", "tree/planning-meeting-due#overdue", r"plan is missing|stands still"),
    ("authority-a", "tree/planning-meeting-due#watch-return", r"second plan"),
    ("authority-a", "tree/planning-meeting-due#plan-done", r"one planning meeting|[Nn]o further"),
    ("authority-a", "checklist/sibling-assessment#own-meeting", r"still|before any plan"),
    ("authority-b", "tree/planning-meeting-due#failing-now", r"says nothing"),
    ("authority-b", "checklist/authority-b-second-review#send-ppn1", r"four people|set up the meeting"),
    ("authority-b", "timeline/permanence-planning#authority-b-ppn1-completed", r"set up the meeting"),
    ("authority-b", "timeline/permanence-planning#ppm-plan-ready", r"works towards"),
    ("authority-b", "checklist/second-review#second-plan", r"has begun|into use"),
    ("authority-b", "tree/planning-meeting-due#watch-return.watch-second-plan", r"into use|\bdate\b"),
    ("authority-b", "authority/authority-b#no-age-changes-the-route", r"closes or opens"),
    ("authority-b", "authority/authority-b#while-assessments-go-on", r"home is tried"),
    ("coventry", "authority/coventry#age-limits", r"closes|opens|not decide"),
    ("coventry", "tree/planning-meeting-due#plan-done", r"none is due"),
    ("coventry", "tree/planning-meeting-due#watch-return", r"for whom there is none|not needed"),
    ("coventry", "tree/siblings#have-assessed.assess-what", r"\bage\b|history"),
    ("coventry", "tree/routes-to-explore#home-and-relative.tell-why-two", r"relative|into use|by when"),
    ("coventry", "tree/family-time#letters-first.letters-say-how", r"by whom|passes it on|\bwho (writes|helps)"),
    ("coventry", "tree/family-time#adoption-letters.post-agree-how", r"\bwho (writes|passes)|through whom"),
    ("coventry", "tree/family-time#adoption-in-person.meeting-agree-before", r"helps|something else|a change"),
    ("coventry", "option/adoption#coventry-adoption-considered", r"\bearly\b"),
    ("coventry", "option/adoption#mostly-small-children", r"very (young|small)"),
    ("coventry", "tree/siblings#keep-looking.keep-practical", r"further away|\bcar\b"),
    ("coventry", "option/long-term-fostering#help-goes-on", r"money|school|health"),
    ("coventry", "tree/family-time#in-person.person-look-again", r"every review"),
    ("dudley", "tree/planning-meeting-due#court-first.first-list", r"\bcourt\b"),
    ("dudley", "tree/planning-meeting-due#before-court.before-assessments", r"\bcourt\b"),
    ("dudley", "checklist/parallel-plan#relatives-in-both", r"\bfamily meeting\b"),
    ("dudley", "checklist/ppm-preparation#chair-and-minutes", r"\b[Aa]gree\b|\bminutes\b"),
    ("dudley", "checklist/ppm-preparation#invite-iro", r"\bminutes\b"),
    ("dudley", "checklist/ppm-preparation#separate-sibling-meeting", r"\bits own meeting\b|\bplan a meeting\b"),
    ("dudley", "authority/dudley#genogram-before-others", r"\bfirst\b"),
    ("north-london", "checklist/ppm-preparation#separate-sibling-meeting", r"\bits own meeting\b|\bplan a meeting\b"),
    ("north-london", "checklist/ppm-chairing#brothers-and-sisters", r"\bseparate meeting\b"),
    ("north-london", "checklist/matching-papers#which-panel", r"\badviser\b"),
    ("north-london", "tree/north-london-planning-meeting#after-the-hearing.hearing-who", r"\bone of the plans\b"),
    ("north-london", "checklist/ppm-preparation#north-london-chair", r"^The Permanency Team Manager chairs\."),
    ("north-london", "checklist/ppm-follow-up#approve-minutes", r"\bled the meeting\b"),
    ("north-london", "option/kinship-foster-care#north-london-family-fostering", r"\b(seldom|rarely)\b"),
    ("north-london", "authority/north-london#scope", r"\b[Mm]ost\b"),
    ("dudley", "tree/planning-meeting-due#with-pathway.pathway-when", r"\bsecond review\b"),
    ("dudley", "authority/dudley#views-in-the-work-plan", r"\b(has to|must)\b"),
    ("dudley", "authority/dudley#adoption-at-heart", r"\b(partner|adoption with)\b"),
]
# What a protocol says of one plan says so where the plan may be another one.
OF_FOSTERING = [
    "checklist/family-finding#where-to-look",
    "checklist/family-finding#choose",
    "checklist/matching-papers#which-panel",
]
# Where an authority says otherwise what is to be done, and who does it or by when stays: its procedure names the same.
STAYS = {
    # section 3: the allocated social worker asks for the meeting
    ("north-london", "checklist/ppm-preparation#no-clear-return", "who"),
    # section 3: neither the final evidence nor the care plan is due
    ("north-london", "timeline/permanence-planning#ppm-before-evidence", "before"),
}
KEPT = ("who", "due", "of", "before", "after", "within", "at", "every")


# National tasks that a procedure says something of, and whose doer it names itself, by that authority.
NAMED = {
    # the social worker should consult other professionals
    "authority-a": {"checklist/ppm-preparation#people-who-know-the-child"},
    # paragraph 7 makes each a check of the reviewing officer, paragraph 8 has that officer send the form
    "authority-b": {
        *(f"checklist/second-review#{check}" for check in ("actions-clear", "dates-clear", "second-plan")),
        *(f"checklist/second-review#{check}" for check in ("review-dates", "resources", "tell-planners")),
    },
    # the social worker must ensure that parents know why there are two plans
    "coventry": {"checklist/parallel-plan#tell-the-parents", "checklist/ppm-preparation#why-two-plans"},
    "dudley": set[str](),
    "north-london": {
        # section 3: the social worker refers and assesses, BSU takes the minutes
        *("timeline/permanence-planning#ppm-papers", "timeline/permanence-planning#ppm-minutes"),
        *("checklist/ppm-preparation#history-and-reports", "checklist/ppm-preparation#sibling-assessment"),
        *("checklist/ppm-preparation#actions", "checklist/ppm-chairing#child-story"),
        *(f"checklist/ppm-follow-up#{minutes}" for minutes in ("draft-minutes", "send-minutes")),
        # section 1: practitioners explain; section 5: family finder and social worker visit, write and read
        *("checklist/matching-papers#brothers-and-sisters", "checklist/ppm-follow-up#tell-the-child"),
        *(f"checklist/family-finding#{task}" for task in ("present-carers", "profile", "read-assessments")),
        *("checklist/matching-papers#known-home", "checklist/matching-papers#needs-and-answers"),
        # section 7: the social workers do it, and support the child in it
        *(f"checklist/life-story-work#{task}" for task in ("start-now", "memory-box", "folder", "why-in-care")),
    },
}
ONLY_ADVICE = re.compile(
    r"\bnames? nobody\b|\bno chair\b|\bnobody (who|for it)\b|\b(not|[Nn]either)\b[^.]*\bwho\b|\bwhom?\b[^.]*\badvice\b|"
    r"\bthat (the|a) (chair|team manager|social worker|family finder|officer)\b[^.]*\badvice\b|"
    r"\b[Ss]ocial worker (make|see)|\bpractitioners\b|\bcheck of the reviewing officer\b|\bTo agree who\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("authority", NAMED)
def test_whoever_does_it_is_named_by_the_procedure_or_told_as_advice(library: Library, authority: str) -> None:
    view = view_of(library, authority)
    assert view.seen_by is not None
    named, seen = set(), set()
    for kind in ("timeline", "checklist"):
        for name, thing in view.of_kind(kind).items():
            for path, piece in parts_of(thing).items():
                if not isinstance(piece, Item | Deadline) or not piece.who or says_itself(view.seen_by, piece):
                    continue
                if piece.force not in ("practice", "fact"):
                    continue
                ours = any(cited.source == view.seen_by.source for cited in piece.cite)
                told = f"{piece.note or ''} {getattr(piece, 'help', None) or ''}"
                if ours:
                    seen.add(f"{kind}/{name}#{path}")
                if ours and not ONLY_ADVICE.search(told):
                    named.add(f"{kind}/{name}#{path}")
    assert named - NAMED[authority] == set()
    assert NAMED[authority] <= seen


@pytest.mark.parametrize("address", SAID_BY)
def test_only_the_procedures_that_say_it_are_cited(library: Library, address: str) -> None:
    piece = resolve(library, parse_address(address))
    assert isinstance(piece, Saying | Deadline)
    assert {cited.source for cited in piece.cite} == SAID_BY[address]


@pytest.mark.parametrize(("authority", "address", "words"), NOT_SAID)
def test_a_view_says_no_more_than_the_procedure(library: Library, authority: str, address: str, words: str) -> None:
    piece = resolve(view_of(library, authority), parse_address(address))
    said = [getattr(piece, key, None) or "" for key in ("text", "plain")]
    assert any(said)
    assert [text for text in said if re.search(words, text)] == []


@pytest.mark.parametrize("address", OF_FOSTERING)
def test_what_is_required_for_one_plan_names_it_to_staff_and_to_families(library: Library, address: str) -> None:
    piece = resolve(view_of(library, "north-london"), parse_address(address))
    assert isinstance(piece, Saying) and piece.plain
    assert all(re.search(r"\blong-term foster", text) for text in (piece.text, piece.plain))


# What is called guidance rests on guidance. In these two the word "should" is the regulation's own.
SHOULD_IN_LAW = {"tree/family-time#agree-the-plan", "checklist/contact-plan#agree-with-parents"}
GUIDES = {"guidance", "statutory-guidance", "practice-direction", "minimum-standards", "best-practice"}


def test_a_should_rests_on_guidance(library: Library) -> None:
    found = {
        f"{kind}/{name}#{getattr(piece, 'id', '')}"
        for kind, shelf in library.shelves.items()
        for name, thing in shelf.items()
        for piece, _, _ in walk_models(thing)
        if isinstance(piece, Saying | Deadline) and piece.force == "should"
        if not any(library.source[cited.source].kind in GUIDES for cited in piece.cite)
    }
    assert found - {"checklist/second-review#not-there"} == SHOULD_IN_LAW


# The duties for which an authority's procedure names the post that it calls by a name of its own.
LOCAL_DUTIES = {
    # the one sentence on the chair says that this manager chairs
    ("authority-a", "ppm-chair"): set(),
    # paragraph 7: the review chair answers for six checks; paragraph 8 has the IRO send form PPN1
    ("authority-b", "iro"): {
        f"checklist/authority-b-second-review#{check}"
        for check in ("plan-exists", "actions-known", "times-clear", "resources-there", "fallback-plan", "review-dates")
    },
    ("coventry", "designated-teacher"): set(),
    ("north-london", "advocate"): set(),
    ("dudley", "ppm-chair"): set(),
    # section 2: the Permanency Team Manager chairs where adoption is considered; whoever chairs approves no minutes
    ("north-london", "ppm-chair"): {"timeline/permanence-planning#ppm-minutes-adoption"},
    ("north-london", "minute-taker"): {
        "checklist/ppm-follow-up#draft-minutes",
        "timeline/permanence-planning#ppm-minutes-all",
    },
}


@pytest.mark.parametrize(("authority", "role"), LOCAL_DUTIES)
def test_a_local_name_stands_only_beside_duties_that_the_procedure_gives(
    library: Library, authority: str, role: str
) -> None:
    view = view_of(library, authority)
    found = {
        f"{kind}/{name}#{path}"
        for kind in ("timeline", "checklist")
        for name, thing in view.of_kind(kind).items()
        for path, piece in parts_of(thing).items()
        if getattr(piece, "who", None) == role
        if view.local_name("role", role, Address(kind, name, tuple(path.split("."))))
    }
    assert found == LOCAL_DUTIES[authority, role]
    comes = view.local_name("role", role, Address("checklist", "ppm-preparation"))  # to the meeting
    assert bool(comes) == (role in COME_BY_LOCAL_NAME)


# Each task beside which a role of an authority's own stands is one that its procedure gives to that post; none is law.
COME_BY_LOCAL_NAME = {"ppm-chair", "minute-taker"}


def test_no_duty_of_the_law_stands_beside_a_local_name(library: Library) -> None:
    named = 0
    for view in views_of(library):
        assert view.seen_by is not None
        for kind in ("timeline", "checklist"):
            for name, thing in view.of_kind(kind).items():
                for path, piece in parts_of(thing).items():
                    who = getattr(piece, "who", None)
                    if who and view.local_name("role", who, Address(kind, name, tuple(path.split(".")))):
                        named += 1
                        force = getattr(piece, "force", "")
                        assert force not in ("must", "should"), f"{view.seen_by.id}: {kind}/{name}#{path}"
    assert named >= 10


@pytest.mark.parametrize("name", ["ppm-called", "ppm-next", "ppm-before-evidence"])
def test_nobody_stands_beside_a_meeting_that_the_procedure_has_nobody_call(library: Library, name: str) -> None:
    deadline = library.deadlines[name]
    assert re.search(r"\bnobody (who|calls)|names nobody", deadline.note or "")
    assert deadline.who is None


def test_who_does_it_and_by_when_is_said_anew_where_an_authority_changes_the_words(library: Library) -> None:
    found = {
        (authority.id, str(difference.on), key)
        for authority in library.authority.values()
        for difference in authority.differences
        if difference.set and "text" in difference.set
        for key in KEPT
        if key not in difference.set and getattr(resolve(library, difference.on), key, None)
    }
    assert found == STAYS


def test_what_follows_from_a_meeting_after_the_second_review_is_not_due_by_it(library: Library) -> None:
    found = {
        view.seen_by.id: {f"{name}#{item.id}" for name, item in about_the_meeting(view) if by_second_review(view, item)}
        for view in views_of(library)
        if view.seen_by
    }
    assert found["authority-b"] == set()
    assert found["authority-a"]


def about_the_meeting(view: Library) -> Iterator[tuple[str, Item]]:
    for name in ("ppm-preparation", "ppm-chairing", "ppm-follow-up"):
        yield from ((name, item) for item in view.checklist[name].items)


def by_second_review(view: Library, item: Item) -> bool:
    deadline = resolve(view, item.due) if item.due else None
    if not isinstance(deadline, Deadline) or item.due is None or item.due.id != "looked-after-child":
        return False
    return deadline.id in ("first-review", "second-review") or str(deadline.before) == "second-review"


def test_a_duty_to_ask_a_review_first_has_no_day_that_the_law_does_not_give(library: Library) -> None:
    asked = [
        item
        for checklist in library.checklist.values()
        for item in checklist.items
        if item.force == "must" and "cppcr2010 r.32(2)" in map(str, item.cite)
    ]
    assert len(asked) > 2
    assert [item.id for item in asked if item.due] == []


def test_a_list_is_called_missing_only_where_part_of_the_procedure_was_not_read(library: Library) -> None:
    missing = 0
    for authority in library.authority.values():
        silent = {f"topic/{answer.topic}" for answer in authority.practice if answer_without(answer) == "silent"}
        for finding in authority.findings:
            if finding.kind == "missing":
                missing += 1
                assert str(finding.on) not in silent, finding.id
                assert not read_whole(authority), finding.id
    assert missing


def answer_without(practice: Practice) -> str | None:
    return practice.answer.without if practice.answer else None


def read_whole(authority: Authority) -> bool:
    return all(answer_without(answer) != "not-known" for answer in authority.practice)
