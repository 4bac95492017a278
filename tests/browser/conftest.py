from __future__ import annotations

import functools
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Unpack

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.errors import errors_in
from generator.publish.build import build_site
from support.browsing import ContextOf, ContextOptions
from support.paths import HOMELESSNESS

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word, its own 404 page for what is not there.

    A page that a link leads to comes in two parts, so that a test that does not wait for it always fails.
    """

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if self.headers.get("Referer") and self.headers.get("Sec-Fetch-Dest") == "document":
            outputfile.write(source.read(1000))
            time.sleep(0.5)
        super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(site_of: Callable[[str], Path]) -> Path:
    return site_of("mkdocs")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder until the tests are over; gives its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    return serve(site)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the second subject."""
    root = Path(shutil.copytree(HOMELESSNESS, tmp_path_factory.mktemp("second") / "root"))
    problems, _ = build_site(root, root / "site", "mkdocs")
    assert errors_in(problems) == []
    return root / "site"


@pytest.fixture(scope="session")
def second_address(second_site: Path, serve: Callable[[Path], str]) -> str:
    return serve(second_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is not installed: run 'make chromium'"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def context_of(browser: Browser) -> Iterator[ContextOf]:
    opened: list[BrowserContext] = []

    def make(**options: Unpack[ContextOptions]) -> BrowserContext:
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(context_of: ContextOf) -> Page:
    return context_of(viewport={"width": 1280, "height": 900}).new_page()
