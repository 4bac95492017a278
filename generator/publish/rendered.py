"""What stands in a rendered page, as far as publishing has to know it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

_LINKING = ("href", "src", "data-src")
_DATA = "application/json"


class Rendered(NamedTuple):
    """The ``links`` of a page, to whatever it leads to or loads, and the ``scripts`` that stand in the page itself."""

    links: list[str]
    scripts: list[str]


def rendered(page: str) -> Rendered:
    """Return what a page leads to and loads, and its own scripts as they stand there."""
    reader = _PageReader()
    reader.feed(page)
    return Rendered(reader.links, reader.scripts)


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.links: list[str] = []
        self.scripts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in _LINKING and value]
        if tag == "script":
            told = dict(attrs)
            self._inside = "src" not in told and told.get("type") != _DATA
            if self._inside:
                self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data
