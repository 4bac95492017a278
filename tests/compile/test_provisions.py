"""Passages of the law stand in its order, each with an anchor of its own that a reader can go to."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compile.page.maker import Maker
from generator.compile.pages.reference import rests_of, write_reference
from generator.compile.words.provisions import anchor_of, in_legal_order, legal_order
from generator.model import Library
from generator.model.statement import parse_citation
from support.pages import read_text

ORDERS = {
    "sections": "s.1 s.1(1) s.1(1)(a) s.8 s.14A s.14C(1) s.22 s.22(3) s.22A s.22C s.22C(8) s.105",
    "what was put between": "s.23 s.23ZZA s.23ZA s.23ZB s.23A s.23C s.23CZA s.23CZAA s.23CZB s.23CA s.23D",
    "subsections": "s.10(1) s.10(5) s.10(5)(a) s.10(5)(aa) s.10(5)(b) s.10(5A) s.10(7ZA) s.10(7A) s.10(10)",
    "numerals": "s.10(5)(c) s.10(5)(c)(i) s.10(5)(c)(ii) s.10(5)(c)(iv) s.10(5)(c)(v) s.10(5)(c)(ix) s.10(5)(d)",
    "letters that could be numerals": "s.3(h) s.3(i) s.3(j) s.3(u) s.3(v) s.3(w) s.3(x)",
    "regulations": "r.1 r.2 r.10 r.10(2) r.10A r.11 pt.2 sch.1",
    "court rules": "r.2.9 r.2.9(4) r.2.10 r.30.4(3) r.30.4(3)(a) r.30.4(3)(b) r.30.5",
    "articles": "art.2 art.8 art.12",
    "Schedules after sections": "s.105 sch.A1 sch.1 sch.2 sch.2|para.19A sch.2|para.19B sch.2|para.19B(4) sch.10",
    "paragraphs of guidance": "para.2 para.6.2 para.6.10 para.12",
    "the whole first": "whole s.1",
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_passages_stand_as_they_do_in_the_law(order: str) -> None:
    wanted = [place.replace("|", " ") for place in order.split()]
    shuffled = random.Random(1).sample(wanted, len(wanted))
    assert in_legal_order(shuffled) == wanted
    assert in_legal_order(reversed(wanted)) == wanted


places = st.one_of(
    st.from_regex(r"(s|r|art|pt|sch|para)\.[0-9]{1,3}[A-Z]{0,3}(\([0-9a-z]{1,3}\)){0,3}", fullmatch=True),
    st.from_regex(r"sch\.[0-9]{1,2} para\.[0-9]{1,2}[A-Z]?(\([0-9]\))?", fullmatch=True),
    st.text(max_size=12),
)


@given(st.lists(places), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_they_come(names: list[str], dice: random.Random) -> None:
    shuffled = dice.sample(names, len(names))
    assert in_legal_order(shuffled) == in_legal_order(names)


@given(places, places, places)
def test_any_two_passages_have_an_order(one: str, other: str, third: str) -> None:
    first, second, last = legal_order(one), legal_order(other), legal_order(third)
    assert (first < second) + (second < first) + (one == other) == 1
    assert first < last or not first < second or not second < last


@pytest.fixture(scope="module")
def page(library: Library) -> str:
    maker = Maker(library, ())
    write_reference(maker)
    return maker.written["sources.md"].decode()


def test_the_page_lists_the_passages_of_an_act_in_its_order(library: Library, page: str) -> None:
    listed = re.findall(r'id="ca1989-[^"]*" data-passage="([^"]+)"', page)
    assert len(listed) > 100 and listed == in_legal_order(listed)
    assert listed.index("s.8") < listed.index("s.14C(1)") < listed.index("s.22C") < listed.index("s.105(1)")
    assert listed.index("s.105(1)") < listed.index("sch.2 para.19B(4)")


def test_every_passage_that_a_page_rests_on_has_an_anchor_of_its_own(library: Library, page: str) -> None:
    ids = read_text(page).ids
    assert len(ids) == len(set(ids))
    assert anchor_of(parse_citation("ca1989 s.22C(8)")) == "ca1989-s-22C-8"
    for source, cited in rests_of(Maker(library, ())).items():
        assert source in ids
        assert {place.anchor for place in cited} <= {*ids}


def test_without_a_script_the_contents_lead_to_every_source(library: Library, page: str) -> None:
    contents = page.partition("<nav ")[2].partition("</nav>")[0]
    assert read_text(contents).links == [f"#{name}" for name in in_order_of_the_page(page)]
    assert {*in_order_of_the_page(page)} == {*library.source}


def in_order_of_the_page(page: str) -> list[str]:
    return re.findall(r'<h3 id="([^"]+)"', page)
