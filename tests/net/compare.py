"""Compare what readers get from two revisions: every page of every view, every date, file and kept copy.

    python tests/net/compare.py REV            the working tree against REV
    python tests/net/compare.py REV OTHER      one revision against another

Prints each difference once, with the number of places where it stands, and exits with 1 if there is any. The picture of
a revision is kept in build/net, so a second comparison draws only what is new. After a change of the net itself all are
drawn anew.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, repeat, takewhile
from pathlib import Path

NET = Path(__file__).resolve().parent
ROOT = NET.parent.parent
PICTURES = ROOT / "build" / "net"
PLACES_SHOWN = 3
WIDEST = 300
SAME_BEFORE = 60  # how much that is the same is shown before the place where a long line differs

Change = tuple[tuple[str, ...], tuple[str, ...]]  # the lines that went, the lines that came


def main(old: str, new: str | None) -> int:
    """Compare, print, and return the exit code."""
    before, after = picture_of(old), picture_of(new) if new else draw(ROOT, PICTURES / "now")
    found = differences(before, after)
    for (went, came), places in sorted(found.items(), key=lambda item: (-len(item[1]), item[1])):
        more = f" and {len(places) - PLACES_SHOWN} more" if len(places) > PLACES_SHOWN else ""
        print(f"\n{len(places)} times: {', '.join(places[:PLACES_SHOWN])}{more}")
        for sign, lines, others in (("-", went, came), ("+", came, went)):
            for line, other in zip(lines, chain(others, repeat("")), strict=False):
                print(f"  {sign} {where_it_differs(line, other)}")
    pages = sum(1 for _ in after.rglob("*.*"))
    print(f"\n{pages} files compared: {len(found)} differences in {sum(map(len, found.values()))} places.")
    return 1 if found else 0


def where_it_differs(line: str, other: str) -> str:
    """Return ``line``, or of a long one the part from a little before the place where ``other`` differs from it."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(line, other, strict=False)))
    begin = max(0, min(same - SAME_BEFORE, len(line) - WIDEST))
    return "…" * (begin > 0) + line[begin : begin + WIDEST] + "…" * (begin + WIDEST < len(line))


def picture_of(revision: str) -> Path:
    """Return the picture of a revision of git, drawn now if it was not drawn before."""
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}")
    into = PICTURES / f"{commit}-{fingerprint_of(NET)}"
    if not into.is_dir():
        tree = PICTURES / f"tree-{commit}"
        _git("worktree", "add", "--detach", "--force", str(tree), commit)
        try:
            (tree / "node_modules").symlink_to(ROOT / "node_modules")
            subprocess.run(["npm", "run", "--silent", "build"], cwd=tree, check=True)
            draw(tree, PICTURES / "drawing").rename(into)
        finally:
            _git("worktree", "remove", "--force", str(tree))
    return into


def fingerprint_of(net: Path) -> str:
    """Return a fingerprint of the folder that draws pictures: of the program in it, and of what people kept."""
    found = hashlib.sha256()
    for path in sorted(path for path in net.rglob("*") if path.suffix in (".py", ".json")):
        found.update(path.relative_to(net).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def draw(root: Path, into: Path) -> Path:
    """Draw the picture of the checkout at ``root``: in a process of its own, which loads that checkout's program."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(root), str(NET.parent)))}
    subprocess.run([sys.executable, "-m", "net.picture", str(root), str(into)], cwd=root, env=environment, check=True)
    return into


def differences(before: Path, after: Path) -> dict[Change, list[str]]:
    """Return every change of lines between two pictures, with the files it stands in."""
    found: dict[Change, list[str]] = defaultdict(list)
    names = {path.relative_to(side) for side in (before, after) for path in side.rglob("*") if path.is_file()}
    for name in sorted(names):
        one, other = _lines(before / name), _lines(after / name)
        if one is None or other is None:
            found[(("the file",), ()) if other is None else ((), ("the file",))].append(name.as_posix())
        elif one != other:
            for change in _changes(one, other):
                found[change].append(name.as_posix())
    return found


def _changes(one: list[str], other: list[str]) -> Iterator[Change]:
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            yield tuple(one[first:last]), tuple(other[begin:end])


def _lines(path: Path) -> list[str] | None:
    return path.read_bytes().decode().split("\n") if path.is_file() else None


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None))
