"""List every sentence of the authorities' views that the national page does not have, to be read through by people.

    python tests/net/views.py [SITE]       the published site, `site` where none is named

Pages that only a view has are named and not listed: they are read where they were written.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html

# Pages that list what stands elsewhere.
LISTS = ("a-z.html", "policy.html", "sources.html", "not-yet-checked.html", "404.html")
_BLOCKS = "p|li|td|th|h1|h2|h3|h4|dt|dd|div|tr|summary|label|figcaption|text|title|button"
_APART = html.etree.XPath("//script|//style|//template|//header|//footer|//*[@popover]")


def main(site: Path) -> int:
    """Print the sentences of each view, page by page, and how many there are; return the exit code."""
    total = 0
    for view in sorted((site / "local").iterdir()):
        found = list(differing(site, view))
        for page, sentence in found:
            print(f"{view.name}/{page}: {sentence}")
        alone = [
            str(page.relative_to(view)) for page in view.rglob("*.html") if not _national(site, view, page).exists()
        ]
        print(f"{view.name}: {len(found)} sentences; pages of its own: {', '.join(sorted(alone))}\n")
        total += len(found)
    print(f"{total} sentences differ.")
    return 0


def differing(site: Path, view: Path) -> Iterator[tuple[str, str]]:
    """Give each sentence of a view that the national page does not have, with its page."""
    for page in sorted(view.rglob("*.html")):
        national = _national(site, view, page)
        if page.name not in LISTS and national.exists():
            known = set(sentences(national))
            told = dict.fromkeys(sentence for sentence in sentences(page) if sentence not in known)
            yield from ((str(page.relative_to(view)), sentence) for sentence in told)


def sentences(page: Path) -> Iterator[str]:
    """Give the sentences that a reader sees on a page, without the words round it (menu, foot, words explained)."""
    document = html.parse(str(page)).getroot()
    for part in _APART(document):
        part.drop_tree()
    for block in document.xpath("//*[" + " or ".join(f"self::{name}" for name in _BLOCKS.split("|")) + "]"):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    for line in str(document.text_content()).splitlines():
        yield from filter(None, re.split(r"(?<=[.?!])\s+", " ".join(line.split())))


def _national(site: Path, view: Path, page: Path) -> Path:
    return site / page.relative_to(view)


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:]) if len(sys.argv) > 1 else Path("site")))
