"""Malformed content: what is said of it, word for word, and that nothing a person can type brings a traceback.

Each file in ``cases/bad/``, in a folder by the stage that finds it, is one case. ``put`` says where its ``text`` is put
over the small valid set in ``cases/base/``, and ``said`` what is then printed, line by line (without the lines that
show the content). Run with ``WRITE_EXPECTED=1`` to write what is said anew; then read it.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from generator import rules
from generator.check import check_folder
from generator.errors import Place, Problem
from generator.model import load
from generator.model.base import Model
from generator.model.loading import understand
from generator.read import LocatedMap, read_file
from generator.report import report
from generator.rules import RULES, Rule
from support.hostile import HOSTILE, ROLES, half
from support.paths import ROOT

BASE = ROOT / "tests" / "cases" / "base"
BAD = ROOT / "tests" / "cases" / "bad"
CASES = sorted(BAD.glob("*/*.yml"))
SHOWN = re.compile(r" *[0-9]* *\|( |$)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the small valid content set, to spoil."""
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def printed(root: Path) -> list[str]:
    """Check ``root`` and return what is printed, without the lines that show the content."""
    _, problems = check_folder(root)
    text = report(problems, root)
    for style in ("json", "github"):
        assert "Traceback" not in report(problems, root, style)
    assert "Traceback" not in text
    assert "(made by the program)" not in text
    return [line.strip() for line in text.splitlines() if line and not SHOWN.match(line)]


def test_the_base_set_has_no_problems() -> None:
    assert printed(BASE) == []


# ---- cases that are files ---------------------------------------------------------------------------------------


class Case(NamedTuple):
    """A malformed file: where it is put, what it holds, and the lines that are said of it."""

    put: str
    text: str
    said: list[str]


def read_case(file: Path) -> Case:
    case = yaml.safe_load(file.read_text("utf-8"))
    return Case(case["put"], case["text"], case.get("said", "").splitlines())


def write_said(file: Path, said: list[str]) -> None:
    """Write anew what is said, and leave the text as it stands."""
    head, text, body = file.read_text("utf-8").partition("text: |")
    lines = "".join(f"  {line}\n" for line in said)
    file.write_text(f"{head.partition('said:')[0]}said: |\n{lines}{text}{body}", "utf-8")


def put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_said_of(case: Path, root: Path) -> None:
    path, text, lines = read_case(case)
    put(root, path, text.encode())
    found = printed(root)
    if os.environ.get("WRITE_EXPECTED"):
        write_said(case, found)
    else:
        assert found == lines
    assert found, "a bad case has at least one problem"


# ---- cases that no text file can hold ----------------------------------------------------------------------------


def spoil(path: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """Return what puts a changed file in the place of one of the base set's."""

    def build(root: Path) -> None:
        (root / path).write_bytes(change((root / path).read_bytes()))

    return build


def link_to_outside(root: Path) -> None:
    outside = root.parent / "outside.yml"
    outside.write_text("- {id: secret, name: Secret}\n", "utf-8")
    (root / ROLES).unlink()
    (root / ROLES).symlink_to(outside)


BUILT: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "latin-1": (
        spoil(ROLES, lambda data: data.replace(b"Helps you", "Helps – you".encode("cp1252"))),
        [f"{ROLES}:2:87: this file is not UTF-8 text [wrong-encoding]", "hint: save it again as UTF-8"],
    ),
    "utf-16": (
        spoil(ROLES, lambda data: data.decode().encode("utf-16")),
        [f"{ROLES}:1:1: this file is not UTF-8 text [wrong-encoding]", "hint: save it again as UTF-8"],
    ),
    "a-character-cut-in-two-at-the-end-of-old-line-ends": (
        spoil(ROLES, lambda data: b"- id: librarian\r  name: caf\xc3"),
        [f"{ROLES}:2:12: this file is not UTF-8 text [wrong-encoding]", "hint: save it again as UTF-8"],
    ),
    "null-byte": (
        spoil(ROLES, lambda data: data.replace(b"Librarian", b"Lib\0rarian")),
        [f"{ROLES}:2:28: there is an unprintable character here (U+0000) [unprintable-character]", "hint: delete it"],
    ),
    "byte-order-mark-in-the-middle": (
        spoil(ROLES, lambda data: data.replace(b"Librarian", "\ufeffLibrarian".encode())),
        [f"{ROLES}:2:25: there is an unprintable character here (U+FEFF) [unprintable-character]", "hint: delete it"],
    ),
    "line-separator": (
        spoil(ROLES, lambda data: data.replace(b"books.", "books.\u2028".encode(), 1)),
        [f"{ROLES}:2:72: there is an unprintable character here (U+2028) [unprintable-character]", "hint: delete it"],
    ),
    "byte-order-mark-and-windows-lines": (
        spoil(ROLES, lambda data: b"\xef\xbb\xbf- id: librarian\r\n  name: Librarian\r\n  nmae: x\r\n"),
        [f"{ROLES}:3:3: 'nmae' is not a key of a role [unknown-key]", "hint: did you mean 'name'?"],
    ),
    "old-line-ends": (
        spoil(ROLES, lambda data: b"- id: librarian\r  name: Librarian\r  nmae: x\r"),
        [f"{ROLES}:3:3: 'nmae' is not a key of a role [unknown-key]", "hint: did you mean 'name'?"],
    ),
    "file-too-large": (
        spoil(ROLES, lambda data: data + b"#" * 1_000_000),
        [
            f"{ROLES}:1:1: this file is larger than 1,000,000 bytes [file-too-large]",
            "hint: split it into several files",
        ],
    ),
    "too-many-values": (
        spoil(ROLES, lambda data: b"- [" + b"x," * 50_000 + b"]\n"),
        [
            f"{ROLES}:1:100000: this file holds more than 50,000 values [too-many-values]",
            "hint: split it into several files",
        ],
    ),
    "too-many-aliases": (
        spoil(ROLES, lambda data: b"- id: &a librarian\n  name: Librarian\n  aliases:\n" + b"    - *a\n" * 101),
        [f"{ROLES}:104:7: this file repeats more than 100 anchors (*) [too-many-aliases]"],
    ),
    "a-link-to-outside-is-not-shown": (
        link_to_outside,
        [f"{ROLES}:1:1: this file is a link to a place outside the content folder [outside-root]"],
    ),
}


@pytest.mark.parametrize("name", BUILT)
def test_what_is_said_of_built(name: str, root: Path) -> None:
    build, lines = BUILT[name]
    build(root)
    assert printed(root) == lines


def test_a_file_that_cannot_be_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "roles.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert printed(root) == [f"{ROLES}:1:1: this file cannot be read: Permission denied [unreadable-file]"]


def test_nothing_outside_the_content_is_shown(root: Path) -> None:
    link_to_outside(root)
    _, problems = check_folder(root)
    assert "Secret" not in report(problems, root)


def test_what_is_printed_cannot_steer_a_terminal(root: Path) -> None:
    (root / ROLES).write_bytes(b"- id: librarian\n  name: \x1b[31mLibrarian\n")
    (root / "content/options/a\x1b[31m.yaml").write_text("id: a\n", "utf-8")
    _, problems = check_folder(root)
    assert len(problems) == 2
    for style in ("text", "github"):
        assert "\x1b" not in report(problems, root, style)


def test_a_file_name_that_is_no_text_can_be_printed(root: Path) -> None:
    (root / os.fsdecode(b"content/options/\xff.yaml")).write_text("id: a\n", "utf-8")
    _, problems = check_folder(root)
    for style in ("text", "json", "github"):
        report(problems, root, style).encode("utf-8")


def test_a_problem_far_along_a_line_is_shown_where_it_is(root: Path) -> None:
    (root / ROLES).write_text("- {id: librarian, name: " + "x" * 5_000 + ", nmae: x}\n", "utf-8")
    _, problems = check_folder(root)
    _, shown, caret, _ = report(problems, root).splitlines()
    assert len(shown) < 200
    assert shown[caret.index("^")] == "n"


# ---- every rule has a case ---------------------------------------------------------------------------------------

# What no content file alone can bring about, and the test that does.
WITHOUT_A_CASE: dict[Rule, str] = {
    rules.REUSED_ID: "commands/test_cli.test_an_item_id_used_for_something_else_is_found_against_a_revision",
    rules.UNREADABLE_FILE: "check/test_bad_cases.test_a_file_that_cannot_be_read",
    rules.WRONG_VALUE: "check/test_bad_cases.test_what_the_validator_alone_refuses_is_told_in_its_words",
}


def told() -> Iterator[tuple[Rule, bool]]:
    """Give the rule of every problem in the cases, and whether it is told as a warning."""
    files = (line for case in CASES for line in read_case(case).said)
    for line in (*files, *(line for _, lines in BUILT.values() for line in lines)):
        found = re.match(r"[^ ]+:[0-9]+:[0-9]+: (warning: )?.* \[([a-z-]+)\]$", line)
        if found:
            yield RULES[found.group(2)], found.group(1) is not None


def test_every_rule_has_a_case() -> None:
    assert {rule.id for rule, _ in told()} == RULES.keys() - {rule.id for rule in WITHOUT_A_CASE}
    for test in WITHOUT_A_CASE.values():
        file, name = test.split(".")
        assert f"\ndef {name}(" in (ROOT / "tests" / f"{file}.py").read_text("utf-8")


def test_a_rule_says_whether_it_warns() -> None:
    """An error is told as a warning only where its rule says when, and a warning never as an error."""
    for rule, warns in told():
        assert warns == (rule.severity == "warning") or (warns and rule.warning_where), rule


def test_what_the_validator_alone_refuses_is_told_in_its_words() -> None:
    class Counted(Model):
        count: int

    written = LocatedMap(Place("a.yml"))
    written.put("count", "many", Place("a.yml", 1, 1), Place("a.yml", 1, 8))
    (problem,) = understand(written, Counted)[1]
    assert problem.rule == rules.WRONG_VALUE
    assert str(problem).startswith("a.yml:1:8: 'count': input should be a valid integer")


def test_cases_have_names_of_their_own() -> None:
    assert len({case.stem for case in CASES}) == len(CASES) >= 280
    assert {case.parent.name for case in CASES} == {"read", "model", "check"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_stage_of(case: Path, root: Path) -> None:
    path, text, _ = read_case(case)
    put(root, path, text.encode())
    unread = isinstance(read_file(root, root / path), Problem)
    assert case.parent.name == ("read" if unread else "model" if load(root)[1] else "check")


# ---- the real command --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["tab", "no-front-matter", "unknown-source-did-you-mean", "circle"])
def test_the_command_prints_it_and_exits_with_1(name: str, root: Path) -> None:
    path, text, lines = read_case(next(case for case in CASES if case.stem == name))
    put(root, path, text.encode())
    command = [sys.executable, "-m", "generator", "check", "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    *told, count = [line.strip() for line in done.stdout.splitlines() if line and not SHOWN.match(line)]
    assert told == lines
    problems = sum(not line.startswith("hint: ") for line in lines)
    assert count == (f"{problems} problems." if problems > 1 else "1 problem.")


# ---- hostile files -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_in_sentences(name: str, root: Path) -> None:
    path, text = HOSTILE[name]
    (root / path).write_text(text, "utf-8", newline="")
    text = report(check_folder(root)[1], root)
    assert "Traceback" not in text
    assert max(map(len, text.split("\n"))) < 1_000


@pytest.fixture(scope="session")
def once() -> None:
    """What the first check of a process does once and for all."""
    check_folder(BASE)


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length_of_a_hostile_file_and_no_faster(name: str, root: Path, once: None) -> None:
    path, text = HOSTILE[name]
    done = []
    for part in (half(text), half(half(text))):
        (root / path).write_text(part, "utf-8", newline="")
        done.append(work(root))
    assert done[0] < 2.5 * done[1]


def work(root: Path) -> int:
    """Return how much work a check and its report are: the number of functions called, of Python and of C."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        report(check_folder(root)[1], root)
    finally:
        sys.setprofile(None)
    return calls


# ---- edits at random ---------------------------------------------------------------------------------------------

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.suffix in (".yml", ".md"))
SNIPPETS = (
    *(
        "",
        " ",
        "\t",
        "\n",
        ":",
        ": ",
        "- ",
        "-",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        "[]",
        "{}",
        "#",
        ",",
        "!",
        "&a ",
        "*a",
        "|",
    ),
    *(
        "~",
        "null",
        "true",
        "no",
        "0",
        "-1",
        "99999999999",
        "1 year",
        "2026-02-30",
        "today",
        "unsure",
        "\\",
        "\0",
        "\u2028",
    ),
    *(
        "é",
        "ſ",
        "\ud7ff",
        "<<: *a",
        "any",
        "not",
        "tests",
        "is",
        "go",
        "{{",
        "}}",
        "{{ term('x') }}",
        "---\n",
        "##",
        "{#x}",
    ),
)


def edited(text: str, chance: random.Random) -> str:
    """Return ``text`` with one line or a few characters of it changed."""
    lines = text.splitlines(keepends=True)
    here = chance.randrange(len(lines))
    at = chance.randrange(len(text))
    way = chance.randrange(6)
    if way == 0:
        del lines[here]
    elif way == 1:
        lines.insert(chance.randrange(len(lines)), lines[here])
    elif way == 2:
        lines[here] = " " * chance.randrange(6) + lines[here].lstrip()
    elif way == 3:
        words = re.split(r"(\W+)", lines[here])
        words[chance.randrange(len(words))] = chance.choice(SNIPPETS)
        lines[here] = "".join(words)
    elif way == 4:
        return text[:at] + chance.choice(SNIPPETS) + text[at:]
    else:
        return text[:at] + text[at + 1 + chance.randrange(4) :]
    return "".join(lines)


@pytest.mark.parametrize("seed", range(10))
def test_edits_at_random_bring_problems_and_never_a_traceback(seed: int, root: Path) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        path = chance.choice(FILES)
        whole = (BASE / path).read_text("utf-8")
        spoilt = edited(whole, chance)
        (root / path).write_text(spoilt, "utf-8", newline="")
        try:
            printed(root)
        except Exception as error:
            raise AssertionError(f"{path}, spoilt:\n{spoilt}") from error
        (root / path).write_text(whole, "utf-8")
