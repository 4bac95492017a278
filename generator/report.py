"""Problems as they are printed: for a person, for a program, for a code host."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.errors import Problem, in_order

WIDTH = 160
_MAX_SAID = 500
_MAX_SHOWN_FILE = 2_000_000


def report(problems: Sequence[Problem], root: Path, style: str = "text") -> str:
    """Return all problems in order of place as ``text`` (with the line and a caret), ``json`` or ``github``."""
    ordered = in_order(problems)
    styles: dict[str, Callable[[Sequence[Problem], Path], str]] = {
        "text": _as_text,
        "json": _as_json,
        "github": _as_github,
    }
    return styles[style](ordered, root)


def _as_text(problems: Sequence[Problem], root: Path) -> str:
    lines_of: dict[str, list[str]] = {}
    out: list[str] = []
    for problem in problems:
        place = problem.place
        if place.file not in lines_of:
            lines_of[place.file] = _lines(root, place.file)
        out.append(_said(str(problem)))
        lines = lines_of[place.file]
        if place.line <= len(lines):
            margin = f"{place.line:>5} | "
            left = max(0, place.column - WIDTH)  # a long line is shown where the problem is
            shown = lines[place.line - 1].replace("\t", "→")[left : left + WIDTH]
            out.append((margin + _said(shown)).rstrip())
            out.append(" " * (len(margin) - 2) + "| " + " " * (place.column - 1 - left) + "^")
        out += [f"      also: {_said(str(place))}" for place in problem.also]
        if problem.hint:
            out.append(f"      hint: {_said(problem.hint)}")
    return "\n".join(out)


def _lines(root: Path, file: str) -> list[str]:
    """Return the lines of a content file, to show them; none where it lies outside ``root`` or cannot be read."""
    try:
        if not (root / file).resolve().is_relative_to(root.resolve()):
            return []
        with (root / file).open("rb") as opened:
            data = opened.read(_MAX_SHOWN_FILE)
    except (OSError, ValueError):
        return []
    text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _said(text: str) -> str:
    """Return ``text`` fit for one line of a terminal: nothing that controls it, and not without end."""
    if len(text) > _MAX_SAID:
        text = text[:_MAX_SAID] + "…"
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)


def _as_json(problems: Sequence[Problem], root: Path) -> str:
    rows = [
        {
            "file": _said(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule.id,
            "severity": problem.severity,
            "message": _said(problem.message),
            "hint": _said(problem.hint),
            "also": [_said(str(place)) for place in problem.also],
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def _as_github(problems: Sequence[Problem], root: Path) -> str:
    return "\n".join(
        f"::{problem.severity} file={_github_value(problem.place.file)},line={problem.place.line},"
        f"col={problem.place.column},title={problem.rule.id}::"
        + _github_escape(_said(problem.message + (f" ({problem.hint})" if problem.hint else "")))
        + "".join(_github_escape(_said(f"\nalso: {place}")) for place in problem.also)
        for problem in problems
    )


def _github_value(text: str) -> str:
    return _github_escape(_said(text)).replace(":", "%3A").replace(",", "%2C")


def _github_escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
