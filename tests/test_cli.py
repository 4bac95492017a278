"""The command: exit codes and what is printed, as somebody at a terminal meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests_paths import HOMELESSNESS, ROOT


def pathways(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_check_says_that_all_is_well() -> None:
    done = pathways("check", "--root", str(HOMELESSNESS))
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "No problems found.", "")


def test_an_empty_folder_is_a_content_set_with_nothing_in_it(tmp_path: Path) -> None:
    assert pathways("check", "--root", str(tmp_path)).returncode == 0
    done = pathways("build", "--root", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()


def test_problems_are_shown_with_line_caret_hint_and_count(content_copy: Path) -> None:
    site = content_copy / "content" / "site.yml"
    site.write_text(site.read_text().replace("name:", "nmae:", 1))
    done = pathways("check", "--root", str(content_copy))
    assert done.returncode == 1
    assert "'nmae' is not a key of the site's settings [unknown-key]" in done.stdout
    assert "did you mean 'name'?" in done.stdout
    assert "^" in done.stdout
    assert done.stdout.rstrip().endswith("problems.")


@pytest.mark.parametrize("style", ["json", "github"])
def test_problems_for_programs(content_copy: Path, style: str) -> None:
    (content_copy / "content" / "roles.yml").write_text("- id: Team Manager\n  name: Manager\n")
    done = pathways("check", "--root", str(content_copy), "--format", style)
    assert done.returncode == 1
    if style == "json":
        rows = json.loads(done.stdout)["problems"]
        bad = next(row for row in rows if row["rule"] == "bad-id")
        assert (bad["file"], bad["line"], bad["column"]) == ("content/roles.yml", 1, 7)
        assert bad["hint"] == "write 'team-manager'"
    else:
        assert "::error file=content/roles.yml,line=1,col=7,title=bad-id::" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["check", "--format", "xml"], ["check", "--root", "there-is-no-such-folder"], ["fly"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    done = pathways(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_missing_dot_is_said_in_one_sentence(content_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = pathways("compile", "--root", str(content_copy))
    assert done.returncode == 2
    assert "Graphviz is not installed" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_explains_itself() -> None:
    help_text = pathways("--help").stdout
    for command in ("check", "schema", "compile", "build", "serve"):
        assert command in help_text
        assert "--root" in pathways(command, "--help").stdout
