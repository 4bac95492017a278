"""The command: exit codes and what is printed, as somebody at a terminal meets them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from generator.model import load
from support.command import git, pathways
from support.paths import HOMELESSNESS


def test_check_says_that_all_is_well() -> None:
    done = pathways("check", "--root", str(HOMELESSNESS))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No problems found.\nProved 1 decision tree: every one of ")


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
    for command in ("check", "schema", "compile", "build", "serve", "walk", "export"):
        assert command in help_text
        assert "--root" in pathways(command, "--help").stdout


def walked(*arguments: str) -> subprocess.CompletedProcess[str]:
    return pathways("walk", "--root", str(HOMELESSNESS), *arguments)


def answering(**answers: str) -> list[str]:
    """The options that give these answers; a dash of a question's id is written as an underscore."""
    return [part for name, value in answers.items() for part in ("--answer", f"{name.replace('_', '-')}={value}")]


def test_walk_answers_as_json_what_comes_next_and_why() -> None:
    found = json.loads(walked("which-duty", *answering(eligible="eligible", home="accepted"), "--json").stdout)
    assert (found["outcome"], found["next"]) == (None, "relief-since")
    assert [step["question"] for step in found["path"]] == ["eligible", "home"]
    assert found["path"][0] == {
        "question": "eligible",
        "answer": "eligible",
        "because": "Yes",
        "cite": ["ha1996 s.185"],
    }


@pytest.mark.parametrize(("today", "following"), [("2026-03-02", "offer"), ("2026-03-01", "need")])
def test_walk_counts_to_the_day_given(today: str, following: str) -> None:
    answers = answering(eligible="eligible", home="accepted", relief_since="2026-01-05")
    assert json.loads(walked("which-duty", *answers, "--today", today, "--json").stdout)["next"] == following


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["which-dut"], "did you mean 'which-duty'?"),
        (["which-duty", "--answer", "eligible=uncle"], "'eligible' has no answer 'uncle'"),
        (["which-duty", "--answer", "uncle=yes"], "has no question 'uncle'"),
        (["which-duty", "--answer", "home"], "--answer takes name=value"),
        (["which-duty", "--today", "tomorrow"], "--today takes a day such as 2026-11-22"),
    ],
)
def test_walk_refuses_in_a_sentence(arguments: list[str], sentence: str) -> None:
    done = walked(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_walk_in_words_ends_with_the_outcome_and_what_it_does_not_decide() -> None:
    done = pathways("walk", "sgo-who-may-apply", "--answer", "parent=is-parent")
    assert "Stop: A parent cannot be the special guardian" in done.stdout
    assert "It does not decide:" in done.stdout


@pytest.mark.parametrize("form", ["dot", "mermaid", "json"])
def test_export_holds_every_question_and_outcome(form: str) -> None:
    done = pathways("export", "which-duty", "--to", form, "--root", str(HOMELESSNESS))
    assert done.returncode == 0
    library, _ = load(HOMELESSNESS)
    tree = library.tree["which-duty"]
    for text in [question.ask for question in tree.questions.values()] + [o.title for o in tree.outcomes.values()]:
        assert text in done.stdout
    if form == "dot":
        drawn = subprocess.run(["dot", "-Tplain"], input=done.stdout, capture_output=True, text=True, check=True)
        assert drawn.stdout.startswith("graph")
    if form == "json":
        assert json.loads(done.stdout)["start"] == tree.start


def test_an_item_id_used_for_something_else_is_found_against_a_revision(content_copy: Path) -> None:
    git(content_copy, "init", "-q")
    git(content_copy, "add", ".")
    git(content_copy, "commit", "-qm", "Begin")
    listed = content_copy / "content/checklists/first-interview.yml"
    text = listed.read_text("utf-8")
    assert pathways("check", "--root", str(content_copy), "--against", "HEAD").returncode == 0
    reworded = text.replace(
        "Give the household a copy of the personalised housing plan.", "Give the household its housing plan in writing."
    )
    listed.write_text(reworded, "utf-8")
    assert pathways("check", "--root", str(content_copy), "--against", "HEAD").returncode == 0
    listed.write_text(
        text.replace("Give the household a copy of the personalised housing plan.", "Ring the landlord."), "utf-8"
    )
    done = pathways("check", "--root", str(content_copy), "--against", "HEAD")
    assert done.returncode == 1
    assert "'plan-copy' meant something else at HEAD: Give the household a copy" in done.stdout
    assert "[reused-id]" in done.stdout


def test_an_unknown_revision_or_a_folder_outside_git_is_one_sentence(content_copy: Path) -> None:
    for revision in ("nowhere", "--help"):
        done = pathways("check", "--root", str(content_copy), "--against", revision)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert done.stderr.startswith("pathways: ")
