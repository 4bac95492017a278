"""In which version the law behind a statement was read: as first made, or revised to which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.readings import cited_by, readings
from generator.model.source import UNDATED, Passage
from generator.model.statement import Citation

_FORMS = SAYS.sentences.page.versions
_AS_MADE, _AMENDING_TEXT, _REVISED, _EXPLANATORY_NOTE, _NOT_RECORDED = UNDATED
VERSION_WORDS: dict[str, str] = {
    "dated": _FORMS.dated,
    _REVISED: _FORMS.revised,
    _AS_MADE: _FORMS.as_made,
    _AMENDING_TEXT: _FORMS.amending_text,
    _EXPLANATORY_NOTE: _FORMS.explanatory_note,
    _NOT_RECORDED: _FORMS.not_recorded,
}
# How firmly a reading holds today, the least firm first: a statement is counted by its least firm passage.
VERSIONS = (_NOT_RECORDED, _EXPLANATORY_NOTE, _AS_MADE, _AMENDING_TEXT, _REVISED, "dated")


def version_of(library: Library, cite: Iterable[Citation]) -> str:
    """Return in which version a statement's law was read: the least firm of its passages, one of VERSIONS."""
    found = [_version(passage) for _, passage in readings(library, cite)] or [_NOT_RECORDED]
    return min(found, key=VERSIONS.index)


def year_of(library: Library, cite: Iterable[Citation]) -> int | None:
    """Return the year to which the oldest dated text behind a statement is revised; None where none is dated."""
    days = [p.version for _, p in readings(library, cite) if p is not None and isinstance(p.version, date)]
    return min(days).year if days else None


def _version(passage: Passage | None) -> str:
    if passage is None:
        return _NOT_RECORDED
    return "dated" if isinstance(passage.version, date) else passage.version


def reading_words(library: Library, piece: Any) -> str:
    """Return in which version the law behind a piece was read: ``Read as first made``; empty where it was not read."""
    if getattr(piece, "seen", "") != "law":
        return ""
    found: dict[str, list[str]] = {}
    for citation, passage in readings(library, cited_by(piece)):
        found.setdefault(version_words(passage), []).append(citation.pinpoint or library.source[citation.source].name)
    if len(found) < 2:
        return sentences.fill(_FORMS.read, version=next(iter(found), version_words(None)))
    told = [
        sentences.fill(_FORMS.passages, places=sentences.listed(list(dict.fromkeys(places))), version=version)
        for version, places in found.items()
    ]
    return sentences.fill(_FORMS.read_each, passages="; ".join(told))


def version_words(passage: Passage | None) -> str:
    """Return a version inside a sentence: ``as revised to 25 March 2026``, ``as first made``."""
    if passage is not None and isinstance(passage.version, date):
        return sentences.fill(_FORMS.revised_to, day=sentences.day(passage.version))
    return VERSION_WORDS[_version(passage)]
