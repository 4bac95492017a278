"""In an authority's own view nothing speaks of its own procedure as of a stranger's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.compile.page import chapter_text
from generator.compile.page.maker import Maker
from generator.model import Library
from generator.model.address import parts_of
from generator.model.chapter import headings_in, references_in
from generator.model.deadline import Deadline
from generator.model.local.localise import views_of
from generator.model.local.spots import section_of
from generator.model.source import Source
from generator.model.statement import Saying
from generator.own_words import SAYS
from support.paths import ROOT
from support.texts import texts_in, texts_of

BASIS = SAYS.parts.page.basis
AUTHORITIES = sorted(path.name for path in (ROOT / "content/authorities").iterdir())
# One procedure among those read, as a national text names it: anywhere, and where a clause of a chapter begins.
STRANGER = re.compile(
    r"\bone of the five\b|\b(one|some|one local) (authorit(y|ies)(?! to | takes )|councils?|procedures?)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(and |in )?(one|another|the other|a third|some)\b", re.IGNORECASE)
AMONG = re.compile(r"\bof the (five|5) procedures read\b", re.IGNORECASE)
CITED = re.compile(r"\(?\{\{ cite\('(?P<source>[a-z0-9-]+)[^}]*\}\}")
PRACTICE = re.compile(r"\{\{ practice_of\('(?P<source>[^']+)', '(?P<words>[^']+)'\) \}\}")
# What an authority says of itself and of others, what a word means there beside the national word, and chapters.
OTHERWISE = ("term", "chapter", "explainer")
LOCAL = re.compile(r"^>.*\{\{ link\('(chapter|tree|checklist|authority)/", re.MULTILINE)


@pytest.fixture(scope="module", params=AUTHORITIES)
def view(request: pytest.FixtureRequest, library: Library) -> Library:
    return next(view for view in views_of(library) if view.seen_by and view.seen_by.id == request.param)


def own_source(view: Library) -> Source:
    assert view.seen_by is not None and view.seen_by.source is not None
    return view.source[view.seen_by.source]


def strangers(section: str, source: str) -> Iterator[str]:
    """Give each clause that cites ``source`` and speaks of it as of one procedure among others."""
    national = re.sub(r"^>.*$", "", section, flags=re.MULTILINE)
    read = PRACTICE.sub(lambda found: "OURS" if found["source"] == source else found["words"], national)
    for paragraph in read.split("\n"):
        start = 0
        for cited in CITED.finditer(paragraph):
            clause = re.split(r"(?<=[.;,?!]) ", paragraph[start : cited.start()].lstrip(" ).,;"))[-1]
            whole = re.split(r"(?<=[.?!]) ", paragraph[start : cited.start()])[-1]
            said = STRANGER.search(whole) or BEGINS.match(clause)
            if cited["source"] == source and "OURS" not in whole and said:
                yield whole
            start = cited.end()


def test_a_chapter_says_what_the_readers_own_authority_does_as_its_own(view: Library) -> None:
    source, wrong = own_source(view).id, []
    for chapter in view.chapter.values():
        lines = chapter.body.split("\n")
        for heading in headings_in(chapter):
            span = section_of(chapter.body, heading.id)
            section = "\n".join(lines[slice(*span)]) if span else ""
            wrong += [f"{chapter.id}#{heading.id}: {clause}" for clause in strangers(section, source)]
            named = any(found["source"] == source for found in PRACTICE.finditer(section))
            among = any(AMONG.search(line) and f"{{{{ cite('{source}" in line for line in section.split("\n"))
            if (named or among) and not LOCAL.search(section):
                wrong.append(f"{chapter.id}#{heading.id}: no paragraph of this authority leads to its own page")
    assert wrong == []


def test_no_other_piece_speaks_of_the_readers_own_authority_as_one_of_several(view: Library) -> None:
    source = own_source(view).id
    wrong = [
        f"{piece}: {text}"
        for piece, owner, text in texts_in(view)
        if piece.partition("/")[0] not in OTHERWISE
        if STRANGER.search(text) and any(cited.source == source for cited in getattr(owner, "cite", ()))
    ]
    assert wrong == []


def test_what_is_called_one_procedure_of_those_read_is_cited_beside_it(library: Library) -> None:
    for chapter in library.chapter.values():
        lines = chapter.body.split("\n")
        for reference in references_in(chapter):
            if reference.function == "practice_of":
                line = lines[chapter.body.count("\n", 0, reference.start)]
                assert reference.arguments[0] in {found["source"] for found in CITED.finditer(line)}, line


def test_the_clauses_are_told_apart() -> None:
    cite = "{{ cite('ours p.1') }}"
    ours, other = "{{ practice_of('ours', 'one') }}", "{{ practice_of('theirs', 'another') }}"
    assert list(strangers(f"In one of the five procedures read a form is sent ({cite}).", "ours"))
    assert list(strangers(f"In another the meeting comes first ({cite}).", "ours"))
    assert list(strangers(f"In {other} the meeting comes first ({cite}).", "ours"))
    assert not list(strangers(f"In {ours} the meeting comes first ({cite}).", "ours"))
    assert not list(
        strangers(f"In {other} it does ({{{{ cite('theirs') }}}}); in {ours} it does not ({cite}).", "ours")
    )


@pytest.mark.parametrize(
    ("authority", "section", "numbers"),
    [
        ("authority-a", "authority-a-permanence-planning#first-review", ["1 month"]),
        ("authority-a", "authority-a-permanence-planning#planning-meeting", ["4 months"]),
        ("authority-b", "authority-b-permanence-planning#options", ["4 months"]),
        ("dudley", "dudley-planning-meetings#how-often", ["6 weeks"]),
        ("north-london", "north-london-planning#formulation-meeting", ["6 weeks"]),
        ("north-london", "north-london-planning#formulation-record", ["2 weeks"]),
        ("north-london", "north-london-planning#adoption-early", ["10 working days"]),
        ("north-london", "north-london-planning#minutes", ["7 working days", "10 working days"]),
        ("north-london", "north-london-planning#not-looked-after", ["4 weeks"]),
        ("north-london", "north-london-support#team-around-the-child", ["six months"]),
    ],
)
def test_a_number_of_the_procedure_stands_in_its_own_chapter(
    library: Library, authority: str, section: str, numbers: list[str]
) -> None:
    view = next(view for view in views_of(library) if view.seen_by and view.seen_by.id == authority)
    name, _, heading = section.partition("#")
    html = chapter_text.render(view.chapter[name], Maker(view, ()).helper(f"procedures/{name}"))
    (passage,) = (part for part in html.split("<h2 ") if f'id="{heading}"' in part)
    assert [number for number in numbers if number not in passage.replace("\N{NO-BREAK SPACE}", " ")] == []


# What a procedure encourages, has considered or reports from research, in words of its authority's own file.
ENCOURAGED = [
    ("coventry", "checklist/ppm-preparation#coventry-family-group-conference"),
    ("coventry", "checklist/ppm-preparation#coventry-siblings-staying-put"),
    ("coventry", "option/adoption#coventry-adoption-considered"),
    ("north-london", "tree/north-london-planning-meeting#before-proceedings"),
]
# The same in national words, which may name somebody whom the procedure does not; and advice with nobody's name.
CARRIED = [
    ("authority-a", "tree/early-permanence#consider-family-meeting"),
    ("authority-a", "tree/routes-to-explore#offer-family-meeting"),
    ("coventry", "tree/routes-to-explore#family-around-home"),
    ("authority-a", "checklist/parallel-plan#at-first-review"),
    ("authority-a", "checklist/ppm-preparation#people-who-know-the-child"),
    ("authority-b", "checklist/parallel-plan#from-the-start"),
    ("coventry", "checklist/parallel-plan#from-the-start"),
    ("coventry", "checklist/parallel-plan#time-limit"),
    ("coventry", "checklist/parallel-plan#what-must-change"),
    ("coventry", "checklist/contact-plan#new-parents-there"),
    ("coventry", "checklist/contact-plan#door-open"),
    ("coventry", "checklist/ppm-chairing#going-home"),
    ("coventry", "checklist/ppm-follow-up#what-must-change"),
    ("coventry", "checklist/ppm-preparation#second-plan"),
    ("coventry", "checklist/sibling-assessment#the-bond"),
    ("coventry", "checklist/sibling-assessment#practical"),
    ("coventry", "checklist/life-story-work#family-tree"),
    ("coventry", "option/return-home#say-what-must-change"),
    ("coventry", "tree/routes-to-explore#dates-for-home"),
    ("coventry", "tree/siblings#stay-put-together"),
    ("coventry", "tree/siblings#keep-practical"),
]
ADVICE = [
    "checklist/ppm-follow-up#next-meeting",
    "checklist/childs-voice#ask-again",
    "checklist/childs-voice#explain-the-choices",
    "tree/early-permanence#ask-on-both-sides",
    "tree/family-time#person-ask-the-child",
    "tree/planning-meeting-due#watch-dates",
    "checklist/life-story-work#facts",
    "checklist/ppm-chairing#read-back",
    "checklist/ppm-chairing#next-date",
    "checklist/ppm-chairing#towards-adulthood",
]


@pytest.mark.parametrize(("authority", "address"), ENCOURAGED)
def test_what_a_procedure_only_encourages_is_not_called_required(
    library: Library, authority: str, address: str
) -> None:
    view = next(view for view in views_of(library) if view.seen_by and view.seen_by.id == authority)
    assert view.seen_by is not None
    said = Maker(view, ()).helper("a-page").force_word(piece_at(view, address))
    assert said == ("local", view.seen_by.name)


@pytest.mark.parametrize(("authority", "address"), CARRIED)
def test_national_words_say_how_many_of_the_procedures_carry_them(
    library: Library, authority: str, address: str
) -> None:
    view = next(view for view in views_of(library) if view.seen_by and view.seen_by.id == authority)
    read = len(procedures := {source.id for source in view.source.values() if source.kind == "local-procedure"})
    piece = piece_at(view, address)
    count = len({cited.source for cited in piece.cite} & procedures)
    practice = BASIS.practice.format(count=count, all=read)
    assert Maker(view, ()).helper("a-page").force_word(piece) == ("may", BASIS.among.format(practice=practice))


def test_the_bare_name_of_an_authority_stands_only_on_words_of_its_own_file(view: Library) -> None:
    assert view.seen_by is not None
    authority, helper = view.seen_by, Maker(view, ()).helper("a-page")
    named = {
        f"{kind}/{name}#{path}": piece
        for kind, shelf in view.shelves.items()
        for name, thing in shelf.items()
        for path, piece in parts_of(thing).items()
        if isinstance(piece, Saying | Deadline) and helper.force_word(piece)[1] == authority.name
    }
    folder = f"content/authorities/{authority.id}/"
    assert [address for address, piece in named.items() if not piece.place("text").file.startswith(folder)] == []
    assert named


@pytest.mark.parametrize("address", ADVICE)
def test_advice_that_no_procedure_carries_bears_no_name(library: Library, address: str) -> None:
    for view in (library, *views_of(library)):
        assert Maker(view, ()).helper("a-page").force_word(piece_at(view, address)) == ("", "")


def piece_at(view: Library, address: str) -> Saying:
    kind, _, rest = address.partition("/")
    name, _, path = rest.partition("#")
    (found,) = (piece for full, piece in parts_of(view.of_kind(kind)[name]).items() if full.rpartition(".")[2] == path)
    assert isinstance(found, Saying)
    return found


def test_where_fostering_comes_last_its_page_and_each_outcome_that_offers_it_say_so(library: Library) -> None:
    view = next(view for view in views_of(library) if view.seen_by and view.seen_by.id == "authority-b")
    source = own_source(view).id
    outcomes = view.tree["routes-to-explore"].outcomes.values()
    told = [view.option["long-term-fostering"].steps] + [
        outcome.then for outcome in outcomes if "long-term-fostering" in outcome.options
    ]
    assert len(told) == 11
    for statements in told:
        assert any(
            said.force == "practice" and said.cite[0].source == source and "ruled out" in said.text
            for said in statements
        )


def test_practice_is_said_of_procedures_that_were_read(library: Library) -> None:
    """What neither law nor guidance nor a procedure asks for is called advice."""
    wrong = [
        f"{piece}: {text}"
        for piece, _, text in texts_in(library)
        if re.search(r"\b(is|local|common) practice\b|\bpractice, not\b", text, re.IGNORECASE)
    ]
    assert wrong == []


# What no view may say: in one of them it is false.
FOR_OTHERS = re.compile(
    r"for each authority to say|how your authority works|the local page names|local rules say\b|"
    r"\b(council['’]s|authority['’]s) page says wh(?!at does not fit)|\bit says whom to ask|"
    r"\bsome (texts|authorities)\b",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(
    r"\bone (north london )?(authority|council)(['’]s)?\b|\bone local protocol\b|\bone council in\b", re.IGNORECASE
)


def test_no_view_leaves_to_the_authority_what_its_page_says_or_promises_what_it_does_not(view: Library) -> None:
    wrong = [
        f"{piece}: {found.group()}"
        for piece, _, text in texts_in(view)
        if not piece.startswith("scenario/")
        for found in FOR_OTHERS.finditer(text)
    ]
    assert wrong == []


def test_an_authoritys_own_files_speak_of_it_as_this_authority(view: Library) -> None:
    assert view.seen_by is not None
    own = [thing for shelf in view.own.get(view.seen_by.id, {}).values() for thing in shelf.values()]
    assert [text for thing in own for _, text in texts_of(thing) if OF_ITSELF.search(text)] == []


def test_an_authority_part_of_whose_procedure_is_unread_is_not_said_to_have_no_list(library: Library) -> None:
    for view in views_of(library):
        assert view.seen_by is not None
        unread = any(
            p.topic == "meeting-attendance" and p.answer and p.answer.without == "not-known"
            for p in view.seen_by.practice
        )
        said = [text for thing in (view.seen_by, *view.chapter.values()) for _, text in texts_of(thing)]
        assert not unread or not [text for text in said if re.search(r"procedure has no list of people", text)]


@pytest.mark.parametrize("term", ["connected-person", "kinship-care"])
def test_a_kind_of_home_is_not_called_by_a_word_for_people_nor_people_by_one_for_a_home(
    library: Library, term: str
) -> None:
    of_people = re.compile(r"\b(persons?|parents|carers?|people)\b", re.IGNORECASE)
    for authority in library.authority.values():
        name = authority.terms.get(term)
        national = library.term[term].term
        assert name is None or bool(of_people.search(name.name)) == bool(of_people.search(national)), authority.id
