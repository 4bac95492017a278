"""Pages lead on: each says what comes next and what belongs to it, both ways; each route is gathered on one page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

import pytest

from generator.compile.page.addresses import spot_of
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.related import LEADING, MOST, counterparts
from generator.model.statement import Address
from support.passages import plain, text_of
from support.search import rows_in

LEADS = re.compile(r'<section class="leads.*?</section>', re.DOTALL)
LED = re.compile(r'<li><a href="([^"]+)">(.*?)</a><span>(.*?)</span>')
# What each kind of page has among its counterparts, where the content has it.
WANTED = {
    "option": ({"chapter"}, {"tree", "timeline", "checklist"}),
    "chapter": ({"option", "tree", "timeline", "checklist"},),
    "tree": ({"option", "chapter"}, {"checklist", "timeline"}),
    "timeline": ({"chapter"}, {"option", "checklist", "tree"}),
    "checklist": ({"chapter"}, {"timeline", "tree", "option", "checklist"}),
    "explainer": ({"option", "explainer", "chapter"},),
}


def words_of(text: str) -> str:
    """Return the words of a piece of HTML for comparison: a button round a word leaves no space before a comma."""
    return re.sub(r" ([.,;?])", r"\1", plain(text_of(text)))


def leads_on(compiled: dict[str, bytes], page: str) -> list[tuple[str, str, str]]:
    """Return where a page leads on, as it is printed: the page, its name, and what is found there."""
    text = "".join(LEADS.findall(compiled[f"{page}.md"].decode()))
    here = posixpath.dirname(page)
    return [
        (posixpath.normpath(posixpath.join(here, link.partition("#")[0])).removesuffix(".html"), name, why)
        for link, name, why in LED.findall(text)
    ]


def national_pages(library: Library) -> Iterator[tuple[str, str, str]]:
    """Give each page that leads on, as (kind, id, its path)."""
    for kind in LEADING:
        for name in library.of_kind(kind.name):
            if kind.name in WANTED:
                yield kind.name, name, spot_of(library, Address(kind.name, name)).page


def test_every_page_has_its_counterparts(library: Library) -> None:
    without = []
    for kind, name, _ in national_pages(library):
        kinds = {it.to.kind for it in counterparts(library, kind, name)}
        without += [
            f"{kind}/{name}: none of {', '.join(one)}" for one in map(sorted, WANTED[kind]) if not kinds & {*one}
        ]
    assert without == []


def test_what_belongs_together_leads_both_ways_as_it_is_printed(library: Library, compiled: dict[str, bytes]) -> None:
    pages = {page for *_, page in national_pages(library)}
    pages |= {f"families/{name}" for name in library.option}
    shown = {page: leads_on(compiled, page) for page in pages}
    assert sum(map(len, shown.values())) > 200
    one_way = [
        f"{page} → {to}"
        for page, found in shown.items()
        for to, *_ in found
        if to in shown and page not in [back for back, *_ in shown[to]]
    ]
    assert one_way == []
    assert [page for page, found in shown.items() if len(found) > MOST] == []


def test_each_link_says_what_is_found_there_in_its_own_words(library: Library, compiled: dict[str, bytes]) -> None:
    for *_, page in national_pages(library):
        found = leads_on(compiled, page)
        reasons = [why for *_, why in found]
        assert len(set(reasons)) == len(reasons), f"{page} says the same of two pages"
        for _, name, why in found:
            assert 1 < len(text_of(why).split()) < 11, f"{page}: {why}"
            assert why.lower() != name.lower() and not why.endswith("."), f"{page}: {why}"


@pytest.mark.parametrize("part", ["chapter", "timeline", "checklist", "form", "tree"])
def test_the_whole_way_shows_everything_that_belongs_to_its_stations(
    library: Library, compiled: dict[str, bytes], part: str
) -> None:
    met = 0
    for name, option in library.option.items():
        page = compiled[f"options/{name}-way.md"].decode()
        stations = re.split(r'<li id="', page.partition('<ol class="stations">')[2])[1:]
        assert [text.partition('"')[0] for text in stations] == [station.id for station in option.stations]
        for station, text in zip(option.stations, stations, strict=True):
            for to in [it.to for it in station.belongs]:
                if to.kind == part:
                    spot = spot_of(library, to)
                    link = posixpath.relpath(f"{spot.page}.html", "options") + (
                        f"#{spot.anchor}" if spot.anchor else ""
                    )
                    assert f'href="{link}"' in text, f"{name}#{station.id} does not show {to}"
                    met += 1
            if station.without:
                assert words_of(station.without) in words_of(text)
    assert met > 10, f"nothing of the kind '{part}' belongs to any station"


def test_the_whole_way_and_its_option_are_one_press_apart(library: Library, compiled: dict[str, bytes]) -> None:
    for name, option in library.option.items():
        assert 3 < len(option.stations) < 8, name
        assert f'href="{name}-way.html"' in compiled[f"options/{name}.md"].decode()
        assert f'href="{name}.html"' in compiled[f"options/{name}-way.md"].decode()
        assert f'href="../families/{name}.html"' in compiled[f"options/{name}-way.md"].decode()
        told = words_of(compiled[f"families/{name}.md"].decode())
        for station in option.stations:
            assert words_of(station.plain or station.text) in told


def test_the_whole_way_is_found_by_its_name(compiled: dict[str, bytes], library: Library) -> None:
    names = {row.place: row.names for row in rows_in(compiled["assets/search-rows.js"])}
    for name, option in library.option.items():
        assert names[f"options/{name}-way.html"].startswith(apostrophes(option.name)), (
            "its name, then that it is the whole way"
        )
        assert "the whole way" in names[f"options/{name}-way.html"]


def test_a_deadline_leads_to_where_it_is_spoken_of(library: Library, compiled: dict[str, bytes]) -> None:
    page = compiled["dates/looked-after-child.md"].decode()
    row = re.search(r'<tr id="second-review">.*?</tr>', page, re.DOTALL)
    assert row and "checklists/second-review.html#" in row.group(), "what to bring to the second review"
    linked = sum(
        len(re.findall(r'class="small no-print">', compiled[f"dates/{name}.md"].decode())) for name in library.timeline
    )
    assert linked > 100


def test_a_form_says_where_it_is_used(library: Library, compiled: dict[str, bytes]) -> None:
    page = compiled["forms.md"].decode()
    entries = {entry.partition('"')[0]: entry for entry in page.split('<h2 id="')[1:]}
    met = 0
    for name, option in library.option.items():
        for station in option.stations:
            for to in [it.to for it in station.of_kind("form")]:
                assert f'href="options/{name}-way.html#{station.id}"' in entries[to.id], f"{to} at {name}#{station.id}"
                met += 1
    assert met > 10


def test_what_an_authority_adds_to_a_station_stands_there_in_its_view(compiled_views: dict[str, bytes]) -> None:
    for page, station, link in (
        ("long-term-fostering", "assess", "decision-guides/north-london-match-panel.html"),
        ("long-term-fostering", "confirm", "dates/long-term-fostering.html#north-london-panel-date"),
        ("special-guardianship", "support", "dates/special-guardianship.html#north-london-letter-before-order"),
    ):
        way = compiled_views[f"local/north-london/options/{page}-way.md"].decode()
        there = way.partition(f'<li id="{station}">')[2].partition('<li id="')[0]
        assert f'href="../{link}"' in there, f"{page}#{station} does not lead to {link}"
        assert link not in compiled_views[f"options/{page}-way.md"].decode()
