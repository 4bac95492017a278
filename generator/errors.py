"""What can be wrong with the content, said so that the person who wrote it can mend it.

A :class:`Problem` is one sentence with a place. Every stage collects problems and goes on as far as it
can, so that one run tells all of them.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


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
    close = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else ""


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build; warnings do not."""
    return [problem for problem in problems if problem.severity == "error"]


def report(problems: Sequence[Problem], root: Path, style: str = "text") -> str:
    """Return all problems in order of place as ``text`` (with the line and a caret), ``json`` or ``github``."""
    ordered = sorted(problems)
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
            try:
                lines_of[place.file] = (root / place.file).read_text("utf-8", errors="replace").splitlines()
            except OSError:
                lines_of[place.file] = []
        out.append(str(problem))
        lines = lines_of[place.file]
        if place.line <= len(lines):
            margin = f"{place.line:>5} | "
            out.append(margin + lines[place.line - 1].replace("\t", "→")[:160])
            out.append(" " * (len(margin) - 2) + "| " + " " * (place.column - 1) + "^")
        if problem.hint:
            out.append(f"      hint: {problem.hint}")
    return "\n".join(out)


def _as_json(problems: Sequence[Problem], root: Path) -> str:
    rows = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2)


def _as_github(problems: Sequence[Problem], root: Path) -> str:
    return "\n".join(
        f"::{problem.severity} file={problem.place.file},line={problem.place.line},"
        f"col={problem.place.column},title={problem.rule}::"
        + _github_escape(problem.message + (f" ({problem.hint})" if problem.hint else ""))
        for problem in problems
    )


def _github_escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
