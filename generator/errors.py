"""What can be wrong with the content, said so that the person who wrote it can mend it.

A :class:`Problem` is one sentence with a place. Every stage collects problems and goes on as far as it
can, so that one run tells all of them.
"""

from __future__ import annotations

import difflib
import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]
WIDTH = 160
_MAX_WORD = 80
_MAX_SAID = 500
_MAX_SHOWN_FILE = 2_000_000


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a content file: path from the content root with forward slashes; line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong: where, which rule, one sentence, and what would mend it (may be empty)."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        kind = "warning: " if self.severity == "warning" else ""
        return f"{self.place}: {kind}{self.message} [{self.rule}]"


class Fault(Exception):
    """Something outside the content stops the work: a missing program, a folder that cannot be written.

    The message is one sentence for the person at the keyboard. Commands print it and exit with ``code``
    (2: the command was used wrongly; 3: the machine or the program is at fault).
    """

    def __init__(self, message: str, *, code: int = 3) -> None:
        super().__init__(message)
        self.code = code


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the known word most like ``word``, or an empty text when none is close."""
    if len(word) > _MAX_WORD:
        return ""
    close = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build; warnings do not."""
    return [problem for problem in problems if problem.severity == "error"]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order of place, then of rule."""
    return sorted(problems, key=lambda p: (p.place.file, p.place.line, p.place.column, p.rule, p.message, p.hint))


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
            "rule": problem.rule,
            "severity": problem.severity,
            "message": _said(problem.message),
            "hint": _said(problem.hint),
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def _as_github(problems: Sequence[Problem], root: Path) -> str:
    return "\n".join(
        f"::{problem.severity} file={_github_value(problem.place.file)},line={problem.place.line},"
        f"col={problem.place.column},title={problem.rule}::"
        + _github_escape(_said(problem.message + (f" ({problem.hint})" if problem.hint else "")))
        for problem in problems
    )


def _github_value(text: str) -> str:
    return _github_escape(_said(text)).replace(":", "%3A").replace(",", "%2C")


def _github_escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
