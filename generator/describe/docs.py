"""The pages in docs/ that are made from the program, so that they cannot lag."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.describe.handbook import HANDBOOK, handbook
from generator.describe.rules_page import RULES_PAGE, rules_page

DOCS: dict[str, Callable[[], str]] = {HANDBOOK: handbook, RULES_PAGE: rules_page}


def write_docs(root: Path) -> list[Path]:
    """Write all of them under ``root``. Return their paths."""
    for path, page in DOCS.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(page(), encoding="utf-8", newline="\n")
    return [root / path for path in DOCS]
