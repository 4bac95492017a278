"""The second subject's pages in a real browser, every button pressed: they show no word that only the first one has."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from support.subjects import said

NO_PRINTING = "window.print = () => {};"
# Answer whatever is asked and not yet answered, so that every button has something to do.
FILL = """() => {
  const give = (it, value) => {
    it.value = value;
    for (const name of ["input", "change"]) it.dispatchEvent(new Event(name, { bubbles: true }));
  };
  for (const it of document.querySelectorAll(".pick input:not(:checked)")) it.click();
  for (const it of document.querySelectorAll(".guide fieldset:not(:has(:checked))")) {
    it.querySelector(".choice input")?.click();
  }
  for (const set of document.querySelectorAll(".date3")) {
    const parts = [...set.querySelectorAll("input")];
    if (parts.some((it) => !it.value)) parts.forEach((it, index) => give(it, ["2", "3", "2025"][index]));
  }
  for (const it of document.querySelectorAll("select")) {
    if (!it.value && it.options.length > 1) give(it, it.options[1].value);
  }
}"""
# Press the first visible button that nobody pressed, those that lead on before others. Give its name, or null.
# A button that was built anew is known by its words, and by the question or heading it stands under.
PRESS = """(pressed) => {
  const seen = new Map();
  const shown = [...document.querySelectorAll("button, summary")].filter((it) => !it.disabled && it.checkVisibility());
  const named = shown.map((it) => {
    const under = it.closest("form, section")?.querySelector("legend, h2, h3")?.textContent ?? "";
    const words = `${it.textContent.trim() || it.ariaLabel} < ${under}`;
    seen.set(words, (seen.get(words) ?? 0) + 1);
    return { it, name: `${words} (${seen.get(words)})` };
  }).filter(({ name }) => !pressed.includes(name));
  const next = named.find(({ it }) => it.type === "submit") ?? named[0];
  next?.it.click();
  return next?.name ?? null;
}"""
# Take a guide's next step, where there is one.
GO_ON = """() => {
  const button = document.querySelector(".guide button[type=submit]");
  button?.click();
  return button !== null;
}"""
# All that readers see or hear, and what a press would still show.
TEXTS = """() => {
  const texts = new Set([document.title]);
  for (const it of document.querySelectorAll("body *:not(script, style)")) {
    for (const node of it.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.add(node.data);
    for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.add(it.getAttribute(name) ?? "");
    if (it.tagName === "TEXTAREA") texts.add(it.value);
  }
  return [...texts];
}"""
MOST_PRESSES = 150
PRESSED = ("Add another case", "Remove case 2", "Show the working", "Use this day", "Copy as text", "Wipe everything",
           "Continue", "Next step", "Copy as a record", "Keep on this device", "Save to a file")  # fmt: skip


def go_to_the_end(page: Page) -> None:
    """Answer a guide's questions up to its result."""
    for _ in range(MOST_PRESSES):
        if not page.evaluate(GO_ON):
            return
        page.evaluate(FILL)
    raise AssertionError(f"{page.url} asks without end")


def press_everything(page: Page, address: str) -> tuple[list[str], set[tuple[str, str]]]:
    """Press each button of a page once. Return the buttons, and each foreign word with the press that showed it."""
    page.goto(address)
    pressed: list[str | None] = ["(nothing pressed)"]  # ends with None, once there is nothing more to press
    seen: set[str] = set()
    found: set[tuple[str, str]] = set()
    while pressed[-1] is not None:
        page.evaluate(FILL)
        new = set(page.evaluate(TEXTS)) - seen
        seen |= new
        found |= {(word, pressed[-1]) for text in new for word in said(text)}
        name = page.evaluate(PRESS, pressed)
        if name is None:
            go_to_the_end(page)
            name = page.evaluate(PRESS, pressed)
        pressed.append(name)
        assert len(pressed) < MOST_PRESSES, f"{address} has new buttons without end"
        if page.url.split("#")[0] != address:
            page.goto(address)
    return [name for name in pressed[1:] if name is not None], found


def test_no_page_of_the_second_subject_shows_a_word_of_the_first_whatever_is_pressed(
    page: Page, second_site: Path, second_address: str
) -> None:
    page.add_init_script(NO_PRINTING)
    pressed: list[str] = []
    found = set()
    for path in sorted(second_site.rglob("*.html")):
        name = path.relative_to(second_site).as_posix()
        buttons, words = press_everything(page, second_address + name)
        pressed += buttons
        found |= {(name, *word) for word in words}
    assert sorted(found) == []
    assert [part for part in PRESSED if not any(name.startswith(part) for name in pressed)] == []
