"""What national texts say of one procedure or leave to the authority's page is no more than what stands there."""

from __future__ import annotations

import re

from generator.model import Library
from generator.model.local.localise import views_of
from support.texts import texts_in

CITED = re.compile(r"\(?\{\{ cite\('[^}]*\}\}")
PRACTICE = re.compile(r"\{\{ practice_of\('[^']+', '[^']+'\) \}\}")


def beside_practice(library: Library, pattern: re.Pattern[str]) -> list[str]:
    """Return what chapters say like ``pattern`` of one procedure, whose name stands as OURS."""
    return [
        f"{chapter.id}: {found.group()}"
        for chapter in library.chapter.values()
        for found in pattern.finditer(CITED.sub("", PRACTICE.sub("OURS", chapter.body)))
    ]


# Who chairs, approves or decides is not on every authority's page, so nothing promises it without an if.
LEADS = re.compile(r"[^.;]*\byour authority['’]s page\b[^.;]*")
WHO = re.compile(r"\bwho (chairs|approves|decides|comes|leads)\b|\bpage (says\b|names yours|has them)")
IF_IT_DOES = re.compile(r"\bif\b|\bmay\b|\bprocedure says of\b")


def test_nothing_promises_that_an_authoritys_page_names_somebody(library: Library) -> None:
    wrong = [
        f"{piece}: {found.group().strip()}"
        for piece, _, text in texts_in(library)
        if not piece.startswith("scenario/")
        for found in LEADS.finditer(text)
        if WHO.search(found.group()) and not IF_IT_DOES.search(found.group())
    ]
    assert wrong == []


def test_every_authoritys_page_says_who_chairs_or_that_its_procedure_names_nobody(library: Library) -> None:
    told = {a.id for a in library.authority.values() if any(p.topic == "meeting-chair" for p in a.practice)}
    assert told == set(library.authority)


ONE_MORE = re.compile(r"OURS[^.;]*\band (in )?(OURS|one|another|the other|two|a third)\b", re.IGNORECASE)


def test_a_sentence_on_what_one_procedure_does_does_not_go_on_with_another(library: Library) -> None:
    """In its authority's view such a sentence would say that the authority does both."""
    assert beside_practice(library, ONE_MORE) == []
    assert ONE_MORE.search("OURS has the meeting before the review () and OURS after it")
    assert not ONE_MORE.search("OURS has it before the review. Another sets it up after it")


# What only asks or says that something should be done, no chapter calls required.
REQUIRES = re.compile(r"OURS[^.;]*\b(requires?|must|has to|have to)\b")


def test_a_chapter_is_no_stronger_than_the_procedure_it_tells_of(library: Library) -> None:
    assert beside_practice(library, REQUIRES) == []


# Points of ours after what a procedure says read as if they were its own.
GOES_ON = re.compile(r"OURS[^\n]*[.)] (It|This) [^\n.]*:$", re.MULTILINE)
SAY_SO = re.compile(r"\b(two|three|four) of the five[^.]* say so\b", re.IGNORECASE)


def test_a_list_of_ours_is_not_given_as_what_a_procedure_says(library: Library) -> None:
    assert beside_practice(library, GOES_ON) == []
    assert GOES_ON.search("OURS asks for an agreement (). It says:")


def test_procedures_are_not_counted_as_saying_what_only_one_of_them_says(library: Library) -> None:
    assert [piece for piece, _, text in texts_in(library) if SAY_SO.search(text)] == []


# Guidance expects a plan by the second review. That a meeting comes before it is the procedure of some.
MEETS_BEFORE = re.compile(
    r"\b(meeting|meet|hold one)\b[^.;?]*\b(?<!not )before( the (second|next) review| that\b| it)?(?=[.;,]|$| review)",
    re.IGNORECASE,
)


def test_no_law_or_guidance_is_given_for_a_meeting_before_a_review(library: Library) -> None:
    wrong = [
        f"{view.seen_by and view.seen_by.id} {piece}: {text}"
        for view in (library, *views_of(library))
        for piece, owner, text in texts_in(view)
        if MEETS_BEFORE.search(text)
        and "procedure" not in text
        and (cited := getattr(owner, "cite", ()))
        and not any(view.source[each.source].kind == "local-procedure" for each in cited)
    ]
    assert wrong == []
