"""Data as JSON that may stand inside a page."""

from __future__ import annotations

import json

from markupsafe import Markup

from generator.compile.data.shapes import Script
from generator.compile.words.typography import apostrophes


def script(data: Script) -> Markup:
    """Return data as JSON that can stand inside a script element: no ``<``, ``>`` or ``&`` can end it early."""
    text = apostrophes(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # escaped above
