"""Files that are made from the program, so that they cannot lag: pages in docs/, and types for browser code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.describe.browser_types import BROWSER_TYPES, browser_types
from generator.describe.handbook import HANDBOOK, handbook
from generator.describe.rules_page import RULES_PAGE, rules_page
from generator.errors import Fault

MADE_BY = "`pathways schema`"  # every one of them says so
DOCS: dict[str, Callable[[], str]] = {HANDBOOK: handbook, RULES_PAGE: rules_page, BROWSER_TYPES: browser_types}


def write_docs(root: Path) -> list[Path]:
    """Write all of them under ``root``, but for browser types where there is no browser code. Return their paths.

    Raises Fault, and writes nothing, where another file stands in the place of one.
    """
    (root / "docs").mkdir(exist_ok=True)
    written = [root / path for path in DOCS if (root / path).parent.is_dir()]
    for path in written:
        if path.exists() and MADE_BY not in path.read_text("utf-8"):
            raise Fault(f"{path.relative_to(root).as_posix()} is not one that this command writes: move it", code=2)
    for path in written:
        path.write_text(DOCS[path.relative_to(root).as_posix()](), encoding="utf-8", newline="\n")
    return written
