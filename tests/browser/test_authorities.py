"""Authorities in a real browser: the chooser, side by side, one case's dates in each, and a view of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import ContextOf, Scheme, search_for, violations

PAGES = [
    "authorities/index.html",
    "authorities/compare.html",
    "authorities/dates.html",
    "authorities/north-london.html",
    "local/north-london/dates/permanence-planning.html",
    "local/north-london/decision-guides/north-london-match-panel.html",
    "local/coventry/procedures/coventry-family-time.html",
]


@pytest.mark.parametrize(
    ("path", "width", "scheme"),
    [(path, 390, "light") for path in PAGES] + [(path, 1280, "dark") for path in PAGES[1:3]],
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    context_of: ContextOf, address: str, path: str, width: int, scheme: Scheme
) -> None:
    page = context_of(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []


def test_the_chooser_remembers_only_when_asked_and_forgets(page: Page, address: str) -> None:
    page.goto(address + "authorities/index.html")
    page.click("text=Coventry >> nth=0")
    page.wait_for_load_state()
    page.goto(address + "authorities/index.html")
    assert page.locator(".chosen").is_hidden()
    page.select_option("#my-authority", "coventry")
    page.reload()
    assert page.locator(".chosen a").inner_text() == "Go to Coventry"
    page.click(".chosen a")
    page.wait_for_load_state()
    assert "Coventry" in page.locator(".strip").inner_text()
    page.goto(address + "authorities/index.html")
    page.select_option("#my-authority", "")
    page.reload()
    assert page.locator(".chosen").is_hidden()


def test_a_view_says_what_is_local_why_and_what_stands_nationally(page: Page, address: str) -> None:
    page.goto(address + "local/north-london/dates/permanence-planning.html")
    row = page.locator("#ppm-before-evidence")
    row.locator(".local-mark summary").click()
    expect(row.locator(".local-mark")).to_contain_text("National: Before")
    expect(row.locator(".local-mark")).to_contain_text("meet once most assessments are in")
    page.click("text=Show the national page")
    page.wait_for_url(address + "dates/permanence-planning.html")
    assert page.locator(".local-mark").count() == 0


def test_menus_and_search_of_a_view_find_its_pages_and_the_national_ones_it_shares(
    page: Page, address: str, site: Path
) -> None:
    page.goto(address + "local/dudley/options/residential-care.html")
    page.click("nav[aria-label='Main'] >> text=Checklists")
    page.wait_for_url(address + "local/dudley/checklists/index.html")
    search_for(page, "work plan")
    own = page.locator(".own .answer a").first
    expect(own).to_be_visible()
    links = page.eval_on_selector_all(".answers a", "links => links.map((link) => link.href)")
    assert any("local/dudley/checklists/dudley-work-plan" in link for link in links)
    for link in links:
        path = link.removeprefix(address).partition("?")[0].partition("#")[0]
        assert (site / path).is_file()
    own.click()
    page.wait_for_url(address + "local/dudley/**")


@pytest.mark.parametrize("from_folder", [False, True])
@pytest.mark.parametrize("remembered", [False, True])
def test_a_reader_of_a_view_is_led_to_national_pages_and_back(
    page: Page, address: str, site: Path, from_folder: bool, remembered: bool
) -> None:
    root = f"{site.as_uri()}/" if from_folder else address
    if remembered:
        page.goto(root + "authorities/index.html")
        page.select_option("#my-authority", "dudley")
        page.goto(root + "options/adoption.html")
    else:
        page.goto(root + "local/dudley/index.html")
        page.click("nav[aria-label='Main'] >> text=Checklists")
        page.wait_for_url(root + "local/dudley/checklists/index.html")
        page.click(".pw-page a[href$='checklists/second-review.html']")
        page.wait_for_url(root + "checklists/second-review.html?view=dudley")
    expect(page.locator(".strip")).to_contain_text("Dudley leaves this page as it is.")
    page.click(".strip a")
    page.wait_for_url(root + "local/dudley/index.html")
    page.goto(root + "options/adoption.html?view=dudley")
    expect(page.locator("html[data-views]")).to_be_attached()
    page.click("nav[aria-label='Main'] >> text=Dates")
    page.wait_for_url(root + "local/dudley/dates/index.html")


def test_a_national_page_says_that_the_readers_authority_has_its_own(page: Page, address: str) -> None:
    page.goto(address + "dates/permanence-planning.html?view=dudley")
    expect(page.locator(".strip")).to_contain_text("Dudley has a page of its own for this.")
    page.click(".strip a")
    page.wait_for_url(address + "local/dudley/dates/permanence-planning.html")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for nobody in ("nobody", "__proto__", "constructor", "%3Cb%3E"):
        page.goto(address + f"dates/permanence-planning.html?view={nobody}", wait_until="networkidle")
        expect(page.locator(".strip a")).to_have_text("Show my authority’s practice")
    assert wrong == []


def test_colours_chosen_in_a_view_hold_on_the_national_pages(page: Page, address: str) -> None:
    page.goto(address + "local/dudley/index.html")
    for leads_to in ("Switch to the light page", "Switch to the dark page"):
        page.get_by_role("button", name=leads_to).click()
    page.goto(address + "options/adoption.html")
    expect(page.locator("html")).to_have_attribute("data-colours", "dark")


def test_without_script_a_view_leads_to_its_pages_and_to_the_national_ones(context_of: ContextOf, address: str) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(address + "local/dudley/index.html")
    page.click(".menu-wide >> text=Checklists")
    page.wait_for_url(address + "local/dudley/checklists/index.html")
    page.click(".pw-page a[href$='checklists/second-review.html']")
    page.wait_for_url(address + "checklists/second-review.html")


def test_a_view_opens_from_a_folder_with_its_own_search(page: Page, site: Path) -> None:
    page.goto((site / "local/coventry/index.html").as_uri())
    search_for(page, "genogram")
    expect(page.locator(".answer").first).to_be_visible()


def test_one_cases_dates_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(address + "authorities/dates.html")
    for part, text in (("d", "1"), ("m", "12"), ("y", "2026")):
        page.fill(f"#guide-every-ppm-held-{part}", text)
    row = page.locator(".results tr", has_text="Minutes of all meetings")
    expect(row).to_contain_text("By Thu 10 Dec 2026")
    assert row.locator("td", has_text="No national date").count() == 1
    assert row.locator("td", has_text="The procedure says nothing about it").count() == 3
    # part of authority A's procedure could not be read: whether it has such a day nobody knows
    assert row.locator("td", has_text="Not known").count() == 1
    with page.expect_download() as saved:
        page.click("text=Save as a table")
    assert saved.value.suggested_filename.endswith(".csv")


def test_an_unsettled_case_is_led_to_where_it_goes_for_now(page: Page, address: str) -> None:
    page.goto(address + "local/north-london/decision-guides/north-london-match-panel.html")
    for name, answer in (("carers-chosen", "chosen"), ("siblings", "none-under-ten")):
        page.check(f"#guide-{name}-{answer}")
        page.click("button:has-text('Continue')")
    page.fill("#guide-age-number", "10")
    page.click("button:has-text('Continue')")
    expect(page.locator(".result")).to_contain_text("Ask the panel adviser")


@pytest.mark.parametrize("from_folder", [False, True])
def test_who_asks_for_their_authority_on_a_page_comes_to_its_page_of_that_with_what_was_typed(
    page: Page, address: str, site: Path, from_folder: bool
) -> None:
    root = f"{site.as_uri()}/" if from_folder else address

    def ask(here: str, authority: str, comes_to: str) -> None:
        page.get_by_role("link", name="Show my authority’s practice", exact=True).click()
        page.wait_for_url(f"{root}authorities/index.html?from={here}")
        expect(page.locator("html[data-views]")).to_be_attached()
        page.locator(f"li[data-authority={authority}] > a").click()
        page.wait_for_url(root + comes_to)

    page.goto(root + "dates/permanence-planning.html")
    for part, text in (("d", "3"), ("m", "11"), ("y", "2026")):
        page.fill(f"#guide-became-looked-after-0-{part}", text)
    ask("dates/permanence-planning.html", "coventry", "local/coventry/dates/permanence-planning.html")
    expect(page.locator("#guide-became-looked-after-0-d")).to_have_value("3")
    page.goto(root + "options/adoption.html#after")
    ask("options/adoption.html#after", "dudley", "options/adoption.html?view=dudley#after")
    expect(page.locator(".strip")).to_contain_text("Dudley leaves this page as it is.")
    page.goto(root + "authorities/index.html?from=https://elsewhere.test/")
    expect(page.locator("html[data-views]")).not_to_be_attached()
    expect(page.locator("li[data-authority=dudley] > a")).to_have_attribute("href", re.compile("local/dudley/index"))
