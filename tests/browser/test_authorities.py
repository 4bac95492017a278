"""Authorities in a real browser: the chooser, side by side, one case's dates in each, and a view of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import ContextOf, Scheme, violations

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
    page.goto(address + "authorities/index.html")
    assert page.locator(".chosen").is_hidden()
    page.select_option("#my-authority", "coventry")
    page.reload()
    assert page.locator(".chosen a").inner_text() == "Go to Coventry"
    page.click(".chosen a")
    assert "Coventry" in page.locator(".strip").inner_text()
    page.goto(address + "authorities/index.html")
    page.select_option("#my-authority", "")
    page.reload()
    assert page.locator(".chosen").is_hidden()


def test_a_view_says_what_is_local_why_and_what_stands_nationally(page: Page, address: str) -> None:
    page.goto(address + "local/authority-b/dates/permanence-planning.html")
    row = page.locator("#ppm-called")
    row.locator(".local-mark summary").click()
    expect(row.locator(".local-mark")).to_contain_text("National: Before the second review.")
    page.click("text=Show the national page")
    assert page.url == address + "dates/permanence-planning.html"
    assert page.locator(".local-mark").count() == 0


def test_menus_and_search_stay_inside_a_view(page: Page, address: str) -> None:
    page.goto(address + "local/dudley/options/adoption.html")
    page.click("nav[aria-label='Main'] >> text=Checklists")
    assert page.url == address + "local/dudley/checklists/index.html"
    page.click("[data-open-search]")
    page.keyboard.type("work plan")
    page.wait_for_selector(".md-search-result__item")
    links = page.eval_on_selector_all(".md-search-result__item a", "links => links.map((link) => link.href)")
    assert links and all("/local/dudley/" in link for link in links)
    assert any("dudley-work-plan" in link for link in links)


def test_a_view_opens_from_a_folder_with_its_own_search(page: Page, site: Path) -> None:
    page.goto((site / "local/coventry/index.html").as_uri())
    page.click("[data-open-search]")
    page.keyboard.type("genogram")
    page.wait_for_selector(".md-search-result__item")


def test_one_cases_dates_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(address + "authorities/dates.html")
    for part, text in (("d", "1"), ("m", "12"), ("y", "2026")):
        page.fill(f"#guide-every-ppm-held-{part}", text)
    row = page.locator(".results tr", has_text="Minutes of all meetings")
    expect(row).to_contain_text("By Thu 10 Dec 2026")
    assert row.locator("td", has_text="Not here").count() == 5
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
