"""The site's own words stand in one file: no template holds prose, no module of `compile/` words a page itself."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from generator.compile.page.maker import environment
from generator.compile.words.interface import SAYS, counted, filled
from support.paths import ROOT

WORDS = json.loads((ROOT / "site_templates/words/en.json").read_text("utf-8"))
TEMPLATES = [
    path
    for pattern in ("*.md.j2", "*.svg.j2", "*.html")
    for path in sorted((ROOT / "site_templates").rglob(pattern))
    if path.parent.name != "languages"  # the code of one
]
MODULES = sorted((ROOT / "generator/compile").rglob("*.py"))
# What others call their things: a font, a word processor's styles, the content's units of time, other languages.
NAMES = {
    "Arial",
    "Normal",
    "Table Grid",
    "List Bullet",
    "List Number",
    "working days",
    "business days",
    '@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:',
    "flowchart ",
    "document.documentElement.dataset.version = ",
    "document.documentElement.dataset.views = ",
    # Classes and names in data, of which one or another is chosen.
    *(" not", "dated", "fact", "from", "national", "question", "rounded", "to"),
}
# Attributes that are read or read aloud; of a field its value, and of a page its description.
TOLD = {"alt", "aria-label", "data-label", "label", "placeholder", "title"}
UNREAD_FIELDS = {"checkbox", "hidden", "radio"}
A_WORD_BESIDE_A_SPACE = r"[A-Za-z]{2}\W* | \W*[A-Za-z]{2}"


def prose_of(template: str) -> Iterator[str]:
    """What a template says by itself: its texts, the attributes that are read, the words in its expressions."""
    html, expression, printing = "", "", False
    for _, kind, text in Environment().lex(template):
        printing = kind == "variable_begin" or (printing and kind != "variable_end")
        if kind == "data":
            html += text
        elif kind == "string" and re.search(rf"{A_WORD_BESIDE_A_SPACE}|^\W*[A-Z]\w", text[1:-1]):
            yield text
        elif kind == "variable_end":
            html += " ".join(_printed(expression))  # where it stands: in a text, or in an attribute
            expression = ""
        if printing and kind != "variable_begin":
            expression += text
    yield from said_in(re.sub(r"\A---\n.*?\n---\n", "", html, flags=re.DOTALL))


def _printed(expression: str) -> Iterator[str]:
    """Give the texts that an expression prints as they stand, whichever way it turns out."""
    (output,) = Environment().parse("{{" + expression + "}}").body
    waiting = list(output.iter_child_nodes())
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, nodes.CondExpr):
            waiting += [it for it in (node.expr1, node.expr2) if it]
        elif isinstance(node, nodes.Concat | nodes.Or | nodes.And | nodes.Add):
            waiting += node.iter_child_nodes()
        elif isinstance(node, nodes.Filter) and node.node is not None:
            waiting.append(node.node)


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
        self.code = False

    def handle_endtag(self, tag: str) -> None:
        self.code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code = tag in ("style", "script")
        given = dict(attrs)
        told = set(TOLD)
        if tag == "input" and given.get("type") not in UNREAD_FIELDS:
            told.add("value")
        if tag == "meta" and given.get("name") == "description":
            told.add("content")
        self.said += [text for name, text in attrs if name in told and text and re.search("[A-Za-z]", text)]

    def handle_data(self, data: str) -> None:
        if not self.code and re.search("[A-Za-z]", data):
            self.said.append(data.strip())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "site_templates")))
def test_a_template_holds_no_prose(path: Path) -> None:
    assert list(prose_of(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('<p aria-label="The way">{{ heading("id", "Its own pages") }}, and {{ it.name }}</p>{# A note #}', 3),
        ('<p>{{ "overdue" }}</p>', 1),
        ('<p>{{ a ~ " or " ~ b }}</p>', 2),
        ('<p>{{ "children" if n > 1 else "child" }}</p>', 1),
        ('<p>{{ it.name or "unknown" }}</p>', 1),
        ('<p>{{ ("late" if it.late) | upper }}</p>', 1),
        ('{% set it = "by the " ~ owner %}', 1),
        ('<p title="{{ "overdue" if it }}"></p>', 1),
        ('<input type="submit" value="Send">', 1),
        ('<input value="a name">', 1),
        ('<optgroup label="late"></optgroup>', 1),
        ('<td data-label="when"></td>', 1),
        ('<meta name="description" content="dates">', 1),
        ('<img alt="map">', 1),
        ('<p class="{{ "late" if it.late else "soon" }} {{ "a" ~ "b" }}">{{ icon("plus") }}{{ "%g" % it.x }}</p>', 0),
        ('<input type="radio" value="yes"><meta name="robots" content="noindex">{% if it == "law" %}{% endif %}', 0),
    ],
)
def test_prose_in_a_template_would_be_seen(template: str, said: int) -> None:
    assert len(list(prose_of(template))) == said


def _names(node: ast.AST) -> bool:
    """Whether a node makes a type, by the name it is given."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TypedDict"


def worded(module: str) -> Iterator[str]:
    """What a module says in words: texts of two words and more, a word beside a blank, one of two words to choose from;
    but not docstrings and what its errors say.
    """
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
        if id(node) in apart:
            continue
        if isinstance(node, ast.JoinedStr):
            pieces = [part.value for part in node.values if isinstance(part, ast.Constant)]
            yield from (it for it in map(str, pieces) if re.search(A_WORD_BESIDE_A_SPACE, it) and it not in NAMES)
            apart |= {id(part) for part in node.values}
        elif isinstance(node, ast.IfExp):
            choices = [it.value for it in (node.body, node.orelse) if isinstance(it, ast.Constant)]
            yield from (it for it in choices if isinstance(it, str) and it.strip().isalpha() and it not in NAMES)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search("<[a-z]", node.value):
                yield from (text for text in said_in(node.value) if text not in NAMES)
            else:
                several = r"^.*[a-z]{2}[^\w\s]* [^\w\s]*[A-Za-z].*|^[A-Z][a-z]+\W*$"
                yield from (text for text in re.findall(several, node.value) if text not in NAMES)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "generator/compile")))
def test_a_module_that_makes_pages_words_none_itself(path: Path) -> None:
    assert list(worded(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ('f"{a} or {b}"', 1),
        ('f"{n} items"', 1),
        ('x = "yes" if a else "no"', 2),
        ("f\"{a}{' late' if b else ''}\"", 1),
        ('x = "Not known"', 1),
        ('x = "Overdue"', 1),
        ('x = "<p>late</p>"', 1),
        ('"""What it is."""\nraise Fault(f\'no {a} here\')', 0),
        ('f"{section}/{name}.html#{n}" + (" " if a else "") + (f" {unit}" if b else "") + x["a-key"]', 0),
    ],
)
def test_words_in_a_module_would_be_seen(module: str, said: int) -> None:
    assert len(list(worded(module))) == said


def forms_in(said: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Give every form with its path: ``dates.page.kind``; in a list with its number: ``dates.files.heads.0``."""
    if isinstance(said, str):
        yield path, said
    for name, inner in said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ():
        yield from forms_in(inner, f"{path}.{name}".lstrip("."))


PAGE_FORMS = [path for path, _ in forms_in(WORDS) if ".page." in path]  # tests/js looks after those of the browser
IN_PYTHON = {"SAYS": ""}
IN_TEMPLATES = {"says": "", "config.extra.frame": "frame.page", "config.extra.sections": "sections.page"}


def said_by(names: Iterable[Name], bindings: Iterable[Binding], roots: Mapping[Name, str]) -> set[str]:
    """Return the paths that a module or template says, each as far as it names them, its own names for paths resolved.

    A name that stands for two paths in two functions counts as both.
    """
    stands_for = {name: {path} for name, path in roots.items()}

    def paths(name: Name) -> set[str]:
        known = next((it for it in sorted(stands_for, key=len, reverse=True) if f"{name}.".startswith(f"{it}.")), None)
        return {f"{path}{name[len(known) :]}".lstrip(".") for path in stands_for[known]} if known is not None else set()

    bindings = list(bindings)
    for _ in bindings:
        for name, value in bindings:
            if found := paths(value):
                stands_for.setdefault(name, set()).update(found)
    return {path for name in names for path in paths(name)}


Name = str
"""What is named with dots between: ``SAYS.dates.page``."""
Binding = tuple[str, Name]
"""A name of a module's own, and what it is made to stand for."""


def named_in_python(code: str) -> tuple[list[Name], list[Binding]]:
    """Return all that a module names, and which of these it only gives another name."""
    tree = ast.parse(code)
    bound: list[tuple[str, ast.expr]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
            both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            pairs = zip(target.elts, value.elts, strict=True) if both else [(target, value)]  # type: ignore[attr-defined]
            for one, it in pairs:
                choices = (it.body, it.orelse) if isinstance(it, ast.IfExp) else (it,)
                bound += [(one.id, choice) for choice in choices if isinstance(one, ast.Name) and _dotted(choice)]
    apart = {id(part) for _, value in bound for part in ast.walk(value)}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names = [_dotted(node) for node in ast.walk(tree) if id(node) not in apart | inner]
    return [name for name in names if name], [(name, _dotted(value)) for name, value in bound]


def _dotted(node: ast.AST) -> Name:
    if isinstance(node, ast.Attribute) and (before := _dotted(node.value)):
        return f"{before}.{node.attr}"
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) else ""


def named_in_template(code: str) -> tuple[list[Name], list[Binding]]:
    """Return all that a template names, and which of these it only gives another name."""
    tree = Environment().parse(code)
    bound = [
        (node.target.name, node.node)
        for node in tree.find_all(nodes.Assign)
        if isinstance(node.target, nodes.Name) and _dotted_in_template(node.node)
    ]
    every = list(tree.find_all(nodes.Expr))
    apart = {id(part) for _, value in bound for part in (value, *value.find_all(nodes.Expr))}
    inner = {id(node.node) for node in every if isinstance(node, nodes.Getattr)}
    names = [_dotted_in_template(node) for node in every if id(node) not in apart | inner]
    return [name for name in names if name], [(name, _dotted_in_template(value)) for name, value in bound]


def _dotted_in_template(node: nodes.Node) -> Name:
    if isinstance(node, nodes.Getattr) and (before := _dotted_in_template(node.node)):
        return f"{before}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) and node.ctx == "load" else ""


def unsaid(forms: Iterable[str], modules: Iterable[str], templates: Iterable[str]) -> list[str]:
    """Return the forms that no code names: neither themselves, nor a part of them, nor the group they stand in."""
    said = {path for code in modules for path in said_by(*named_in_python(code), IN_PYTHON)}
    said |= {path for code in templates for path in said_by(*named_in_template(code), IN_TEMPLATES)}
    return [
        form for form in forms if not any(f"{form}.".startswith(f"{it}.") or it.startswith(f"{form}.") for it in said)
    ]


def test_every_word_is_said_somewhere() -> None:
    modules = [path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py")]
    assert unsaid(PAGE_FORMS, modules, [path.read_text("utf-8") for path in TEMPLATES]) == []


@pytest.mark.parametrize(
    ("code", "dead"),
    [
        ("{{ says.chapters.page.more }}", ["chapters.page.title", "chapters.page.kinds.text"]),
        (
            "its, says = it, SAYS.chapters.page\nsays.title, chapter.more",
            ["chapters.page.more", "chapters.page.kinds.text"],
        ),
        ("{% set its = says.chapters.page %}{{ its.more }}{{ it.title }}{{ it.kinds.text }}", ["chapters.page.title"]),
        ("A, B = SAYS.chapters.page, SAYS.x\nC = A.kinds\nC.text, A.more", ["chapters.page.title"]),
        ("C = SAYS.chapters.page.kinds if it else SAYS.x\nC.text.format()", ["chapters.page.more"]),
        ("vars(SAYS.chapters.page.kinds)", ["chapters.page.title", "chapters.page.more"]),
        ("getattr(SAYS.chapters.page, name)", []),
    ],
)
def test_a_word_that_nobody_says_would_be_seen(code: str, dead: list[str]) -> None:
    forms = ["chapters.page.title", "chapters.page.more", "chapters.page.kinds.text"]
    found = unsaid(forms, [], [code]) if code.startswith("{") else unsaid(forms, [code], [])
    assert set(found) >= set(dead) and len(found) < 3


# Wordings that stand twice, and why they may.
IN_A_LIST = "a head of a table stands in the list of its heads"
TWICE = {
    "By when": IN_A_LIST,
    "Comparison": "the page, and what kind of answer a row of the search is",
    "Dates": "one such page, and the section of all",
    "Estimate": "the head of a column, and how a date stands",
    "How binding": IN_A_LIST,
    "In the chair": IN_A_LIST,
    "May": "a month, and what binds least",
    "No later than": IN_A_LIST,
    "Note": "the label of a field, and the head of a column",
    "Page": "the head of a column, and what kind of answer a row of the search is",
    "Question": "the head of a column, and a shape in a legend",
    "Role": IN_A_LIST,
    "Rule": "the head of a column, and what kind of answer a row of the search is",
    "Source": "the head of a column, and what kind of answer a row of the search is",
    "The dates": "what is copied, and a heading",
    "What": IN_A_LIST,
    "When": IN_A_LIST,
    "Where age matters": "a heading, and what kind of answer a row of the search is",
    "Who": IN_A_LIST,
    "Who can help": "a section, and the way there from the search, which pages do not send along",
    "not yet": "nobody has signed it off, and nobody has reviewed it",
}


def twice(words: Any) -> dict[str, list[str]]:
    """Return the forms that stand in several places, with their paths."""
    places: dict[str, list[str]] = {}
    for path, form in forms_in(words):
        places.setdefault(form, []).append(path)
    return {form: paths for form, paths in places.items() if len(paths) > 1 and form}


def test_a_wording_stands_once_but_where_it_says_two_things() -> None:
    found = twice(WORDS)
    assert {form: paths for form, paths in found.items() if form not in TWICE} == {}
    assert set(TWICE) <= set(found), "no longer said twice"


def test_a_wording_that_stands_twice_would_be_seen() -> None:
    assert twice({"a": {"x": "Late", "y": ["Soon", "Late"]}, "b": ""}) == {"Late": ["a.x", "a.y.1"]}


def test_a_form_is_filled_in_as_html() -> None:
    assert filled("The children's {x}", x="parents' plan") == "The children’s parents’ plan"
    assert filled("{x} & more", x="<b>") == "&lt;b&gt; &amp; more"
    template = environment().from_string("{% set x %}<a>{{ it }}</a>{% endset %}{{ form | filled(x=x) }}")
    assert template.render(form="See {x}.", it="<") == "See <a>&lt;</a>."


def test_one_and_many() -> None:
    forms = SAYS.parts.spans.days
    assert (counted(forms, 1), counted(forms, 2)) == ("1 day", "2 days")
