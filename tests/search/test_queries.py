"""What readers look for is found: by those who had read the procedures only, and by those who knew the site.

What was found before anybody wrote down how readers ask stands in the change log; ``python bench/search.py`` tells it
again, by kind of reader.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compile.folder import Compiled
from generator.compile.page.addresses import Spot, spot_of
from generator.model import Library
from generator.model.statement import Address
from support.queries import HALVES, answers, mistyped, queries, rank, write_rows

# What has these names is one thing told in several places: its meaning, its task, its form, its date.
NAMED = ("form", "role", "tree", "timeline", "checklist", "chapter", "explainer", "contact")


@pytest.fixture(scope="module")
def rows(compiled_with_views: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rows")
    write_rows(compiled_with_views.files, folder)
    return folder


def place_of(spot: Spot) -> str:
    return f"{spot.page}.html" + (f"#{spot.anchor}" if spot.anchor else "")


@pytest.mark.parametrize(("half", "in_three", "first"), [(HALVES[0], 95, 80), (HALVES[1], 90, 75)])
def test_queries_find_their_places(rows: Path, half: str, in_three: int, first: int) -> None:
    asked = queries(half)
    ranks = [
        rank(told["places"], query.at)
        for query, told in zip(asked, answers(rows, [(it.words, it.view) for it in asked]), strict=True)
    ]
    missed = [query.words for query, at in zip(asked, ranks, strict=True) if at > 2]
    assert 100 * sum(at < 3 for at in ranks) / len(ranks) >= in_three, missed
    assert 100 * sum(at == 0 for at in ranks) / len(ranks) >= first
    slips = [(query, wrong) for query in asked if (wrong := mistyped(query.words))]
    told = answers(rows, [(wrong, query.view) for query, wrong in slips])
    found = sum(rank(it["places"], query.at) < 3 for (query, _), it in zip(slips, told, strict=True))
    assert 100 * found / len(slips) >= 85


def test_there_are_enough_queries_of_four_kinds_of_readers() -> None:
    every = [query for half in HALVES for query in queries(half)]
    assert len(every) >= 200
    assert len({query.words for query in every}) > 195
    assert {query.by for query in every} == {"worker", "trainer", "family", "policy"}
    assert all(1 <= len(query.at) <= 2 for query in every)


def test_what_readers_ask_leads_where_it_should(rows: Path, library: Library) -> None:
    asked = [(place_of(spot_of(library, it.leads_to)), words) for it in library.asked.values() for words in it.asked_as]
    told = answers(rows, [(words, None) for _, words in asked])
    elsewhere = [words for (place, words), it in zip(asked, told, strict=True) if rank(it["places"], (place,)) > 2]
    assert len(elsewhere) <= len(asked) / 100, elsewhere


def test_things_are_found_by_their_own_names(rows: Path, library: Library) -> None:
    named = [
        (place_of(spot_of(library, Address(kind, name))), getattr(it, "title", None) or it.name)
        for kind in NAMED
        for name, it in library.of_kind(kind).items()
    ]
    told = answers(rows, [(words, None) for _, words in named])
    lost = [words for (place, words), it in zip(named, told, strict=True) if rank(it["places"], (place,)) > 2]
    assert len(lost) <= len(named) / 25, lost
