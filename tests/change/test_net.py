"""The net itself: it sees every difference a reader could see, and none that a reader could not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document

import net.picture
from generator import check
from generator.commands import terminal
from generator.model import Library
from generator.model.timeline import Timeline
from generator.reason import timeline as counting
from generator.reason.dated import Dated
from generator.reason.guards import Answers, holds
from generator.reason.timeline import work_out
from net.compare import WIDEST, differences, fingerprint_of, where_it_differs
from net.dom import page_lines
from net.picture import command_of, counted, mask_versions, published
from support.paths import HOMELESSNESS, ROOT

Days = dict[str, date]
PAGE = (
    '<!doctype html><p class="a" id="b">Say <a href="x">it</a> plainly.</p><ul><li>One</li></ul>'
    '<script type="application/json">{"b": 1, "a": [2]}</script>'
)


def lines(text: str) -> list[str]:
    return page_lines(text.encode())


@pytest.mark.parametrize(
    "same",
    [
        PAGE.replace("Say ", "\n  Say\n\t"),
        PAGE.replace("<ul><li>", "\n<ul>\n  <li> ").replace("</li></ul>", " </li>\n</ul>\n"),
        PAGE.replace('class="a" id="b"', 'id="b"  class=" a "'),
        PAGE.replace("<ul>", "<!-- a note --><ul>"),
        PAGE.replace('{"b": 1, "a": [2]}', '{ "b":1,\n"a":[ 2 ] }'),
    ],
)
def test_what_no_reader_sees_is_no_difference(same: str) -> None:
    assert lines(same) == lines(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("Say <a", "Say<a"),
        PAGE.replace("plainly", "Plainly"),
        PAGE.replace('href="x"', 'href="y"'),
        PAGE.replace('id="b"', ""),
        PAGE.replace("<li>One</li>", "<li>One</li><li></li>"),
        PAGE.replace('"b": 1', '"b": 2'),
        PAGE.replace("<ul>", "<ol>").replace("</ul>", "</ol>"),
    ],
)
def test_what_a_reader_could_see_is_a_difference(other: str) -> None:
    assert lines(other) != lines(PAGE)


AMONG_WORDS = [
    "button",
    "img",
    "input",
    "select",
    "svg",
    "del",
    "ins",
    "output",
    "wbr",
    "bdo",
    "data",
    "tt",
    "in-force",
]


@pytest.mark.parametrize("name", AMONG_WORDS)
def test_white_space_beside_what_stands_among_words_is_a_difference(name: str) -> None:
    assert lines(f"<p>Say <{name}>x</{name}> now</p>") != lines(f"<p>Say<{name}>x</{name}> now</p>")
    assert lines(f"<p>Say <{name}></{name}> now</p>") != lines(f"<p>Say <{name}></{name}>now</p>")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<pre>a <a href="x">b</a></pre>', '<pre>a <a href="y">b</a></pre>'),
        ("<pre><code>b</code></pre>", "<pre>b</pre>"),
        ("<pre>  a\n  b</pre>", "<pre>a\n  b</pre>"),
        ("<!doctype html><p>a</p>", "<p>a</p>"),
        ("<p>Reference (1234567)</p>", "<p>Reference (7654321)</p>"),
        ('<a href="x%281234567%29">a</a>', '<a href="x%287654321%29">a</a>'),
    ],
)
def test_what_stands_as_it_was_written_is_compared(one: str, other: str) -> None:
    assert lines(one) != lines(other)


def test_only_the_fingerprints_of_files_and_of_the_content_are_masked(tmp_path: Path) -> None:
    page = '<link href="main.{}.min.css"><p>{}</p>'
    assert lines(page.format("57a0d79d", "")) == lines(page.format("00000000", ""))
    assert lines(page.format("57a0d79d", "57a0d79d")) != lines(page.format("57a0d79d", "00000000"))
    told = []
    for words in ("2026.11 (4f2da08)", "2026.11 (1234567)", "2026.12 (1234567)"):
        (tmp_path / "version.js").write_text(f'document.documentElement.dataset.version = "{words}";\n', "utf-8")
        mask_versions(tmp_path)
        told.append(dict(published(tmp_path)))
    assert told[0] == told[1] != told[2]


def picture(folder: Path, name: str, content: bytes) -> dict[str, list[str]]:
    (folder / name).write_bytes(content)
    return dict(published(folder))


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("page.html", b"<p>One</p>", b"<p>Two</p>"),
        ("data.json", b'{"a": 1}', b'{"a": 2}'),
        ("dates.ics", b"BEGIN\r\nEND\r\n", b"BEGIN\nEND\n"),
        ("dates.ics", b"BEGIN\r\nEND\r\n", b"BEGIN\r\nEND"),
        ("dates.ics", b"DAY:1\r\n", b"DAY:2\r\n"),
        ("table.csv", b"a,b\r\n", b"a,b\n"),
        ("table.csv", b"\xef\xbb\xbfa,b\r\n", b"a,b\r\n"),
        ("robots.txt", b"(1234567)", b"(7654321)"),
        ("other.js", b"a", b"b"),
    ],
)
def test_a_change_of_a_published_file_is_seen(tmp_path: Path, name: str, one: bytes, other: bytes) -> None:
    assert picture(tmp_path, name, one) != picture(tmp_path, name, other)


@pytest.mark.parametrize("name", ["pathways.js", "pathways-style.css", "early.js", "version.js", "sitemap.xml.gz"])
def test_a_published_file_that_is_gone_is_seen(tmp_path: Path, name: str) -> None:
    there = picture(tmp_path, name, b"a")
    (tmp_path / name).unlink()
    assert dict(published(tmp_path)) != there


def in_bold(paper: Document) -> None:
    paper.add_paragraph().add_run("a").bold = True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda paper: paper.add_paragraph("a"), lambda paper: paper.add_paragraph("b")),
        (lambda paper: paper.add_heading("a", 1), lambda paper: paper.add_paragraph("a")),
        (lambda paper: paper.add_heading("a", 1), lambda paper: paper.add_heading("a", 2)),
        (
            lambda paper: paper.add_paragraph("a"),
            lambda paper: setattr(paper.add_paragraph().add_run("a"), "bold", True),
        ),
        (lambda paper: paper.add_paragraph("a\tb"), lambda paper: paper.add_paragraph("ab")),
        (lambda paper: paper.add_paragraph("a\nb"), lambda paper: paper.add_paragraph("ab")),
        (lambda paper: paper.add_table(1, 2), lambda paper: paper.add_table(2, 1)),
        (lambda paper: setattr(paper.core_properties, "title", "a"), lambda paper: None),
        (lambda paper: paper.sections[0].header.add_paragraph("a"), lambda paper: None),
        (lambda paper: paper.sections[0].footer.add_paragraph("a"), lambda paper: None),
    ],
    ids=["words", "heading", "level", "bold", "tab", "line", "table", "title", "header", "footer"],
)
def test_a_change_of_a_word_file_is_seen(
    tmp_path: Path, one: Callable[[Document], object], other: Callable[[Document], object]
) -> None:
    told = []
    for write in (one, other):
        paper = docx.Document()
        write(paper)
        paper.save(str(tmp_path / "paper.docx"))
        told.append(dict(published(tmp_path)))
    assert told[0] != told[1]


def spoil_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    opposite = {True: False, False: True, None: None}
    monkeypatch.setattr(counting, "holds", lambda guard, walk: opposite[holds(guard, walk)])


def forget_recorded_days(monkeypatch: pytest.MonkeyPatch) -> None:
    def without(library: Library, timeline: Timeline, given: Days, answers: Answers) -> list[Dated]:
        return work_out(library, timeline, {name: day for name, day in given.items() if name in library.date}, answers)

    monkeypatch.setattr(terminal, "work_out", without)


def take_one_day_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def alike(library: Library, timeline: Timeline, given: Days, answers: Answers) -> list[Dated]:
        shared = [name for name in given if name in library.date]
        return work_out(library, timeline, given | dict.fromkeys(shared, given[shared[0]]), answers)

    monkeypatch.setattr(terminal, "work_out", alike)


@pytest.fixture(scope="module")
def honestly_counted() -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        return counted_now(patch)


def counted_now(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the net counts of the second subject, on few days: spoilt answers and days show in the fuller cases."""
    monkeypatch.setattr(net.picture, "DAYS", net.picture.DAYS[:2])
    monkeypatch.setattr(check, "check_folder", check.check_folder)  # which the net puts another in the place of
    monkeypatch.setattr(sys, "argv", sys.argv)
    return dict(counted(HOMELESSNESS, command_of(ROOT)))


@pytest.mark.parametrize("spoil", [spoil_answers, forget_recorded_days, take_one_day_for_all])
def test_counting_that_goes_wrong_is_seen(
    monkeypatch: pytest.MonkeyPatch,
    honestly_counted: dict[str, str],
    spoil: Callable[[pytest.MonkeyPatch], None],
) -> None:
    spoil(monkeypatch)
    changed = {name for name, text in counted_now(monkeypatch).items() if text != honestly_counted[name]}
    assert changed
    assert all("-20" not in name for name in changed)  # one day for all dates, and no answers, would not have told


def test_a_long_line_is_shown_where_it_differs() -> None:
    one, other = "a" * 1000 + "b" + "c" * 1000, "a" * 1000 + "d" + "c" * 1000
    assert where_it_differs(one, other) != where_it_differs(other, one)
    assert len(where_it_differs(one, other)) == WIDEST + 2
    assert where_it_differs("short", "shorter") == "short"
    assert where_it_differs("a" * 1000, "") == "a" * WIDEST + "…"


def test_a_change_of_the_net_makes_pictures_be_drawn_anew(tmp_path: Path) -> None:
    (tmp_path / "dom.py").write_text("a", "utf-8")
    before = fingerprint_of(tmp_path)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "list.json").write_text("{}", "utf-8")
    assert fingerprint_of(tmp_path) != before


def test_a_difference_is_told_once_with_every_place(tmp_path: Path) -> None:
    for side, words in (("before", "same\nold\nend\n"), ("after", "same\nnew\nend\n")):
        for name in ("a.txt", "b/c.txt"):
            path = tmp_path / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
        (tmp_path / side / "ends.ics").write_text("a\u2028b\n" if side == "before" else "a\nb\n", "utf-8")
    (tmp_path / "after" / "d.txt").write_text("new file\n", "utf-8")
    assert differences(tmp_path / "before", tmp_path / "after") == {
        (("old",), ("new",)): ["a.txt", "b/c.txt"],
        ((), ("the file",)): ["d.txt"],
        (("a\u2028b",), ("a", "b")): ["ends.ics"],
    }
