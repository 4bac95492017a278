"""The colours of the design, as the browser reads them: every pair has its contrast, in every theme."""

from __future__ import annotations

from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Page

from support.browsing import ContextOf, Scheme
from support.paths import ROOT

TOKENS = ROOT / "site_templates/tokens/tokens.css"
TONES = ("question", "go", "stop", "refer", "info", "late", "plain")
GROUNDS = ("paper", "surface")
AAA, AA, SHAPE = 7.0, 4.5, 3.0  # text to read at length; other text; edges and shapes (WCAG 1.4.6, 1.4.3, 1.4.11)

PAIRS: list[tuple[str, str, float]] = [
    *((ink, ground, AAA) for ink in ("ink", "ink-2") for ground in (*GROUNDS, "oat")),
    *(("ink", ground, AAA) for ground in ("oat-2", "lamp-soft", *(f"{tone}-fill" for tone in TONES))),
    ("ink-2", "oat-2", AA),
    *((link, ground, AA) for link in ("link", "link-hover", "visited") for ground in (*GROUNDS, "oat")),
    *((tone, ground, AAA) for tone in TONES for ground in (*GROUNDS, f"{tone}-fill")),
    *((f"{tone}-edge", ground, SHAPE) for tone in TONES for ground in (*GROUNDS, f"{tone}-fill")),
    *(("border", ground, SHAPE) for ground in (*GROUNDS, "oat")),
    ("lamp-ink", "lamp", AAA),
    ("paper", "ink", AAA),  # the words on a button, and the ring of the focus
    ("late-on", "late-solid", AAA),
    ("late-solid", "paper", SHAPE),
    ("off", "paper", AA),
    ("surface", "question-edge", AA),
]


class Machine(TypedDict, total=False):
    """What a reader's machine says of itself."""

    media: Literal["print"]
    color_scheme: Scheme
    contrast: Literal["more"]


# How a reader comes to each theme: what they chose, and what their machine says.
THEMES: dict[str, tuple[str, Machine]] = {
    "light": ("light", {"color_scheme": "light"}),
    "dark, chosen": ("dark", {"color_scheme": "light"}),
    "dark, as the machine is": ("", {"color_scheme": "dark"}),
    "print": ("light", {"media": "print"}),
    "print, dark chosen": ("dark", {"media": "print"}),
    "more contrast": ("light", {"contrast": "more"}),
    "more contrast, dark": ("dark", {"contrast": "more"}),
}

NAMES = """() => {
  const found = new Set();
  const walk = (rules) => { for (const rule of rules) {
    for (const name of rule.style ?? []) if (name.startsWith("--pw-")) found.add(name.slice(5));
    if (rule.cssRules) walk(rule.cssRules);
  } };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return [...found];
}"""
COLOURS = """(names) => {
  const probe = document.createElement("i");
  document.body.append(probe);
  const colours = names.map((name) => {
    probe.style.cssText = `color: rgb(1, 2, 3); background-color: var(--pw-${name})`;
    return [name, getComputedStyle(probe).backgroundColor];
  });
  probe.remove();
  return Object.fromEntries(colours);
}"""


def colours_in(page: Page, theme: str) -> dict[str, tuple[float, float, float]]:
    """Return every colour of the design in a theme, as red, green and blue."""
    scheme, machine = THEMES[theme]
    page.set_content(f"<html {f'data-colours={scheme}' if scheme else ''}><body></body></html>")
    page.add_style_tag(path=TOKENS)
    page.emulate_media(**machine)
    found: dict[str, str] = page.evaluate(COLOURS, page.evaluate(NAMES))
    parts = {name: colour.removeprefix("rgb(").removesuffix(")").split(", ") for name, colour in found.items()}
    return {name: (float(rgb[0]), float(rgb[1]), float(rgb[2])) for name, rgb in parts.items() if len(rgb) == 3}


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""

    def luminance(rgb: tuple[float, float, float]) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in rgb)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_can_be_told_apart(page: Page, theme: str) -> None:
    colours = colours_in(page, theme)
    assert len(colours) > 40
    low = {
        f"{fore} on {ground}": round(contrast(colours[fore], colours[ground]), 2)
        for fore, ground, needed in PAIRS
        if contrast(colours[fore], colours[ground]) < needed
    }
    assert low == {}


def test_dark_is_the_same_whether_chosen_or_the_machines(page: Page) -> None:
    chosen, machines = colours_in(page, "dark, chosen"), colours_in(page, "dark, as the machine is")
    assert {name: (colour, machines[name]) for name, colour in chosen.items() if machines[name] != colour} == {}
    assert chosen != colours_in(page, "light")


def test_the_sum_is_that_of_the_guidelines() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["", ", dark"])
def test_more_contrast_takes_the_fainter_colours_away(context_of: ContextOf, scheme: Scheme) -> None:
    page = context_of().new_page()
    found = colours_in(page, f"more contrast{scheme}")
    assert (found["hair"], found["ink-2"]) == (found["border"], found["ink"])
