"""Citations → words and links. Links to sections of legislation are built from the pinpoint."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Library
from generator.model.source import Source
from generator.model.statement import Citation

_LEGISLATION = re.compile(r"https://www\.legislation\.gov\.uk/[a-z]+/\d{4}/\d+")
_PART = re.compile(r"^(s|ss|r|rr|reg|regs|art|sch|pt|ch)\.?\s*([0-9]+[A-Z]*)")
_PARAGRAPH = re.compile(r"\b(?:para|paras)\.?\s*([0-9]+[A-Z]*)")
_PLACES = {
    "s": "section",
    "ss": "section",
    "r": "regulation",
    "rr": "regulation",
    "reg": "regulation",
    "regs": "regulation",
    "art": "article",
    "sch": "schedule",
    "pt": "part",
    "ch": "chapter",
}


def words(citation: Citation, source: Source) -> str:
    """Return a citation as readers see it: ``Children Act 1989 s.14A(5)``."""
    return f"{source.name} {citation.pinpoint}".strip()


def all_words(library: Library, cite: Iterable[Citation]) -> str:
    """Return citations as one text, those of known sources: ``Children Act 1989 s.14A; Adoption Rules r.3``."""
    return "; ".join(words(c, library.source[c.source]) for c in cite if c.source in library.source)


def link(citation: Citation, source: Source) -> str | None:
    """Return the web address of the passage, as exactly as the pinpoint allows; None where the source has none."""
    if source.url is None:
        return None
    base = _LEGISLATION.fullmatch(source.url.rstrip("/"))
    part = _PART.match(citation.pinpoint)
    if not base or not part or part.group(1) not in _PLACES:
        return source.url
    place = _PLACES[part.group(1)]
    if place == "regulation" and "/uksi/" in source.url and source.kind == "rules":
        place = "rule"
    address = f"{base.group()}/{place}/{part.group(2)}"
    paragraph = _PARAGRAPH.search(citation.pinpoint) if place == "schedule" else None
    return f"{address}/paragraph/{paragraph.group(1)}" if paragraph else address
