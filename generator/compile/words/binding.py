"""How binding an authority's own practice is, in the words that its view puts beside it."""

from __future__ import annotations

from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.deadline import Deadline
from generator.model.local.words import binds_itself, says_itself
from generator.model.statement import Saying

_SAID = SAYS.parts.page.basis


def own_practice(library: Library, piece: Saying | Deadline) -> str | None:
    """Return the mark of practice in an authority's own words: that it requires it, or nothing where those words are
    not said to bind or do not rest on its procedure. None of what is no practice, or is written elsewhere.
    """
    here = library.seen_by
    if here is None or piece.force != "practice" or not says_itself(here, piece):
        return None
    ours = any(cited.source == here.source for cited in piece.cite)
    return str(_SAID.requires.format(authority=here.name)) if ours and binds_itself(here, piece) else ""
