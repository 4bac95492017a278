"""How the time to answer a hostile file grows with its length: each file whole, beside its first half (of its lines).

    PYTHONPATH=tests python bench/hostile.py

A ratio near 2 says that the time grows with the length, near 4 that it grows with its square. Times are of this
machine; the ratios, taken within one run, are what to compare. Short answers are left out of the last line: there the
rest of the folder takes most of the time.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from generator.check import check_folder
from generator.report import report
from support.hostile import HOSTILE, half

ROOT = Path(__file__).resolve().parent.parent

LONG_ENOUGH = 0.2


def seconds(path: str, text: str) -> float:
    """Return the seconds of the processor that the check and its report take with this file, the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        shutil.copytree(ROOT / "tests/cases/base", root)
        (root / path).write_text(text, "utf-8", newline="")
        taken = []
        for _ in range(3):
            begun = time.process_time()
            report(check_folder(root)[1], root)
            taken.append(time.process_time() - begun)
    return min(taken)


def main() -> None:
    """Print seconds and ratio of each file, and the worst ratio of those that take long enough to tell."""
    worst = (0.0, "none")
    for name, (path, text) in HOSTILE.items():
        whole, less = seconds(path, text), seconds(path, half(text))
        print(f"{name}: {whole:.2f} s, {whole / less:.1f} times its half")
        if whole > LONG_ENOUGH:
            worst = max(worst, (whole / less, name))
    print(f"The worst: {worst[0]:.1f} ({worst[1]})")


if __name__ == "__main__":
    main()
