"""What the YAML parser says of a file it cannot read → what is wrong there, in our words, and the usual mend."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator import rules
from generator.errors import Place, Problem
from generator.rules import Rule


def syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    """Turn the parser's English into ours: where, what, and the usual mend."""
    lines = text.split("\n")
    said, doing = (error.problem or "").strip(), str(error.context or "")
    stopped, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    if stopped is None or began is None:
        return Problem(Place(file, first_line), rules.YAML_SYNTAX, f"this is not YAML: {said or 'it cannot be read'}")

    def problem(mark: Any, message: str, hint: str, rule: Rule = rules.YAML_SYNTAX) -> Problem:
        line = min(mark.line, len(lines) - 1)
        column = mark.column if line == mark.line else len(lines[line])
        return Problem(Place(file, line + first_line, column + 1), rule, message, hint)

    here = lines[stopped.line] if stopped.line < len(lines) else ""
    before, sign = here[: stopped.column], here[stopped.column : stopped.column + 1]
    tab = re.match("[ -]*\t", here)
    if tab and stopped.column >= tab.end() - 1:
        return Problem(
            Place(file, stopped.line + first_line, tab.end()), rules.TAB, "there is a tab here", "indent with spaces"
        )
    if "quoted scalar" in doing:
        if "unexpected" in said:
            return problem(began, "a quoted text is opened and not closed", "add the closing quote")
        return problem(stopped, "the backslash here starts no known escape", "write the text in single quotes")
    if "mapping values are not allowed" in said:
        if ": " in before:
            return problem(
                stopped, "a colon starts a second value here", "put the text after the first colon in quotes"
            )
        return problem(
            stopped, "this line does not fit the line above it", "check that both are 'key: value' and indented alike"
        )
    if "could not find expected ':'" in said:
        return problem(began, "this line has no colon", "write 'key: value' with a space, or indent the line")
    if "cannot start any token" in said or "directive" in doing or re.search(r"scanning an (alias|anchor)", doing):
        return problem(began, f"a text cannot start with '{_sign_at(lines, began)}'", "put the text in quotes")
    if "tag" in doing or "tag handle" in said:
        return problem(
            began, "tags (!) are not used in content", "put a text that starts with '!' in quotes", rules.TAG
        )
    if "block scalar" in doing and "comment or line break" in said:
        return problem(
            stopped, f"nothing can follow '{_sign_at(lines, began)}' on its line", "start the text on a new line"
        )
    if "block sequence entries are not allowed" in said:
        return problem(stopped, "a list cannot start here", "start each entry on a line of its own")
    if "node content" in said:
        return problem(stopped, "a value is missing here", "write it, or check the commas and brackets")
    if "flow" in doing:
        hint = f"look near line {stopped.line + first_line}"
        return problem(began, f"a comma or a closing bracket is missing after this '{_sign_at(lines, began)}'", hint)
    if re.search("['\"] *$", before) and sign:
        hint = "put the whole text in quotes, and write a quote inside it twice"
        return problem(stopped, "the text goes on after its closing quote", hint)
    if "did not find expected" in said:
        hint = f"check the indentation, quotes and brackets since line {began.line + first_line}"
        return problem(stopped, "this does not fit what stands above it", hint)
    return problem(stopped, f"this is not YAML: {said or 'it cannot be read'}", "")


def _sign_at(lines: list[str], mark: Any) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]
