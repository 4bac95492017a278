"""The table of rules: each said once, in words of its own, and told alike on the page and at the terminal."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import rules
from generator.describe.docs import DOCS
from generator.describe.rules_page import rules_page
from generator.errors import Place, Problem
from generator.rules import RULES, Rule
from support.command import pathways
from support.paths import ROOT

# Ids of rules that are words with another meaning too.
ALSO_A_WORD = {
    "contradiction": "a kind of finding that an authority writes down",
    "gap": "a kind of finding, and a key of a deadline",
    "overlap": "a kind of finding",
    "tag": "what the YAML parser calls it",
    "unknown": "what is written for a first day that nobody knows",
}


def test_a_rule_is_called_after_its_id() -> None:
    named = {name: rule for name, rule in vars(rules).items() if isinstance(rule, Rule)}
    assert {name: rule.id.upper().replace("-", "_") for name, rule in named.items()} == {name: name for name in named}
    assert list(RULES) == [rule.id for rule in named.values()]


@pytest.mark.parametrize("words", ["means", "why", "mend"])
def test_every_rule_is_explained_in_words_of_its_own(words: str) -> None:
    texts = [getattr(rule, words) for rule in RULES.values()]
    assert [text for text in texts if not (text[:1].isupper() and text.endswith("."))] == []
    assert len(set(texts)) == len(texts)


def test_only_an_error_says_where_it_is_a_warning() -> None:
    assert [rule.id for rule in RULES.values() if rule.warning_where and rule.severity == "warning"] == []


def test_no_rule_is_named_by_a_text() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), node.lineno, node.value)
        for path in (ROOT / "generator").rglob("*.py")
        if path.name != "rules.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in RULES
    ]
    assert [place for place in found if place[2] not in ALSO_A_WORD] == []
    assert {str(word) for _, _, word in found} == set(ALSO_A_WORD)


@pytest.mark.parametrize("path", DOCS)
def test_the_committed_docs_are_up_to_date(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == DOCS[path](), "run: pathways schema"


def test_the_page_has_a_heading_for_each_rule_under_that_of_its_subject() -> None:
    headings = [line for line in rules_page().splitlines() if line.startswith("#")]
    assert len(set(headings)) == len(headings) == 1 + len(RULES) + len({rule.subject for rule in RULES.values()})
    assert [heading[4:] for heading in headings if heading.startswith("### ")] == list(RULES)


def explain(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "explain", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_rule_is_explained() -> None:
    done = explain("walk-refused")
    assert (done.returncode, done.stderr) == (0, "")
    rule = rules.WALK_REFUSED
    assert done.stdout.splitlines() == [
        "walk-refused",
        f"  {rule.means}",
        f"  Why: {rule.why}",
        f"  How to mend it: {rule.mend}",
        f"  Severity: an error, which stops a build; only a warning where {rule.warning_where}.",
    ]
    assert explain("circle").stdout.endswith("  Severity: an error, which stops a build.\n")
    assert explain("changes-nothing").stdout.endswith("  Severity: a warning, which stops nothing.\n")


@pytest.mark.parametrize(
    ("asked", "hint"), [("unknown-keys", "did you mean 'unknown-key'?"), ("qqqq", "'pathways explain' lists them")]
)
def test_a_rule_that_does_not_exist_is_told_in_a_sentence(asked: str, hint: str) -> None:
    done = explain(asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == f"Error: there is no rule '{asked}' ({hint})"


def test_without_a_rule_all_are_listed_a_line_each() -> None:
    done = explain()
    assert (done.returncode, done.stderr) == (0, "")
    listed = [line.split(maxsplit=1) for line in done.stdout.splitlines() if line.startswith("  ")]
    assert listed == [[rule.id, rule.means] for rule in RULES.values()]


def test_a_rule_is_made_in_the_table_alone() -> None:
    others = [path for path in (ROOT / "generator").rglob("*.py") if path.name != "rules.py"]
    made = {path.name for path in others if re.search(r"(?<!\w)Rule\(", path.read_text("utf-8"))}
    assert made == set()


def test_only_a_rule_that_says_where_may_be_softened() -> None:
    with pytest.raises(AssertionError, match="circle does not say where it only warns"):
        Problem(Place("a.yml"), rules.CIRCLE, "told", softened=True)


def test_what_a_council_wrote_itself_is_neither_overwritten_nor_deleted(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/rules.md").write_text("Our own rules of the house.", "utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/ours.json").write_text("{}", "utf-8")
    done = pathways("schema", "--root", str(tmp_path))
    assert done.returncode == 2
    assert "docs/rules.md is not one that this command writes" in done.stderr
    assert (tmp_path / "docs/rules.md").read_text("utf-8") == "Our own rules of the house."
    assert (tmp_path / "schemas/ours.json").is_file()
