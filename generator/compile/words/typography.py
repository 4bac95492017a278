"""Texts as they are printed: the right apostrophes."""

from __future__ import annotations

import re


def apostrophes(text: str) -> str:
    """Return a text with straight apostrophes between letters, or after a plural, as the curved ones they stand for."""
    return re.sub(r"(?<=\w)'(?=\w|\s|$)", "’", text)
