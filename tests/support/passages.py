"""Reading compiled pages in tests: the passages that stand at an anchor, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lxml import etree, html

HEADING = re.compile("h[1-6]")
LISTS = frozenset({"ul", "ol", "table"})
UNSEEN = frozenset({"script", "style", "template", "svg"})
BLOCK = re.compile("p|li|d[ltd]|t[rdh]|h[1-6]|div|[uo]l|table|section|article|details|summary|br|blockquote|header|nav")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00ad": ""})


def plain(text: str) -> str:
    """Return ``text`` for comparison: lower case, straight quotation marks, one space between words."""
    return " ".join(text.translate(STRAIGHT).lower().split())


def text_of(page: bytes | str) -> str:
    """Return the words of a piece of HTML in one line, as they are written."""
    source = page.decode() if isinstance(page, bytes) else page
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", source)).split())


def read_page(source: bytes) -> html.HtmlElement:
    """Return the content of a compiled page, which is HTML below its front matter."""
    return html.document_fromstring(source.decode().split("---\n", 2)[2])


def passages_at(page: html.HtmlElement, anchor: str) -> list[str]:
    """Return what stands at an anchor of a page, in passages that are each read alone.

    An item, a statement, a row or a word with its meaning is one passage. A section (to the next heading of its level)
    has one for each paragraph, item of a list and row of a table, each below its heading, and items below the paragraph
    that leads to them; and one for each list as a whole.
    """
    (element,) = page.xpath("//*[@id=$anchor]", anchor=anchor)
    if HEADING.fullmatch(element.tag):
        return list(_section(element))
    return [_text([element, *_meaning(element)])]


def _meaning(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield what is said of a word: what follows it in its list, to the next word."""
    for sibling in element.itersiblings() if element.tag == "dt" else ():
        if sibling.tag != "dd":
            return
        yield sibling


def _section(heading: html.HtmlElement) -> Iterator[str]:
    above: list[html.HtmlElement] = [heading]
    lead: list[html.HtmlElement] = []
    for sibling in heading.itersiblings(tag=etree.Element):
        if HEADING.fullmatch(sibling.tag):
            if sibling.tag <= heading.tag:
                return
            above, lead = [heading, sibling], []
        elif sibling.tag in LISTS:
            yield from (_text([*above, *lead, item]) for item in sibling.iter("li", "tr"))
            yield _text([*above, *lead, sibling])
        else:
            lead = [sibling]
            yield _text([*above, sibling])


def _text(elements: list[html.HtmlElement]) -> str:
    return plain(" / ".join("".join(_words(element)) for element in elements))


def _words(element: html.HtmlElement) -> Iterator[str]:
    """Yield the words of an element in order, a space round blocks and between elements that touch."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    gap = " " if BLOCK.fullmatch(element.tag) else ""
    yield gap + (element.text or "")
    for child in element:
        yield from _words(child)
        yield child.tail or " "
    yield gap
