"""The house rules a machine can hold beside the contracts of imports: an engine without a subject, small files."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from support.paths import ROOT

WORDS = re.compile(
    r"\b(adopt\w*|guardianship|permanence planning|foster\w*|child(?:ren)?|looked[- ]after|kinship)\b", re.I
)


@pytest.mark.parametrize("folder", ["generator", "site_templates"])
def test_the_engine_knows_no_subject(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*")):
        if not path.is_file() or path.suffix not in (".py", ".j2", ".html"):
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".py":
            # Doc comments may take their examples from the first subject; code and texts may not.
            tree = ast.parse(text)
            docs = {
                id(node.body[0].value)
                for node in ast.walk(tree)
                if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
                and node.body
                and isinstance(node.body[0], ast.Expr)
            }
            strings = [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
            ]
            text = "\n".join(strings)
        found += [f"{path.relative_to(ROOT)}: {match}" for match in WORDS.findall(text)]
    assert found == []


def test_files_stay_small_enough_to_hold_in_the_head() -> None:
    # Biome sets JavaScript wider apart than ruff does Python: an argument a line where they do not fit on one.
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for folder, pattern, most in (("generator", "*.py", 320), ("site_templates", "*.js", 540))
        for path in (ROOT / folder).rglob(pattern)
        if (lines := path.read_text("utf-8").count("\n")) > most
        and path.name != "rules.py"  # a table, read by its rows
    }
    assert long == {}


@pytest.mark.parametrize(
    ("suffix", "usual", "silencing"),
    [
        ("py", 120, r"# (?:noqa: E501|fmt: (?:off|skip))"),
        ("js", 120, "biome-ignore"),
        ("mjs", 120, "biome-ignore"),
        ("css", 110, "biome-ignore"),
    ],
)
def test_lines_are_short_enough_to_read(suffix: str, usual: int, silencing: str) -> None:
    """Of a hundred lines that hold something at most one is longer than usual, and none longer than 160."""
    tracked = subprocess.run(["git", "ls-files", f"*.{suffix}"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = {name: path.read_text("utf-8") for name in tracked.stdout.split() if (path := ROOT / name).exists()}
    lengths = {
        f"{name}:{number}": len(line)
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    }
    assert [place for place, length in lengths.items() if length > 160] == []
    longer = [place for place, length in lengths.items() if length > usual]
    assert len(longer) <= len(lengths) / 100, longer
    assert sum(len(re.findall(silencing, text)) for text in texts.values()) <= 3


def test_no_class_name_has_two_meanings() -> None:
    """But for the shapes of data in pages, which are called as what they tell of."""
    named: dict[str, list[str]] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body if not path.name.endswith("shapes.py") else ():
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name.lstrip("_"), []).append(path.relative_to(ROOT).as_posix())
    assert {name: places for name, places in named.items() if len(places) > 1} == {}


def html_patterns(module: str) -> list[str]:
    """Return the regular expressions of a module that look for a tag."""
    calls = [node for node in ast.walk(ast.parse(module)) if isinstance(node, ast.Call)]
    patterns = [
        str(part.value)
        for call in calls
        if ast.unparse(call.func).startswith("re.")
        for part in ast.walk(call)
        if isinstance(part, ast.Constant)
    ]
    return [pattern for pattern in patterns if re.search(r"(?<!\(\?)(?<!\(\?P)<\\?/?[a-zA-Z!(\[\\]", pattern)]


def test_no_regular_expression_reads_finished_html() -> None:
    """What is in a page, whoever writes it knows: nothing in ``compile/`` finds it out again, or takes it away."""
    modules = sorted((ROOT / "generator/compile").rglob("*.py"))
    assert {path.name: found for path in modules if (found := html_patterns(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "spoiled",
    ['H = re.compile(r\'<h2 id="([^"]+)">\')', 're.sub(r"<a [^>]*>|</a>", "", it)', r're.findall("(?s)<(\\w+)>", it)'],
)
def test_such_a_regular_expression_would_be_seen(spoiled: str) -> None:
    assert html_patterns(spoiled)
    assert not html_patterns(r're.compile(r"(?<![\w-])(?:a|b)(?<=c)")')


# What browser code of a room may import; one idea imports no other.
SHARED: dict[str, set[str]] = {"reason": set(), "parts": {"reason"}}
SCRIPTS = [path for path in sorted((ROOT / "site_templates").rglob("*.js")) if "built" not in path.parts]
IMPORTED = re.compile(r'^(?:import|\} from|/\*\* @import) .*"\.\./(\w+)/|import\("\.\./(\w+)/', re.MULTILINE)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT / "site_templates")))
def test_browser_code_imports_no_other_idea(path: Path) -> None:
    room = path.parent.name
    rooms = {first or second for first, second in IMPORTED.findall(path.read_text("utf-8"))}
    if room != "assets":  # where all is put together
        assert rooms - {"words", "assets"} <= SHARED.get(room, {"parts", "reason"})
