"""Checklists in a real browser: ticks, filters, dates, copies on the device and in files, and storage that fails."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator.model import Library
from generator.reason.questions import GiveDay, GiveNumber, asks, read_all
from generator.reason.walk import walk
from support.browsing import ContextOf, violations
from support.paths import ROOT

LIST = "checklists/ppm-preparation.html"
KEPT = "pathways.checklist.ppm-preparation."
FIRST = "#tick-no-clear-return"
SECTIONS = yaml.safe_load((ROOT / "content/checklists/ppm-preparation.yml").read_text("utf-8"))["sections"]
ALL = sum(len(section["items"]) for section in SECTIONS)
ON_CONDITION = sum("applies" in item for section in SECTIONS for item in section["items"])


def progress(page: Page) -> str:
    return page.locator(".meter p").inner_text()


def rewrite_copy(page: Page, script: str) -> None:
    """Change the copy that is kept on the device, as ``copy`` in ``script``, behind the page's back."""
    page.evaluate(
        f"""() => {{
          const key = Object.keys(localStorage).find((name) => name.startsWith('{KEPT}'));
          const copy = JSON.parse(localStorage.getItem(key));
          {script}
          localStorage.setItem(key, JSON.stringify(copy));
        }}"""
    )


def keep(page: Page, label: str) -> None:
    if not page.locator(".keep-form").is_visible():
        page.click("summary:has-text('Keep a copy')")
    page.fill("#label-ppm-preparation", label)
    page.click("button:has-text('Keep on this device')")


def wipe_all(page: Page) -> None:
    page.click("button:has-text('Wipe all kept copies')")
    page.click("button:has-text('Delete for good')")


def test_ticks_are_counted_and_nothing_is_kept_on_the_device_unasked(page: Page, address: str) -> None:
    page.goto(address + LIST)
    assert progress(page) == f"0 of {ALL} done"
    page.focus(FIRST)
    page.keyboard.press("Space")
    assert progress(page) == f"1 of {ALL} done"
    assert page.locator("#decide [data-count]").inner_text() == "1 of 4"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('pathways')).length") == 0
    page.reload()
    assert progress(page) == f"1 of {ALL} done"
    page.goto(address)
    page.goto(address + LIST)
    assert progress(page) == f"0 of {ALL} done"


def test_answers_decide_what_applies_and_roles_what_is_mine(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.select_option("#ask-ppm-preparation-siblings", "none")
    page.select_option("#ask-ppm-preparation-age", "under-sixteen")
    assert progress(page) == f"0 of {ALL - ON_CONDITION} done"
    assert not page.locator("#sibling-assessment").is_visible()
    page.check("#all-ppm-preparation")
    assert page.locator("#sibling-assessment").is_visible()
    page.uncheck("#all-ppm-preparation")
    page.locator(".roles label", has_text="Minute taker").click()
    assert progress(page) == "0 of 1 done"
    assert page.locator("[data-section]:visible").count() == 1


def test_dates_stand_beside_the_items_and_show_what_is_overdue(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.click("summary:has-text('Show the dates')")
    for part, text in (("d", "19"), ("m", "December"), ("y", "2025")):
        page.fill(f"#guide-ppm-preparation-became-looked-after-{part}", text)
    # the second review is counted from the first one's latest day, so it is an estimate and never called overdue
    expect(page.locator("#dates-to-meet [data-due]")).to_contain_text("By about Tue 21 Apr 2026")
    expect(page.locator("#dates-to-meet [data-due]")).to_contain_text("Estimate")
    page.check("#overdue-ppm-preparation")
    expect(page.locator(".case-tools > .quiet")).to_have_text("Nothing here is overdue.")


def test_ticking_a_review_offers_to_record_its_day(page: Page, address: str) -> None:
    page.goto(address + "checklists/second-review.html")
    box = page.locator("li[data-item]:has([data-due])", has_text="Hold the").first
    records = page.evaluate("JSON.parse(document.querySelector('[data-list]').textContent).items")
    name = next(name for name, item in records.items() if item.get("records") == "second-review")
    box = page.locator(f"#{name}")
    assert box.locator(".held").count() == 0
    page.check(f"#tick-{name}")
    assert box.locator(".held legend").inner_text().startswith("When was it held?")
    for part, text in (("d", "7"), ("m", "4"), ("y", "2026")):
        page.fill(f"#guide-held-{name}-{part}", text)
    page.uncheck(f"#tick-{name}")
    assert box.locator(".held").count() == 0


def test_notes_appear_only_when_asked_for(page: Page, address: str) -> None:
    page.goto(address + LIST)
    assert page.locator(".note-slot").count() == 0
    page.check("#notes-ppm-preparation")
    assert page.locator(".note-slot").count() == ALL
    page.fill("#note-genogram", "Ask again in May")
    page.uncheck("#notes-ppm-preparation")
    page.check("#notes-ppm-preparation")
    assert page.input_value("#note-genogram") == "Ask again in May"


def test_copies_are_kept_under_labels_opened_and_wiped(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.check(FIRST)
    keep(page, "blue folder")
    expect(page.locator(".meter")).to_contain_text("Kept on this device as “blue folder”")
    page.check("#tick-ask-early")
    page.goto(address)
    page.goto(address + LIST)
    assert progress(page) == f"0 of {ALL} done"
    page.click("summary:has-text('Keep a copy')")
    page.locator(".copies li", has_text="blue folder").locator("button:has-text('Open')").click()
    assert progress(page) == f"2 of {ALL} done"
    keep(page, "green folder")
    assert page.locator(".copies li").count() == 2
    assert violations(page) == []
    wipe_all(page)
    assert page.locator(".copies li").count() == 0
    assert page.evaluate(f"Object.keys(localStorage).filter((key) => key.startsWith('{KEPT}')).length") == 0
    assert progress(page) == f"2 of {ALL} done"


def test_no_copy_is_lost_that_the_reader_was_not_told_of(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.check(FIRST)
    page.check("#tick-ask-early")
    keep(page, "blue folder")
    page.goto(address)
    page.goto(address + LIST)
    keep(page, "Blue folder")
    asked = page.locator(".keeping [role=status]", has_text="is kept here already, with 2 ticks")
    expect(asked).to_be_visible()
    assert violations(page) == []
    page.locator(".keeping .note button", has_text="Open").click()
    assert progress(page) == f"2 of {ALL} done"
    keep(page, "blue folder")  # the copy that is open is simply kept
    expect(page.locator(".keeping")).not_to_contain_text("kept here already")
    page.click("button:has-text('Wipe all kept copies')")
    expect(page.locator(".keeping")).to_contain_text("This deletes 1 copy from this device.")
    page.click("button:has-text('Leave as it is')")
    assert page.locator(".copies li").count() == 1
    wipe_all(page)
    assert page.locator(".copies li").count() == 0


def test_a_copy_of_an_older_version_says_what_has_changed(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.check(FIRST)
    keep(page, "old")
    rewrite_copy(
        page,
        """copy.version = '2020-01';
          copy.texts['no-clear-return'] = 'It said something else';
          delete copy.texts.genogram;
          copy.texts['long-gone'] = 'An item that is gone';
          copy.ticks['long-gone'] = true;""",
    )
    page.reload()
    page.click("summary:has-text('Keep a copy')")
    page.locator(".copies button:has-text('Open')").click()
    message = page.locator(".kept-message")
    for words in ("made for version 2020-01", "Added since", "family tree", "Changed since", "An item that is gone"):
        expect(message).to_contain_text(words)
    assert progress(page) == f"1 of {ALL} done"


def test_a_file_is_saved_and_opened_and_a_broken_one_loses_nothing(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + LIST)
    page.check(FIRST)
    page.click("summary:has-text('Keep a copy')")
    with page.expect_download() as saved:
        page.click("button:has-text('Save to a file')")
    file = tmp_path / "copy.json"
    saved.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["ticks"] == {"no-clear-return": True}
    page.check("#tick-ask-early")
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": 1, "checkl', "utf-8")
    page.set_input_files("#file-ppm-preparation", broken)
    expect(page.locator(".keeping [role=status]")).to_contain_text("cannot be read")
    assert progress(page) == f"2 of {ALL} done"
    page.set_input_files("#file-ppm-preparation", file)
    expect(page.locator(".meter p")).to_have_text(f"1 of {ALL} done")


def test_another_tab_that_changes_the_copy_is_noticed(context_of: ContextOf, address: str) -> None:
    context = context_of(viewport={"width": 1280, "height": 900})
    here, there = context.new_page(), context.new_page()
    here.goto(address + LIST)
    here.check(FIRST)
    keep(here, "shared")
    there.goto(address + LIST)
    there.click("summary:has-text('Keep a copy')")
    there.locator(".copies button:has-text('Open')").click()
    there.check("#tick-ask-early")
    expect(here.locator(".kept-message")).to_contain_text("changed in another tab")
    assert progress(here) == f"1 of {ALL} done"
    here.click("button:has-text('Show the other tab’s copy')")
    assert progress(here) == f"2 of {ALL} done"
    wipe_all(there)
    expect(here.locator(".kept-message")).to_contain_text("is gone")
    here.check("#tick-genogram")
    assert progress(here) == f"3 of {ALL} done"


def refusing(body: str) -> str:
    """Return a script that puts another storage in the place of the browser's own."""
    return (
        "(() => { const store = new Map(); let writes = 0; const made = { "
        "getItem: (key) => store.get(key) ?? null, setItem: (key, text) => { store.set(key, String(text)); }, "
        "removeItem: (key) => { store.delete(key); }, key: (index) => [...store.keys()][index] ?? null, "
        "clear: () => store.clear(), get length() { return store.size; } };"
        f"{body}"
        "Object.defineProperty(window, 'localStorage', { configurable: true, get: () => proxy }); })()"
    )


PROXY = (
    "const proxy = new Proxy(made, { ownKeys: () => [...store.keys()], "
    "getOwnPropertyDescriptor: (_, key) => ({ value: store.get(key), enumerable: true, configurable: true }) });"
)
FULL = "new DOMException('full', 'QuotaExceededError')"
FAULTS = {
    "absent": "Object.defineProperty(window, 'localStorage', { configurable: true, value: undefined })",
    "closed": (
        "Object.defineProperty(window, 'localStorage', "
        "{ configurable: true, get() { throw new DOMException('closed', 'SecurityError'); } })"
    ),
    "reading throws": refusing(PROXY + "made.getItem = () => { throw new Error('no'); };"),
    "writing throws": refusing(PROXY + f"made.setItem = () => {{ throw {FULL}; }};"),
    "full at the third write": refusing(
        PROXY + f"made.setItem = (key, text) => {{ if (++writes > 2) throw {FULL}; store.set(key, text); }};"
    ),
    "writing does nothing": refusing(PROXY + "made.setItem = () => {};"),
    "writing cuts short": refusing(PROXY + "made.setItem = (key, text) => { store.set(key, text.slice(0, 20)); };"),
    "listing throws": refusing("const proxy = new Proxy(made, { ownKeys: () => { throw new Error('no'); } });"),
    "removing throws": refusing(PROXY + "made.removeItem = () => { throw new Error('no'); };"),
    "corrupt": f"localStorage.setItem('{KEPT}x', '{{not json')",
    "of a newer version": f'localStorage.setItem(\'{KEPT}x\', \'{{"format": 99, "checklist": "ppm-preparation"}}\')',
    "of an older version": f'localStorage.setItem(\'{KEPT}x\', \'{{"format": 0, "checklist": "ppm-preparation"}}\')',
    "of another shape": f"localStorage.setItem('{KEPT}x', JSON.stringify([1, null, {{ticks: 3}}]))",
    "cleared in use": "setInterval(() => localStorage.clear(), 30)",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_of_storage_stops_the_page_or_loses_a_tick(context_of: ContextOf, address: str, fault: str) -> None:
    page = context_of(viewport={"width": 1280, "height": 900}).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(FAULTS[fault])
    page.goto(address + LIST)
    page.check(FIRST)
    keep(page, "a copy")
    for name in ("ask-early", "genogram", "advocate", "support"):
        page.check(f"#tick-{name}")
        page.wait_for_timeout(40)
    assert progress(page) == f"5 of {ALL} done"
    kept = page.locator(".meter span").first.inner_text()
    if fault.startswith(("absent", "closed", "reading", "writing", "full", "cleared")):
        assert kept == "Kept in this tab only"
        expect(page.locator(".kept-message")).to_contain_text("still")
    else:
        assert kept == "Kept on this device as “a copy”"
    if fault in ("corrupt", "of a newer version", "of an older version", "of another shape"):
        expect(page.locator(".keeping")).to_contain_text("cannot be read")
    page.click("button:has-text('Wipe all kept copies')")
    page.wait_for_timeout(60)
    assert progress(page) == f"5 of {ALL} done"
    assert wrong == []


def test_copies_past_their_thirty_days_are_forgotten(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.check(FIRST)
    keep(page, "old")
    rewrite_copy(page, "copy.saved -= 30;")
    page.reload()
    page.click("summary:has-text('Keep a copy')")
    assert page.locator(".copies li").count() == 0
    assert page.evaluate(f"Object.keys(localStorage).filter((key) => key.startsWith('{KEPT}')).length") == 0


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / LIST).as_uri())
    page.check(FIRST)
    keep(page, "folder")
    page.check("#tick-ask-early")
    assert progress(page) == f"2 of {ALL} done"
    wipe_all(page)
    assert wrong == []


def test_a_guides_result_opens_the_checklist_with_what_applies(page: Page, address: str, library: Library) -> None:
    tree = library.tree["planning-meeting-due"]
    outcome = "apart-now"
    assert tree.outcomes[outcome].answers == {"siblings": "some"}
    case = next(c for s in library.scenario.values() for c in s.walks if (c.tree, c.outcome) == (tree.id, outcome))
    page.goto(address + "decision-guides/planning-meeting-due.html")
    for leg in walk(tree, read_all(tree.questions, case.answers, today=date(2026, 11, 22))).path:
        asked = asks(tree.questions[leg.question])
        if isinstance(asked, GiveNumber):
            page.fill(f"#guide-{leg.question}-number", leg.answer.given)
        elif isinstance(asked, GiveDay):
            for part, text in zip("ymd", leg.answer.given.split("-"), strict=True):
                page.fill(f"#guide-{leg.question}-{part}", text)
        else:
            for chosen in leg.answer.given.split("+"):
                page.check(f"#guide-{leg.question}-{chosen}")
        page.click("button:has-text('Continue')")
    page.click(".result details.aid > summary:has-text('The checklist')")
    opened = page.locator(".result case-checklist")
    # The outcome says that there are brothers and sisters; the age is still to be answered, so that item may apply.
    assert opened.locator(".meter p").inner_text() == f"0 of {ALL} done"
    assert opened.locator("select").first.input_value() == "some"
    opened.locator("select").nth(1).select_option("under-sixteen")
    assert opened.locator(".meter p").inner_text() == f"0 of {ALL - 1} done"
    assert violations(page) == []


def test_an_agenda_prints_and_comes_as_a_file(page: Page, address: str) -> None:
    page.goto(address + LIST)
    page.get_by_role("link", name="Agenda", exact=True).click()
    expect(page.locator(".agenda li").nth(4)).to_be_visible()
    with page.expect_download() as saved:
        page.click("text=Word file")
    assert saved.value.suggested_filename == "ppm-preparation-agenda.docx"
    page.get_by_role("link", name="Blank minutes", exact=True).click()
    expect(page.locator("th:has-text('By when')")).to_have_count(1)
    assert violations(page) == []
