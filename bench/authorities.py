"""How building many authorities at once grows: time and memory of one run for none, some and all of them, as ratios.

    .venv/bin/python bench/authorities.py [HOW_MANY]

The authorities are made from the site's own, in turn, under new names. Everything is built in a folder that is removed.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "content/authorities").iterdir())


def make(root: Path, many: int) -> None:
    """Write a content folder with ``many`` authorities."""
    for name in ("content", "decision_trees"):
        shutil.copytree(ROOT / name, root / name)
    shutil.rmtree(root / "content/authorities")
    for number in range(many):
        source = SOURCES[number % len(SOURCES)]
        target = root / "content/authorities" / f"council-{number}"
        shutil.copytree(source, target)
        for path in sorted(target.rglob("*")):
            if path.is_file():
                text = path.read_text("utf-8")
                text = re.sub(
                    rf"\b(?<!-){source.name}(?=-[a-z])(?!-(?:guidance|procedure|protocol)\b)", target.name, text
                )
                text = re.sub(rf"^id: {source.name}$", f"id: {target.name}", text, flags=re.M)
                text = re.sub(rf"(authority[:/] ?){source.name}\b(?!-)", rf"\1{target.name}", text)
                path.write_text(text, "utf-8")
                path.rename(path.with_name(path.name.replace(source.name, target.name)))


def build(many: int) -> tuple[float, float, int]:
    """Return seconds, megabytes at the peak of the largest process, and pages, of one build."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make(root, many)
        begun = time.perf_counter()
        command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--authority", "all"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr[-3000:])
        seconds = time.perf_counter() - begun
        pages = sum(1 for _ in (root / "site").rglob("*.html"))
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, pages


def main() -> None:
    """Build with none, a tenth and all of them, and print what each costs beside the first."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    first: tuple[float, float, int] | None = None
    print(f"{'authorities':>12} {'seconds':>9} {'× none':>7} {'peak MB':>8} {'× none':>7} {'pages':>7}")
    for number in (0, max(1, many // 10), many):
        found = build(number)
        first = first or found
        print(
            f"{number:>12} {found[0]:>9.1f} {found[0] / first[0]:>7.1f} {found[1]:>8.0f} "
            f"{found[1] / first[1]:>7.1f} {found[2]:>7}"
        )


if __name__ == "__main__":
    main()
