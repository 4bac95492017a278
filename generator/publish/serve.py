"""Preview: compile, let MkDocs serve and reload, and compile again whenever a source file changes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from generator.errors import Fault, errors_in
from generator.model.kinds import FOLDERS
from generator.own_files import TEMPLATES
from generator.publish.build import compile_folder
from generator.report import report

_POLL_SECONDS = 0.4


def serve_site(root: Path, port: int, authority: str | None = None) -> None:
    """Serve a preview of ``root``, nationally or as one authority has it, on this machine until interrupted.

    Problems are printed as they come; the last pages without errors stay.
    """
    problems, _ = compile_folder(root, authority)
    if errors_in(problems):
        raise Fault(report(problems, root) + "\n\nMend these, then run it again.", code=1)
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "--livereload", "-f", "build/mkdocs.yml"]
    engine = subprocess.Popen([*command, "-a", f"127.0.0.1:{port}"], cwd=root)
    click.echo(f"Preview on http://127.0.0.1:{port}/ (Ctrl+C ends it)")
    stamps = dict(_stamps(root))
    try:
        while engine.poll() is None:
            time.sleep(_POLL_SECONDS)
            now = dict(_stamps(root))
            if now != stamps:
                stamps = now
                _compile_again(root, authority)
    except KeyboardInterrupt:
        pass
    finally:
        engine.terminate()
        engine.wait()


def _compile_again(root: Path, authority: str | None) -> None:
    try:
        problems, pages = compile_folder(root, authority)
    except Fault as fault:
        click.echo(f"pathways: {fault}", err=True)
        return
    if problems:
        click.echo(report(problems, root), err=True)
    if errors_in(problems):
        click.echo("The preview still shows the last pages without errors.\n", err=True)
    else:
        click.echo(f"Compiled {pages} pages.")


def _stamps(root: Path) -> Iterator[tuple[Path, int]]:
    """Give every source file with the time it was last changed."""
    for folder in (*(root / name for name in FOLDERS), TEMPLATES):
        for path in folder.rglob("*") if folder.is_dir() else ():
            try:
                yield path, path.stat().st_mtime_ns
            except OSError:
                continue
