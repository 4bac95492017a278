"""Pages are light and stand still: what a first visit loads, what moves when the rest comes late, large text."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, Route, expect

from generator.own_files import TEMPLATES
from support.browsing import ContextOf

PLAIN = [
    "index",
    "options/index",
    "options/special-guardianship",
    "options/special-guardianship-way",
    "procedures/index",
    "procedures/route-special-guardianship",
    "families/special-guardianship",
    "families/explained-special-guardianship",
    "training/grandmother-one-year",
    "forms",
    "a-z",
    "local/coventry/authorities/coventry",
]
AIDS = {
    "options/compare": "side-by-side",
    "authorities/compare": "side-by-side",
    "authorities/dates": "authority-dates",
    "authorities/index": "authority-chooser",
    "dates/special-guardianship": "timeline-calculator",
    "dates/together": "timeline-calculator",
    "checklists/ppm-preparation": "case-checklist",
    "decision-guides/sgo-who-may-apply": "decision-guide",
    "local/north-london/decision-guides/north-london-match-panel": "decision-guide",
    "sources": "source-list",
}
MOVED = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => { for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


# How wide the text of a page is in the font and in what stands in for it, where the machine has that.
WIDTHS = """async (weight) => {
  const text = document.querySelector(".chapter").innerText;
  const pen = document.createElement("canvas").getContext("2d");
  const found = {};
  for (const face of document.fonts) {
    const name = face.family.replaceAll('"', "");
    if (face.weight !== String(weight) || face.unicodeRange !== "U+0-10FFFF") continue;
    const loaded = await face.load().then(() => true, () => false);
    pen.font = `${weight} 100px "${name}"`;
    found[name] = loaded ? pen.measureText(text).width : 0;
  }
  return found;
}"""


def weight(site: Path, path: str) -> int:
    """Return how many bytes a file of the site is on the line: packed, unless it is packed already."""
    data = (site / unquote(path).lstrip("/")).read_bytes()
    return len(data) if path.endswith(".woff2") else len(gzip.compress(data))


@pytest.mark.parametrize("name", [*PLAIN, *AIDS])
def test_a_first_visit_loads_little(page: Page, address: str, site: Path, name: str) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(f"{address}{name}.html", wait_until="networkidle")
    kilobytes = sum(weight(site, path) for path in asked) / 1024
    assert kilobytes <= (120 if name in AIDS or name == "sources" else 80), sorted(asked)


@pytest.mark.parametrize("name", [*PLAIN, *AIDS])
def test_a_page_loads_the_script_of_its_own_aid_alone(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}{name}.html")
    scripts = page.evaluate("[...document.scripts].map(it => it.src.split('/').pop()).filter(Boolean)")
    aids = {script.removesuffix(".js") for script in scripts} - {"early", "pathways", "version", "views"}
    assert aids == ({AIDS[name]} if name in AIDS else set())


@pytest.mark.parametrize("name", AIDS)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_script_of_an_aid_comes_late(
    context_of: ContextOf, address: str, name: str, width: int
) -> None:
    page = context_of(viewport={"width": width, "height": 844}).new_page()
    held: list[Route] = []
    page.route(f"**/assets/{AIDS[name]}.js", lambda route: held.append(route))
    page.goto(f"{address}{name}.html", wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_timeout(500)  # the page is painted with what it has
    before = page.evaluate(MOVED)
    for route in held:
        route.continue_()
    page.unroute_all()
    page.wait_for_function("(name) => customElements.get(name)", arg=AIDS[name])
    assert page.evaluate(MOVED) - before <= 0.02


@pytest.mark.parametrize("weight", [400, 700])
def test_what_stands_there_until_a_font_has_come_is_as_wide(page: Page, address: str, weight: int) -> None:
    page.goto(address + "procedures/route-special-guardianship.html")
    wide: dict[str, float] = page.evaluate(WIDTHS, weight)
    font = wide.pop("Atkinson Hyperlegible Next")
    there = [width / font for width in wide.values() if width]
    assert there, "none of the fonts that stand in is on this machine"
    assert all(0.99 < one < 1.01 for one in there), wide


def test_where_the_script_of_an_aid_does_not_come_the_page_stands_without_it(page: Page, address: str) -> None:
    page.route("**/assets/side-by-side.js", lambda route: route.abort())
    page.goto(address + "options/compare.html")
    expect(page.locator(".vs")).to_be_visible(timeout=10_000)
    assert page.locator("thead th:visible").count() > 5


@pytest.mark.parametrize("name", [*PLAIN, *AIDS])
def test_large_text_on_a_small_screen_runs_off_no_page(context_of: ContextOf, address: str, name: str) -> None:
    page = context_of(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}{name}.html")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# An address as authors paste it, put at the end of every text of a page that is no link of the frame.
PASTED = """() => {
  const address = " https://assets.publishing.service.gov.uk/media/60e6fb43d3bf7f56896127e5/Children_Act_1989_volume_2.pdf";
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const texts = "h1, h2, h3, p, li, dt, dd, summary, legend, label, td, th, .hint, figcaption, option, small, a";
  for (const text of document.querySelectorAll(`main :is(${texts})`))
    if (!text.matches(".num") && !text.querySelector("p, li, dt, dd, div, input, select, svg, .num"))
      text.append(address);
}"""


@pytest.mark.parametrize("name", [*PLAIN, *AIDS])
def test_a_long_address_runs_off_no_page(context_of: ContextOf, address: str, name: str) -> None:
    page = context_of(viewport={"width": 320, "height": 640}).new_page()
    page.goto(f"{address}{name}.html")
    page.wait_for_function("() => !document.querySelector('.wrap :not(:defined)')")
    page.evaluate(PASTED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


UNSEEN = re.compile(r"<(script|template|svg)\b.*?</\1>", re.DOTALL)
FOLDED = {
    "words": "cafcass",
    "dates/special-guardianship": "date-sgo-notice-given",
    "authorities/north-london": "name-role-ppm-chair",
    "decision-guides/match-approval-results": "plan-decision-maker-plan-then-court",
}


def test_no_page_is_longer_on_a_phone_than_anybody_scrolls(context_of: ContextOf, address: str, site: Path) -> None:
    pages = {path: len(UNSEEN.sub("", path.read_text("utf-8"))) for path in site.rglob("*.html")}
    page = context_of(viewport={"width": 390, "height": 844}).new_page()
    too_long = {}
    for path in sorted(pages, key=pages.__getitem__)[-60:]:
        page.goto(f"{address}{path.relative_to(site)}")
        page.wait_for_function("() => !document.querySelector('.wrap :not(:defined)')")
        if (height := page.evaluate("document.documentElement.scrollHeight")) > 20_000:
            too_long[str(path.relative_to(site))] = height
    assert too_long == {}


def test_nothing_that_must_be_done_is_folded(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = html.document_fromstring(path.read_bytes())
        folded = page.xpath("//details[not(@open)][not(ancestor::template)]//*[contains(@class, 'force must')]")
        assert folded == [], path


@pytest.mark.parametrize("name", FOLDED)
def test_what_is_folded_on_a_phone_opens_for_its_anchor_and_prints(
    context_of: ContextOf, address: str, name: str
) -> None:
    page = context_of(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{address}{name}.html")
    place = page.locator(f"#{FOLDED[name]}")
    expect(place).not_to_be_visible()
    page.emulate_media(media="print")
    expect(place).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(f"{address}{name}.html#{FOLDED[name]}")
    expect(place).to_be_in_viewport()


def test_what_is_folded_on_a_phone_stands_open_on_a_wide_screen(context_of: ContextOf, address: str) -> None:
    page = context_of(viewport={"width": 1280, "height": 844}).new_page()
    page.goto(f"{address}words.html")
    expect(page.locator("#cafcass")).to_be_visible()
    expect(page.locator("details.fold > summary").first).not_to_be_visible()


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    assert not list(site.rglob("*.min.*"))
    assert {path.name for path in (site / "assets").iterdir() if path.is_dir()} == {"charts", "fonts", "papers"}


def test_no_measure_is_as_wide_as_the_font_that_has_come_so_far() -> None:
    sheets = [path for path in TEMPLATES.rglob("*.css") if path.parent.name != "built"]
    assert len(sheets) > 10
    assert [path.name for path in sheets if re.search(r"\d(?:ch|ex|ic)\b", path.read_text("utf-8"))] == []
