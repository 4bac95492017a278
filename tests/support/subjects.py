"""Two subjects, one program: the words of the first one alone, and every text that the program has of its own."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache

from pygments.lexer import Lexer
from pygments.lexers import CssLexer, JavascriptLexer
from pygments.token import String, Token

from generator.model import Library, load
from support.pages import Page
from support.paths import HOMELESSNESS, ROOT

TEMPLATES = ROOT / "site_templates"
SHOWN = {"alt", "aria-label", "content", "placeholder", "title", "value"}  # attributes that readers see or hear

# Words of the first subject that are also words of any subject.
ORDINARY = {
    "chair": "a meeting of any subject has somebody in the chair",
    "minutes": "and somebody who writes its minutes",
    "court decisions": "a kind of source",
    "court rules": "a kind of source",
    "dt": "an HTML tag",
    "national minimum standards": "a kind of source",
    "permanence pathways": "the program's own name, as calendar files ask for it",
}


@cache
def words_of_the_first_alone() -> frozenset[str]:
    """Return the names and ids of the first subject's terms, roles and dates, and its words for a case,
    that the second subject's content lacks.
    """
    second = "\n".join(path.read_text("utf-8") for path in HOMELESSNESS.rglob("*") if path.suffix in (".yml", ".md"))
    return frozenset(word for word in _named(_first()) if not _pattern({word}).search(second))


@cache
def _first() -> Library:
    return load(ROOT)[0]


def _named(library: Library) -> set[str]:
    names = {name for term in library.term.values() for name in term.names}
    names |= {name for role in library.role.values() for name in (role.name, role.short or role.name, *role.aliases)}
    case = library.site.case
    names |= {word for text in (case.one, case.beside) for word in text.split() if len(word) > 2}
    ids = {*library.term, *library.role, *library.date}
    return {name.lower() for name in names | ids | {name.replace("-", " ") for name in ids}}


def said(text: str) -> set[str]:
    """Return which of those words stand in a text, as whole words in one or several, and are not ordinary ones."""
    text = " ".join(text.replace("’", "'").lower().split())
    for word in ORDINARY:
        text = _pattern({word}).sub(" ", text)
    return set(_all().findall(text))


@cache
def _all() -> re.Pattern[str]:
    return _pattern(words_of_the_first_alone())


def _pattern(words: frozenset[str] | set[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?:'?s)?(?![\w-])", re.I)


def own_texts() -> Iterator[tuple[str, str]]:
    """Yield every text of the program's own that can reach a reader, with its file: no comments, no names in code.

    What browser code asks of an object by name (``given.birth``) counts as a text: it may be an id of the content.
    """
    for path in sorted((*TEMPLATES.rglob("*"), *(ROOT / "generator").rglob("*.py"))):
        texts = _READ.get(path.suffix)
        if texts is not None and "built" not in path.parts:
            yield from ((path.relative_to(ROOT).as_posix(), text) for text in texts(path.read_text("utf-8")))


def _of_browser_code(code: str) -> Iterator[str]:
    yield from _strings(code, JavascriptLexer())
    without_comments = "".join(text for kind, text in JavascriptLexer().get_tokens(code) if kind not in Token.Comment)
    yield from (name for name in re.findall(r"\.(\w+)", without_comments) if name in _first().date)


def _of_interface_words(text: str) -> Iterator[str]:
    waiting = [json.loads(text)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list):
            waiting += one.values() if isinstance(one, dict) else one


def _of_styles(code: str) -> Iterator[str]:
    yield from _strings(code, CssLexer())


def _strings(code: str, lexer: Lexer) -> Iterator[str]:
    text = ""
    for kind, part in lexer.get_tokens(code):
        if kind in String:
            text += part
        elif text:
            yield text
            text = ""


def _of_template(text: str) -> Iterator[str]:
    code = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.S)
    for piece in code.findall(text):
        if not piece.startswith("{#"):
            yield from (one or other for one, other in re.findall(r"\"([^\"]*)\"|'([^']*)'", piece))
    page = Page()
    page.feed(code.sub(" ", text))
    yield from page.texts
    yield from (str(value) for _, given in page.tags for name, value in given.items() if name in SHOWN)


def _of_python(code: str) -> Iterator[str]:
    tree = ast.parse(code)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


_READ = {
    ".js": _of_browser_code,
    ".mjs": _of_browser_code,
    ".css": _of_styles,
    ".json": _of_interface_words,
    ".j2": _of_template,
    ".html": _of_template,
    ".svg": _of_template,
    ".py": _of_python,
}
