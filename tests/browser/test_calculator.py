"""The calculator in a real browser: typed days, recorded days, files, two children, and no day kept unasked."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from support.browsing import ContextOf, Scheme, axe_finds

DATES = "dates/looked-after-child.html"


def give(page: Page, name: str, day: str, month: str, year: str, child: int = 0) -> None:
    for part, text in (("d", day), ("m", month), ("y", year)):
        page.fill(f"#guide-{name}-{child}-{part}", text)


def row(page: Page, title: str) -> str:
    return page.locator(".worked > tbody > tr", has=page.locator(f".what:text-is('{title}')")).first.inner_text()


def test_a_typed_day_is_worked_out_at_once(page: Page, address: str) -> None:
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "December", "2025")
    assert "By Wed 21 Jan 2026" in row(page, "First review")
    assert "By about Tue 21 Apr 2026" in row(page, "Second review")
    page.locator("tr", has_text="First review").locator("button:has-text('Show the working')").first.click()
    open_row = page.locator("tr.working:visible")
    expect(open_row).to_contain_text("25 and 26 December 2025 and 1 January 2026")
    expect(open_row.locator("td.last")).to_contain_text("20")


def test_recording_a_review_moves_what_follows(page: Page, address: str) -> None:
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    page.locator("summary#record-first-review-0").click()
    for part, text in (("d", "15"), ("m", "1"), ("y", "2026")):
        page.fill(f"#guide-record-first-review-0-{part}", text)
    page.locator("details[open] button:has-text('Use this day')").click()
    assert "Held Thu 15 Jan 2026" in row(page, "First review")
    assert "By Wed 15 Apr 2026" in row(page, "Second review")


def test_a_wrong_day_is_answered_and_half_a_day_is_not(page: Page, address: str) -> None:
    page.goto(address + DATES)
    page.fill("#guide-became-looked-after-0-d", "31")
    page.fill("#guide-became-looked-after-0-m", "2")
    assert page.locator(".error-text:visible").count() == 0
    page.fill("#guide-became-looked-after-0-y", "2026")
    page.locator("#guide-placement-started-0-d").focus()
    expect(page.locator(".error-text:visible")).to_have_text("There is no such day in that month.")


def test_nothing_is_kept_unless_asked_and_one_press_wipes_it(page: Page, address: str) -> None:
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    stored = "Object.keys(localStorage).filter((key) => key.startsWith('pathways')).length"
    assert page.evaluate(stored) == 0
    page.locator("label[for=keep]").click()
    assert page.evaluate(stored) == 1
    page.reload()
    assert page.input_value("#guide-became-looked-after-0-y") == "2025"
    page.click("text=Wipe everything")
    assert page.evaluate(stored) == 0
    assert page.input_value("#guide-became-looked-after-0-y") == ""


def test_what_is_kept_of_one_page_is_forgotten_for_that_page_alone(page: Page, address: str) -> None:
    for name in (DATES, "dates/care-proceedings.html"):
        page.goto(address + name)
        page.locator(".inputs input").nth(0).fill("19")
        page.locator(".inputs input").nth(1).fill("12")
        page.locator(".inputs input").nth(2).fill("2025")
        page.locator("label[for=keep]").click()
    page.locator("label[for=keep]").click()
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('pathways.dates'))"
    assert page.evaluate(kept) == ["pathways.dates.looked-after-child"]


@pytest.mark.parametrize("spoiled", ["not json", '{"format":9}', '{"format":1,"saved":0,"children":7}', "null"])
def test_spoiled_storage_is_passed_over(page: Page, address: str, spoiled: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + DATES)
    page.evaluate("(text) => localStorage.setItem('pathways.dates.looked-after-child', text)", spoiled)
    page.reload()
    give(page, "became-looked-after", "19", "12", "2025")
    assert "By Wed 21 Jan 2026" in row(page, "First review")
    assert wrong == []


def test_refused_storage_is_told_and_costs_nothing(context_of: ContextOf, address: str) -> None:
    context = context_of()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})")
    page = context.new_page()
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    page.locator("label[for=keep]").click()
    expect(page.locator(".tools [role=status]")).to_contain_text("does not let the page keep")
    assert "By Wed 21 Jan 2026" in row(page, "First review")


def test_the_calendar_file_of_the_browser_is_read_back(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    page.fill("#case-word", "Blue  folder")
    page.select_option("#alarm", "7")
    with page.expect_download() as download:
        page.click("text=Add to my calendar")
    path = tmp_path / "dates.ics"
    download.value.save_as(path)
    data = path.read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    events = {str(event["uid"]): event for event in icalendar.Calendar.from_ical(data).events}
    first = events["first-review.blue%20folder@permanence-pathways"]
    assert first.DTSTART.isoformat() == "2026-01-21"
    assert str(first["summary"]) == "Blue folder: First review: by this day"
    assert first.errors == []
    assert len(first.walk("VALARM")) == 1
    page.reload()
    expect(page.locator("#case-word")).to_have_value("Blue  folder")
    page.click("text=Wipe everything")
    give(page, "became-looked-after", "19", "12", "2025")
    expect(page.locator("#case-word")).to_have_value("")


def test_two_children_stand_beside_each_other(page: Page, address: str) -> None:
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    page.click("text=Add a brother or sister")
    give(page, "became-looked-after", "2", "3", "2026", child=1)
    assert page.locator(".results h2").all_inner_texts() == ["Child 1", "Child 2"]
    assert page.locator(".worked").count() == 2
    assert page.locator(".tl").count() == 2


def choose(page: Page, *titles: str) -> None:
    for title in titles:
        page.locator(".pick .choice", has=page.locator(f"label:text-is('{title}')")).locator("label").click()


CHILDREN = ("A looked-after child: plans, reviews and visits", "Adoption: from the plan to the order")


@pytest.mark.parametrize(
    ("path", "titles", "add", "one"),
    [
        (DATES, (), "Add a brother or sister", "Child"),
        ("dates/becoming-an-adopter.html", (), "Add another adopter", "Adopter"),
        ("dates/together.html", CHILDREN, "Add a brother or sister", "Child"),
        ("dates/together.html", ("Becoming an adopter",), "Add another adopter", "Adopter"),
        ("dates/together.html", (*CHILDREN, "Becoming an adopter"), "Add another case", "Case"),
    ],
)
def test_a_case_is_called_what_the_chosen_timelines_call_it(
    page: Page, address: str, path: str, titles: tuple[str, ...], add: str, one: str
) -> None:
    page.goto(address + path)
    choose(page, *titles)
    page.click(f"button:text-is('{add}')")
    for date in page.locator(".calculator .date3").all():
        for part, text in (("d", "5"), ("m", "5"), ("y", "2025")):
            date.locator(f".{part} input").fill(text)
    for level in ("form h3", ".results h2"):
        assert page.locator(f".calculator {level}").all_inner_texts() == [f"{one} 1", f"{one} 2"]
    page.click(f"button:text-is('Remove {one.lower()} 2')")
    assert page.locator(".calculator form").count() == 1
    assert page.locator(".calculator form h3").count() == 0


def test_an_age_stands_beside_the_days_of_the_one_who_was_born_then(page: Page, address: str) -> None:
    page.goto(address + "dates/together.html")
    choose(page, CHILDREN[0], "Becoming an adopter")
    give(page, "birth", "1", "3", "2020")
    give(page, "became-looked-after", "19", "12", "2025")
    give(page, "adopter-birth", "1", "3", "1990")
    give(page, "adopter-interest-registered", "19", "12", "2025")
    assert "Age 5 years" in row(page, "First review")
    adopters = page.locator(".worked > tbody > tr", has_text="stage one")
    assert adopters.count() > 0
    assert [text for text in adopters.all_inner_texts() if "Age" in text] == []


def test_all_timelines_together_ask_each_day_once(page: Page, address: str) -> None:
    page.goto(address + "dates/together.html")
    boxes = page.locator(".pick label")
    for number in range(2):
        boxes.nth(number).click()
    legends = page.locator(".inputs legend").all_inner_texts()
    assert len(legends) == len(set(legends)) > 1


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing_in_the_worked_out_page(
    context_of: ContextOf, address: str, width: int, scheme: Scheme
) -> None:
    page = context_of(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    page.goto(address + DATES)
    give(page, "became-looked-after", "19", "12", "2025")
    page.locator("button:has-text('Show the working')").nth(2).click()
    page.locator(".record-box summary").first.click()
    found = axe_finds(page)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_there_is_the_table_and_a_worked_example(context_of: ContextOf, address: str) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(address + DATES)
    assert page.locator(".calculator:visible").count() == 0
    assert page.locator("#first-review").is_visible()
    page.locator("#example ~ details summary").first.click()
    assert "First review: by" in page.locator("#example ~ details ul").first.inner_text()


def test_what_may_not_apply_is_not_called_overdue(page: Page, address: str) -> None:
    page.goto(address + "dates/adoption.html")
    for field in page.locator("timeline-calculator .inputs .date3").all():
        for part, text in (("d", "5"), ("m", "5"), ("y", "2025")):
            field.locator(f".{part} input").fill(text)
    unsure = page.locator(".worked > tbody > tr", has_text="May apply")
    expect(unsure.filter(has_text="If it applies, overdue by").first).to_be_visible()
    assert unsure.locator(".state.late").count() == 0


@pytest.mark.parametrize(
    ("day", "says", "must"),
    [
        ("2026-06-28", "In force from 29 June 2026", False),
        ("2026-06-29", "In force from 29 June 2026", True),
        ("2027-06-30", None, True),
    ],
)
def test_the_calculator_shows_no_must_before_its_law_starts(
    page: Page, address: str, day: str, says: str | None, must: bool
) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(address + "dates/family-and-friends-care.html")
    give(page, "child-came-to-live", "1", "6", "2026")
    told = row(page, "Ask for the kinship local offer")
    assert ("Must" in told) is must
    assert says in told if says else "In force" not in told
    page.goto(address + "dates/care-proceedings.html")
    give(page, "proceedings-issued", "1", "6", "2026")
    told = row(page, "Family meeting held")
    assert "Not known to be in force" in told
    assert "Must" not in told


def test_the_keyboard_alone_types_a_day_opens_the_working_and_records_a_review(page: Page, address: str) -> None:
    page.goto(address + DATES)
    page.locator("#guide-became-looked-after-0-d").focus()
    for text in ("19", "12", "2025"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    assert "By Wed 21 Jan 2026" in row(page, "First review")
    page.locator("tr", has_text="First review").locator("button:has-text('Show the working')").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr.working:visible")).to_contain_text("25 and 26 December 2025")
    page.locator("summary#record-first-review-0").focus()
    page.keyboard.press("Enter")
    for text in ("15", "1", "2026"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Held Thu 15 Jan 2026" in row(page, "First review")
    assert page.evaluate("document.activeElement.id") == "record-first-review-0"


def test_a_rule_with_two_readings_shows_both_days_and_the_safe_one_first(page: Page, address: str) -> None:
    page.goto(address + "dates/care-proceedings.html")
    give(page, "interim-order-made", "23", "12", "2026")
    shown = row(page, "Appeal against an interim care order")
    assert "By Tue 29 Dec 2026" in shown
    assert "Read another way: Tue 5 Jan 2027" in shown
    line = page.locator(".worked tr", has=page.locator(".what:text-is('Appeal against an interim care order')")).first
    line.locator("button:has-text('Show the working')").click()
    expect(page.locator("tr.working:visible")).to_contain_text("The earlier day is the safe one")


def test_an_earliest_day_at_a_months_end_goes_forward_and_says_so(page: Page, address: str) -> None:
    page.goto(address + "dates/special-guardianship.html")
    give(page, "sgo-notice-given", "31", "8", "2026")
    assert "Not before Tue 1 Dec 2026" in row(page, "Earliest day to apply")
    line = page.locator(".worked tr", has=page.locator(".what:text-is('Earliest day to apply')")).first
    line.locator("button:has-text('Show the working')").click()
    expect(page.locator("tr.working:visible")).to_contain_text("the first of the next month stands")
