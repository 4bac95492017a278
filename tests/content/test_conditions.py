"""What a procedure says holds with its conditions and exceptions, and what is law is not given as its practice."""

from __future__ import annotations

import re

import pytest

from generator.compile.page.maker import Maker
from generator.model import Library
from generator.model.address import parts_of, resolve
from generator.model.authority import Practice
from generator.model.deadline import Deadline
from generator.model.local.localise import view_of
from generator.model.local.words import says_itself
from generator.model.statement import Saying, parse_address

GUIDE = "tree/planning-meeting-due"
# Where a view says a rule, what has to stand beside it: the condition, the exception or whom it is for.
BESIDE = [
    ("authority-a", f"{GUIDE}#adoption-now", r"nothing clear is planned for a looked-after child"),
    ("authority-a", f"{GUIDE}#both-now", r"nothing clear is planned for a looked-after child"),
    ("authority-a", f"{GUIDE}#apart-now", r"looked-after children"),
    *(("dudley", f"{GUIDE}#{end}", r"lives at home is not mentioned") for end in ("apart-now", "both-now")),
    *(("dudley", f"{GUIDE}#{end}", r"lives at home is not mentioned") for end in ("before-court", "court-final")),
    ("north-london", f"{GUIDE}#failing-now", r"from Spot provision to the HASS pathway.*visiting support"),
    ("north-london", "authority/north-london#stability-meeting", r"HASS"),
    ("north-london", "checklist/ppm-preparation#agenda-first-routes", r"^At a first meeting explore every route"),
    ("coventry", "authority/coventry#brothers-and-sisters", r"where that is best for each.*medium or long term"),
    ("coventry", "checklist/ppm-preparation#coventry-siblings-later-together", r"when care began.*medium or long term"),
]
# What a view must not say there: it stands in no line of the procedure, or is said of something else.
NOT_BESIDE = [
    ("north-london", f"{GUIDE}#failing-now", r"every move"),
    *(("north-london", f"checklist/ppm-preparation#agenda-{item}", r"first meeting") for item in ("options", "early")),
    *(("north-london", f"checklist/ppm-preparation#agenda-{item}", r"first meeting") for item in ("parallel",)),
    ("north-london", "checklist/ppm-preparation#agenda-report-dates", r"first meeting"),
    ("north-london", "authority/north-london#family-meeting", r"first"),
    ("north-london", f"{GUIDE}#court-final", r"second plan|name the plan"),
    ("authority-b", "authority/authority-b#name-of-the-meeting", r"One sentence calls it"),
    ("authority-a", "authority/authority-a#no-clear-plan-for-home", r"first review"),
    ("coventry", "option/adoption#coventry-siblings-decided-early", r"\b[Ww]eigh\b|ask each child"),
    *((who, f"{GUIDE}#apart-now.apart-assessment", r"written|each child") for who in ("north-london", "dudley")),
    ("north-london", "tree/siblings#have-assessed", r"written|in writing|before anything"),
    ("north-london", "checklist/ppm-preparation#sibling-assessment", r"\bwritten\b|each child"),
]
# Facts of law that a procedure says too: the law is their source. Two that no provision says in words name none.
LAW = [
    *(f"option/long-term-fostering#{fact}" for fact in ("help-goes-on", "still-in-care")),
    "option/special-guardianship#nobody-looks-again",
    *(f"option/child-arrangements-order#{fact}" for fact in ("values.reviews", "nobody-looks-again")),
]
IN_NO_WORDS = [f"option/long-term-fostering#{fact}" for fact in ("values.legal-ties", "no-legal-tie-later")]


@pytest.mark.parametrize(("authority", "address", "words"), BESIDE)
def test_a_rule_stands_with_its_condition(library: Library, authority: str, address: str, words: str) -> None:
    piece = resolve(view_of(library, authority), parse_address(address))
    assert piece is not None
    assert re.search(words, getattr(piece, "text", None) or "")


@pytest.mark.parametrize(("authority", "address", "words"), NOT_BESIDE)
def test_a_rule_says_no_more_than_its_lines(library: Library, authority: str, address: str, words: str) -> None:
    piece = resolve(view_of(library, authority), parse_address(address))
    said = [getattr(piece, key, None) or "" for key in ("title", "text", "plain")]
    assert any(said)
    assert [text for text in said if re.search(words, text)] == []


def test_what_sets_off_a_meeting_in_north_london_begins_with_a_child_who_comes_into_care(library: Library) -> None:
    (trigger,) = (p for p in library.authority["north-london"].practice if p.topic == "meeting-trigger")
    assert isinstance(trigger, Practice)
    assert [row.when for row in trigger.table if "come into care" in row.when] == ["Up to 14, and come into care"]


@pytest.mark.parametrize("address", LAW)
def test_a_fact_of_law_is_no_practice(library: Library, address: str) -> None:
    for view in (library, view_of(library, "coventry")):
        assert Maker(view, ()).helper("a-page").force_word(resolve(view, parse_address(address)))[0] == "law"


@pytest.mark.parametrize("address", IN_NO_WORDS)
def test_what_no_provision_says_in_words_bears_no_mark_and_says_so(library: Library, address: str) -> None:
    piece = resolve(library, parse_address(address))
    assert isinstance(piece, Saying)
    assert Maker(library, ()).helper("a-page").force_word(piece) == ("", "")
    assert piece.note and re.search(r"\b[Nn]o provision\b", piece.note)


# In options a fact that cites procedures alone reports what they found of children, and nothing that follows from law.
OF_LAW = re.compile(
    r"\blegal tie|\bmember of the birth family|\blaw\b|\breviews? (?:see|must)|\bno longer looked after\b"
)


def test_no_other_fact_of_an_option_that_only_procedures_carry_states_law(library: Library) -> None:
    procedures = {source.id for source in library.source.values() if source.kind == "local-procedure"}
    wrong = [
        f"{option.id}#{path}"
        for option in library.option.values()
        for path, piece in parts_of(option).items()
        if isinstance(piece, Saying) and piece.cite and {cited.source for cited in piece.cite} <= procedures
        if OF_LAW.search(piece.text or "")
    ]
    assert wrong == []


NAMED = {
    "authority-a-procedure": r"[Aa]uthority A's procedure",
    "authority-b-procedure": r"[Aa]uthority B's procedure",
    "coventry-guidance": r"Coventry's guidance",
    "dudley-procedure": r"Dudley's procedure",
    "north-london-protocol": r"[Nn]orth London's protocol",
}


@pytest.mark.parametrize("authority", ["authority-a", "authority-b", "coventry", "dudley", "north-london"])
def test_no_note_on_another_procedure_is_left_beside_an_authoritys_own_words(library: Library, authority: str) -> None:
    view = view_of(library, authority)
    assert view.seen_by is not None
    ours = view.seen_by.source
    left = []
    for kind in ("tree", "checklist", "timeline", "option"):
        for name, thing in view.of_kind(kind).items():
            for path, piece in parts_of(thing).items():
                if not isinstance(piece, Saying | Deadline) or not piece.note or not says_itself(view.seen_by, piece):
                    continue
                told = {source for source, words in NAMED.items() if re.search(words, piece.note)}
                if told and ours not in told and not told & {cited.source for cited in piece.cite}:
                    left.append(f"{kind}/{name}#{path}")
    # a separate meeting, as another authority has it, is advice there
    assert set(left) <= {f"{GUIDE}#apart-now"}
