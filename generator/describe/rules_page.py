"""The rules of the check in words: the page docs/rules.md, and what ``pathways explain`` prints."""

from __future__ import annotations

from itertools import groupby

from generator.rules import RULES, Rule

RULES_PAGE = "docs/rules.md"

_OPENING = """\
# The rules of the check

What `pathways check` reports, rule by rule. Every message ends with its rule in brackets; `pathways explain RULE` says
the same as this page. It is made from `generator/rules.py` by `pathways schema`; do not edit it.
"""


def rules_page() -> str:
    """Return the whole page as Markdown: a heading a subject, and under it one a rule, which is its anchor."""
    parts = [_OPENING]
    for subject, rules in groupby(RULES.values(), lambda rule: rule.subject):
        parts.append(f"## {subject}\n")
        parts += [f"### {rule.id}\n\n{_told(rule)}\n" for rule in rules]
    return "\n".join(parts)


def _told(rule: Rule) -> str:
    return "\n".join([rule.means, "", *(f"- **{label}** {words}" for label, words in _answers(rule))])


def explained(rule: Rule) -> str:
    """Return one rule for the terminal: its id, what it means, and the answers to what a writer asks next."""
    return "\n".join([rule.id, f"  {rule.means}", *(f"  {label} {words}" for label, words in _answers(rule))])


def listed() -> str:
    """Return every rule with what it means, a line each, by subject."""
    width = max(map(len, RULES))
    lines: list[str] = []
    for subject, rules in groupby(RULES.values(), lambda rule: rule.subject):
        lines += ["", subject, *(f"  {rule.id:<{width}}  {rule.means}" for rule in rules)]
    return "\n".join(lines[1:])


def _answers(rule: Rule) -> list[tuple[str, str]]:
    return [("Why:", rule.why), ("How to mend it:", rule.mend), ("Severity:", _severity(rule))]


def _severity(rule: Rule) -> str:
    if rule.severity == "warning":
        return "a warning, which stops nothing."
    but = f"; only a warning where {rule.warning_where}" if rule.warning_where else ""
    return f"an error, which stops a build{but}."
