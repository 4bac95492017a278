"""What an authority calls things: found in its view, beside the national word, never in its place."""

from __future__ import annotations

import html
import io
import re

import docx
import pytest

from generator.compile.folder import Compiled
from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.local.localise import views_of
from generator.model.names import LocalName
from support.passages import text_of
from support.paths import ROOT
from support.search import rows_in

AUTHORITIES = sorted(path.name for path in (ROOT / "content/authorities").iterdir())
BESIDE = re.compile(r'<span class="here">.*?</span>|<p class="here">.*?</p>|<div popover.*?</div>', re.DOTALL)


@pytest.fixture(scope="module", params=AUTHORITIES)
def view(request: pytest.FixtureRequest, library: Library) -> Library:
    return next(view for view in views_of(library) if view.seen_by and view.seen_by.id == request.param)


def names_in(view: Library) -> list[tuple[str, str, str]]:
    authority = view.seen_by
    assert authority is not None
    return [
        (kind, name, said.name)
        for kind, names in (("term", authority.terms), ("role", authority.roles))
        for name, said in names.items()
    ]


def test_no_national_word_is_changed(view: Library) -> None:
    assert view.national is not None and view.seen_by is not None
    for kind in ("term", "role"):
        differs = {d.on.id for d in view.seen_by.differences if d.on.kind == kind}
        for name, piece in view.of_kind(kind).items():
            assert piece is view.national.of_kind(kind)[name] or name in differs


def test_each_local_name_is_found(view: Library, compiled_with_views: Compiled) -> None:
    assert view.seen_by is not None
    folder = f"local/{view.seen_by.id}/"
    own = f"authorities/{view.seen_by.id}"
    pages = {
        page: text_of(compiled_with_views.files[f"{folder}{page}.md"].decode())
        for page in ("words", "roles", "a-z", own)
        if f"{folder}{page}.md" in compiled_with_views.files
    }
    scripts = (compiled_with_views.files[f"{base}assets/search-rows.js"] for base in ("", folder))
    rows = [row.names for script in scripts for row in rows_in(script)]
    for kind, _, name in names_in(view):
        printed = apostrophes(name)
        assert printed in pages["words" if kind == "term" else "roles"]
        assert printed in pages["a-z"] and printed in pages[own] and any(printed in names for names in rows)


def test_a_duty_keeps_the_national_name_of_its_role(view: Library, compiled_with_views: Compiled) -> None:
    """A page that has a national twin says each duty's role by the national name; the local one is set beside it."""
    assert view.seen_by is not None and view.national is not None
    folder = f"local/{view.seen_by.id}/"
    for path, data in compiled_with_views.files.items():
        page = path.removeprefix(folder)
        if not path.startswith(f"{folder}checklists/") or not path.endswith(".md"):
            continue
        for name, words in re.findall(r'<a href="[^"]*roles\.html#([\w-]+)">(.*?)</a>', data.decode()):
            called = html.unescape(re.sub(r" \(here: .*\)$", "", words))
            assert called == apostrophes(view.national.role[name].name), page


def test_plain_pages_say_nothing_by_a_local_name(view: Library, compiled_with_views: Compiled) -> None:
    """Families are not given back the words that plain texts replace."""
    assert view.seen_by is not None
    for path, data in compiled_with_views.files.items():
        if path.startswith(f"local/{view.seen_by.id}/families/"):
            assert 'class="here"' not in data.decode()


def test_an_agenda_says_who_comes_by_both_names(compiled_with_views: Compiled) -> None:
    page = compiled_with_views.files["local/dudley/checklists/ppm-preparation-agenda.md"].decode()
    paper = docx.Document(
        io.BytesIO(compiled_with_views.files["local/dudley/assets/papers/ppm-preparation-agenda.docx"])
    )
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    both = "Chair of the permanence planning meeting (here: Team Manager)"
    assert both in text_of(page) and both in cells


def test_a_meaning_on_a_page_tells_the_local_name(compiled_with_views: Compiled) -> None:
    page = compiled_with_views.files["local/coventry/procedures/coventry-family-time.md"].decode()
    opened = re.findall(r'<div popover[^>]*id="term-family-time".*?</div>', page, re.DOTALL)
    assert "Coventry calls it: Contact, direct or indirect." in text_of(" ".join(opened))


@pytest.mark.parametrize(
    ("name", "national", "another"),
    [
        ("Team Manager", "Chair of the planning meeting", True),
        ("Review chair", "Independent reviewing officer", True),
        ("Independent Reviewing Officer (IRO)", "Independent reviewing officer", False),
        ("Agency Decision Maker", "Agency decision-maker", False),
    ],
)
def test_the_same_word_in_capitals_or_with_its_short_form_is_not_said_twice(
    name: str, national: str, another: bool
) -> None:
    assert LocalName(name=name).differs(national) is another


SCRIPT_OR_TAG = re.compile(r"<script.*?</script>|<[^>]+>", re.DOTALL)


def test_your_authoritys_page_is_a_link_wherever_it_is_spoken_of(compiled_with_views: Compiled) -> None:
    """But for the page of what is not yet checked, where each text is a link itself."""
    for path, data in compiled_with_views.files.items():
        if not path.endswith(".md") or path.endswith("not-yet-checked.md"):
            continue
        page = data.decode().partition("\n---\n")[2]
        said = SCRIPT_OR_TAG.sub(lambda tag: tag[0] if tag[0].startswith("<a data-yours") else "", page)
        assert re.findall(r"(?<!\">)your authority’s (?:own )?page", said, re.IGNORECASE) == [], path
