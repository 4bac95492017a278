"""What a page makes of the content says no more of it: words explained, dates side by side, and how far it was read."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from generator.compile.page.terms import Glossary, TermMarker
from generator.compile.words.absent import absent, topics_of_dates
from generator.model import Library
from generator.model.address import parts_of
from generator.model.local.localise import view_of, views_of

UNREAD = "Not yet checked at source"


# ---- words that open their meaning -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Accommodation / Resource Panel, to which every child is taken.", set()),
        ("A place to live is suitable accommodation and support.", set()),
        ("A nominated manager comes to the meeting.", set()),
        ("In care proceedings the court wants this to show.", set()),
        ("The children are in care.", {"looked-after-child"}),
        ("In care proceedings a child is in care.", {"looked-after-child"}),
        ("The Permanency Panel looks at it.", set()),
        ("A Special Guardianship Order.", {"sgo"}),
    ],
)
def test_a_word_is_not_explained_inside_a_longer_name_or_as_something_else(
    library: Library, text: str, meant: set[str]
) -> None:
    marker = TermMarker(Glossary(library))
    marker.mark(text)
    assert set(marker.seen) == meant


def test_a_meeting_that_a_procedure_names_gets_no_meaning_from_the_law(library: Library) -> None:
    view = view_of(library, "authority-a")
    glossary = Glossary(view, local=True)
    agenda = view.checklist["ppm-preparation"].meeting
    assert agenda is not None
    words = [point.text for point in agenda.agenda if "Family Meeting" in point.text]
    assert words
    assert glossary.pattern is not None
    assert [found for text in words for found in glossary.pattern.findall(text) if "meeting" in found.lower()] == []
    own = parts_of(view.chapter["authority-a-permanence-planning"])
    assert "family-meeting" in own
    assert "term('fgdm')" not in view.chapter["authority-a-permanence-planning"].body


def test_authority_b_has_no_word_for_family_finding(library: Library) -> None:
    """Its procedure names a nominated home finder, who is a person, and no work."""
    authority = library.authority["authority-b"]
    assert "family-finding" not in authority.terms
    assert "family-finder" in authority.roles


# ---- one case, every authority -----------------------------------------------------------------------------------


def test_what_one_procedure_asks_for_stands_in_its_own_column_alone(
    library: Library, compiled_views: dict[str, bytes]
) -> None:
    page = compiled_views["authorities/dates.md"].decode()
    found = re.search(r"<script [^>]*data-views>(.*?)</script>", page, re.S)
    assert found
    columns = {
        view["id"]: {event for timeline in view["timelines"] for event in timeline["order"]}
        for view in json.loads(found[1])["views"]
    }
    asked = {id_: deadline for id_, deadline in library.deadlines.items() if deadline.force == "practice"}
    assert {"ppm-called", "ppm-papers", "ppm-minutes", "ppm-next", "ppm-before-evidence"} <= set(asked)
    assert columns["national"] & set(asked) == set()
    assert {"first-review", "permanence-plan-second-review"} <= columns["national"]
    assert [name for name, events in columns.items() if "ppm-called" in events] == ["authority-a"]
    assert "ppm-after-hearing" in columns["north-london"]


@pytest.mark.parametrize(
    ("authority", "row", "told"),
    [
        ("authority-b", "ppm-called", "In another row: Permanency Planning Meeting set up"),
        ("north-london", "ppm-called", "In another row: First meeting in proceedings"),
        ("coventry", "ppm-called", "The procedure says nothing about it."),
        ("dudley", "ppm-called", "The procedure says nothing about it."),
        ("north-london", "dudley-six-weekly-meetings", "As needed. One meeting falls when most assessments"),
        ("authority-a", "ppm-minutes-all", "Not known: part of the procedure could not be read."),
        ("coventry", "authority-b-ppn1-completed", "Not among its dates"),
        ("national", "ppm-called", "No national date"),
    ],
)
def test_a_date_that_an_authority_does_not_have_is_silent_elsewhere_or_in_another_row(
    library: Library, authority: str, row: str, told: str
) -> None:
    views = {"national": library} | {view.seen_by.id: view for view in views_of(library) if view.seen_by}
    view = views[authority]
    own = view.seen_by.source if view.seen_by else None
    has = [
        name
        for name, date_ in view.deadlines.items()
        if date_.force != "practice" or own in {cited.source for cited in date_.cite}
    ]
    assert row not in has
    assert absent(view, date(2026, 12, 1), row, has, topics_of_dates(list(views.values()))).startswith(told)


# ---- how far it was read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "advice"),
    [
        ("decision-guides/family-time-results.md", "person-ask-the-child"),
        ("local/authority-a/decision-guides/planning-meeting-due-results.md", "authority-a-overdue-ask"),
    ],
)
def test_advice_of_ours_in_a_guide_has_nothing_to_check(
    compiled_views: dict[str, bytes], page: str, advice: str
) -> None:
    said = re.search(rf'<li[^>]* id="[a-z-]+-{advice}">(.*?)</li>', compiled_views[page].decode(), re.S)
    assert said
    assert UNREAD not in said[1]


def test_what_names_a_source_that_nobody_read_says_so(library: Library, compiled_views: dict[str, bytes]) -> None:
    for tree in library.tree.values():
        steps = [(name, step) for name, outcome in tree.outcomes.items() for step in outcome.then]
        for name, step in steps:
            if step.cite and step.seen == "none":
                page = compiled_views[f"decision-guides/{tree.id}-results.md"].decode()
                said = re.search(rf'<li[^>]* id="{name}-{step.id}">(.*?)</li>', page, re.S)
                assert said and UNREAD in said[1], (tree.id, step.id)


def test_ages_change_the_route_nationally_too(library: Library) -> None:
    national = library.topic["age-limits"].national
    assert national is not None and {cited.source for cited in national.cite} == {"cppcr2010", "aca2002"}
