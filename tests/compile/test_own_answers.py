"""What an authority answers stands where its view says the same: on agendas, minutes, and beside what is national."""

from __future__ import annotations

import io
import re
from collections import Counter

import docx
import pytest

from generator.compile.data.checklist import checklist_data
from generator.compile.data.timeline import timelines_data
from generator.compile.files.papers import attendees
from generator.compile.page.addresses import VIEWS, spot_of
from generator.compile.page.maker import Maker
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.authority import Authority, Practice
from generator.model.checklist import Item
from generator.model.deadline import Deadline
from generator.model.local.localise import view_of, views_of
from generator.own_words import SAYS
from generator.reason.calendars import england_and_wales
from support.passages import text_of

LIST = "ppm-preparation"
HERE = SAYS.parts.page.national_here.split("{")[0]
OWN = {"authority-b", "dudley", "north-london"}  # whose procedures say who comes
# Authority B's list is for the meeting after the second review alone; north London says who comes to each meeting.
MARKS = {"authority-b": 7, "dudley": 12, "north-london": 1}
POINTS = {"authority-a": 3, "authority-b": 1, "coventry": 9, "dudley": 8, "north-london": 15}


@pytest.fixture(scope="module", params=sorted(POINTS))
def view(request: pytest.FixtureRequest, library: Library) -> Library:
    return next(view for view in views_of(library) if view.seen_by and view.seen_by.id == request.param)


def authority_of(view: Library) -> Authority:
    assert view.seen_by is not None
    return view.seen_by


def shown(pages: dict[str, bytes], view: Library, path: str) -> bytes:
    """Return a file as a reader of the view gets it: its own, or the national one."""
    return pages.get(f"{VIEWS}/{authority_of(view).id}/{path}") or pages[path]


@pytest.mark.parametrize("paper", ["agenda", "minutes"])
def test_agenda_and_minutes_name_the_people_and_points_of_the_view(
    view: Library, library: Library, compiled_views: dict[str, bytes], paper: str
) -> None:
    checklist, national = view.checklist[LIST], library.checklist[LIST]
    assert checklist.meeting is not None and national.meeting is not None
    page = text_of(shown(compiled_views, view, f"checklists/{LIST}-{paper}.md").decode())
    word = docx.Document(io.BytesIO(shown(compiled_views, view, f"assets/papers/{LIST}-{paper}.docx")))
    file = "\n".join(p.text for p in word.paragraphs)
    file += "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)
    people = attendees(view, checklist)
    for name, told in people:
        assert name in page and name in file
        assert paper == "minutes" or (told in page and told in file)
    for item in checklist.meeting.agenda:
        assert apostrophes(item.title) in page and apostrophes(item.title) in file
    others = {name for name, _ in attendees(view, national)} - {name for name, _ in people}
    assert [name for name in others if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", file)] == []
    assert len(checklist.meeting.agenda) == POINTS[authority_of(view).id]


@pytest.mark.parametrize("paper", ["agenda", "minutes"])
@pytest.mark.parametrize(
    ("authority", "why"),
    [
        (
            "authority-a",
            "Whom this authority’s own procedure asks to come is not known: part of it could not be read. "
            "The papers are national too.",
        ),
        (
            "coventry",
            "This authority’s own procedure does not say who comes. "
            "The papers and the points to talk about are national too.",
        ),
    ],
)
def test_a_national_list_of_people_says_in_a_view_that_it_is_one(
    library: Library, compiled_views: dict[str, bytes], authority: str, why: str, paper: str
) -> None:
    view = view_of(library, authority)
    note = f"This is the national list of people. {why}"
    assert note in text_of(shown(compiled_views, view, f"checklists/{LIST}-{paper}.md").decode())
    word = docx.Document(io.BytesIO(shown(compiled_views, view, f"assets/papers/{LIST}-{paper}.docx")))
    assert note in [paragraph.text for paragraph in word.paragraphs]
    assert note not in text_of(compiled_views[f"checklists/{LIST}-{paper}.md"])


def test_those_come_whom_the_answer_names(view: Library, library: Library) -> None:
    meeting, national = view.checklist[LIST].meeting, library.checklist[LIST].meeting
    assert meeting is not None and national is not None
    people = next((p.answer.people for p in authority_of(view).practice if p.answer and p.answer.people), ())
    assert bool(people) == (authority_of(view).id in OWN)
    assert meeting.attendees == (people or national.attendees)


def marked_pages(view: Library) -> Counter[str]:
    """Return how many marks each page has to show: one for each address that an answer leaves national."""
    found: Counter[str] = Counter()
    for practice in authority_of(view).practice:
        found.update(spot_of(view, address).page for address in practice.national)
    return found


def test_a_mark_stands_where_an_answer_is_contradicted_and_nowhere_else(
    view: Library, compiled_views: dict[str, bytes]
) -> None:
    wanted = marked_pages(view)
    folder = f"{VIEWS}/{authority_of(view).id}/"
    for path, data in compiled_views.items():
        if not (path.startswith(folder) and path.endswith(".md")):
            continue
        text = re.sub(r"<template.*?</template>", "", data.decode(), flags=re.DOTALL)  # lists that guides lend
        name = path.removeprefix(folder).removesuffix(".md")
        assert text.count(HERE) == wanted.get(name, 0), path
    assert sum(wanted.values()) == MARKS.get(authority_of(view).id, 0)


def test_a_mark_says_the_answer_and_leads_to_it(view: Library, compiled_views: dict[str, bytes]) -> None:
    for practice in authority_of(view).practice:
        for address in practice.national:
            page = compiled_views[f"{VIEWS}/{authority_of(view).id}/{spot_of(view, address).page}.md"].decode()
            told = page.partition(f'id="{spot_of(view, address).anchor}"')[2]
            before, _, after = told.partition('<p class="local-mark">')
            mark = after.partition("</p>")[0]
            assert f"authorities/{authority_of(view).id}.html#{practice.id}" in mark
            assert all(first_word(practice, n) in text_of(mark) for n in (0, 1))
            assert f"{authority_of(view).name} requires" not in text_of(before)


def test_a_mark_tells_each_person_and_in_which_case_they_come(view: Library, compiled_views: dict[str, bytes]) -> None:
    """Nobody is said to come each time who comes in some cases, and nobody is left out."""
    for practice in authority_of(view).practice:
        for address in practice.national:
            page = compiled_views[f"{VIEWS}/{authority_of(view).id}/{spot_of(view, address).page}.md"].decode()
            after = page.partition(f'id="{spot_of(view, address).anchor}"')[2].partition('<p class="local-mark">')[2]
            each_time, _, others = text_of(after.partition("</p>")[0]).casefold().partition(" each time")
            assert practice.answer is not None
            for who in practice.answer.people:
                told = others if who.when else each_time
                words = (who.name or view.role[who.role or ""].name, who.when, who.note)
                assert [each for each in words if each and apostrophes(each).casefold() not in told] == []


def first_word(practice: Practice, number: int) -> str:
    """Return a word of one of those who come each time, by which the mark is known."""
    assert practice.answer is not None
    who = [who for who in practice.answer.people if who.when is None][number]
    return (who.name or (who.role or "").replace("-", " ")).split()[-1].removesuffix("chair").rstrip()


def test_what_a_procedure_is_silent_on_stands_together_with_or_without_words(
    view: Library, compiled_views: dict[str, bytes]
) -> None:
    authority = authority_of(view)
    page = shown(compiled_views, view, f"authorities/{authority.id}.md").decode()
    answered, _, after = page.partition('id="here-silent"')
    silent = [answer for answer in authority.practice if answer.answer and answer.answer.without == "silent"]
    assert bool(silent) == bool(after)
    for answer in silent:
        assert f'id="topic-{answer.topic}"' not in answered and f'id="topic-{answer.topic}"' in after
        assert f'id="{answer.id}"' in after and text_of(apostrophes(answer.text or "")) in text_of(after)


def test_calculator_and_list_call_an_authoritys_own_practice_what_the_page_calls_it(view: Library) -> None:
    helper, calendar = Maker(view, ()).helper("a-page"), england_and_wales()
    told: list[tuple[Deadline | Item, str | None]] = []
    rules = timelines_data(view, view.timeline.values(), calendar)["rules"]["deadlines"]
    told += [(deadline, rules[name].get("own")) for name, deadline in view.deadlines.items() if name in rules]
    for checklist in view.checklist.values():
        items = checklist_data(view, checklist, calendar)["items"]
        told += [(item, items[item.id].get("own")) for item in checklist.items]
    assert {own for _, own in told} - {None, ""} == {f"{authority_of(view).name} requires"}
    for piece, own in told:
        if own is None:
            assert not helper.force_word(piece)[1].endswith("requires"), piece.id
        else:
            assert helper.force_word(piece) == (("local", own) if own else ("", "")), piece.id
