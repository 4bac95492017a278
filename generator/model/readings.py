"""Which passages of law somebody read behind what a piece of content says, and which nobody recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.library import Library
from generator.model.source import LAW, Passage
from generator.model.statement import Citation


def cited_by(piece: Any) -> tuple[Citation, ...]:
    """Return what a piece cites, or the one source that a way of counting names."""
    cite: tuple[Citation, ...] = getattr(piece, "cite", ())
    source = getattr(piece, "source", None)
    return cite or ((source,) if isinstance(source, Citation) else ())


def readings(library: Library, cite: Iterable[Citation]) -> list[tuple[Citation, Passage | None]]:
    """Return each citation of law with the passage that was read for it, None where nobody recorded the reading."""
    law = [(c, library.source[c.source]) for c in cite if c.source in library.source]
    return [(c, source.passage(c.pinpoint)) for c, source in law if source.kind in LAW]
