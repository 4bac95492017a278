"""The site's own words as they are printed: their blanks filled in, one or many."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from generator.compile.words.typography import apostrophes
from generator.own_words import SAYS

__all__ = ["SAYS", "counted", "filled"]


def filled(form: str, /, **blanks: object) -> Markup:
    """Return a form with its blanks filled in, as HTML: texts are escaped, what is HTML already stays as it is."""
    printed = {name: apostrophes(it) if type(it) is str else it for name, it in blanks.items()}
    return escape(apostrophes(form)).format(**printed)


def counted(forms: Any, count: int, /, **blanks: object) -> str:
    """Return the form for one or the form for ``many``, its blanks filled in, among them ``{count}``."""
    return str((forms.one if count == 1 else forms.many).format(count=count, **blanks))
