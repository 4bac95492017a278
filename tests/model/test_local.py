"""Local practice: what an authority sees and may not touch, what changed since, and the views that are published."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.change.drift import drift
from generator.check import check_folder
from generator.compile.folder import Compiled
from generator.compile.pages.authorities import in_short
from generator.compile.words.answers import TopicAnswer
from generator.edit.new import new_authority
from generator.errors import Problem, errors_in
from generator.model import Library, load
from generator.model.authority import Practice
from generator.model.kinds import KINDS
from generator.model.local.localise import localise
from generator.model.statement import Address
from generator.reason.questions import read_all
from generator.reason.timeline import work_out
from generator.reason.walk import walk
from support.command import git, pathways
from support.libraries import with_shelves
from support.pages import read_page
from support.paths import ROOT
from support.search import rows_in

BASE = ROOT / "tests" / "cases" / "base"
OURS = "reason: Ours.\n    cite: [desk-manual p.2]\n"
AUTHORITIES = ["authority-a", "authority-b", "coventry", "dudley", "north-london"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def seen_from(root: Path, *differences: str, rest: str = "") -> tuple[Library, list[Problem]]:
    """Write an authority with these differences and return the content as it sees it, and what is wrong with them."""
    path = root / "content/authorities/east-town/authority.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"  - {difference}\n    {OURS}" for difference in differences)
    head = "id: east-town\nname: East Town Library\n"
    path.write_text(head + (f"differences:\n{listed}" if listed else "") + rest, "utf-8")
    library, problems = load(root)
    assert problems == []
    return localise(library, library.authority["east-town"])


def test_a_piece_is_changed_added_before_another_and_removed(root: Path) -> None:
    local, problems = seen_from(
        root,
        "on: timeline/joining#renewal\n    set: {at: 2 years}",
        "on: timeline/joining#deadlines\n    add: {id: welcome, title: Welcome talk, within: 1 week, of: joined}\n"
        "    before: renewal",
        "on: checklist/joining#proof\n    remove: true",
        "on: tree/which-card#outcomes\n    add: {id: day-card, title: A card for a day, kind: go, text: For visitors.}",
        "on: tree/which-card#town.lives-elsewhere\n    set: {go: day-card}",
        "on: tree/which-card#no-card\n    remove: true",
    )
    assert problems == []
    deadlines = {d.id: d for d in local.timeline["joining"].deadlines}
    assert list(deadlines)[-2:] == ["welcome", "renewal"]
    assert str(deadlines["renewal"].at) == "2 years"
    assert [item.id for item in local.checklist["joining"].items] == ["signature"]
    tree = local.tree["which-card"]
    answers = read_all(tree.questions, {"age": "30", "town": "lives-elsewhere"}, today=date(2026, 3, 2))
    assert walk(tree, answers).outcome == "day-card"
    marks = {
        getattr(part, "id", ""): local.marks[id(part)].did for part in deadlines.values() if id(part) in local.marks
    }
    assert marks == {"welcome": "add", "renewal": "set"}
    # The national content is as it was, and what the authority leaves alone is the same object.
    national, _ = load(root)
    assert str({d.id: d for d in national.timeline["joining"].deadlines}["renewal"].at) == "1 year"


def test_what_is_left_alone_is_shared(root: Path) -> None:
    library, _ = load(root)
    seen_from(root, "on: timeline/joining#renewal\n    set: {at: 2 years}")
    library, _ = load(root)
    local, _ = localise(library, library.authority["east-town"])
    assert local.tree["which-card"] is library.tree["which-card"]
    assert local.timeline["joining"] is not library.timeline["joining"]


def test_a_chapter_gains_a_paragraph_in_its_section(root: Path) -> None:
    local, problems = seen_from(root, 'on: chapter/joining#at-the-desk\n    add: {text: "Ring the bell first."}')
    assert problems == []
    body = local.chapter["joining"].body
    assert (
        body.index("It is sent")
        < body.index("> **East Town Library**")
        < body.index("Ring the bell")
        < body.index("## What it")
    )


def test_a_local_name_stands_beside_the_national_word_and_never_in_its_place(root: Path) -> None:
    rest = (
        "terms:\n  card: {name: Ticket, meaning: What opens the door., cite: [desk-manual p.1]}\n"
        "roles: {librarian: {name: Keeper, for: [checklist/joining#proof]}}\n"
    )
    local, problems = seen_from(root, rest=rest)
    assert problems == []
    assert local.national is not None
    assert local.term["card"] is local.national.term["card"]
    assert local.role["librarian"] is local.national.role["librarian"]
    named = local.local_name("term", "card")
    assert named is not None and (named.name, named.meaning) == ("Ticket", "What opens the door.")
    for duty, called in (("proof", "Keeper"), ("signature", None), ("", "Keeper")):  # "": comes to the list's meeting
        said = local.local_name("role", "librarian", Address("checklist", "joining", tuple(filter(None, [duty]))))
        assert (said and said.name) == called
    assert local.national.local_name("term", "card") is None


def test_a_post_named_for_no_duty_stands_beside_none(root: Path) -> None:
    local, problems = seen_from(root, rest="roles: {librarian: Keeper}\n")
    assert problems == []
    assert local.local_name("role", "librarian") is not None
    for path in ((), ("proof",)):
        assert local.local_name("role", "librarian", Address("checklist", "joining", path)) is None


def test_an_accepted_gap_leads_to_where_it_goes_until_settled(root: Path) -> None:
    bands = "{bands: [{id: child, below: 16, label: Under 16}, {id: adult, over: 16, label: Over 16}]}"
    rest = (
        "findings:\n  - {id: sixteen, on: tree/which-card#age, kind: gap, text: Nobody says., until_settled: no-card,\n"
        "     accepted: {by: the-desk, date: 2026-03-02, reason: Asked.}, when: {age: {from: 16, below: 17}}}\n"
    )
    local, problems = seen_from(root, f"on: tree/which-card#age\n    set: {bands}", rest=rest)
    assert problems == []
    tree = local.tree["which-card"]
    for age, leads in ((15, None), (16, "no-card"), (17, None)):
        assert walk(tree, read_all(tree.questions, {"age": str(age)}, today=date(2026, 3, 2))).outcome == leads


def test_an_authority_owns_whole_files_whose_ids_are_unlike_the_national_ones(root: Path) -> None:
    own = root / "content/authorities/east-town/checklists"
    own.mkdir(parents=True)
    text = "id: {id}\ntitle: Ours\nsections: [{{id: s, title: S, items: [{{id: i, text: I.}}]}}]\n"
    (own / "ours.yml").write_text(text.format(id="east-town-list"), "utf-8")
    local, problems = seen_from(root)
    assert problems == [] and "east-town-list" in local.checklist
    (own / "ours.yml").write_text(text.format(id="joining"), "utf-8")
    _, problems = seen_from(root)
    assert [(p.rule.id, p.hint.partition(",")[0]) for p in problems] == [
        ("duplicate-id", "call it 'east-town-joining'")
    ]


# ---- the five authorities of the site ---------------------------------------------------------------------------


def test_the_five_authorities_are_there(library: Library) -> None:
    assert sorted(library.authority) == AUTHORITIES


def test_without_their_acceptances_the_check_finds_the_holes_of_the_protocol_itself(tmp_path: Path) -> None:
    for name in ("content", "decision_trees"):
        shutil.copytree(ROOT / name, tmp_path / name)
    path = tmp_path / "content/authorities/north-london/authority.yml"
    lines = path.read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.lstrip().startswith(("accepted:", "until_settled:", "when: {a"))]
    path.write_text("\n".join(kept), "utf-8")
    found = {(p.rule.id, p.message) for p in errors_in(check_folder(tmp_path)[1])}
    assert ("gap", "a child aged exactly 10 is led nowhere") in found
    both = "led to 'fostering-and-permanency-panel' and 'long-term-fostering-panel' at once"
    assert any(rule == "overlap" and both in message for rule, message in found)
    assert any(rule == "contradiction" and "'minutes-within' is answered twice" in message for rule, message in found)


HOLES = {
    # each makes a hole beside one that is accepted: who is in it, and where the accepted finding stands
    "{age: {below: 10}}, answer: Fostering": (
        "{age: {below: 9}}, answer: Fostering",
        "aged exactly 9",
        "authority.yml",
    ),
    "{age: {over: 10}}, answer: Long Term": (
        "{age: {over: 11}}, answer: Long Term",
        "aged exactly 11",
        "authority.yml",
    ),
    "over: 10, label: Over 10": ("over: 11, label: Over 10", "aged exactly 11", "decision_trees/"),
    "{age-in-group: {over: 10}}, go": ("{age-in-group: {over: 8}}, go", "aged 9 to 10", "decision_trees/"),
}


@pytest.mark.parametrize("rule", HOLES)
def test_a_hole_beside_an_accepted_one_is_found(tmp_path: Path, rule: str) -> None:
    for name in ("content", "decision_trees"):
        shutil.copytree(ROOT / name, tmp_path / name)
    wider, who, file = HOLES[rule]
    folder = tmp_path / "content/authorities/north-london"
    for path in (folder / "authority.yml", folder / "decision_trees/north-london-match-panel.yml"):
        path.write_text(path.read_text("utf-8").replace(rule, wider), "utf-8")
    found = errors_in(check_folder(tmp_path)[1])
    assert any(p.rule.id in ("gap", "overlap") and who in p.message and file in p.place.file for p in found)


def test_dates_are_counted_as_each_authority_has_them(library: Library) -> None:
    def due(authority: str, event: str, **given: date) -> date | None:
        local, problems = localise(library, library.authority[authority])
        assert problems == []
        rows = work_out(
            local, local.timeline["permanence-planning"], {n.replace("_", "-"): d for n, d in given.items()}
        )
        return next(row.due for row in rows if row.id in (event, f"{event}.1"))

    held = date(2026, 12, 1)
    assert due("north-london", "ppm-minutes-all", ppm_held=held) == date(2026, 12, 10)
    assert due("north-london", "ppm-minutes-adoption", ppm_held=held) == date(2026, 12, 15)
    assert due("dudley", "dudley-six-weekly-meetings", ppm_held=held) == date(2027, 1, 12)


def test_every_authority_shows_all_its_findings(compiled_views: dict[str, bytes], library: Library) -> None:
    for authority in library.authority.values():
        page = compiled_views[f"authorities/{authority.id}.md"].decode()
        for finding in authority.findings:
            assert f'id="{finding.id}"' in page
        assert len(authority.findings) >= {"authority-a": 13, "authority-b": 17, "dudley": 9}.get(authority.id, 26)


def test_a_view_holds_only_the_pages_that_differ(compiled_with_views: Compiled) -> None:
    files = compiled_with_views.files
    assert sorted(view.folder for view in compiled_with_views.views) == [f"local/{name}/" for name in AUTHORITIES]
    for view in compiled_with_views.views:
        own = {path for path in files if path.startswith(view.folder) and path.endswith(".md")}
        assert {f"{view.folder}{page}.md" for page in view.own} == own
        national = {path for path in files if path.endswith(".md") and not path.startswith("local/")}
        assert 0 < len(own) < len(national)


def test_the_comparison_is_a_table_for_spreadsheets_too(compiled_views: dict[str, bytes], library: Library) -> None:
    rows = list(csv.reader(io.StringIO(compiled_views["assets/authorities.csv"].decode("utf-8-sig"))))
    assert rows[0][:2] == ["Topic", "National"] and len(rows) == len(library.topic) + 1
    minutes = next(row for row in rows if row[0] == "How soon are the minutes ready?")
    assert "7 working days" in "".join(minutes) and "10 working days" in "".join(minutes)
    assert minutes[-1].endswith("one answers more than once.")


def answered(*texts: str) -> list[TopicAnswer]:
    return [TopicAnswer(Practice(id=f"a-{n}", topic="minutes", text=text), "") for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([[], []], "None of them says anything."),
        ([answered("One."), []], "1 of 2 says something."),
        ([answered("One."), answered("one.")], "2 of 2 say something."),
        ([answered("One."), answered("Two.")], "2 of 2 say something."),
        ([answered("One."), answered("One."), answered("Two.")], "3 of 3 say something."),
        (
            [answered("One.", "Two."), answered("Three.")],
            "2 of 2 say something, and one answers more than once.",
        ),
        (
            [answered("One.", "Two."), answered("One.", "Two."), []],
            "2 of 3 say something, and 2 answer more than once.",
        ),
    ],
)
def test_how_answers_differ_is_said_in_words(cells: list[list[TopicAnswer]], words: str) -> None:
    assert in_short(cells) == words


def test_a_view_shows_its_own_pages_and_finds_the_national_ones(
    site_of: Callable[[str], Path], library: Library
) -> None:
    site = site_of("mkdocs")
    national = found_in(site / "assets/search-rows.js")
    assert not any(page.startswith("local/") for page in national)
    assert all((site / page).is_file() for page in national)
    for name, authority in library.authority.items():
        root = site / "local" / name
        pages = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
        assert "index.html" in pages and "a-z.html" in pages and f"authorities/{name}.html" in pages
        home = read_page(root / "index.html")
        assert authority.name in home.text
        for path in (root / "a-z.html", root / "procedures/index.html"):
            assert authority.name in read_page(path).text
            assert "Show the national page" in read_page(path).text
        found = found_in(root / "assets/search-rows.js")
        assert all((root / page).is_file() for page in found)
        assert {
            f"authorities/{name}.html",
            *(f"procedures/{key}.html" for key in library.own[name]["chapter"]),
        } <= found
        assert len(found & national) < len(national) / 2


def found_in(script: Path) -> set[str]:
    """Return the pages that the search finds by a script of rows, as paths from there."""
    return {row.place.partition("#")[0] for row in rows_in(script.read_bytes())}


# ---- commands ----------------------------------------------------------------------------------------------------


def test_a_new_authority_begins_without_problems_and_is_not_overwritten(root: Path) -> None:
    done = pathways("new", "authority", "North & South: “Library”", "--root", str(root))
    assert done.returncode == 0, done.stderr
    assert (root / "content/authorities/north-south-library/authority.yml").is_file()
    assert errors_in(check_folder(root)[1]) == []
    again = pathways("new", "authority", "north south library", "--root", str(root))
    assert (again.returncode, again.stderr) == (
        2,
        "pathways: there is an authority 'north-south-library' already, in "
        "content/authorities/north-south-library/authority.yml\n",
    )
    assert pathways("new", "authority", "???", "--root", str(root)).returncode == 2


def test_every_part_of_the_scaffold_can_be_taken_into_use(root: Path) -> None:
    library, _ = load(root)
    path = new_authority(root, "East Town", library)
    text = path.read_text("utf-8")
    assert text.count("\n# practice:") == text.count("\n# differences:") == text.count("\n# findings:") == 1
    for topic in library.topic:
        assert f"topic: {topic}" in text


def test_drift_names_what_changed_and_the_differences_it_touches(root: Path) -> None:
    seen_from(root, "on: timeline/joining#renewal\n    set: {at: 2 years}", rest="reviewed: 2026-03-02\n")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Begin")
    timeline = root / "content/timelines/joining.yml"
    text = timeline.read_text("utf-8")
    timeline.write_text(
        text.replace("at: 1 year", "at: 18 months").replace("within: 5 working", "within: 4 working"), "utf-8"
    )
    (root / "content/checklists/joining.yml").unlink()
    (root / "decision_trees/which-card.yml").write_text(
        (root / "decision_trees/which-card.yml").read_text("utf-8").replace("checklist: joining, ", ""), "utf-8"
    )
    done = pathways("drift", "east-town", "--root", str(root), "--since", "HEAD")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("4 national pieces changed since revision HEAD")
    assert lines[1] == (
        "  timeline/joining#renewal: changed; look again at content/authorities/east-town/authority.yml:4:9"
    )
    assert "  timeline/joining#card-sent: changed" in lines
    assert "  checklist/joining: removed" in lines


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.differs])
def test_drift_compares_whatever_may_differ_locally(root: Path, kind: str) -> None:
    seen_from(root)
    now, _ = load(root)
    authority = now.authority["east-town"]
    name = next(iter(now.of_kind(kind)))
    without = with_shelves(now, {kind: {n: one for n, one in now.of_kind(kind).items() if n != name}})
    assert [(found.address, found.what) for found in drift(now, without, authority)] == [(f"{kind}/{name}", "added")]


def test_drift_without_a_date_or_a_checkout_is_one_sentence(root: Path) -> None:
    seen_from(root)
    done = pathways("drift", "east-town", "--root", str(root))
    assert done.returncode == 2 and "give --since" in done.stderr
    library, _ = load(root)
    assert drift(library, library, library.authority["east-town"]) == []


def test_one_authority_is_published_alone_or_refused_in_a_sentence(root: Path) -> None:
    seen_from(root, "on: timeline/joining#renewal\n    set: {at: 2 years}")
    done = pathways("build", "--root", str(root), "--authority", "east-twon")
    assert (done.returncode, done.stderr) == (
        2, "pathways: there is no authority 'east-twon' (did you mean 'east-town'?)\n"
    )  # fmt: skip
    done = pathways("build", "--root", str(root), "--authority", "east-town")
    assert done.returncode == 0, done.stderr
    page = read_page(root / "site/dates/joining.html")
    assert "2 years after" in page.text and "East Town Library" in page.text
    assert "National: 1 year after" in page.text
    assert subprocess.run(["find", str(root / "site/local")], capture_output=True, check=False).returncode != 0
