"""Draw the picture of one revision: a folder of text files that holds all that a reader of it could get.

    python tests/net/picture.py ROOT INTO

ROOT is a checkout whose browser files are built; INTO is where the picture goes. Run with ROOT on the path, so that
it is that revision's own program that builds and counts.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import json
import shutil
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import docx
from dom import masked, page_lines
from in_browser import browser_pictures

DAY = "2026-12-01"
DAYS = [date(2025, 12, 1) + timedelta(days=11 * number + number * number % 7) for number in range(50)]
SUBJECTS = {"permanence": "", "homelessness": "tests/cases/homelessness"}
# Minified code, what it does is in the picture; and the version, which is masked.
OURS = ("pathways.js", "pathways-style.css", "storage-stand-in.js", "version.js")


def main(root: Path, into: Path) -> None:
    """Build both subjects and write everything that comes of them under ``into``."""
    shutil.rmtree(into, ignore_errors=True)
    run = _command(root)
    for subject, folder in SUBJECTS.items():
        content = into.parent / f"{into.name}-{subject}"
        shutil.rmtree(content, ignore_errors=True)
        for name in ("content", "decision_trees"):
            shutil.copytree(root / folder / name, content / name)
        run("build", "--root", str(content), "--authority", "all", "--as-of", DAY)
        for name, lines in _files(content / "site"):
            _write(into / subject / "site" / name, lines)
        for name, text in _counted(content, run):
            _write(into / subject / "counted" / name, text.splitlines())
        for name, lines in browser_pictures(content / "site", Path(__file__).parent / "kept" / subject, DAY):
            _write(into / subject / "browser" / name, [masked(line) for line in lines])
        shutil.rmtree(content)


def _command(root: Path) -> Callable[..., str]:
    """Return the command ``pathways`` of ``root``, to run in this process. A folder is checked only once."""
    check = importlib.import_module("generator.check")
    check.check_folder = functools.cache(check.check_folder)  # type: ignore[attr-defined]
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


def _counted(root: Path, run: Callable[..., str]) -> Iterator[tuple[str, str]]:
    """Yield what the command line counts: each timeline on fifty days, nationally and as each authority has it."""
    authorities = sorted(path.name for path in (root / "content/authorities").glob("*"))
    shared = [line.split(":")[1].strip() for line in _lines(root / "content/dates.yml") if line.startswith("- id:")]
    for path in sorted((root / "content/timelines").glob("*.yml")):
        given = [f"--given={name}={{day}}" for name in shared]
        for view in ("", *authorities):
            own = ["--authority", view] if view else []
            name = f"{view or 'national'}/{path.stem}"
            days = DAYS if not view else DAYS[:5]
            for day in days:
                started = [text.format(day=day) for text in given]
                command = ["timeline", path.stem, "--root", str(root), *own, *started]
                yield f"{name}-{day}.json", run(*command, "--json")
            for form in ("ics", "table"):
                yield f"{name}.{form}", run(*command, "--today", DAY, f"--{form}")
    for path in sorted((root / "decision_trees").glob("*.yml")):
        for form in ("dot", "mermaid", "json"):
            yield f"export/{path.stem}.{form}", run("export", path.stem, "--root", str(root), "--to", form)


def _files(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield every published file as lines; of pictures, fonts and the engine's own files, the fingerprint."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = masked(path.relative_to(site).as_posix())
        if path.name in OURS or path.suffix == ".gz":
            continue
        if path.suffix == ".html":
            yield f"{name}.txt", page_lines(path.read_bytes())
        elif path.suffix == ".docx":
            yield f"{name}.txt", [masked(line) for line in _word_lines(path)]
        elif path.suffix == ".json":
            text = json.dumps(json.loads(path.read_text("utf-8")), indent=1, ensure_ascii=False)
            yield name, [masked(line) for line in text.splitlines()]
        elif path.suffix in (".svg", ".csv", ".ics", ".xml", ".txt"):
            yield name, [masked(line) for line in _lines(path)]
        else:
            yield f"{name}.sha256", [sha256(path.read_bytes()).hexdigest()]


def _word_lines(path: Path) -> list[str]:
    document = docx.Document(str(path))
    return [
        f"{element.tag.rpartition('}')[2]}: {''.join(element.itertext())}"
        for part in (document.element.body, *(section.footer._element for section in document.sections))
        for element in part.iter()
        if element.tag.endswith(("}p", "}tblHeader", "}lang"))
    ]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def _write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
