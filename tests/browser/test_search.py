"""The search sheet: it opens by key and by press, answers with places, and says what it could not find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model import Library
from support.browsing import ContextOf, Scheme, search_for, violations

FIRST = ".answers .answer >> nth=0"


def test_an_answer_tells_its_rule_and_leads_to_its_place(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "first review")
    first = page.locator(FIRST)
    expect(first).to_contain_text("Within 20 working days of the child becoming looked after")
    expect(first.locator(".force")).to_have_text("Must")
    expect(page.locator(".found")).to_contain_text("answers on")
    assert "first" not in page.url
    first.locator("a").click()
    page.wait_for_url("**/dates/looked-after-child.html#first-review")


def test_at_most_three_answers_of_a_page_stand_together(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "review")
    expect(page.get_by_role("button", name="more").first).to_be_visible()  # below the last row
    links = page.eval_on_selector_all(".answer .say > a", "all => all.map((it) => it.href.split('#')[0])")
    assert links and max(links.count(link) for link in links) <= 3
    page.locator("#search-field").fill("adoption panel decision parents")  # some rows hold all words, some most
    expect(page.locator("[data-part=part] > .answer").first).to_be_visible()
    links = page.eval_on_selector_all(".answer .say > a", "all => all.map((it) => it.href.split('#')[0])")
    assert max(links.count(link) for link in links) <= 3
    heights = page.eval_on_selector_all(".answer", "all => all.map((it) => it.getBoundingClientRect().height)")
    assert max(heights) < 260


def test_keys_open_it_move_in_it_and_close_it(page: Page, address: str) -> None:
    page.goto(address + "options/adoption.html")
    page.keyboard.press("/")
    field = page.locator("#search-field")
    expect(field).to_be_focused()
    page.keyboard.type("genogram")
    expect(page.locator(FIRST)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIRST).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.sheet")).to_be_hidden()


def test_closing_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address + "options/adoption.html")
    opener = page.locator(".iconbtn[data-open-search]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-field")).to_be_focused()
    page.click("dialog .close")
    expect(opener).to_be_focused()


@pytest.mark.parametrize(
    "words", ["i want to die", "kms", "suicidal thoughts", "he hits me", "sucidal", "i dont feel safe"]
)
def test_words_of_danger_put_who_can_help_first_and_say_it_aloud(page: Page, address: str, words: str) -> None:
    page.goto(address)
    search_for(page, words)
    first = page.get_by_role("status").locator(".signpost").first
    expect(first).to_have_class("signpost danger")
    expect(first.locator("a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_role("status").locator("div > *").first).to_have_class("signpost danger")
    expect(page.get_by_role("status")).not_to_contain_text("Nothing found")


@pytest.mark.parametrize("name", ["coventry", "dudley"])
def test_a_view_finds_the_national_rows_too_whichever_come_first(page: Page, address: str, name: str) -> None:
    def late(route: Route) -> None:
        page.wait_for_timeout(800)
        route.continue_()

    page.route(address + "assets/search-rows.js", late)
    page.goto(address + f"local/{name}/index.html")
    search_for(page, "first review")
    expect(page.locator(".answers").first).to_contain_text("Within 20 working days of the child becoming looked after")
    page.locator("#search-field").fill("i want to die")
    expect(page.locator(".signpost.danger a[href^='tel:']").first).to_be_visible()
    page.locator("#search-field").fill("residence order")
    expect(page.get_by_role("status")).to_contain_text("Child arrangements order")


def test_an_answer_on_the_page_behind_closes_the_sheet(page: Page, address: str) -> None:
    page.goto(address + "dates/looked-after-child.html")
    search_for(page, "first review")
    expect(page.locator(FIRST)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**#first-review")
    expect(page.locator("dialog.sheet")).to_be_hidden()


def test_enter_opens_the_first_answer_whatever_stands_above_it(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "residence order")
    expect(page.locator(FIRST)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/words.html#residence-order")


@pytest.mark.parametrize("words", ["i want to die", "he hits me"])
def test_enter_on_words_of_danger_goes_to_who_can_help_and_opens_nothing(page: Page, address: str, words: str) -> None:
    page.goto(address + "families/first-year.html")
    page.keyboard.press("/")
    page.keyboard.type(f"{words}")
    page.keyboard.press("Enter")
    expect(page.locator(".signpost.danger .help a").first).to_be_focused()
    assert page.url == address + "families/first-year.html"


def test_nothing_typed_is_lost_while_the_search_is_loaded(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/assets/search*.js", lambda route: held.append(route))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("i want to die")
    expect(page.locator("#search-field")).to_have_value("i want to die")
    expect(page.get_by_role("status").locator(".found")).to_have_text("Looking…")
    for route in held:
        route.continue_()
    expect(page.locator(".signpost.danger a[href^='tel:']").first).to_be_visible()


@pytest.mark.parametrize("lost", ["search.js", "search-rows.js"])
def test_a_search_that_did_not_load_says_so_and_is_loaded_at_the_next_letter(
    page: Page, address: str, lost: str
) -> None:
    page.route(f"**/assets/{lost}", lambda route: route.abort())
    page.goto(address)
    search_for(page, "first revie")
    expect(page.locator(".found")).to_contain_text("could not be loaded")
    expect(page.locator("dialog.sheet a[href$='a-z.html']")).to_be_visible()
    page.unroute(f"**/assets/{lost}")
    page.locator("#search-field").press_sequentially("w")
    expect(page.locator(FIRST)).to_contain_text("Within 20 working days")


def test_where_only_a_views_own_rows_are_lost_it_says_so(page: Page, address: str) -> None:
    page.route("**/local/dudley/assets/search-rows.js", lambda route: route.abort())
    page.goto(address + "local/dudley/index.html")
    search_for(page, "first review")
    expect(page.locator(FIRST)).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("national answers alone")


def test_more_answers_go_on_where_the_last_ended(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "review")
    more = page.get_by_role("button", name="more").first
    expect(more).to_be_visible()
    shown = page.locator(".answers >> nth=0").locator("> .answer").count()
    more.click()
    expect(page.locator(".answers >> nth=0").locator("> .answer").nth(shown).locator("a")).to_be_focused()


def test_more_of_an_authoritys_own_are_added_to_its_own_alone(page: Page, address: str) -> None:
    page.goto(address + "local/dudley/index.html")
    search_for(page, "planning meeting")
    expect(page.get_by_role("button", name="more")).to_have_count(2)
    whole, own = (page.locator(f"[data-part={part}] > .answer") for part in ("whole", "own"))
    before, others = own.count(), whole.count()
    page.locator(".own").get_by_role("button", name="more").click()
    expect(own.nth(before).locator(".say > a")).to_be_focused()
    expect(whole).to_have_count(others)


def test_enter_where_nothing_is_found_opens_nothing(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "zzqxw")
    expect(page.locator(".none")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("dialog.sheet")).to_be_visible()
    assert page.url == address


def test_rows_below_the_first_follow_when_the_reader_pauses_or_goes_down_to_them(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "review")
    expect(page.locator(FIRST)).to_be_visible()
    for _ in range(6):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".answers >> nth=0").locator("> .answer").nth(5).locator("a")).to_be_focused()
    expect(page.locator(".answers >> nth=0").locator("> .answer")).to_have_count(12)


def test_nothing_is_said_of_half_a_sentence(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "school")
    expect(page.locator(".found")).to_contain_text("answers on")
    told = page.evaluate(
        """async (words) => {
            const told = [];
            const status = document.querySelector("dialog [role=status]");
            const field = document.querySelector("#search-field");
            new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true });
            for (let end = 1; end <= words.length; end += 1) {
                field.value = words.slice(0, end);
                field.dispatchEvent(new Event("input"));
                await new Promise((done) => setTimeout(done, 0));
            }
            return told;
        }""",
        "help with school",
    )
    assert told == []
    expect(page.locator(".found")).to_contain_text("answers on")
    expect(page.get_by_role("status")).not_to_contain_text("999")


def test_forms_and_roles_come_first_by_their_own_names(page: Page, address: str, library: Library) -> None:
    page.goto(address)
    search_for(page, "review")
    named = {form.name: f"forms.html#{form.id}" for form in library.form.values()}
    named |= {role.name: f"roles.html#{role.id}" for role in library.role.values()}
    for name, place in named.items():
        page.locator("#search-field").fill(name)
        expect(page.locator(FIRST).locator("a"), name).to_have_attribute("href", re.compile(re.escape(place) + "$"))


def test_what_was_typed_is_one_press_away_from_what_was_meant(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "gardian support")
    expect(page.get_by_role("status")).to_contain_text("guardian support")
    page.get_by_role("button", name="Only “gardian support”").click()
    expect(page.locator(".slip")).to_have_count(0)


def test_it_says_what_is_not_covered_here(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "child protection conference")
    expect(page.locator(".signpost").first).to_contain_text("Not covered here")


def test_it_says_what_it_searched_instead_of_a_slip(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "gaurdianship")
    expect(page.locator(".slip")).to_contain_text("guardianship")
    expect(page.locator(FIRST)).to_contain_text("guardianship", ignore_case=True)


def test_an_old_word_leads_to_the_one_used_now(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "residence order")
    expect(page.locator(".past")).to_contain_text("Child arrangements order")
    expect(page.locator(".past")).to_contain_text("22 April 2014")
    expect(page.locator(".found")).to_contain_text("for Child arrangements order, on")
    expect(page.locator(".answer >> nth=1")).to_contain_text("Child arrangements order")
    page.get_by_role("button", name=re.compile("Only “residence order”: [0-9]+ answers")).click()
    expect(page.locator(".found")).not_to_contain_text("for Child arrangements order")
    expect(page.locator(FIRST).locator("a")).to_have_text("Residence order")
    expect(page.get_by_role("button", name="Only")).to_have_count(0)


def test_below_national_answers_an_authoritys_own_are_one_press_away(page: Page, address: str) -> None:
    page.goto(address + "local/dudley/index.html")
    search_for(page, "first review")
    page.get_by_role("button", name="of them are an authority’s own").click()
    expect(page.locator(".own .answer >> nth=0").locator("a")).to_be_focused()


def test_it_says_when_it_finds_nothing_and_whom_to_ask(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "xyzzyx")
    expect(page.locator(".found")).to_have_text("Nothing found for “xyzzyx”")
    expect(page.locator(".letters a").first).to_be_visible()
    asked = ["This is about your family Who can help", "It should be here Tell us what is missing"]
    expect(page.locator(".none .whom li")).to_have_text(asked)
    page.goto(address + "local/dudley/index.html")
    search_for(page, "xyzzyx")
    expect(page.locator(".none .whom li").first).to_have_text("You work for this authority Dudley")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_the_open_search(context_of: ContextOf, address: str, width: int, scheme: Scheme) -> None:
    page = context_of(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address)
    search_for(page, "special guardian")
    expect(page.locator(FIRST)).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_ways_into_the_search_lead_to_the_a_to_z(context_of: ContextOf, address: str) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(address)
    assert page.locator(".home form").count() == 0
    page.click(".find")
    assert page.locator("h1").inner_text() == "A to Z"


def test_an_authority_is_found_when_it_is_named(page: Page, address: str) -> None:
    page.goto(address)
    search_for(page, "dudley work plan")
    expect(page.locator(".own .answer a").first).to_be_visible()
    search_for_again = page.locator("#search-field")
    search_for_again.fill("work plan")
    expect(page.locator(".own")).to_have_count(0)


def test_no_page_breaks_its_policy_with_an_aid_in_use(page: Page, address: str, site: Path) -> None:
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for start in (address, (site / "x").as_uri().removesuffix("x")):
        page.goto(start + "index.html")
        search_for(page, "first review")
        expect(page.locator(FIRST)).to_be_visible()
        page.goto(start + "dates/looked-after-child.html")
        page.locator("timeline-calculator input").first.fill("1")
        page.goto(start + "decision-guides/match-approval.html")
        expect(page.locator("decision-guide")).to_be_visible()
        page.goto(start + "local/dudley/index.html")
    page.goto(address + "404.html")
    assert wrong == []
