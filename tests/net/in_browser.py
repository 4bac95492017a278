"""What the aids do in a browser on one fixed day: the same presses on every page, and what that shows, keeps, saves."""

from __future__ import annotations

import contextlib
import json
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from net.dom import page_lines, text_lines

KEPT_ON_THE_DEVICE = "Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith('pathways')))"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"  # what is copied is then shown
FIELDS = """(all) => all.flatMap((it) => [...it.querySelectorAll("input, select, textarea")])
    .map((it) => `${it.id || it.name}: ${/^(checkbox|radio)$/.test(it.type) ? it.checked : it.value}`)"""
SEED = """try {
    localStorage.clear();
    for (const [name, text] of Object.entries(%s)) localStorage.setItem(name, text);
} catch {}"""  # a page that is not yet anywhere has no store
MOST_STEPS = 40
# The sections whose pages look for what was kept on the device, and what of them is looked at.
LOOKING = {"dates": ".calculator", "checklists": "case-checklist", "authorities": "authority-chooser"}


@contextlib.contextmanager
def started_browser() -> Iterator[Browser]:
    """Start the browser of this machine, until it is no longer needed."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def browser_pictures(browser: Browser, site: Path, kept: Path, day: str) -> Iterator[tuple[str, list[str]]]:
    """Yield, for every aid of ``site`` on ``day``, what it shows, keeps on the device, saves, and makes of ``kept``.

    ``kept`` is a folder of files that people saved with an earlier version, and what it kept on the device.
    """
    handler = partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    for folder, press in {"dates": _dates, "checklists": _checklist, "decision-guides": _guide}.items():
        for name in _pages(site, folder):
            page = _page_on(browser, day)
            page.goto(address + name)
            yield f"{name}.txt", [*press(page, kept), *_stored(page)]
            page.context.close()
    page = _page_on(browser, day, on_the_device(kept))
    for folder, selector in LOOKING.items():
        for name in _pages(site, folder):
            page.goto(address + name)
            yield f"come-back/{name}.txt", [*_come_back(page, selector), *_stored(page)]
    page.context.close()
    server.shutdown()


def on_the_device(kept: Path) -> dict[str, str]:
    """Return the store of a device on which an earlier version kept things: each key with its text."""
    store = json.loads((kept / "on-the-device.json").read_text("utf-8"))
    return {key: value if isinstance(value, str) else json.dumps(value) for key, value in store.items()}


def _page_on(browser: Browser, day: str, store: dict[str, str] | None = None) -> Page:
    """Return an empty page on a device of its own on ``day``. What is opened there finds ``store`` kept, if given."""
    context = browser.new_context()
    context.clock.set_fixed_time(datetime.fromisoformat(f"{day}T09:00:00"))
    context.set_default_timeout(10_000)
    context.add_init_script(NO_CLIPBOARD)
    if store is not None:
        context.add_init_script(SEED % json.dumps(store))
    return context.new_page()


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
        yield from text_lines(saved.value.path().read_bytes().decode())
    page.click("button:has-text('Copy as text')")
    yield from text_lines(page.locator(".tools textarea").input_value())
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
    yield from text_lines(saved.value.path().read_bytes().decode())
    yield from _shown(page, "case-checklist")
    earlier = kept / saved.value.suggested_filename
    if earlier.is_file():
        page.set_input_files(".keeping input[type=file]", earlier)
        page.wait_for_function("document.querySelector('.keeping [role=status]').textContent.startsWith('Opened')")
        yield "what an earlier file gives:"
        for box in page.locator("input[id^=tick-]").all():
            yield f"{box.get_attribute('id')}: {box.is_checked()}"
        yield page.locator(".keeping").inner_text()


def _come_back(page: Page, selector: str) -> Iterator[str]:
    """Look at a page that finds things kept, and open the first copy it offers."""
    yield f"colours: {page.locator('html').get_attribute('data-colours')}"
    yield from _shown(page, selector)
    opening = page.locator(".copies button", has_text="Open").first
    if opening.count():
        page.click("summary:has-text('Keep a copy')")
        opening.click()
        yield "what the kept copy gives:"
        yield from _shown(page, selector)


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
    return [*page_lines(f"<!doctype html><body>{html}".encode()), *page.locator(selector).evaluate_all(FIELDS)]


def _stored(page: Page) -> list[str]:
    return json.dumps(page.evaluate(KEPT_ON_THE_DEVICE), indent=1, sort_keys=True, ensure_ascii=False).splitlines()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
