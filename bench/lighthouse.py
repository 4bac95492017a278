"""Prints how Lighthouse judges the built site on a phone: the median of five visits to one page of each kind.

Lighthouse is run by ``npx`` and belongs to no install: it weighs 255 MB, and only this asks for it. It asks from within
the page for ``robots.txt``, which the policy of the pages forbids as it forbids every request: that check is left out.
"""

from __future__ import annotations

import functools
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import BinaryIO

SITE = Path(__file__).parent.parent / "site"
LIGHTHOUSE = "lighthouse@12.8.2"
VISITS = 5
PAGES = {
    "home": "index",
    "option": "options/special-guardianship",
    "compare": "options/compare",
    "guide": "decision-guides/sgo-who-may-apply",
    "calculator": "dates/special-guardianship",
    "family": "families/special-guardianship",
    "chapter": "procedures/route-special-guardianship",
}
JUDGED = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")


class Packed(SimpleHTTPRequestHandler):
    """Serves a folder as hosts do: text packed."""

    def send_head(self) -> BinaryIO | None:
        """Send what comes before a file, and return what is in it."""
        path = Path(self.translate_path(self.path))
        if not path.is_file() or path.suffix == ".woff2":
            return super().send_head()
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def visit(address: str) -> dict[str, float]:
    """Return what one visit gives: marks of at most 100, times in milliseconds, and how far things moved."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [
        "--skip-audits=robots-txt",
        f"--only-categories={','.join(JUDGED)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    chromium = shutil.which("chromium") or ""
    done = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    marks = {name: 100 * told["categories"][name]["score"] for name in JUDGED}
    return marks | {name: told["audits"][name]["numericValue"] for name in TIMES}


def main(names: list[str]) -> None:
    """Print a table of all pages, or of those named."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Packed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'page':12}", *(f"{name:>26}" for name in (*JUDGED, *TIMES)))
    for name in names or PAGES:
        address = f"http://127.0.0.1:{server.server_port}/{PAGES[name]}.html"
        visits = [visit(address) for _ in range(VISITS)]
        print(f"{name:12}", *(f"{median(it[what] for it in visits):26.2f}" for what in visits[0]), flush=True)
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1:])
