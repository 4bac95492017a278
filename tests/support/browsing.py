"""What tests in a real browser share: how a page is opened, and what axe finds on it."""

from __future__ import annotations

from typing import Literal, Protocol, TypedDict, Unpack

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
Scheme = Literal["light", "dark"]


class ContextOptions(TypedDict, total=False):
    """What a test may ask of the browser it looks with."""

    viewport: ViewportSize
    color_scheme: Scheme
    java_script_enabled: bool


class ContextOf(Protocol):
    """Opens a browser of its own, closed when the test is over."""

    def __call__(self, **options: Unpack[ContextOptions]) -> BrowserContext: ...


class Node(TypedDict):
    """An element with which something is wrong."""

    html: str


class Violation(TypedDict):
    """A rule that a page breaks, and where."""

    id: str
    nodes: list[Node]


def axe_finds(page: Page) -> list[Violation]:
    """Return what axe finds wrong with a page."""
    found: list[Violation] = Axe().run(page, options=RULES).response["violations"]
    return found


def violations(page: Page) -> list[str]:
    """Return the same in words, three elements a rule at most."""
    return [f"{v['id']}: {node['html'][:160]}" for v in axe_finds(page) for node in v["nodes"][:3]]


def search_for(page: Page, words: str) -> None:
    """Open the search and type words into it."""
    page.click("[data-open-search] >> nth=0")
    field = page.locator("#search-field")
    expect(field).to_be_focused()
    field.fill(words)
