"""Draw the picture of one revision: a folder of text files that holds all that a reader of it could get.

    python -m net.picture ROOT INTO

ROOT is a checkout whose browser files are built; INTO is where the picture goes. Run with ROOT on the path, so that
it is that revision's own program that builds and counts, and with the folder that holds net.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import json
import re
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R

from net.dom import masked, page_lines, text_lines
from net.in_browser import browser_pictures, started_browser
from support.paths import ROOT

DAY = "2026-12-01"
DAYS = [date(2025, 12, 1) + timedelta(days=11 * number + number * number % 7) for number in range(50)]
SUBJECTS = {"permanence": "", "homelessness": "tests/cases/homelessness"}
# Minified code: what it does is in the picture.
AIDS = sorted(path.name for path in (ROOT / "site_templates/assets/aids").glob("*.js"))
OURS = ("pathways.js", "pathways-style.css", "early.js", *AIDS)
CONTENT_FINGERPRINT = re.compile(r'[0-9a-f]{7}(?=\)?";)')


def main(root: Path, into: Path) -> None:
    """Build both subjects and write everything that comes of them under ``into``."""
    shutil.rmtree(into, ignore_errors=True)
    run = command_of(root)
    for subject, folder in SUBJECTS.items():
        content = into.parent / f"{into.name}-{subject}"
        shutil.rmtree(content, ignore_errors=True)
        for name in ("content", "decision_trees"):
            shutil.copytree(root / folder / name, content / name)
        run("build", "--root", str(content), "--authority", "all", "--as-of", DAY)
        mask_versions(content / "site")
        for name, lines in published(content / "site"):
            _write(into / subject / "site" / name, lines)
        for name, text in counted(content, run):
            _write(into / subject / "counted" / name, text_lines(text))
        kept = Path(__file__).parent / "kept" / subject
        with started_browser() as browser:
            for name, lines in browser_pictures(browser, content / "site", kept, DAY):
                _write(into / subject / "browser" / name, [masked(line) for line in lines])
        shutil.rmtree(content)


def command_of(root: Path) -> Callable[..., str]:
    """Return the command ``pathways`` of ``root``, to run in this process. A folder is checked only once."""
    check: Any = importlib.import_module("generator.check")  # as it is in ``root``
    check.check_folder = functools.cache(check.check_folder)
    script = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]["pathways"]
    module, _, function = script.partition(":")
    door = getattr(importlib.import_module(module), function)

    def run(*arguments: str) -> str:
        sys.argv = ["pathways", *arguments]
        said = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
        with contextlib.redirect_stdout(said):
            door()
        said.seek(0)
        return said.read()

    return run


def counted(root: Path, run: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """Yield what the command line says: each timeline counted in every way, nationally and as each authority has it."""
    authorities = sorted(path.name for path in (root / "content/authorities").glob("*"))
    shared = [row["id"] for row in _read(root / "content/dates.yml")]
    for path in sorted((root / "content/timelines").glob("*.yml")):
        for view in ("", *authorities):
            own = ["--authority", view] if view else []
            name = f"{view or 'national'}/{path.stem}"
            for case, options in _cases(_read(path), shared, whole=not view):
                command = ["timeline", path.stem, "--root", str(root), "--today", DAY, *own, *options]
                yield f"{name}-{case}.json", run(*command, "--json")
            for form in ("ics", "table"):
                yield f"{name}.{form}", run(*command, f"--{form}")
    for path in sorted((root / "decision_trees").glob("*.yml")):
        for form in ("dot", "mermaid", "json"):
            yield f"export/{path.stem}.{form}", run("export", path.stem, "--root", str(root), "--to", form)


def _cases(timeline: dict[str, Any], shared: list[str], *, whole: bool) -> Iterator[tuple[str, list[str]]]:
    """Yield the ways to ask for a timeline's dates, by name: days all alike and apart, answers, and what was recorded.

    Without ``whole`` answers are given and days recorded only all together, and fewer days are tried.
    """
    for day in DAYS if whole else DAYS[:5]:
        yield f"{day}", [f"--given={name}={day}" for name in shared]
    begun = DAYS[0]
    apart = [f"--given={name}={begun + timedelta(days=5 * number)}" for number, name in enumerate(shared)]
    yield "apart", apart
    asked = {name: [*ask["answers"]] for name, ask in timeline.get("questions", {}).items() if ask.get("answers")}
    for turn in range(max(map(len, asked.values()), default=0)):
        together = [f"--answer={name}={answers[turn % len(answers)]}" for name, answers in asked.items()]
        yield f"answers-{turn + 1}", [*apart, *together]
    held = [line["id"] + ".1" * ("every" in line) for line in timeline["deadlines"] if line.get("record") == "true"]
    recorded = [f"--given={event}={begun + timedelta(days=4 * number + 2)}" for number, event in enumerate(held)]
    yield "recorded", [*apart, *recorded]
    if whole:
        for name, answers in asked.items():
            for answer in answers:
                yield f"{name}-{answer}", [*apart, f"--answer={name}={answer}"]
        for event, option in zip(held, recorded, strict=True):
            yield f"recorded-{event}", [*apart, option]


def mask_versions(site: Path) -> None:
    """Replace the fingerprint of the content, which stands in version.js alone, so that no page shows another one."""
    for path in site.rglob("version.js"):
        path.write_text(CONTENT_FINGERPRINT.sub("VERSION", path.read_text("utf-8")), "utf-8")


def published(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield every published file as lines; of pictures, fonts and the engine's own files, the fingerprint."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = masked(path.relative_to(site).as_posix())
        if path.name in OURS or path.suffix == ".gz":
            yield f"{name}.there", ["It is there."]
        elif path.suffix == ".html":
            yield f"{name}.txt", page_lines(path.read_bytes())
        elif path.suffix == ".docx":
            yield f"{name}.txt", [masked(line) for line in _word_lines(path)]
        elif path.suffix == ".json":
            text = json.dumps(json.loads(path.read_text("utf-8")), indent=1, ensure_ascii=False)
            yield name, [masked(line) for line in text.splitlines()]
        elif path.suffix in (".svg", ".csv", ".ics", ".xml", ".txt") or path.name == "version.js":
            yield name, text_lines(masked(path.read_bytes().decode()))
        else:
            yield f"{name}.sha256", [sha256(path.read_bytes()).hexdigest()]


def _word_lines(path: Path) -> Iterator[str]:
    """Yield of a Word file its title, then each paragraph with its style, and the shape of each table."""
    document = docx.Document(str(path))
    yield f"title: {document.core_properties.title}"
    edges = [edge._element for section in document.sections for edge in (section.header, section.footer)]
    for part in (document.element.body, *edges):
        for element in part.iter(qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tblHeader"), qn("w:lang")):
            kind = element.tag.rpartition("}")[2]
            if kind == "p":
                yield f"p {element.style}: {''.join(map(_run, element.iter(qn('w:r'))))!r}"
            elif kind == "tr":
                yield f"tr: {len(element.tc_lst)} cells"
            else:
                yield f"{kind}: {' '.join(element.attrib.values())}"


def _run(run: CT_R) -> str:
    """Return the words of a run; how they look (bold, a language) before them, where that is said."""
    look = " ".join(
        child.tag.rpartition("}")[2] + "".join(child.attrib.values())
        for child in (run.rPr if run.rPr is not None else ())
    )
    return f"<{look}>{run.text}</>" if look else run.text


def _read(path: Path) -> Any:
    """Return what a file of the content holds, every scalar as text."""
    return yaml.load(path.read_bytes(), yaml.BaseLoader)


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
