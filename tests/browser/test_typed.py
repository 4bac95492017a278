"""What is typed belongs to the tab: it outlives a reload, goes along to the same page of another view, and is wiped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model import Library
from generator.reason.questions import read_all
from generator.reason.walk import walk
from support.browsing import ContextOf, violations

STORED = "JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"
IN_TAB = (
    "In this tab, what you enter is still here after a reload or the Back button, until you wipe it; "
    "a browser that restores closed tabs may bring it back."
)
NOWHERE = "What you enter is gone when you reload or leave this page."
TODAY = date(2026, 11, 22)
ELSEWHERE = "https://www.bbc.co.uk/**"


@dataclass(frozen=True)
class Aid:
    """One aid: how something is entered in it, and how much of that is to be seen."""

    path: str
    name: str
    enter: Callable[[Page], None]
    wipe: str
    entered: Callable[[Page], int]


def answer(page: Page) -> None:
    for label in ("No", "Yes"):
        page.get_by_role("radio", name=label, exact=True).check()
        page.get_by_role("button", name="Continue", exact=True).click()


def give_days(page: Page) -> None:
    for name, day in (("became-looked-after", "19"), ("placement-started", "20")):
        for part, text in (("d", day), ("m", "12"), ("y", "2025")):
            page.fill(f"#guide-{name}-0-{part}", text)


def tick(page: Page) -> None:
    for name in ("no-clear-return", "ask-early"):
        page.check(f"#tick-{name}")


AIDS = [
    Aid(
        "decision-guides/sgo-who-may-apply.html",
        "guide/sgo-who-may-apply",
        answer,
        "Wipe my answers",
        lambda page: page.locator(".sofar li").count(),
    ),
    Aid(
        "dates/looked-after-child.html",
        "dates/looked-after-child",
        give_days,
        "Wipe everything",
        lambda page: page.locator(".date3 .y input").evaluate_all("all => all.filter(it => it.value).length"),
    ),
    Aid(
        "checklists/ppm-preparation.html",
        "checklist/ppm-preparation",
        tick,
        "Wipe my ticks",
        lambda page: page.locator("[data-item] > input:checked").count(),
    ),
]
each_aid = pytest.mark.parametrize("aid", AIDS, ids=lambda aid: aid.name)


def open_filled(page: Page, address: str, aid: Aid) -> None:
    page.goto(address + aid.path)
    aid.enter(page)
    assert aid.entered(page) == 2


def go_to(page: Page, address: str) -> None:
    """Lead the page on as a link does, into another entry of the tab's history."""
    page.evaluate("address => { location.href = address }", address)
    page.wait_for_url(address)


def with_a_way_out(route: Route) -> None:
    answered = route.fetch()
    way_out = '<div class="exit"><a href="https://www.bbc.co.uk/weather">Leave this page</a></div></main>'
    route.fulfill(response=answered, body=answered.text().replace("</main>", way_out))


@each_aid
def test_what_is_entered_outlives_a_reload_in_that_tab_alone(context_of: ContextOf, address: str, aid: Aid) -> None:
    context = context_of()
    page = context.new_page()
    before = page.evaluate("history.length")
    open_filled(page, address, aid)
    expect(page.get_by_text(IN_TAB, exact=True)).to_be_visible()
    for _ in range(2):
        page.reload()
        assert aid.entered(page) == 2
    assert page.url == address + aid.path
    assert page.evaluate("history.length") == before + 1
    assert page.evaluate(STORED) == "[[],[]]"
    assert page.locator(".note.info[role=status]").count() == 0
    other = context.new_page()
    other.goto(address + aid.path)
    assert aid.entered(other) == 0
    go_to(page, address + "about.html")
    go_to(page, address + aid.path)
    assert aid.entered(page) == 0, "a new visit begins empty"
    page.go_back()
    page.go_back()
    assert aid.entered(page) == 2


@each_aid
def test_what_was_wiped_is_in_no_entry_of_the_tabs_history(page: Page, address: str, aid: Aid) -> None:
    open_filled(page, address, aid)
    page.evaluate("location.hash = 'main'")
    page.reload()
    assert aid.entered(page) == 2, "a link within the page loses nothing"
    page.get_by_role("button", name=aid.wipe, exact=True).click()
    assert aid.entered(page) == 0
    assert page.evaluate("history.state") is None
    page.reload()
    assert aid.entered(page) == 0
    go_to(page, address + "about.html")
    page.evaluate("history.go(-2)")
    page.wait_for_url(address + aid.path)
    assert aid.entered(page) == 0
    aid.enter(page)
    page.reload()
    assert aid.entered(page) == 2, "what is entered since is held"


@pytest.mark.parametrize("by_key", [False, True])
@each_aid
def test_the_way_out_forgets_what_was_entered_before(page: Page, address: str, aid: Aid, by_key: bool) -> None:
    page.route(ELSEWHERE, lambda route: route.fulfill(body="elsewhere"))
    open_filled(page, address, aid)
    go_to(page, address + "families/index.html")
    if by_key:
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.locator(".exit a").click()
    page.wait_for_url(ELSEWHERE)
    if not by_key:
        page.go_back()
    page.go_back()
    page.wait_for_url(address + aid.path)
    assert aid.entered(page) == 0


@each_aid
def test_a_page_with_a_way_out_holds_nothing(page: Page, address: str, aid: Aid) -> None:
    page.route(ELSEWHERE, lambda route: route.fulfill(body="elsewhere"))
    page.route(f"**/{aid.path}", with_a_way_out)
    open_filled(page, address, aid)
    expect(page.get_by_text(NOWHERE, exact=True)).to_be_visible()
    assert page.evaluate("history.state") is None
    page.reload()
    assert aid.entered(page) == 0
    aid.enter(page)
    page.get_by_role("link", name="Leave this page", exact=True).click()
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    page.wait_for_url(address + aid.path)
    assert aid.entered(page) == 0


@pytest.mark.parametrize("from_folder", [False, True])
@each_aid
def test_what_was_entered_goes_along_to_an_authoritys_page_and_back(
    page: Page, address: str, site: Path, aid: Aid, from_folder: bool
) -> None:
    root = f"{site.as_uri()}/" if from_folder else address
    page.goto(f"{root}{aid.path}?view=authority-a")
    aid.enter(page)
    page.locator(".strip").get_by_role("link").click()
    page.wait_for_url(f"{root}local/authority-a/{aid.path}")
    page.wait_for_load_state()
    assert aid.entered(page) == 2
    assert page.evaluate(STORED) == "[[],[]]"
    page.reload()
    assert aid.entered(page) == 2
    page.get_by_role("link", name="Show the national page", exact=True).click()
    page.wait_for_url(root + aid.path)
    page.wait_for_load_state()
    assert aid.entered(page) == 2
    assert page.evaluate(STORED) == "[[],[]]"
    assert page.locator(".note.info[role=status]").count() == 0


@each_aid
def test_where_storage_is_refused_the_link_leads_on_without(context_of: ContextOf, address: str, aid: Aid) -> None:
    context = context_of()
    context.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused'); }})")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    open_filled(page, f"{address}local/authority-a/", aid)
    page.reload()
    assert aid.entered(page) == 2
    page.get_by_role("link", name="Show the national page", exact=True).click()
    page.wait_for_url(address + aid.path)
    page.wait_for_load_state()
    assert aid.entered(page) == 0
    aid.enter(page)
    page.get_by_role("button", name=aid.wipe, exact=True).click()
    page.reload()
    assert aid.entered(page) == 0
    assert wrong == []


@each_aid
def test_what_is_handed_over_reaches_no_other_page(page: Page, address: str, aid: Aid) -> None:
    typed = {aid.name: {"wiped": 0, "what": {}}}
    page.goto(address + "about.html")
    page.evaluate(
        "text => sessionStorage.setItem('pathways.handed', text)",
        json.dumps({"to": f"{address}local/authority-a/{aid.path}", "typed": typed}),
    )
    go_to(page, address + aid.path)
    assert aid.entered(page) == 0
    assert page.evaluate("[history.state, sessionStorage.length]") == [None, 0]
    open_filled(page, f"{address}local/authority-a/", aid)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Show the national page", exact=True).click(modifiers=["ControlOrMeta"])
    opened.value.wait_for_load_state()
    assert aid.entered(opened.value) == 0
    assert page.evaluate("sessionStorage.length") == 0


def test_what_a_page_has_no_place_for_is_told_once(page: Page, address: str) -> None:
    told = page.locator(".note.info[role=status]")
    page.goto(address + "checklists/ppm-preparation.html?view=authority-b")
    tick(page)
    page.check("#tick-adoption-agency")
    page.locator(".strip").get_by_role("link").click()
    page.wait_for_url(address + "local/authority-b/checklists/ppm-preparation.html")
    expect(told).to_have_text("One thing you entered has no place on this page and was left out.")
    assert AIDS[2].entered(page) == 2
    assert violations(page) == []
    page.reload()
    assert AIDS[2].entered(page) == 2
    assert told.count() == 0
    page.goto(address + "dates/permanence-planning.html?view=dudley")
    for name in ("became-looked-after", "proceedings-issued"):
        for part, text in (("d", "19"), ("m", "12"), ("y", "2025")):
            page.fill(f"#guide-{name}-0-{part}", text)
    page.locator(".strip").get_by_role("link").click()
    page.wait_for_url(address + "local/dudley/dates/permanence-planning.html")
    expect(told).to_have_text("One thing you entered has no place on this page and was left out.")
    assert AIDS[1].entered(page) == 1
    page.reload()
    assert AIDS[1].entered(page) == 1
    assert told.count() == 0


def test_answers_of_another_version_are_left_out_and_told(page: Page, address: str) -> None:
    aid = AIDS[0]
    open_filled(page, address, aid)
    page.evaluate(
        """() => {
          const { state } = history;
          Object.assign(state["pathways.typed"]["guide/sgo-who-may-apply"].what, { gone: "yes", age: "no-such" });
          history.replaceState({ ...state, theirs: 1 }, "");
        }"""
    )
    page.reload()
    told = page.locator(".note.info[role=status]")
    expect(told).to_have_text("2 things you entered have no place on this page and were left out.")
    assert aid.entered(page) == 1
    assert page.evaluate("history.state.theirs") == 1
    page.get_by_role("button", name=aid.wipe, exact=True).click()
    assert told.count() == 0
    assert page.evaluate("history.state") == {"theirs": 1}


@pytest.mark.parametrize(
    "what",
    [
        "<img src=x onerror=alert(1)>",
        7,
        [1, None, {"a": {}}],
        {"children": [{"given": {"birth": "<b>"}, "answers": {"constructor": "<b>"}}], "chosen": [{}, 7], "handed": 7},
        {"state": {"ticks": [1], "notes": {"genogram": "<img src=x>"}}, "role": "<b>", "open": {}, "notes": True},
        {"parent": {"no": 1}, "constructor": ["no"], "__proto__": "x"},
    ],
    ids=["text", "number", "list", "as dates", "as a list", "as answers"],
)
@each_aid
def test_a_state_of_somebody_elses_costs_nothing(page: Page, address: str, aid: Aid, what: object) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    for state in (what, {"pathways.typed": what}, {"pathways.typed": {aid.name: {"wiped": 0, "what": what}}}):
        page.goto(address + aid.path)
        page.evaluate("state => history.replaceState(state, '')", state)
        page.reload()
        aid.enter(page)
        assert aid.entered(page) >= 2
        assert page.locator("main img[src=x]").count() == 0
    assert wrong == []


def test_a_page_kept_ready_by_the_browser_does_not_show_what_was_wiped(page: Page, address: str) -> None:
    comes_back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    aid = AIDS[2]
    open_filled(page, address, aid)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    assert not page.locator("h1").is_visible()
    page.evaluate(comes_back)
    assert page.locator("h1").is_visible()
    assert aid.entered(page) == 2
    page.evaluate("sessionStorage.setItem('pathways.wiped', JSON.stringify({ '*': 1 }))")
    with page.expect_navigation():
        page.evaluate(comes_back)
    assert aid.entered(page) == 0


def test_a_list_in_a_guides_result_is_held_with_its_answers(page: Page, address: str, library: Library) -> None:
    walks = [one for scenario in library.scenario.values() for one in scenario.walks]
    case = next(one for one in walks if (one.tree, one.outcome) == ("planning-meeting-due", "apart-now"))
    tree = library.tree[case.tree]
    path = walk(tree, read_all(tree.questions, case.answers, today=TODAY)).path
    answers = {leg.question: leg.answer.given for leg in path}
    opened = page.locator(".result case-checklist")
    page.goto(address + "decision-guides/planning-meeting-due.html")
    page.evaluate(
        "typed => history.replaceState({ 'pathways.typed': typed }, '')",
        {"guide/planning-meeting-due": {"wiped": 0, "what": answers}},
    )
    page.reload()
    page.click(".result details.aid > summary:has-text('The checklist')")
    opened.locator("select").nth(1).select_option("under-sixteen")
    opened.locator("[data-item=ask-early] > input").check()
    page.reload()
    page.click(".result details.aid > summary:has-text('The checklist')")
    assert opened.locator("[data-item] > input:checked").count() == 1
    assert opened.locator("select").nth(0).input_value() == "some", "what the outcome says is known"
    assert opened.locator("select").nth(1).input_value() == "under-sixteen"
    opened.get_by_role("button", name="Wipe my ticks", exact=True).click()
    page.reload()
    page.click(".result details.aid > summary:has-text('The checklist')")
    assert opened.locator("[data-item] > input:checked").count() == 0
    page.get_by_role("button", name="Wipe my answers", exact=True).click()
    page.reload()
    assert page.locator(".sofar").count() == 0
    assert page.evaluate("history.state") is None


def test_timelines_chosen_together_and_whose_items_are_shown_outlive_a_reload(page: Page, address: str) -> None:
    page.goto(address + "dates/together.html")
    box = page.get_by_role("checkbox", name="Adoption: from the plan to the order", exact=True)
    box.check()
    page.get_by_role("button", name="Add a brother or sister", exact=True).click()
    page.reload()
    expect(box).to_be_checked()
    assert page.locator(".calculator form").count() == 2
    page.get_by_role("button", name="Wipe everything", exact=True).click()
    page.reload()
    expect(box).not_to_be_checked()
    page.goto(address + AIDS[2].path)
    page.get_by_role("radio", name="Minute taker", exact=True).check()
    page.check("#notes-ppm-preparation")
    page.locator(".note-slot textarea:visible").first.fill("Ask again in May")
    page.reload()
    expect(page.get_by_role("radio", name="Minute taker", exact=True)).to_be_checked()
    assert page.locator(".note-slot textarea:visible").first.input_value() == "Ask again in May"


def test_a_copy_that_is_open_is_opened_again_and_held_once(page: Page, address: str) -> None:
    aid = AIDS[2]
    held = f"JSON.stringify(history.state['pathways.typed']['{aid.name}'].what)"
    here = "Kept on this device as “blue”"
    open_filled(page, f"{address}local/authority-b/", aid)
    page.click("summary:has-text('Keep a copy')")
    page.fill("#label-ppm-preparation", "blue")
    page.get_by_role("button", name="Keep on this device", exact=True).click()
    assert "no-clear-return" not in page.evaluate(held)
    expect(page.get_by_text(IN_TAB, exact=True)).to_be_hidden()
    page.reload()
    expect(page.locator(".meter")).to_contain_text(here)
    assert aid.entered(page) == 2
    page.get_by_role("link", name="Show the national page", exact=True).click()
    page.wait_for_url(address + aid.path)
    expect(page.locator(".meter")).to_contain_text(here)
    page.check("#tick-adoption-agency")
    page.goto(f"{address}{aid.path}?view=authority-b")
    page.click("summary:has-text('Keep a copy')")
    page.locator(".copies").get_by_role("button", name="Open blue", exact=True).click()
    assert aid.entered(page) == 3
    page.locator(".strip").get_by_role("link").click()
    page.wait_for_url(f"{address}local/authority-b/{aid.path}")
    expect(page.locator(".kept-message")).to_contain_text("One thing you entered has no place on this page")
    expect(page.locator(".meter")).to_contain_text("Kept in this tab only")
    page.check("#tick-genogram")
    kept = page.evaluate("Object.values(localStorage).join()")
    assert "adoption-agency" in kept
    assert '"genogram":true' not in kept, "a copy is not changed by a page that has no place for all of it"


def test_dates_kept_on_the_device_are_held_there_alone(page: Page, address: str) -> None:
    aid = AIDS[1]
    open_filled(page, address, aid)
    page.check("#keep")
    expect(page.get_by_text(IN_TAB, exact=True)).to_be_hidden()
    assert "2025" not in page.evaluate("JSON.stringify(history.state)")
    page.reload()
    assert aid.entered(page) == 2
    page.uncheck("#keep")
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert aid.entered(page) == 2
    assert not page.locator("#keep").is_checked()
