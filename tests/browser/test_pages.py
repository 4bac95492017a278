"""The pages in a real browser: accessible, private, usable by keyboard, on a phone, without script, in print."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import ContextOf, Scheme, search_for, violations

KINDS = {
    "home": "index.html",
    "list of options": "options/index.html",
    "option": "options/special-guardianship.html",
    "whole way": "options/special-guardianship-way.html",
    "comparison": "options/compare.html",
    "decision guide": "decision-guides/sgo-who-may-apply.html",
    "dates": "dates/looked-after-child.html",
    "checklist": "checklists/ppm-preparation.html",
    "agenda": "checklists/ppm-preparation-agenda.html",
    "chapter": "procedures/panels-and-decisions.html",
    "explainer": "families/first-year.html",
    "worked case": "training/grandmother-one-year.html",
    "families": "families/index.html",
    "plain page": "families/special-guardianship.html",
    "words": "words.html",
    "roles": "roles.html",
    "contacts": "contacts.html",
    "sources": "sources.html",
    "policy": "policy.html",
    "not yet checked": "not-yet-checked.html",
    "A to Z": "a-z.html",
    "about": "about.html",
    "not found": "there/is/no/such-page.html",
}
LONG = {"words", "sources", "policy", "not yet checked", "A to Z"}  # lists of one shape: looked at in one way


@pytest.mark.parametrize(
    ("kind", "width", "scheme"),
    [(kind, 390, "light") for kind in KINDS] + [(kind, 1280, "dark") for kind in KINDS if kind not in LONG],
)
def test_axe_finds_nothing(context_of: ContextOf, address: str, kind: str, width: int, scheme: Scheme) -> None:
    page = context_of(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address + KINDS[kind])
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_asked_of_another_site_and_nothing_goes_wrong(page: Page, address: str, kind: str) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert wrong == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_on_a_phone(context_of: ContextOf, address: str, kind: str) -> None:
    page = context_of(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + KINDS[kind])
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_pages_open_from_a_folder_without_a_server(page: Page, site: Path) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / "index.html").as_uri())
    page.click("text=Compare the options")
    assert page.locator("h1").inner_text() == "Compare the options"
    expect(page.locator("thead th:visible")).to_have_count(3)  # once the script has run
    page.click("text=Adoption")
    search_for(page, "genogram")
    expect(page.locator(".answer").first).to_be_visible()
    assert wrong == []


def test_the_comparison_shows_what_is_chosen(page: Page, address: str) -> None:
    page.goto(address + "options/compare.html#with=adoption")
    shown = page.locator("thead th:visible")
    assert shown.all_inner_texts() == ["Adoption"]
    assert page.locator("text=Choose at least two.").is_visible()
    assert page.locator("[data-count]").inner_text() == "1 of 9 options, 12 rows."
    for name in ("Adoption", "Long-term fostering", "Children’s home"):
        page.locator(".pick label", has_text=name).first.click()
    assert page.locator("[data-count]").inner_text() == "2 of 9 options, 12 rows."
    page.locator("label", has_text="Only rows that differ").click()
    assert 0 < page.locator("tbody tr:visible").count() < 12
    for name in shown.all_inner_texts()[:1]:
        page.locator(".pick label", has_text=name).first.click()
    assert page.locator("text=Choose at least two.").is_visible()
    page.locator(".pick label", has_text=shown.all_inner_texts()[0]).first.click()
    assert not page.locator(".vs").is_visible()


def test_a_term_opens_its_meaning_by_keyboard_and_closes_again(page: Page, address: str) -> None:
    page.goto(address + "options/special-guardianship.html")
    term = page.locator("button.term").first
    term.focus()
    page.keyboard.press("Enter")
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    assert meaning.is_visible()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()


def test_the_first_press_of_tab_offers_to_skip_to_the_content(page: Page, address: str) -> None:
    page.goto(address + "options/adoption.html")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('skip')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_works_on_a_phone_without_script(context_of: ContextOf, address: str) -> None:
    page = context_of(viewport={"width": 390, "height": 800}, java_script_enabled=False).new_page()
    page.goto(address + "options/adoption.html")
    page.click("summary:has-text('Menu')")
    page.click("nav[aria-label='Main menu'] >> text=Checklists")
    assert page.locator("h1").inner_text() == "Checklists"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "not found"])
def test_pages_are_complete_without_script(context_of: ContextOf, address: str, kind: str) -> None:
    with_script = context_of().new_page()
    without = context_of(java_script_enabled=False).new_page()
    for page in (with_script, without):
        page.goto(address + KINDS[kind])
    assert without.locator("h1").inner_text() == with_script.locator("h1").inner_text()
    assert without.locator(".needs-script:visible").count() == 0
    assert without.locator("button[data-print]:visible").count() == 0
    if kind == "comparison":
        assert without.locator("thead th:visible").count() == 9
        assert without.locator(".pick:visible").count() == 0


def test_family_pages_carry_a_way_out_and_staff_pages_do_not(page: Page, address: str) -> None:
    for path, expected in (("families/index.html", 1), ("families/adoption.html", 1), ("options/adoption.html", 0)):
        page.goto(address + path)
        way_out = page.locator(".exit a:visible")
        assert way_out.count() == expected
        if expected:
            assert "noreferrer" in (way_out.get_attribute("rel") or "")


def test_shift_three_times_leaves_a_family_page(page: Page, address: str) -> None:
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="elsewhere"))
    page.goto(address + "families/adoption.html")
    for key in ("Shift", "a", "Shift", "Shift"):
        page.keyboard.press(key)
    assert page.url == address + "families/adoption.html"
    page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/**")


def test_the_home_page_and_the_strip_lead_to_the_authorities(page: Page, address: str) -> None:
    page.goto(address)
    page.click("text=Show my authority")
    page.wait_for_url(address + "authorities/index.html")
    page.goto(address)
    page.click(".home >> text=How each authority does it")
    page.wait_for_url(address + "authorities/index.html")


def test_colours_can_be_chosen_and_are_remembered(page: Page, address: str) -> None:
    page.goto(address)
    seen = []
    for leads_to in ("Switch to the light page", "Switch to the dark page", "Use the device’s own colours"):
        page.get_by_role("button", name=leads_to).click()
        page.reload()
        seen.append(page.evaluate("document.documentElement.dataset.colours ?? ''"))
    assert seen == ["light", "dark", ""]
    assert page.evaluate("localStorage.length") == 0, "the device's own colours are no choice to keep"


def test_colours_chosen_before_the_frame_was_ours_still_hold(page: Page, address: str) -> None:
    page.goto(address)
    kept = '{"index":2,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate","primary":"indigo"}}'
    page.evaluate("kept => localStorage.setItem(`${new URL('.', location).pathname}.__palette`, kept)", kept)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-colours", "dark")


def test_print_leaves_out_what_paper_cannot_use(page: Page, address: str) -> None:
    page.goto(address + "checklists/ppm-preparation.html")
    page.emulate_media(media="print")
    for selector in (".mast nav", ".iconbtn", "[data-print]"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    boxes = page.locator(".list input")
    assert boxes.count() > 20
    assert page.locator(".list input:visible").count() == boxes.count()
    assert page.locator("text=version 2026-11").first.is_visible()


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-06-28", "In force from 29 June 2026"),
        ("2026-06-29", "Must In force from 29 June 2026"),
        ("2027-06-29", "Must In force from 29 June 2026"),
        ("2027-06-30", "Must"),
    ],
)
def test_a_page_judges_on_the_day_it_is_read_what_is_in_force(page: Page, address: str, day: str, says: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(address + "options/special-guardianship.html")
    expect(page.locator("#kinship-local-offer in-force")).to_have_text(says)
    page.goto(address + "dates/care-proceedings.html")
    expect(page.locator("#care-fgdm-offer in-force")).to_have_text("Not known to be in force")
    assert page.locator("#care-fgdm-offer .force.must").count() == 0


def test_a_correction_stands_for_a_year_and_then_goes_by_itself(page: Page, address: str) -> None:
    for day, stands in (("2027-11-28T12:00:00", True), ("2027-11-29T12:00:00", False)):
        page.clock.set_fixed_time(day)
        page.goto(address + "dates/family-and-friends-care.html")
        assert page.locator(".note.corrected").count() == int(stands)
    page.clock.set_fixed_time("2026-12-01T12:00:00")
    page.goto(address + "dates/family-and-friends-care.html")
    page.locator(".note.corrected details").evaluate("it => { it.open = true; }")  # many are folded, few are not
    expect(page.locator(".note.corrected")).to_contain_text("the safe last days are 22 March and 17 May 2027")
    page.locator(".note.corrected a").click()
    expect(page.locator("h1")).to_have_text("Corrections")
