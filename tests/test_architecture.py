"""The house rules a machine can hold: one way through the stages, no import cycles, an engine without a subject."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests_paths import ROOT

STAGES = [
    "errors",
    "report",
    "own_files",
    "read",
    "model",
    "reason",
    "check",
    "compile",
    "publish",
    "change",
    "describe",
    "edit",
    "commands",
]


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted((ROOT / "generator").rglob("*.py"))
    }


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator"):
            found.add(node.module)
            found |= {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name.startswith("generator")}
    return found


def stage_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def test_no_stage_imports_a_later_one() -> None:
    for name, path in modules().items():
        own = stage_of(name)
        if own not in STAGES:
            continue
        for imported in imports_of(path):
            other = stage_of(imported)
            if other in STAGES:
                assert STAGES.index(other) <= STAGES.index(own), f"{name} imports {imported}"


def test_there_are_no_import_cycles() -> None:
    known = modules()
    graph = {
        name: {found for found in imports_of(path) if found in known and found != name} for name, path in known.items()
    }
    state: dict[str, int] = {}

    def visit(name: str, trail: list[str]) -> None:
        state[name] = 1
        for other in graph[name]:
            # A package's own front page re-exports its modules; only cycles between modules count.
            if other == name.rpartition(".")[0]:
                continue
            assert state.get(other) != 1, " → ".join([*trail, name, other])
            if other not in state:
                visit(other, [*trail, name])
        state[name] = 2

    for name in graph:
        if name not in state:
            visit(name, [])


WORDS = re.compile(
    r"\b(adopt\w*|guardianship|permanence planning|foster\w*|child(?:ren)?|looked[- ]after|kinship)\b", re.I
)


@pytest.mark.parametrize("folder", ["generator", "site_templates/pages", "site_templates/theme"])
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
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for folder, pattern in (("generator", "*.py"), ("site_templates/assets/js", "*.js"))
        for path in (ROOT / folder).rglob(pattern)
        if (lines := path.read_text("utf-8").count("\n")) > 320
    }
    assert long == {}
