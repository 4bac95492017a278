"""The net itself: it sees every difference a reader could see, and none that a reader could not."""

from __future__ import annotations

from pathlib import Path

import pytest

from net.compare import differences
from net.dom import page_lines

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


def test_only_the_edition_of_the_content_and_of_files_is_masked() -> None:
    page = '<p>Version 2026.11 ({}). <link href="main.{}.min.css"> {}</p>'
    assert lines(page.format("4f2da08", "57a0d79d", "")) == lines(page.format("1234567", "00000000", ""))
    assert lines(page.format("4f2da08", "57a0d79d", "4f2da08")) != lines(page.format("4f2da08", "57a0d79d", "1234567"))


def test_a_difference_is_told_once_with_every_place(tmp_path: Path) -> None:
    for side, words in (("before", "same\nold\nend\n"), ("after", "same\nnew\nend\n")):
        for name in ("a.txt", "b/c.txt"):
            path = tmp_path / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
    (tmp_path / "after" / "d.txt").write_text("new file\n", "utf-8")
    assert differences(tmp_path / "before", tmp_path / "after") == {
        (("old",), ("new",)): ["a.txt", "b/c.txt"],
        ((), ("the file",)): ["d.txt"],
    }
