"""Forms by the names people use: shown, found, and with every item of a checklist that asks for them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.compile.page.addresses import Spot
from generator.compile.page.maker import Maker
from generator.compile.pages.reference import asked_in, write_reference
from generator.compile.pages.search import rows_of
from generator.compile.words.found import told_of
from generator.model import Library
from support.pages import read_text, words_seen

NAMES = ["C1", "C2", "C13A", "C100", "FM1", "A50", "A52", "A53", "A54", "A58", "CPR", "PAR", "PEP"]
MONEY = re.compile(r"£|\bpounds?\b")


@pytest.fixture(scope="module")
def page(library: Library) -> str:
    maker = Maker(library, ())
    write_reference(maker)
    return maker.written["forms.md"].decode()


def section(page: str, form: str) -> str:
    (found,) = (part for part in page.split('<section class="entry">') if f'id="{form}"' in part)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_form_is_found_by_the_name_people_use(library: Library, page: str, name: str) -> None:
    (form,) = (form for form in library.form.values() if form.short == name)
    assert f'<span class="short">{name}</span>' in section(page, form.id)
    shown = told_of(library, form, "", form, date(2026, 12, 1))
    assert shown is not None and name in shown.also, "the search knows it"
    row = next(row for row in rows_of(library) if row.name == name)
    assert Spot("forms", form.id) in [way.spot for way in row.ways], "so does the A to Z"


def test_a_form_says_where_it_is_used(library: Library, page: str) -> None:
    uses = asked_in(library)
    items = [(c, i) for c in library.checklist.values() for i in c.items if i.form]
    assert len(items) > 8 and sum(map(len, uses.values())) == len(items)
    for checklist, item in items:
        part = section(page, str(item.form))
        assert f"checklists/{checklist.id}.html#{item.id}" in read_text(part).links
        assert item.text.replace("'", "’") in " ".join(words_seen(part).split())
    for form, asked in uses.items():
        assert ("Asked for in:" in section(page, form)) == bool(asked)


def test_a_fee_is_spoken_of_and_never_told(library: Library, page: str) -> None:
    costing = [form for form in library.form.values() if form.cost]
    assert {form.short for form in costing} == {"C1", "C2", "C100", "A58"}
    for form in costing:
        assert form.cost is not None and "EX50" in form.cost.text
        assert any(citation.source == "court-fees" for citation in form.cost.cite)
        assert "Cost: " in words_seen(section(page, form.id))
    assert not MONEY.search(words_seen(page))


def test_what_a_form_rests_on_leads_back_to_it(library: Library) -> None:
    maker = Maker(library, ())
    write_reference(maker)
    assert "forms.html#form-c100" in read_text(maker.written["sources.md"].decode()).links
