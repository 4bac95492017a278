"""The A to Z: filed as in a printed index, each name once, with all that goes by it."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.compile.page.maker import Maker
from generator.compile.pages.search import filed, rows_of, write_index
from generator.model import Library
from support.pages import words_seen


def page_of(library: Library) -> str:
    maker = Maker(library, ())
    write_index(maker)
    return maker.written["a-z.md"].decode()


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("The second review", "second review"),
        ("A father, a gran and a brother", "father, a gran and a brother"),
        ("An assessment", "assessment"),
        ("the court", "court"),
        ("“The voice” of a child", "voice” of a child"),
        ("Theory", "theory"),
        ("Adoption", "adoption"),
        ("Anthem", "anthem"),
        ("The 28th day", "28th day"),
        ("A", "a"),
        ("?", "?"),
    ],
)
def test_a_name_is_filed_by_its_first_word_that_is_no_article(name: str, under: str) -> None:
    assert filed(name) == under


def test_what_begins_with_an_article_stands_under_its_next_word_and_is_shown_unchanged(library: Library) -> None:
    letters = page_of(library).split('<h2 id="letter-')
    under = {letter[0]: letter for letter in letters[1:]}
    assert "The second review: is there a plan for permanence?" in under["s"]
    assert "A child in the first months of care" in under["c"]
    assert "The second review" not in under["t"]


def test_each_name_stands_once_whatever_letters_it_is_written_in(library: Library) -> None:
    rows = rows_of(library)
    assert [name for name, times in Counter(row.name.casefold() for row in rows).items() if times > 1] == []
    for row in rows:
        assert len(row.ways) == len(set(row.ways)), row.name


def test_all_that_shares_a_name_is_one_row_with_its_kinds_as_links(library: Library) -> None:
    page = page_of(library)
    row = next(item for item in page.split("<li>") if "Special guardianship:" in item)
    for target in ("options/special-guardianship.html", "dates/special-guardianship.html", "words.html#sgo"):
        assert f'href="{target}"' in row
    assert " ".join(words_seen(row.partition("</li>")[0]).split()) == "Special guardianship: word , option , dates"


def test_days_with_one_name_are_told_apart_by_their_page(library: Library) -> None:
    rows = {row.name: [way.kind for way in row.ways] for row in rows_of(library)}
    assert rows["Eighteenth birthday"] == ["date (Adoption)", "date (Leaving care)", "date (Long-term fostering)"]


def test_a_thing_is_found_under_each_of_its_names(library: Library) -> None:
    places = {row.name.casefold(): {(way.spot.page, way.spot.anchor) for way in row.ways} for row in rows_of(library)}
    for term in library.term.values():
        for name in term.names:
            assert ("words", term.id) in places[name.casefold()]
    for kind, section in (("option", "options"), ("tree", "decision-guides"), ("chapter", "procedures")):
        for thing in library.of_kind(kind).values():
            for name in filter(None, (thing.title, thing.short_title)):
                assert (f"{section}/{thing.id}", "") in places[name.casefold()]


def test_rows_stand_in_the_order_they_are_filed_in(library: Library) -> None:
    under = [filed(row.name) for row in rows_of(library)]
    assert under == sorted(under)
