"""What national texts say of one procedure or leave to the authority's page is no more than what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.local.localise import views_of

CITED = re.compile(r"\(?\{\{ cite\('[^}]*\}\}")
PRACTICE = re.compile(r"\{\{ practice_of\('[^']+', '[^']+'\) \}\}")


def texts_of(thing: Model) -> Iterator[tuple[Model, str]]:
    for owner, _, value in walk_models(thing):
        if isinstance(value, str):
            yield owner, value


# Who chairs, approves or decides is not on every authority's page, so nothing promises it without an if.
LEADS = re.compile(r"[^.;]*\byour authority['’]s page\b[^.;]*")
WHO = re.compile(r"\bwho (chairs|approves|decides|comes|leads)\b|\bpage (says\b|names yours|has them)")
IF_IT_DOES = re.compile(r"\bif\b|\bmay\b|\bprocedure says of\b")


def test_nothing_promises_that_an_authoritys_page_names_somebody(library: Library) -> None:
    wrong = [
        f"{kind}/{name}: {found.group().strip()}"
        for kind, shelf in library.shelves.items()
        if kind not in ("authority", "correction", "scenario")
        for name, thing in shelf.items()
        for _, text in texts_of(thing)
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
    wrong = [
        f"{chapter.id}: {found.group()}"
        for chapter in library.chapter.values()
        for found in ONE_MORE.finditer(CITED.sub("", PRACTICE.sub("OURS", chapter.body)))
    ]
    assert wrong == []
    assert ONE_MORE.search("OURS has the meeting before the review () and OURS after it")
    assert not ONE_MORE.search("OURS has it before the review. Another sets it up after it")


# What only asks or says that something should be done, no chapter calls required.
REQUIRES = re.compile(r"OURS[^.;]*\b(requires?|must|has to|have to)\b")


def test_a_chapter_is_no_stronger_than_the_procedure_it_tells_of(library: Library) -> None:
    wrong = [
        f"{chapter.id}: {found.group()}"
        for chapter in library.chapter.values()
        for found in REQUIRES.finditer(CITED.sub("", PRACTICE.sub("OURS", chapter.body)))
    ]
    assert wrong == []


# Guidance expects a plan by the second review. That a meeting comes before it is the procedure of some.
MEETS_BEFORE = re.compile(
    r"\b(meeting|meet|hold one)\b[^.;?]*\b(?<!not )before( the (second|next) review| that\b| it)?(?=[.;,]|$| review)",
    re.IGNORECASE,
)


def test_no_law_or_guidance_is_given_for_a_meeting_before_a_review(library: Library) -> None:
    wrong = [
        f"{view.seen_by and view.seen_by.id} {kind}/{name}: {text}"
        for view in (library, *views_of(library))
        for kind, shelf in view.shelves.items()
        if kind not in ("authority", "correction")
        for name, thing in shelf.items()
        for owner, text in texts_of(thing)
        if MEETS_BEFORE.search(text)
        and "procedure" not in text
        and (cited := getattr(owner, "cite", ()))
        and not any(view.source[each.source].kind == "local-procedure" for each in cited)
    ]
    assert wrong == []
