"""All that the five procedures say can be read on a page of the site, as that authority's view shows it.

Proven of each row of the ledger: one paragraph, item or table row at one of its addresses holds every word (or
another that means the same) and every number without which what the procedure says would be lost, and nothing that
would turn it round. The words were chosen from the list of what the procedures say by somebody who had not seen the
pages; words that mean the same, and words of strength (must, should, may, not, before, at least), were added when the
pages were read.

Proven of the words: in the passage of another row a row misses some of them.

Proven of strength: each row records how often each word of strength (must, should, may, not, before, after, at least,
at most) stands in the passage that says it, and whoever turns one finds that row named, to be read beside the
procedure again. The record was made of the pages once they had been read; it says that nothing has turned since.
``WRITE_EXPECTED=1`` writes it anew.

Not proven: that a sentence means what the procedure means. The words stand together, in any order, beside whatever
else the paragraph says. Two rows told in one paragraph are not told apart, and what is said in two places is missed
only when it is gone from both.
"""

from __future__ import annotations

import html
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pytest
import yaml

from generator.compile.page.addresses import VIEWS, Spot, spot_of
from generator.model import Library
from generator.model.address import resolve
from generator.model.authority import Finding
from generator.model.local.localise import views_of
from generator.model.statement import parse_address
from support.passages import passages_at, read_page
from support.paths import ROOT
from support.wanted import STRENGTH, Wanted, number_pattern, strength_of, strength_pattern

LEDGER_FILE = ROOT / "tests/conformance/seed_coverage.yml"
LEDGER = yaml.safe_load(LEDGER_FILE.read_text("utf-8"))
# How much each procedure says, and how much was found wrong or open in it.
ROWS = {"000": 48, "001": 72, "002": 230, "003": 263, "004": 32}
FINDINGS = {"000": 13, "001": 17, "002": 29, "003": 26, "004": 9}


def test_every_row_and_every_finding_is_answered() -> None:
    assert set(LEDGER["rows"]) == {f"s{seed}-{n:03}" for seed, many in ROWS.items() for n in range(1, many + 1)}
    assert set(LEDGER["findings"]) == {f"f{seed}-{n:02}" for seed, many in FINDINGS.items() for n in range(1, many + 1)}
    assert all(row["at"] and len(row["words"]) > 1 for row in LEDGER["rows"].values())
    # Each finding has a note of its own: two are never settled by one.
    assert len(set(LEDGER["findings"].values())) == sum(FINDINGS.values())


@pytest.fixture(scope="session")
def site(library: Library, compiled_views: dict[str, bytes]) -> tuple[dict[str, Library], dict[str, bytes]]:
    named = {"": library} | {view.seen_by.id: view for view in views_of(library) if view.seen_by}
    return named, compiled_views


def page_of(address: str, named: dict[str, Library], pages: dict[str, bytes]) -> tuple[Spot, bytes | None]:
    """Return where an address of the ledger stands, and the page its view shows there: its own, or the national one."""
    view, _, rest = address.rpartition(": ")
    spot = spot_of(named[view], parse_address(rest))
    own = pages.get(f"{VIEWS}/{view}/{spot.page}.md") if view else None
    return spot, own or pages.get(f"{spot.page}.md")


def missing(address: str, named: dict[str, Library], pages: dict[str, bytes]) -> str:
    """Return what is wrong with an address of the ledger: nothing has it, or no page shows it."""
    view, _, rest = address.rpartition(": ")
    if resolve(named[view], parse_address(rest)) is None:
        return f"{address}: nothing has this address"
    spot, page = page_of(address, named, pages)
    if page is None:
        return f"{address}: there is no page {spot.page}"
    if spot.anchor and f'id="{spot.anchor}"' not in page.decode():
        return f"{address}: nothing on {spot.page} is called {spot.anchor}"
    return ""


def test_every_answer_is_on_a_page(site: tuple[dict[str, Library], dict[str, bytes]]) -> None:
    addresses = {address for row in LEDGER["rows"].values() for address in row["at"]}
    wrong = [words for address in sorted(addresses) if (words := missing(address, *site))]
    assert wrong == []


WANTED = {
    name: Wanted(tuple(row["words"]), tuple(row.get("numbers", ())), tuple(row.get("not", ())))
    for name, row in LEDGER["rows"].items()
}


@pytest.fixture(scope="session")
def found_at(site: tuple[dict[str, Library], dict[str, bytes]]) -> dict[str, list[str]]:
    """What stands at each row's addresses, passage by passage."""
    read = cache(read_page)

    @cache
    def passages(address: str) -> list[str]:
        spot, page = page_of(address, *site)
        assert page is not None, address
        return passages_at(read(page), spot.anchor)

    return {name: [text for at in row["at"] for text in passages(at)] for name, row in LEDGER["rows"].items()}


@pytest.fixture(scope="session")
def said(found_at: dict[str, list[str]]) -> dict[str, str]:
    """The passage that says each row: the shortest that does."""
    passages = {name: wanted.said_in(found_at[name]) for name, wanted in WANTED.items()}
    return {name: passage for name, passage in passages.items() if passage is not None}


@pytest.mark.parametrize(
    ("wanted", "passage", "said"),
    [
        ("1 month", "within one month of", True),
        ("1 month", "within 1 month.", True),
        ("1 month", "within 11 months", False),
        ("1 year", "the whole year", True),
        ("4 months", "a four-month limit", True),
        ("4 months", "14 months", False),
        ("7 working days", "seven working days", True),
        ("7 working days", "seven days", False),
        ("2", "told twice", True),
        ("7", "under 7.", True),
        ("7", "s.7 of the procedure", False),
        ("10am", "from 10am to 1pm", True),
        ("2014", "in April 2014", True),
    ],
)
def test_a_number_is_read_in_digits_and_in_words_but_never_within_another(
    wanted: str, passage: str, said: bool
) -> None:
    assert bool(number_pattern(wanted).search(passage)) is said


def test_a_section_is_read_paragraph_by_paragraph_to_the_next_heading_of_its_level() -> None:
    page = read_page(
        b"---\n---\n<h2 id='a'>Who</h2><p>The <b>chair</b>\xe2\x80\x99s part:</p><ul><li>asks</li><li>ends</li></ul>"
        b"<h3>More</h3><p>Later</p><h2>Other</h2><p>Else</p><dl><dt id='w'>Word</dt><dd>Meaning</dd><dt>Next</dt></dl>"
    )
    assert passages_at(page, "a") == [
        "who / the chair's part:",
        "who / the chair's part: / asks",
        "who / the chair's part: / ends",
        "who / the chair's part: / asks ends",
        "who / more / later",
    ]
    assert passages_at(page, "w") == ["word / meaning"]


def test_every_row_is_said_where_it_is_said_to_be(found_at: dict[str, list[str]], said: dict[str, str]) -> None:
    nearest = {
        name: min((WANTED[name].missing(text) for text in texts), key=len)
        for name, texts in found_at.items()
        if name not in said
    }
    assert nearest == {}


def neighbours(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of rows of one procedure that stand at most three apart."""
    for one, other in combinations(names, 2):
        if one[:4] == other[:4] and int(other[5:]) - int(one[5:]) <= 3:
            yield one, other


def test_a_passage_in_the_place_of_another_is_missed(said: dict[str, str]) -> None:
    names = sorted(said)
    chance = random.Random(15)
    for kind, least, pairs in (
        ("any two", 0.99, [tuple(chance.sample(names, 2)) for _ in range(2000)]),
        ("neighbours", 0.95, list(neighbours(names))),
    ):
        # In both directions: does a row miss its words where the other's passage stands?
        tried = [(a, b) for pair in pairs for a, b in (pair, pair[::-1]) if said[a] != said[b]]
        missed = [bool(WANTED[a].missing(said[b])) for a, b in tried]
        assert len(tried) > 3000
        assert sum(missed) >= least * len(missed), (kind, sum(missed), len(missed))


# What each word of strength is turned into.
TURNS = [
    ("must", "should"),
    ("must", "may"),
    ("should", "must"),
    ("should", "may"),
    ("may", "must"),
    ("not", ""),
    ("before", "after"),
    ("after", "before"),
    ("at least", "at most"),
    ("at most", "at least"),
]


def turned(wanted: Wanted, passage: str) -> Iterator[tuple[str, str]]:
    """Yield, for each word of strength and number that a row names, what it is turned into, and the passage then."""
    for kind, other in TURNS:
        own = {word for entry in wanted.words for word in entry.split("|")} & set(STRENGTH[kind])
        if any(strength_pattern(word).search(passage) for word in own):
            yield f"{kind} → {other or 'left out'}", strength_pattern(*STRENGTH[kind]).sub(other, passage)
    for number in wanted.numbers:
        yield "number → another", number_pattern(number).sub(f"1{number}", passage)


def test_another_word_of_strength_or_another_number_is_missed(said: dict[str, str]) -> None:
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for name, passage in said.items():
        for turn, text in turned(WANTED[name], passage):
            tried[turn] += 1
            missed[turn] += bool(WANTED[name].missing(text))
    assert len(tried) == len(TURNS) + 1
    assert {turn: (missed[turn], many) for turn, many in tried.items() if missed[turn] < 0.95 * many} == {}


def test_no_passage_has_another_strength_than_when_it_was_read(said: dict[str, str]) -> None:
    found = {name: strength_of(passage) for name, passage in said.items()}
    if os.environ.get("WRITE_EXPECTED"):
        record(found)
    recorded = {name: LEDGER["rows"][name].get("strength", {}) for name in said}
    turned = {name: f"was {recorded[name]}, is {found[name]}" for name in said if recorded[name] != found[name]}
    assert turned == {}, "read each of these beside its procedure, then record it with WRITE_EXPECTED=1"


def record(found: dict[str, dict[str, int]]) -> None:
    """Write beside each row how often each word of strength stands in the passage that says it."""
    lines: list[str] = []
    for line in re.sub(r"\n    strength: .*", "", LEDGER_FILE.read_text("utf-8")).split("\n"):
        lines.append(line)
        if (row := re.fullmatch(r"  (s\d{3}-\d{3}):", line)) and (counted := found.get(row[1])):
            told = ", ".join(f"{kind}: {many}" for kind, many in counted.items())
            lines.append(f"    strength: {{{told}}}")
    LEDGER_FILE.write_text("\n".join(lines), "utf-8")


def test_a_word_of_strength_turned_in_any_passage_is_noticed(said: dict[str, str]) -> None:
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for name, passage in said.items():
        for kind, other in TURNS:
            if (pattern := strength_pattern(*STRENGTH[kind])).search(passage):
                turn = f"{kind} → {other or 'left out'}"
                tried[turn] += 1
                missed[turn] += strength_of(pattern.sub(other, passage, count=1)) != LEDGER["rows"][name]["strength"]
    assert len(tried) == len(TURNS)
    assert {turn: (missed[turn], many) for turn, many in tried.items() if missed[turn] < 0.95 * many} == {}


def test_every_finding_is_a_note_on_its_authoritys_page(site: tuple[dict[str, Library], dict[str, bytes]]) -> None:
    named, pages = site
    for address in LEDGER["findings"].values():
        wanted = parse_address(address)
        assert isinstance(resolve(named[""], wanted), Finding), address
        assert missing(address, named, pages) == ""


def test_findings_about_a_page_stand_on_that_page_too(site: tuple[dict[str, Library], dict[str, bytes]]) -> None:
    named, pages = site
    for name, authority in named[""].authority.items():
        for finding in authority.findings:
            if finding.on is None or finding.on.kind not in ("option", "tree", "timeline", "checklist", "chapter"):
                continue
            spot = spot_of(named[name], finding.on)
            page = pages.get(f"{VIEWS}/{name}/{spot.page}.md", b"").decode()
            assert re.search(rf'href="[^"]*authorities/{name}\.html#{finding.id}"', page), (name, finding.id, spot.page)


def cited_in(value: Any) -> Iterator[str]:
    """Give every citation in what a YAML file holds, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (str(cited) for cited in inner) if key == "cite" and isinstance(inner, list) else cited_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cited_in(inner)


def test_the_page_of_sources_names_every_passage_that_any_file_cites(
    site: tuple[dict[str, Library], dict[str, bytes]],
) -> None:
    cited: dict[str, set[str]] = {}
    by: set[tuple[str, str]] = set()  # which authority cites which source
    for path in [*(ROOT / "content").rglob("*.*"), *(ROOT / "decision_trees").rglob("*.*")]:
        text = path.read_text("utf-8")
        found = re.findall(r"cite\('([^']+)'\)", text) if path.suffix == ".md" else []
        written = text.split("---\n")[1] if path.suffix == ".md" else text
        for citation in [*found, *cited_in(yaml.load(written, yaml.CSafeLoader))]:
            source, _, pinpoint = citation.partition(" ")
            cited.setdefault(source, set()).add(pinpoint or "as a whole")
            by |= {(path.parts[path.parts.index("authorities") + 1], source)} if "authorities" in path.parts else set()
    page = site[1]["sources.md"].decode()
    sections = {part.split('"', 1)[0]: part for part in page.split('<h3 id="')[1:]}
    named = {
        name: {html.unescape(shown) for shown in re.findall(r"<strong>(.*?)</strong>:", part)}
        for name, part in sections.items()
    }
    assert sum(map(len, cited.values())) > 700
    missing = {name: gone for name, passages in cited.items() if (gone := passages - named.get(name, set()))}
    assert missing == {}
    assert len(by) > 10
    assert [pair for pair in sorted(by) if f'href="authorities/{pair[0]}.html' not in sections[pair[1]]] == []
    assert page.count(">Forms: ") > 5
