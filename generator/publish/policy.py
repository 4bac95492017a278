"""The policy of a rendered page, which names every script that stands in the page itself."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from generator.compile.page.policy import PREVIEW, policy

_DATA = "application/json"


def with_policy(page: str) -> str:
    """Return a rendered page with the policy of a published one, by the hash of each script in it."""
    reader = _Scripts()
    reader.feed(page)
    hashes = dict.fromkeys(b64encode(sha256(text.encode()).digest()).decode() for text in reader.found)
    return page.replace(f'content="{PREVIEW}"', f'content="{policy(hashes)}"', 1)


class _Scripts(HTMLParser):
    """Collects the scripts that stand in a page, as they stand there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._inside = tag == "script" and "src" not in told and told.get("type") != _DATA
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
