"""A page as lines that are the same wherever its DOM is: white space as CSS collapses it, the version masked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

# The fingerprint of a file in its name; the edition of the content, in words and in an address.
VERSION = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.)|(?<=\()[0-9a-f]{7}(?=\))|(?<=%28)[0-9a-f]{7}(?=%29)")
INLINE = re.compile("a|abbr|b|bdi|cite|code|dfn|em|i|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var")
KEPT_AS_IT_IS = frozenset({"pre", "textarea", "style", "script"})


def page_lines(source: bytes) -> list[str]:
    """Return one line for each block that begins or ends and for each run of words, from the bytes of an HTML page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    root = html.document_fromstring(source, parser=parser)
    lines: list[str] = []
    words: list[str] = []
    for piece, is_block in _pieces(root):
        if not is_block:
            words.append(piece)
            continue
        _end_words(words, lines)
        lines += piece.split("\n")
    _end_words(words, lines)
    return [masked(line) for line in lines]


def masked(text: str) -> str:
    """Return ``text`` with every fingerprint in it (of a file, of the content) replaced by one word."""
    return VERSION.sub("VERSION", text)


def _end_words(words: list[str], lines: list[str]) -> None:
    if run := re.sub(r"[ \t\n\r\f]+", " ", "".join(words)).strip(" "):
        lines.append(run)
    words.clear()


def _pieces(element: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield pieces of the DOM in order, each with whether it stands for itself (a block) or among words."""
    block = not INLINE.fullmatch(element.tag)
    yield _tag(element), block
    if element.tag in KEPT_AS_IT_IS:
        yield _kept(element), True
    else:
        yield element.text or "", False
        for child in element:
            yield from _pieces(child)
            yield child.tail or "", False
    yield f"</{element.tag}>", block


def _tag(element: html.HtmlElement) -> str:
    given = "".join(f' {name}="{" ".join(value.split())}"' for name, value in sorted(element.attrib.items()))
    return f"<{element.tag}{given}>"


def _kept(element: html.HtmlElement) -> str:
    text = "".join(element.itertext())
    if "json" in element.get("type", ""):
        return json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    return text.strip()
