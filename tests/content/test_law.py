"""What the law was found to say when it was read again: one row a finding, held to the content and to the pages."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import Any

import pytest
import yaml

from generator.compile.pages.checked import told
from generator.model import Library
from generator.model.address import resolve
from generator.model.measure import Duration
from generator.model.statement import InForce, parse_address
from generator.reason.timeline import work_out
from support.paths import ROOT

ROWS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/conformance/law.yml").read_text("utf-8"))
SAID = ("title", "ask", "text", "plain", "why", "note", "if_missed", "explains", "meaning")
KEYS = {
    "id",
    "was",
    "now",
    "at",
    "says",
    "never",
    "cite",
    "force",
    "seen",
    "sought",
    "in_force",
    "days",
    "page",
    "page_says",
}


def test_each_row_is_told_once_and_looks_at_something() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert set(row) <= KEYS
        assert set(row) - {"id", "was", "now", "at", "page"}, f"{row['id']} would hold whatever the site said"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_site_says_what_was_found(library: Library, compiled: dict[str, bytes], row: dict[str, Any]) -> None:
    address = parse_address(row["at"])
    piece = resolve(library, address)
    assert piece is not None, row["at"]
    said = " ".join(str(getattr(piece, key, None) or "") for key in SAID).lower()
    for words in row.get("says", ()):
        assert words in said
    for words in row.get("never", ()):
        assert words not in said
    cited = [str(citation) for citation in getattr(piece, "cite", ())]
    assert set(row.get("cite", ())) <= set(cited)
    for key in ("force", "seen"):
        if key in row:
            assert getattr(piece, key) == row[key]
    if row.get("sought"):
        assert getattr(piece, "sought", None) is not None
    if row.get("in_force") == "unknown":
        holds: InForce | None = getattr(piece, "in_force", None)
        assert holds is not None and holds.from_ is None
    if "page" in row:
        page = html.unescape(re.sub(r"<[^>]+>", " ", compiled[f"{row['page']}.md"].decode())).replace("’", "'")
        for words in row["page_says"]:
            assert words in " ".join(page.split())


DATED = [row for row in ROWS if "days" in row]


@pytest.mark.parametrize("row", DATED, ids=lambda row: row["id"])
def test_the_dates_are_those_of_the_law(library: Library, row: dict[str, Any]) -> None:
    address = parse_address(row["at"])
    given: dict[str, date] = row["days"]["given"]
    rows = {found.id: found for found in work_out(library, library.timeline[address.id], given)}
    found = rows[address.path[0]]
    worked = {"due": found.due, "not_before": found.not_before, "other": found.other}
    assert {key: worked[key] for key in row["days"] if key != "given"} == {
        key: day for key, day in row["days"].items() if key != "given"
    }
    assert len(DATED) > 20


def test_every_longest_length_is_worded_so_and_every_longest_gap_too(library: Library) -> None:
    extension = library.deadlines["care-extension"]
    assert (extension.every, extension.limits) == (Duration(8, "week"), "length")
    assert [d.id for d in library.deadlines.values() if d.limits == "length"] == ["care-extension"]


def test_who_says_that_consent_ends_a_parents_power_says_the_way_back_too(library: Library) -> None:
    """Section 30(3) alone would tell a mother who signed that only a judge can help; sections 31, 52 do not."""
    ends, way_back = "aca2002 s.30(3)", {"aca2002 s.31(2)", "aca2002 s.52(4)"}
    found = [(f"{one.page}#{one.anchor}", {str(cited) for cited in one.cite}) for one in told(library)]
    for path in (ROOT / "content").glob("**/*.md"):
        for paragraph in path.read_text("utf-8").split("\n\n")[1:]:
            found.append((f"{path.name}: {paragraph[:40]}", set(re.findall(r"aca2002 s\.[^']+", paragraph))))
    ending = [(where, cited) for where, cited in found if ends in cited]
    assert len(ending) > 10
    assert [where for where, cited in ending if not cited & way_back] == []
    # Only the agency may take a child who is placed, and under the order only the authority: no leave helps.
    staff = [
        (where, cited) for where, cited in ending if "aca2002 s.30(2)" in cited and not where.startswith("explained")
    ]
    assert [where for where, cited in staff if not {"aca2002 s.30(1)", "aca2002 s.34(1)"} <= cited] == []
