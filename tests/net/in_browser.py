"""What the aids do in a browser on one fixed day: the same presses on every page, and what that shows, keeps, saves."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from dom import page_lines
from playwright.sync_api import Page, sync_playwright

KEPT_ON_THE_DEVICE = "Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('pathways')))"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"  # what is copied is then shown
MOST_STEPS = 40


def browser_pictures(site: Path, kept: Path, day: str) -> Iterator[tuple[str, list[str]]]:
    """Yield, for every aid of ``site`` on ``day``, what it shows, keeps on the device, saves, and makes of ``kept``.

    ``kept`` is a folder of files that people saved with an earlier version.
    """
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for folder, press in {"dates": _dates, "checklists": _checklist, "decision-guides": _guide}.items():
            for name in _pages(site, folder):
                context = browser.new_context()
                context.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
                context.set_default_timeout(10_000)
                context.add_init_script(NO_CLIPBOARD)
                page = context.new_page()
                page.goto(address + name)
                yield f"{name}.txt", [*press(page, kept), *_stored(page)]
                context.close()
        browser.close()
    server.shutdown()


def _pages(site: Path, folder: str) -> Iterator[str]:
    """Yield the national pages of a section, and those that only an authority has."""
    for found in sorted(site.glob(f"**/{folder}/*.html")):
        if found.parent.parent == site or not (site / folder / found.name).is_file():
            yield found.relative_to(site).as_posix()


def _dates(page: Page, kept: Path) -> Iterator[str]:
    """Give every day, another for each; the first answer to each question; then take every file."""
    if not page.locator(".calculator form.inputs").count():
        for box in page.locator(".calculator .pick input").all():
            page.click(f"label[for={box.get_attribute('id')}]")
    for number, field in enumerate(page.locator(".calculator form.inputs fieldset").all()):
        for part, text in zip(field.locator("input").all(), (str(number % 28 + 1), "3", "2026"), strict=False):
            part.fill(text)
    _answer_all(page, ".calculator form.inputs select")
    if not page.locator("#keep").count():
        yield from _shown(page, ".calculator")
        return
    page.click("label[for=keep]")
    for button in page.locator(".wk button").all():
        button.click()
    for words in ("calendar (.ics)", "table (.csv)"):
        with page.expect_download() as saved:
            page.click(f"button:has-text('{words}')")
        yield from saved.value.path().read_text("utf-8").splitlines()
    page.click("button:has-text('Copy as text')")
    yield from page.locator(".tools textarea").input_value().splitlines()
    yield from _shown(page, ".calculator")


def _checklist(page: Page, kept: Path) -> Iterator[str]:
    """Answer, tick every third item, keep it, save it; then open what somebody kept before."""
    form = page.locator(".keep-form input[type=text]")
    if not form.count():
        return
    _answer_all(page, "case-checklist select[id^=ask-]")
    for box in page.locator("input[id^=tick-]:visible").all()[::3]:
        box.check()
    page.click("summary:has-text('Keep a copy')")
    form.fill("blue folder")
    page.click("button:has-text('Keep on this device')")
    with page.expect_download() as saved:
        page.click("button:has-text('Save to a file')")
    yield from saved.value.path().read_text("utf-8").splitlines()
    yield from _shown(page, "case-checklist")
    earlier = kept / saved.value.suggested_filename
    if earlier.is_file():
        page.set_input_files(".keeping input[type=file]", earlier)
        page.wait_for_function("document.querySelector('.keeping [role=status]').textContent.startsWith('Opened')")
        yield "what an earlier file gives:"
        for box in page.locator("input[id^=tick-]").all():
            yield f"{box.get_attribute('id')}: {box.is_checked()}"
        yield page.locator(".keeping").inner_text()


def _guide(page: Page, kept: Path) -> Iterator[str]:
    """Take the first answer each time, until the guide leads somewhere."""
    for _ in range(MOST_STEPS):
        yield from _shown(page, ".guide")
        if page.locator(".guide .result").count() or not page.locator(".guide button[type=submit]").count():
            break
        choices = page.locator(".guide .choice input")
        if choices.count():
            choices.first.check(force=True)
        else:
            for part, text in zip(page.locator(".guide input").all(), ("1", "3", "2025"), strict=False):
                part.fill(text)
        page.click(".guide button[type=submit]")


def _answer_all(page: Page, selector: str) -> None:
    for choice in page.locator(selector).all():
        values = choice.locator("option").evaluate_all("(all) => all.map((it) => it.value)")
        choice.select_option(next(filter(None, values)))


def _shown(page: Page, selector: str) -> list[str]:
    html = "".join(page.locator(selector).evaluate_all("(all) => all.map((it) => it.outerHTML)"))
    return page_lines(f"<!doctype html><body>{html}".encode())


def _stored(page: Page) -> list[str]:
    return json.dumps(page.evaluate(KEPT_ON_THE_DEVICE), indent=1, sort_keys=True, ensure_ascii=False).splitlines()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
