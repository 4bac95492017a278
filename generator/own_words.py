"""The site's own words: headings, labels, states and the forms of its sentences, one file a language.

Templates read them as ``says``, the browser imports the same file. What stands under a ``page`` is for pages alone,
and the browser is not sent it. A blank in a form is ``{name}``.
"""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from generator.own_files import TEMPLATES

SAYS: Any = json.loads(
    (TEMPLATES / "words" / "en.json").read_text("utf-8"), object_hook=lambda it: SimpleNamespace(**it)
)
