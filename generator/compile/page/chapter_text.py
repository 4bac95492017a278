"""A chapter's Markdown → safe HTML. References to the data are filled in; everything else passes an allow-list."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.toc import render_inner_html
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from generator.compile.page.helper import YOUR_AUTHORITY, Helper
from generator.compile.words import sentences
from generator.compile.words.interface import SAYS
from generator.compile.words.typography import apostrophes
from generator.model.address import resolve
from generator.model.chapter import Chapter, Reference, references_in
from generator.model.deadline import Deadline
from generator.model.lists import Contact
from generator.model.statement import Saying, parse_address, parse_citation

_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_HEADINGS = ("h2", "h3", "h4")
_ATTRIBUTES = {"a": {"href", "title"}, **{heading: {"id"} for heading in _HEADINGS}, "th": {"scope"}}
_EXTENSIONS = ["tables", "sane_lists", "def_list", "attr_list"]

# Wide tables scroll by themselves, also by keyboard.
_SCROLLER = Markup('<div class="scroller" tabindex="0" role="region" aria-label="{}">').format(
    SAYS.parts.scrolls.format(what=SAYS.parts.page.table)
)


class _Sections(Treeprocessor):
    """Notes every section while Markdown makes it: its heading's level and id, what that says as HTML, and its text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, str, str, list[str]]] = []

    def run(self, root: Element) -> None:
        for element in root:
            headings = [inner for inner in element.iter() if inner.tag in _HEADINGS and inner.get("id")]
            for heading in headings:
                self.found.append((heading.tag, heading.get("id", ""), render_inner_html(heading, self.md), []))
            if self.found and not headings:
                self.found[-1][3].append(" ".join("".join(element.itertext()).split()))


def render(chapter: Chapter, helper: Helper) -> Markup:
    """Return a chapter's text as HTML for the page ``helper`` is writing, whose headings it notes there.

    The chapter must have passed the checks.
    """
    pieces: list[str] = []
    filled: dict[str, Markup] = {}
    last = 0
    for reference in references_in(chapter):
        token = _kept(_filled(reference, helper), chapter.body, filled)
        pieces += [chapter.body[last : reference.start], token]
        last = reference.end
    md = Markdown(extensions=_EXTENSIONS, output_format="html")
    sections = _Sections(md)
    md.treeprocessors.register(sections, "sections", 0)  # after all others: its words are as they are printed
    text = apostrophes("".join([*pieces, chapter.body[last:]]))
    if helper.library.authority:
        text = YOUR_AUTHORITY.sub(lambda found: _kept(helper.your_authority(found.group()), text, filled), text)
    html = _finished(md.convert(text), filled)
    for level, name, heading, texts in sections.found:
        words = _finished(heading, filled).striptags()
        if level == "h2":
            helper.note_heading(name, words)
        helper.note_section(name, words, [_finished(escape(text), filled).striptags() for text in texts if text])
    return html


def _finished(html: str, filled: Mapping[str, Markup]) -> Markup:
    """Return HTML with only what the allow-list lets pass, tables in boxes that scroll, and the references filled in,
    each by its token.
    """
    html = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noreferrer",
    )
    html = html.replace("<table>", f"{_SCROLLER}<table>").replace("</table>", "</table></div>")
    for token, value in filled.items():
        if value.endswith("?</a>"):  # the name of a guide is a question, and ends the sentence itself
            html = html.replace(f"{token}.", token)
        html = html.replace(token, value)
    return Markup(html)


def _kept(html: Markup, text: str, filled: dict[str, Markup]) -> str:
    """Return the word that stands for a piece of HTML in a text until the rest of that is HTML too."""
    token = f"pwref{len(filled)}x"
    while token in text:
        token += "x"
    filled[token] = html
    return token


def _filled(reference: Reference, helper: Helper) -> Markup:
    """Return the HTML a reference stands for."""
    argument, library = reference.arguments[0], helper.library
    if reference.function == "practice_of":
        return _practice_of(argument, reference.arguments[1], helper)
    if reference.function == "term":
        term = library.term[argument]
        # A name of several capitals (Independent Review Mechanism) stays as it is; a word becomes part of its sentence.
        named = term.proper or any(word[:1].isupper() for word in term.term.split()[1:])
        return helper.marker.button(term, term.term if named else sentences.lower_first(term.term))
    if reference.function == "cite":
        citation = parse_citation(argument)
        return Markup('<span class="src"><a href="{}">{}</a></span>').format(
            helper.cite_link(citation), helper.cite_words(citation)
        )
    address = parse_address(argument)
    found = resolve(library, address)
    if isinstance(found, Deadline) and reference.function == "deadline":
        words = sentences.rule(library, found) or found.text or found.name
        return Markup('<a href="{}">{}</a>').format(helper.link_of(address), words) + _marks(found, helper)
    if isinstance(found, Saying) and reference.function == "statement":
        return escape(found.plain if helper.plain and found.plain else found.text) + _marks(found, helper)
    link = Markup('<a href="{}">{}</a>').format(helper.link_of(address), helper.name_of(address))
    if isinstance(found, Contact) and found.phone and helper.plain:
        dialled = found.phone.replace(" ", "")
        return link + Markup(' (<a class="num" href="tel:{}">{}</a>)').format(dialled, found.phone)
    return link


def _practice_of(source: str, words: str, helper: Helper) -> Markup:
    """Return which procedure does so: ``words``, or the reader's own authority's where the source is its procedure."""
    here = helper.library.seen_by
    if here is None or here.source != source:
        return escape(apostrophes(words))
    own = SAYS.chapters.page.own_procedure
    return helper.your_authority(own if words[:1].islower() else own[:1].upper() + own[1:])


def _marks(found: Saying | Deadline, helper: Helper) -> Markup:
    """Return how it stands, and the mark of what nobody has read at its source; plain pages carry no such mark."""
    stands = helper.in_force(found, plain=helper.plain)
    if found.seen != "none" or helper.plain:
        return stands
    return stands + Markup(' <span class="force unchecked">{}</span>').format(SAYS.parts.page.not_checked)
