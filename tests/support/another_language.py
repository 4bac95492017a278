"""``python another_language.py ROOT INTO``: the pages of a content folder, the site's own words in another language.

That language is English in letters that no content is written in, so that on a page each text tells whose it is.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

LETTERS = {
    **{chr(ord("A") + n): chr(0x1D5D4 + n) for n in range(26)},
    **{chr(ord("a") + n): chr(0x1D5EE + n) for n in range(26)},
}
ITS_LETTERS = "[\U0001d5d4-\U0001d607]+"


def translated(said: Any) -> Any:
    """Return forms, in groups or lists, in the other language: each letter, but for the names of blanks."""
    if isinstance(said, dict):
        return {name: translated(inner) for name, inner in said.items()}
    if isinstance(said, list):
        return [translated(inner) for inner in said]
    return re.sub(r"(\{\w*\})|([A-Za-z])", lambda found: found[1] or LETTERS[found[2]], said)


def write_pages(root: Path, into: Path) -> None:
    """Write the documentation folder of ``root``, with the view of each authority, below ``into``."""
    from generator import own_files

    templates = shutil.copytree(own_files.TEMPLATES, into / "templates")
    words = templates / "words/en.json"
    words.write_text(json.dumps(translated(json.loads(words.read_text("utf-8")))), "utf-8")
    own_files.TEMPLATES = templates  # before anything reads the words

    from generator.compile.folder import compile_library
    from generator.model import load
    from generator.model.local.localise import views_of

    library = load(root)[0]
    for name, data in compile_library(library, views=views_of(library), as_of=date(2026, 12, 1)).files.items():
        (into / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (into / "docs" / name).write_bytes(data)


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]), Path(sys.argv[2]))
