"""All that the five procedures say has an address that is on a page of the site. Whether the words there are right is
not looked at."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.compile.page.addresses import VIEWS, spot_of
from generator.model import Library
from generator.model.address import resolve
from generator.model.authority import Finding
from generator.model.local.localise import views_of
from generator.model.statement import parse_address
from support.paths import ROOT

LEDGER = yaml.safe_load((ROOT / "tests/conformance/seed_coverage.yml").read_text("utf-8"))
# How much each procedure says, and how much was found wrong or open in it.
ROWS = {"000": 48, "001": 72, "002": 230, "003": 263, "004": 32}
FINDINGS = {"000": 13, "001": 17, "002": 29, "003": 26, "004": 9}


def test_every_row_and_every_finding_is_answered() -> None:
    assert set(LEDGER["rows"]) == {f"s{seed}-{n:03}" for seed, many in ROWS.items() for n in range(1, many + 1)}
    assert set(LEDGER["findings"]) == {f"f{seed}-{n:02}" for seed, many in FINDINGS.items() for n in range(1, many + 1)}
    assert all(addresses for addresses in LEDGER["rows"].values())
    # Each finding has a note of its own: two are never settled by one.
    assert len(set(LEDGER["findings"].values())) == sum(FINDINGS.values())


@pytest.fixture(scope="session")
def site(library: Library, compiled_views: dict[str, bytes]) -> tuple[dict[str, Library], dict[str, bytes]]:
    named = {"": library} | {view.seen_by.id: view for view in views_of(library) if view.seen_by}
    return named, compiled_views


def missing(address: str, named: dict[str, Library], pages: dict[str, bytes]) -> str:
    """Return what is wrong with an address of the ledger: nothing has it, or no page shows it."""
    view, _, rest = address.rpartition(": ")
    wanted = parse_address(rest)
    found = resolve(named[view], wanted)
    if found is None:
        return f"{address}: nothing has this address"
    spot = spot_of(named[view], wanted)
    own = pages.get(f"{VIEWS}/{view}/{spot.page}.md") if view else None
    page = own or pages.get(f"{spot.page}.md")
    if page is None:
        return f"{address}: there is no page {spot.page}"
    text = page.decode()
    if spot.anchor and f'id="{spot.anchor}"' not in text:
        return f"{address}: nothing on {spot.page} is called {spot.anchor}"
    return ""


def test_every_answer_is_on_a_page(site: tuple[dict[str, Library], dict[str, bytes]]) -> None:
    addresses = {address for listed in LEDGER["rows"].values() for address in listed}
    wrong = [words for address in sorted(addresses) if (words := missing(address, *site))]
    assert wrong == []


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
