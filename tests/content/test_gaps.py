"""Gaps between the five procedures and the site that were found once, by kind, where no other test holds them."""

from __future__ import annotations

import pytest

from generator.compile.page.addresses import VIEWS
from generator.model import Library
from generator.model.local.localise import view_of
from support.passages import text_of


def test_an_address_that_a_procedure_prints_is_given_whole(compiled_views: dict[str, bytes]) -> None:
    page = compiled_views[f"{VIEWS}/dudley/procedures/dudley-planning-meetings.md"].decode()
    assert "https://dudleychildcare.proceduresonline.com/g_perm_plan.html" in page


def test_an_advocate_that_a_procedure_names_is_a_contact_of_its_view(
    library: Library, compiled_views: dict[str, bytes]
) -> None:
    assert any("CAIS" in contact.name for contact in view_of(library, "north-london").contact.values())
    assert "CAIS" in text_of(compiled_views[f"{VIEWS}/north-london/contacts.md"])
    assert "CAIS" not in text_of(compiled_views["contacts.md"])


@pytest.mark.parametrize("topic", ["family-time", "matching", "tracking", "voice", "stability"])
def test_a_topic_that_law_answers_has_a_national_row(library: Library, topic: str) -> None:
    national = library.topic[topic].national
    assert national is not None and national.force == "must" and national.cite


def test_no_two_texts_are_said_to_be_alike_or_not(compiled_views: dict[str, bytes]) -> None:
    page = text_of(compiled_views["authorities/compare.md"])
    assert "no two alike" not in page and "all alike" not in page


def test_who_is_silent_is_not_counted_among_those_who_say_something(
    library: Library, compiled_views: dict[str, bytes]
) -> None:
    says = [a.id for a in library.authority.values() for p in a.practice if p.topic == "plan-due" and not p.answer]
    row = compiled_views["authorities/compare.md"].decode().split('<tr id="plan-due">')[1].split("</tr>")[0]
    assert f"{len(says)} of 5 say something" in text_of(row)


def test_nobody_is_said_to_have_reviewed_or_accepted_who_does_not_exist(compiled_views: dict[str, bytes]) -> None:
    for path, page in compiled_views.items():
        if path.endswith(".md"):
            assert "Last reviewed" not in (text := text_of(page)), path
            assert "by the policy lead" not in text, path
