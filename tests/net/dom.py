"""A page as lines that are the same wherever its DOM is: white space as CSS collapses it, files' versions masked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

FINGERPRINT = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.min\.)")  # of a file, in its name
# White space beside these says nothing: HTML's blocks, what is never shown, a line's end, and the shapes of a drawing.
# Anything else, elements of our own too, stands among words.
BLOCK = re.compile(
    "html|head|body|base|link|meta|script|style|template|title|"
    "address|article|aside|blockquote|br|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|"
    "figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|listing|main|menu|nav|ol|optgroup|option|p|plaintext|pre|search|"
    "section|summary|table|tbody|td|tfoot|th|thead|tr|ul|xmp|"
    "circle|clippath|defs|desc|ellipse|g|line|lineargradient|marker|path|polygon|polyline|rect|stop|symbol|text|use"
)
KEPT_AS_IT_IS = frozenset({"pre", "textarea", "style", "script"})


def page_lines(source: bytes) -> list[str]:
    """Return the doctype, then a line for each block that begins or ends and for each run of words, of an HTML page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    root = html.document_fromstring(source, parser=parser)
    lines = [root.getroottree().docinfo.doctype]
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
    """Return ``text`` with every fingerprint of a file in it replaced by one word."""
    return FINGERPRINT.sub("VERSION", text)


def text_lines(text: str) -> list[str]:
    """Return the lines of a file, their ends still to be seen: CR as a sign, and one more line after the last end."""
    return text.replace("\r", "␍").split("\n")


def _end_words(words: list[str], lines: list[str]) -> None:
    if run := re.sub(r"[ \t\n\r\f]+", " ", "".join(words)).strip(" "):
        lines.append(run)
    words.clear()


def _pieces(element: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield pieces of the DOM in order, each with whether it stands for itself (a block) or among words."""
    block = bool(BLOCK.fullmatch(element.tag.lower()))
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
    if element.tag in ("pre", "textarea"):
        return "".join(_as_written(element)).removeprefix("\n")  # HTML passes over a first line end there
    text = "".join(element.itertext())
    if "json" in element.get("type", ""):
        return json.dumps(json.loads(text), indent=1, ensure_ascii=False)
    return text.strip()


def _as_written(element: html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield _tag(child)
        yield from _as_written(child)
        yield f"</{child.tag}>{child.tail or ''}"
