"""What is not in force is never shown as a must: five standings, in everything a reader sees or takes away."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.terminal import timeline_as
from generator.compile.data.in_force import standings_data
from generator.compile.files.papers import agenda_paper
from generator.compile.folder import Compiled, compile_library
from generator.compile.page.maker import Maker
from generator.compile.words import sentences
from generator.compile.words.in_force import in_force_words, with_in_force
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.address import resolve, walk_models
from generator.model.deadline import Deadline
from generator.model.loading import load
from generator.model.statement import InForce, Saying
from generator.reason.in_force import standing
from support.paths import HOMELESSNESS, ROOT
from support.search import rows_in

TODAY = date(2026, 12, 1)
# What is written, what staff read, what families read, and whether it may be shown as a must.
STANDINGS = {
    "unknown": (
        {"from": "unknown"},
        "Not known to be in force",
        "It is not known yet if this rule has started.",
        False,
    ),
    "not yet": (
        {"from": "2027-06-29"},
        "In force from 29 June 2027",
        "This rule starts on 29 June 2027.",
        False,
    ),
    "since lately": (
        {"from": "2026-06-29"},
        "In force from 29 June 2026",
        "This rule started on 29 June 2026.",
        True,
    ),
    "ending": (
        {"to": "2027-02-28"},
        "In force until 28 February 2027",
        "This rule ends on 28 February 2027.",
        True,
    ),
    "ended": (
        {"from": "2001-01-01", "to": "2026-10-31"},
        "Ended on 31 October 2026",
        "This rule ended on 31 October 2026.",
        False,
    ),
}
LONG_SINCE = {"from": "2020-01-01"}


class Piece:
    """Anything that carries ``in_force``."""

    def __init__(self, written: dict[str, str] | None) -> None:
        self.in_force = InForce.model_validate(written) if written else None


@pytest.mark.parametrize("name", STANDINGS)
def test_a_standing_in_words(name: str) -> None:
    written, words, plain, binds = STANDINGS[name]
    piece = Piece(written)
    assert in_force_words(piece, TODAY) == words
    assert in_force_words(piece, TODAY, plain=True) == plain
    assert standing(piece, TODAY).binds is binds


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2027-06-28", "In force from 29 June 2027 until 30 June 2030"),
        ("2027-06-29", "In force from 29 June 2027 until 30 June 2030"),
        ("2028-06-29", "In force from 29 June 2027 until 30 June 2030"),
        ("2028-06-30", "In force until 30 June 2030"),
        ("2030-06-30", "In force until 30 June 2030"),
        ("2030-07-01", "Ended on 30 June 2030"),
    ],
)
def test_the_days_on_which_a_standing_changes(on: str, words: str) -> None:
    piece = Piece({"from": "2027-06-29", "to": "2030-06-30"})
    assert in_force_words(piece, date.fromisoformat(on)) == words
    assert standing(piece, date.fromisoformat(on)).binds is ("2027-06-29" <= on <= "2030-06-30")


def test_a_start_more_than_a_year_back_is_not_mentioned() -> None:
    assert in_force_words(Piece(LONG_SINCE), date(2021, 1, 1)) == "In force from 1 January 2020"
    assert in_force_words(Piece(LONG_SINCE), date(2021, 1, 2)) == ""
    assert in_force_words(Piece(None), TODAY) == ""


DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(start=st.one_of(st.none(), st.just("unknown"), DAYS), length=st.one_of(st.none(), st.integers(0, 5000)), on=DAYS)
def test_binding_is_what_lies_between_the_first_and_the_last_day(
    start: date | str | None, length: int | None, on: date
) -> None:
    written = {"from": str(start)} if start else {}
    first = start if isinstance(start, date) else date(2010, 5, 5)
    end = first + timedelta(days=length) if length is not None else None
    written |= {"to": str(end)} if end else {}
    piece = Piece(written)
    begun = start is None or (isinstance(start, date) and start <= on)
    assert standing(piece, on).binds is (begun and (end is None or on <= end))
    assert standing(piece, on).binds or in_force_words(piece, on)


# ---- everything a reader sees ------------------------------------------------------------------------------------


def pieces_of(library: Library) -> Iterator[Saying | Deadline]:
    for thing in library.everything():
        found = {id(owner): owner for owner, _, _ in walk_models(thing) if isinstance(owner, Saying | Deadline)}
        yield from found.values()


@pytest.fixture(scope="module")
def unsettled() -> Library:
    """The repository's own content, each statement with one of the standings, in turn."""
    library, problems = load(ROOT)
    assert problems == []
    names = list(STANDINGS)
    for number, piece in enumerate(pieces_of(library)):
        piece.__dict__["in_force"] = InForce.model_validate(STANDINGS[names[number % len(names)]][0])
    return library


@pytest.fixture(scope="module")
def made(unsettled: Library) -> Compiled:
    """All that is made of that content."""
    return compile_library(unsettled, as_of=TODAY)


@pytest.fixture(scope="module")
def files(made: Compiled) -> dict[str, bytes]:
    """The documentation folder of that content."""
    return made.files


def visible(page: bytes) -> str:
    """The text of a page, white space and marks of the engine taken away; badges of force are marked."""
    text = re.sub(r"\A---\n.*?\n---\n", "", page.decode(), flags=re.DOTALL)
    others = r'<p class="small">See: .*?</p>|<td>Added: .*?</td>|<p class="quiet"><span class="force.*?</p>'
    text = re.sub(others, " ", text, flags=re.DOTALL)  # names of other things, and the legend
    text = re.sub(r"<(script|svg|style|title)\b.*?</\1>", " ", text, flags=re.DOTALL)
    text = re.sub(r'<span class="force (?:must|should|may|law)">', BADGE, text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def name_of(piece: Saying | Deadline) -> str | None:
    standings = ((name, InForce.model_validate(written)) for name, (written, *_) in STANDINGS.items())
    return next((name for name, written in standings if written == piece.in_force), None)


def said_on(page: str, texts: Iterable[str]) -> list[tuple[int, int, str]]:
    """Where statements stand on a page: start, end, text; of texts that hold one another the longest."""
    found = sorted(
        ((at.start(), at.end(), text) for text in texts if text in page for at in re.finditer(re.escape(text), page)),
        key=lambda one: (one[0], -one[1]),
    )
    kept: list[tuple[int, int, str]] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


BADGE = "\N{WHITE FLAG}"
SHORT = 55  # a shorter text may stand somewhere else by chance
NOT_STATEMENTS = re.compile(r"^(?:assets/|.*not-yet-checked|.*corrections)")


def test_every_statement_on_every_page_says_how_it_stands_and_is_no_must_unless_in_force(
    unsettled: Library, files: dict[str, bytes]
) -> None:
    library = unsettled
    texts: dict[str, set[str]] = {}
    binding: set[str] = set()
    for piece in pieces_of(library):
        _, words, plain, binds = STANDINGS[name_of(piece) or ""]
        for text in (piece.text, piece.plain):
            if text:
                texts.setdefault(" ".join(apostrophes(text).split()), set()).update({words, plain})
                binding |= {" ".join(apostrophes(text).split())} if binds else set()
    bodies = {thing.id: apostrophes(thing.body) for thing in (*library.chapter.values(), *library.explainer.values())}
    counted = [apostrophes(deadline.name) for deadline in library.deadlines.values()]
    missing, seen = [], 0
    for name, data in files.items():
        if not name.endswith(".md") or NOT_STATEMENTS.match(name):
            continue
        page = visible(data)
        typed = " ".join(bodies.get(name.rpartition("/")[2].removesuffix(".md"), "").split())
        places = said_on(page, [text for text in texts if text not in typed])
        nexts = [*[start for start, _, _ in places][1:], len(page)]
        for (_, end, text), following in zip(places, nexts, strict=False):
            if len(text) < SHORT:
                continue
            seen += 1
            after = page[end:following]
            if name.endswith("-way.md"):  # the counts of a station follow it, each with a badge of its own
                after = after[: min((after.index(one) for one in counted if one in after), default=len(after))]
            if after.strip() == "In plain words:":
                continue  # its twin follows, and then how both stand
            if not any(apostrophes(words) in after for words in texts[text]):
                missing.append(f"{name}: {text[:70]} … {after[:100]}")
            if BADGE in after and text not in binding:
                missing.append(f"{name}: a badge beside {text[:70]}")
    assert seen > 2000
    assert missing == [], "\n".join(missing)


def test_the_search_the_tables_and_the_calculators_are_told_how_each_stands(unsettled: Library, made: Compiled) -> None:
    files = made.files
    rows = {row.place: row.says for row in rows_in(files["assets/search-rows.js"])}
    for timeline in unsettled.timeline.values():
        page = files[f"dates/{timeline.id}.md"].decode()
        deadlines = json.loads(re.findall(r"data-timelines>(.*?)</script>", page)[0])["rules"]["deadlines"]
        for deadline in timeline.deadlines:
            words = STANDINGS[name_of(deadline) or ""][1]
            assert rows[f"dates/{timeline.id}.html#{deadline.id}"].endswith(f"{words}.")
            assert deadlines[deadline.id]["in_force"] == standings_data(deadline)
    for checklist in unsettled.checklist.values():
        page = files[f"checklists/{checklist.id}.md"].decode()
        items = json.loads(re.findall(r"data-list>(.*?)</script>", page)[0])["items"]
        assert [items[item.id]["in_force"] for item in checklist.items] == [standings_data(i) for i in checklist.items]
    table = files["assets/authorities.csv"].decode("utf-8-sig")
    for topic in unsettled.topic.values():
        assert topic.national is None or STANDINGS[name_of(topic.national) or ""][1] in table


def test_a_link_named_by_a_statement_says_how_that_stands(unsettled: Library) -> None:
    items = (item for checklist in unsettled.checklist.values() for item in checklist.items)
    see = next(item.see for item in items if item.see and item.see.path)
    helper = Maker(unsettled, [], as_of=TODAY).helper("checklists/x")
    piece = resolve(unsettled, see)
    assert isinstance(piece, Saying | Deadline)
    words = STANDINGS[name_of(piece) or ""][1]
    assert helper.name_of(see).endswith(f"{words}.")


# ---- everything a reader takes away -------------------------------------------------------------------------------


def all_with(root: Path, written: dict[str, str]) -> Library:
    """The content of a folder, every statement of which has one standing."""
    library, problems = load(root)
    assert problems == []
    for piece in pieces_of(library):
        piece.__dict__["in_force"] = InForce.model_validate(written)
    return library


def in_browser(name: str, data: object) -> Any:
    node = shutil.which("node")
    assert node, "Node is not installed"
    run = [node, str(ROOT / "tests" / "twins" / name)]
    done = subprocess.run(run, input=json.dumps(data), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_browser_judges_every_day_alike() -> None:
    written = [None, LONG_SINCE, *(one[0] for one in STANDINGS.values()), {"from": "2024-02-29", "to": "2025-02-28"}]
    pieces = [Piece(one) for one in written]
    days = [date(2000, 1, 1) + timedelta(days=n) for n in range(0, 11_500)]
    data = [standings_data(piece) if piece.in_force else None for piece in pieces]
    found = in_browser("in-force.mjs", {"pieces": data, "days": [day.isoformat() for day in days]})
    for piece, results in zip(pieces, found, strict=True):
        assert results == [[standing(piece, day).binds, in_force_words(piece, day)] for day in days]


@pytest.mark.parametrize("name", STANDINGS)
def test_what_is_worked_out_on_the_command_line_says_how_it_stands(name: str) -> None:
    written, words, _, binds = STANDINGS[name]
    library = all_with(HOMELESSNESS, written)
    timeline = next(iter(library.timeline.values()))
    given = {asked.date: date(2026, 11, 2) for asked in timeline.inputs}

    table = timeline_as("table", library, timeline, given, {}, TODAY).decode()
    assert words[:1].lower() + words[1:] in table
    assert ("[must" in table) is binds

    rows = json.loads(timeline_as("json", library, timeline, given, {}, TODAY))["deadlines"]
    assert {row["in_force"] for row in rows} == {words}
    assert ("must" in {row["force"] for row in rows}) is binds


def test_the_command_line_says_how_binding_something_is_in_the_words_of_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sentences.FORCE_WORDS, "must", "Duty")
    library = load(HOMELESSNESS)[0]
    timeline = next(iter(library.timeline.values()))
    table = timeline_as("table", library, timeline, {}, {}, TODAY).decode()
    assert "[duty" in table and "[must" not in table and "[fact" not in table


@pytest.mark.parametrize("name", STANDINGS)
def test_the_record_of_a_walk_and_the_agenda_say_how_it_stands(library: Library, name: str) -> None:
    written, words, _, _ = STANDINGS[name]
    tree = next(iter(all_with(HOMELESSNESS, written).tree.values()))
    outcome = next(iter(tree.outcomes.values()))
    assert f"{words}." in with_in_force(outcome.text, outcome, TODAY)

    checklist = library.checklist["ppm-preparation"].model_copy(deep=True)
    assert checklist.meeting is not None
    said = [*checklist.meeting.agenda, *(item for item in checklist.items if item.id in checklist.meeting.papers)]
    for piece in said:
        piece.__dict__["in_force"] = InForce.model_validate(written)
    paper = docx.Document(io.BytesIO(agenda_paper(library, checklist, TODAY)))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert text.count(f" {words}.") == len(said)
