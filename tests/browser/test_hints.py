"""What helps to answer a question stands at its field, in guides, calculators and checklists alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.question import Question


def said_of(thing: object) -> list[str]:
    """Return what is said of a question or answer besides what it asks."""
    asked = getattr(thing, "ask", getattr(thing, "label", None))
    texts = [getattr(thing, key, None) for key in ("plain", "help")]
    return [apostrophes(text) for text in texts if text and text != asked]


def described(field: Locator, said: list[str]) -> None:
    """Hold that a screen reader tells with a field what is said, and that others see it there."""
    expect(field).to_have_accessible_description(re.compile(r"\s*".join(map(re.escape, said))))
    for text in said:
        expect(field.page.locator(".hint", has_text=text).first).to_be_visible()


def asked_with_help(library: Library) -> Iterator[tuple[str, Question]]:
    """Give one page of each kind for each thing that is said: a question with plain words, one with help."""
    for kind, section in (("timeline", "dates"), ("checklist", "checklists")):
        for key in ("plain", "help"):
            yield next(
                (f"{section}/{thing.id}.html", question)
                for thing in library.of_kind(kind).values()
                for question in thing.questions.values()
                if getattr(question, key) and question.plain != question.ask
            )


def test_forms_say_what_helps_to_answer(page: Page, address: str, library: Library) -> None:
    for path, question in asked_with_help(library):
        page.goto(address + path)
        described(page.get_by_label(apostrophes(question.ask)), said_of(question))


@pytest.mark.parametrize("guide", ["family-time"])
def test_a_guide_says_what_helps_to_choose(page: Page, address: str, library: Library, guide: str) -> None:
    tree = library.tree[guide]
    question = tree.questions[tree.start]
    page.goto(address + f"decision-guides/{guide}.html")
    described(page.locator(".guide fieldset"), said_of(question))
    explained = [answer for answer in question.answers.values() if said_of(answer)]
    assert explained
    for answer in explained:
        described(page.get_by_label(apostrophes(answer.label), exact=True), said_of(answer))
