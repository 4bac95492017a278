"""How long a reader waits for the search: for a first answer on a slow line, and after each letter on a slow machine.

    python bench/answers.py        (after 'make site')

The line is a slow phone's: 1.6 Mbit/s, 150 ms for each question and answer, files packed as hosts do. The machine is
this one with its processor slowed four times. Times are of this machine, so compare only those of one run.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

SITE = Path(__file__).resolve().parent.parent / "site"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
ASKED = ("first review", "who can be a special guardian", "what if my mum does not agree", "section 22c", "gaurdian")
# What happens after a letter: the rows are found and stand on the page. Returns milliseconds.
AFTER_A_LETTER = """async (words) => {
    const field = document.querySelector("#search-field");
    const begun = performance.now();
    field.value = words;
    field.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 0));
    document.querySelector("dialog.sheet").getBoundingClientRect();
    return performance.now() - begun;
}"""


class Packed(SimpleHTTPRequestHandler):
    """Serves files packed, as hosts do."""

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def opened(browser: Browser, address: str) -> tuple[Page, CDPSession]:
    """Return a page that was just loaded by somebody who never came before, and what slows it."""
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address, wait_until="load")
    return page, page.context.new_cdp_session(page)


def first_answer(browser: Browser, address: str, slower: int) -> float:
    """Return the milliseconds from the first letter typed to the first row, on the slow line."""
    page, session = opened(browser, address)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.click("[data-open-search] >> nth=0")
    page.wait_for_selector("#search-field:focus")
    begun = float(page.evaluate("() => performance.now()"))
    page.keyboard.type("review")
    page.wait_for_selector(".answer")
    taken = float(page.evaluate("() => performance.now()")) - begun
    page.context.close()
    return taken


def letters(browser: Browser, address: str) -> list[float]:
    """Return the milliseconds after each letter with the processor slowed."""
    page, session = opened(browser, address)
    page.click("[data-open-search] >> nth=0")
    page.wait_for_selector("#search-field:focus")
    page.keyboard.type("review")
    page.wait_for_selector(".answer")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    taken = [float(page.evaluate(AFTER_A_LETTER, words[:end])) for words in ASKED for end in range(1, len(words) + 1)]
    page.context.close()
    return taken


def main() -> None:
    """Print the times."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Packed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, address in (("national", "index.html"), ("a view", "local/north-london/index.html")):
            for slower in (1, SLOWER):
                waits = [first_answer(browser, root + address, slower) for _ in range(3)]
                print(f"{name}, processor / {slower}: first answer after {statistics.median(waits):.0f} ms")
            taken = sorted(letters(browser, root + address))
            middle, most = statistics.median(taken), taken[int(len(taken) * 0.95)]
            print(f"{name}, processor / {SLOWER}: a letter {middle:.0f} ms, 95% below {most:.0f}, all {taken[-1]:.0f}")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
