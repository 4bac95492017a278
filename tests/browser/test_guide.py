"""The guide in a real browser: a whole walk by keyboard on a phone, changes of mind, results, worked cases."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from generator.model import Library
from support.browsing import ContextOf, Scheme, axe_finds

GUIDE = "decision-guides/sgo-who-may-apply.html"


def answer(page: Page, label: str) -> None:
    page.locator(".guide .choice label", has_text=label).first.click()
    page.click(".guide button[type=submit]")


def asked(page: Page) -> str:
    return page.locator(".guide [data-focus]").inner_text()


def give_day(page: Page, day: str, month: str, year: str) -> None:
    for part, text in (("d", day), ("m", month), ("y", year)):
        page.fill(f".guide .{part} input", text)
    page.click(".guide button[type=submit]")


def to_the_year(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    for label in ("No", "Yes", "No", "No", "No", "Yes, and I am a relative"):
        answer(page, label)


def test_a_whole_walk_by_keyboard_alone_on_a_phone(context_of: ContextOf, address: str) -> None:
    page = context_of(viewport={"width": 390, "height": 800}).new_page()
    page.goto(address + GUIDE)
    page.locator(".guide input").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for press in ("Space", "ArrowDown Space", "ArrowDown Space", "ArrowDown Space", "Space"):
        page.keyboard.press("Tab")
        for key in press.split():
            page.keyboard.press(key)
        page.keyboard.press("Enter")
    assert "When did the child come" in asked(page)
    assert page.evaluate("document.activeElement.hasAttribute('data-focus')")
    for text in ("1", "May", "2020"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_contain_text("You may apply without asking the court first")
    assert page.evaluate("document.activeElement.textContent") == "Where your answers lead"


def test_answers_stay_out_of_the_address_and_of_storage_and_add_nothing_to_the_history(
    page: Page, address: str
) -> None:
    page.goto(address + GUIDE)
    before = page.evaluate("history.length")
    for label in ("No", "Yes", "No"):
        answer(page, label)
    assert page.url == address + GUIDE
    assert page.evaluate("history.length") == before
    assert page.evaluate("JSON.stringify([{...sessionStorage}, Object.keys(localStorage)])") == "[{},[]]"
    page.goto(address)
    page.goto(address + GUIDE)
    assert "Question 1" in asked(page)


def test_the_chart_lights_the_way_and_quietens_the_rest(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    answer(page, "No")
    assert page.locator('.flow-node.is-here[data-node="age"]').count() == 1
    assert page.locator('.flow-link.is-lit[data-from="parent"][data-to="age"]').count() == 1
    assert page.locator('.flow-link.is-off[data-from="parent"]').count() == 2
    expect(page.locator(".flow-you")).to_have_text("You are here")
    answer(page, "No")
    expect(page.locator(".result")).to_contain_text("A special guardian must be 18 or over")
    assert page.locator('.flow-node.is-lit[data-node="too-young"]').count() == 1
    assert page.locator('.flow-node.is-off[data-node="placement-order"]').count() == 1


def test_back_and_change_keep_the_answers_that_still_apply(page: Page, address: str) -> None:
    to_the_year(page, address)
    page.click(".guide button:has-text('Back')")
    assert page.locator(".guide input:checked").get_attribute("value") == "relative"
    page.click(".guide button[type=submit]")
    page.locator(".sofar li", has_text="18 or over?").locator("button").click()
    assert "Question 2" in asked(page)
    answer(page, "Yes")
    assert "When did the child come" in asked(page)
    page.locator(".sofar li", has_text="18 or over?").locator("button").click()
    answer(page, "No")
    expect(page.locator(".result")).to_contain_text("must be 18")
    page.locator(".sofar li", has_text="18 or over?").locator("button").click()
    answer(page, "Yes")
    assert "When did the child come" in asked(page)


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence"),
    [
        ("", "5", "2020", "Give the day."),
        ("3", "", "", "Give the month and the year."),
        ("31", "2", "2024", "There is no such day in that month."),
        ("3", "13", "2020", "Months go from 1 to 12."),
        ("3", "5", "20", "Give the year in full, for example 2026."),
        ("1", "1", "2199", "That day is still to come."),
    ],
)
def test_a_day_that_cannot_be_read_is_answered_in_a_sentence(
    page: Page, address: str, day: str, month: str, year: str, sentence: str
) -> None:
    to_the_year(page, address)
    give_day(page, day, month, year)
    expect(page.locator(".guide .error-text")).to_have_text(sentence)
    assert page.evaluate("document.activeElement.tagName") == "INPUT"


def test_an_empty_answer_is_asked_for(page: Page, address: str) -> None:
    page.goto(address + GUIDE)
    page.click(".guide button[type=submit]")
    expect(page.locator(".guide .error-text")).to_have_text("Choose an answer.")


def test_the_result_says_why_and_what_would_lead_elsewhere(page: Page, address: str) -> None:
    to_the_year(page, address)
    give_day(page, "22", "Nov", "2020")
    result = page.locator(".result")
    expect(result).to_contain_text("Way forward")
    page.click("summary:has-text('Why: the answers and the law')")
    expect(result.locator(".reasons")).to_contain_text("22 November 2020 (a year or more)")
    assert result.locator(".reasons .src").count() >= 6
    page.click("summary:has-text('What would lead elsewhere?')")
    expect(result).to_contain_text("If the answer to “18 or over?” were “No”")
    expect(result).to_contain_text("were “less than 1 year”")


def test_wiping_forgets_every_answer(page: Page, address: str) -> None:
    to_the_year(page, address)
    page.click("text=Wipe my answers")
    assert "Question 1" in asked(page)
    assert page.locator(".guide input:checked").count() == 0
    page.reload()
    assert "Question 1" in asked(page)


def test_the_record_holds_questions_answers_and_result(context_of: ContextOf, address: str) -> None:
    context = context_of()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    to_the_year(page, address)
    give_day(page, "22", "11", "2020")
    page.click("text=Copy as a record")
    expect(page.locator(".guide-tools [role=status]")).to_have_text("Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "7. When did the child come to live with you? 22 November 2020 (a year or more)" in text
    assert "Result: You may apply without asking the court first" in text
    assert "does not decide" in text


def test_a_worked_case_is_played_step_by_step(page: Page, address: str) -> None:
    page.goto(address + "training/grandmother-one-year.html")
    page.locator("text=Play it step by step").first.click()
    assert "Are you the child" in asked(page)
    for _ in range(7):
        page.click("text=Show the answer in this case")
        page.click(".guide button:has-text('Next step')")
    expect(page.locator(".result")).to_contain_text("Where this case leads")
    expect(page.locator(".result")).to_contain_text("You may apply")
    page.click("text=Leave this case")
    assert page.locator(".sofar").count() == 0


@pytest.mark.parametrize("state", ["question", "error", "date", "result", "case"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(context_of: ContextOf, address: str, state: str, scheme: Scheme) -> None:
    page = context_of(viewport={"width": 1280, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address + GUIDE)
    if state == "error":
        page.click(".guide button[type=submit]")
    if state in ("date", "result"):
        to_the_year(page, address)
    if state == "result":
        give_day(page, "1", "6", "2020")
        for summary in page.locator(".result > details > summary").all():
            summary.click()
    if state == "case":
        page.click("text=Play a worked case on the chart")
        page.locator(".guide-tools li button").first.click()
    found = axe_finds(page)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []


def test_print_shows_the_record_and_not_the_form(page: Page, address: str) -> None:
    to_the_year(page, address)
    give_day(page, "1", "6", "2020")
    page.emulate_media(media="print")
    assert page.locator(".result").is_visible()
    assert page.locator(".sofar").is_visible()
    assert page.locator(".guide-tools").is_hidden()
    assert page.locator(".sofar button:visible").count() == 0


def test_the_downloaded_chart_stands_alone(page: Page, address: str, library: Library) -> None:
    wrong: list[str] = []
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(address + "assets/charts/sgo-who-may-apply.svg")
    text = page.content()
    assert "May I apply for special guardianship" in text
    reviewed = library.tree["sgo-who-may-apply"].reviewed
    assert reviewed and f"Reviewed {reviewed.day} {reviewed:%B %Y}" in text
    assert "<a " not in text
    assert wrong == []
