"""The documentation folder → HTML, by MkDocs with Material (the default) or by Zensical. Both are only run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.errors import Fault

ENGINES = ("mkdocs", "zensical")


def render(build: Path, out: Path, engine: str, epoch: int) -> None:
    """Render ``build``/docs with ``build``/mkdocs.yml into ``out`` (which must not exist).

    ``epoch`` (seconds) stands in for the clock, so that the same content gives the same bytes. Raises Fault with
    the engine's last words where it fails.
    """
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "0",
        "TZ": "UTC",
        "NO_MKDOCS_2_WARNING": "1",
    }
    config = build / "mkdocs.yml"
    if engine == "mkdocs":
        rendered = out
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(config), "-d", str(out)]
    else:
        # Zensical writes only inside the folder of its settings, and takes no folder on the command line.
        rendered = build / "rendered"
        shutil.rmtree(rendered, ignore_errors=True)
        settings = json.loads(config.read_text("utf-8")) | {"site_dir": rendered.name}
        config = build / "zensical.yml"
        config.write_text(json.dumps(settings, indent=2), "utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--clean", "-f", str(config)]
    try:
        done = subprocess.run(command, env=environment, cwd=build, capture_output=True, text=True, check=False)
    except OSError as error:
        raise Fault(f"{engine} could not be started: {error.strerror}") from error
    if done.returncode != 0 or not (rendered / "index.html").is_file():
        shutil.rmtree(rendered, ignore_errors=True)
        words = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()
        raise Fault(f"{engine} failed: " + " / ".join(line.strip() for line in words[-6:]))
    if rendered != out:
        shutil.move(rendered, out)
