"""Prints where the places come that answer readers' queries, by kind of reader: as the site is, and without what is
written down of how readers ask.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generator.check import check_folder
from generator.compile.folder import compile_library
from generator.model.local.localise import views_of
from support.paths import ROOT
from support.queries import HALVES, answers, mistyped, queries, rank, write_rows


def main() -> None:
    """Print a table."""
    library, _ = check_folder(ROOT, authorities=False)
    files = compile_library(library, views=views_of(library)).files
    print(f"{'queries':17} {'asked':6} {'reader':8} {'n':>4} {'first':>6} {'three':>6} {'slip, three':>12}")
    for with_asked in (True, False):
        with TemporaryDirectory() as folder:
            write_rows(files, Path(folder), with_asked=with_asked)
            for half in HALVES:
                ranks: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
                asked = queries(half)
                told = answers(Path(folder), [(it.words, it.view) for it in asked])
                slipped = answers(Path(folder), [(mistyped(it.words) or "", it.view) for it in asked])
                for query, right, wrong in zip(asked, told, slipped, strict=True):
                    slip = rank(wrong["places"], query.at) if mistyped(query.words) else None
                    for reader in (query.by, "all"):
                        ranks[reader].append((rank(right["places"], query.at), slip))
                for reader, found in ranks.items():
                    slips = [slip for _, slip in found if slip is not None]
                    shares = (
                        sum(at == 0 for at, _ in found) / len(found),
                        sum(at < 3 for at, _ in found) / len(found),
                        sum(at < 3 for at in slips) / len(slips),
                    )
                    first, three, slip_three = (f"{share:.0%}" for share in shares)
                    said = "yes" if with_asked else "no"
                    print(f"{half:17} {said:6} {reader:8} {len(found):4} {first:>6} {three:>6} {slip_three:>12}")


if __name__ == "__main__":
    main()
