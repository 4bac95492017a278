"""The site's own words: headings, labels, states and the forms of its sentences, one file a language.

Templates read them as ``says``, the browser imports the same file. What stands under a ``page`` is for pages alone,
and the browser is not sent it. A blank in a form is ``{name}``.
"""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

from generator.compile.words.typography import apostrophes
from generator.own_files import TEMPLATES

SAYS: Any = json.loads(
    (TEMPLATES / "words" / "en.json").read_text("utf-8"), object_hook=lambda it: SimpleNamespace(**it)
)


def filled(form: str, /, **blanks: object) -> Markup:
    """Return a form with its blanks filled in, as HTML: texts are escaped, what is HTML already stays as it is."""
    printed = {name: apostrophes(it) if type(it) is str else it for name, it in blanks.items()}
    return escape(apostrophes(form)).format(**printed)


def counted(forms: Any, count: int, /, **blanks: object) -> str:
    """Return the form for one or the form for ``many``, its blanks filled in, among them ``{count}``."""
    return str((forms.one if count == 1 else forms.many).format(count=count, **blanks))
