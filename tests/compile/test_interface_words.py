"""The site's own words stand in one file: no template holds prose, no module of `compile/` words a page itself."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from generator.compile.page.maker import environment
from generator.compile.words.interface import SAYS, counted, filled
from support.paths import ROOT

WORDS = json.loads((ROOT / "site_templates/words/en.json").read_text("utf-8"))
TEMPLATES = [
    path for pattern in ("*.md.j2", "*.svg.j2", "*.html") for path in sorted((ROOT / "site_templates").rglob(pattern))
]
MODULES = sorted((ROOT / "generator/compile").rglob("*.py"))
# What others call their things: a font, a word processor's styles, the content's units of time.
NAMES = {
    "Arial",
    "Normal",
    "Table Grid",
    "List Bullet",
    "List Number",
    "working days",
    "business days",
    '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:',
}
TOLD = {"aria-label", "alt", "title", "placeholder"}  # attributes that are read or read aloud


def prose_of(template: str) -> Iterator[str]:
    """What a template says by itself: its texts, the attributes that are read, the words in its expressions."""
    html = ""
    for _, kind, text in Environment().lex(template):
        if kind == "data":
            html += text
        elif kind == "string" and re.search(r"[A-Za-z]{2}\W* \W*[A-Za-z]|^\W*[A-Z]\w", text[1:-1]):
            yield text
    yield from said_in(re.sub(r"\A---\n.*?\n---\n", "", html, flags=re.DOTALL))


def said_in(html: str) -> list[str]:
    """What a piece of HTML says: its texts, the attributes that are read."""
    reader = Said()
    reader.feed(html)
    return reader.said


class Said(HTMLParser):
    """Collects what a piece of HTML says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [text for name, text in attrs if name in TOLD and text and re.search("[A-Za-z]", text)]

    def handle_data(self, data: str) -> None:
        if re.search("[A-Za-z]", data):
            self.said.append(data.strip())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "site_templates")))
def test_a_template_holds_no_prose(path: Path) -> None:
    assert list(prose_of(path.read_text("utf-8"))) == []


def test_prose_in_a_template_would_be_seen() -> None:
    seen = prose_of('<p aria-label="The way">{{ heading("id", "Its own pages") }}, and {{ it.name }}</p>{# A note #}')
    assert list(seen) == ['"Its own pages"', "The way", ", and"]


def _names(node: ast.AST) -> bool:
    """Whether a node makes a type, by the name it is given."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TypedDict"


def worded(module: str) -> Iterator[str]:
    """What a module says in words: texts of two words and more, but for docstrings and what its errors say."""
    tree = ast.parse(module)
    apart: set[int] = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Raise | ast.Assert)
            or _names(node)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        ):
            apart |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            texts = said_in(node.value) if re.search("<[a-z]", node.value) else [node.value]
            for text in texts:
                yield from (
                    found
                    for found in re.findall(r"^.*[a-z]{2}[^\w\s]* [^\w\s]*[A-Za-z].*|^[A-Z][a-z]+\W*$", text)
                    if found not in NAMES
                )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "generator/compile")))
def test_a_module_that_makes_pages_words_none_itself(path: Path) -> None:
    assert list(worded(path.read_text("utf-8"))) == []


def leaves(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        for name, inner in said.items():
            yield name
            yield from leaves(inner)


def test_every_word_is_said_somewhere() -> None:
    """A key whose name stands nowhere in templates, modules or scripts is one that nobody prints."""
    places = [
        *TEMPLATES,
        *(ROOT / "generator").rglob("*.py"),
        *(p for p in (ROOT / "site_templates").rglob("*.js") if "built" not in p.parts),
    ]
    used = set(re.findall(r"[\w-]+", "\n".join(path.read_text("utf-8") for path in places)))
    assert sorted(set(leaves(WORDS)) - used) == []


def test_a_form_is_filled_in_as_html() -> None:
    assert filled("The children's {x}", x="parents' plan") == "The children’s parents’ plan"
    assert filled("{x} & more", x="<b>") == "&lt;b&gt; &amp; more"
    template = environment().from_string("{% set x %}<a>{{ it }}</a>{% endset %}{{ form | filled(x=x) }}")
    assert template.render(form="See {x}.", it="<") == "See <a>&lt;</a>."


def test_one_and_many() -> None:
    forms = SAYS.parts.spans.days
    assert (counted(forms, 1), counted(forms, 2)) == ("1 day", "2 days")
