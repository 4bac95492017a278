"""One page: a template and its data → a Markdown file with front matter and one block of HTML.

Texts of the content reach the page only through an autoescaping template. The block passes through any
Markdown engine as it is, so that every engine shows the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.compile.page.addresses import WHOLE, Folder, Spot
from generator.compile.page.helper import Helper
from generator.compile.page.terms import Glossary
from generator.compile.words import sentences
from generator.compile.words.found import Shown
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS, counted, filled
from generator.compile.words.provisions import in_legal_order
from generator.compile.words.typography import apostrophes
from generator.model import KIND, Library
from generator.model.pages import pages_of
from generator.model.site import SectionWords
from generator.model.statement import Sign
from generator.own_files import TEMPLATES

# What each sign is drawn with: a path on a ground of 24 by 24.
SIGNS: dict[str, str] = json.loads((TEMPLATES / "parts" / "signs.json").read_text("utf-8"))
# The aids by the names of their elements, which are those of their scripts; a guide's brings those of its results.
AIDS = tuple(sorted(path.stem for path in (TEMPLATES / "assets" / "aids").glob("*.js")))
GUIDE = "decision-guide"
_HEAD = "---\naids: {aids}\n"  # how the front matter of a page begins


class Crumb(NamedTuple):
    """One step of the way back to the home page."""

    title: str
    page: str


def _apostrophes(value: object) -> object:
    """Print texts (not markup) with curved apostrophes."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return apostrophes(value)
    return value


def aids_on(page: str) -> list[str]:
    """Return the scripts of the aids that a page has."""
    found = [name for name in AIDS if f"<{name}" in page]
    return [GUIDE] if GUIDE in found else found


@cache
def environment() -> Environment:
    """Return the template environment, one for all views: everything escaped, nothing undefined."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_apostrophes,
    )
    made.globals.update(words=sentences, says=SAYS, signs=SIGNS)
    made.filters.update(
        day=sentences.day,
        month=sentences.month,
        short_day=sentences.short_day,
        listed=sentences.listed,
        filled=filled,
        counted=counted,
        in_legal_order=in_legal_order,
    )
    return made


class Maker:
    """Writes pages for one library.

    ``views`` are the libraries of the authorities that are published beside it, each in a folder of its own.
    ``as_of`` is the day for which it is written (left out: today). ``folder`` is where it stands (left out: a whole
    site); of pages that are not its own none is written. ``beside``: whether an authority's names stand beside the
    national ones.
    """

    def __init__(
        self,
        library: Library,
        menu: Iterable[Crumb],
        views: Iterable[Library] = (),
        as_of: date | None = None,
        folder: Folder = WHOLE,
        *,
        beside: bool = True,
    ) -> None:
        self.library = library
        self.beside = beside
        self.folder = folder
        self.as_of = as_of or date.today()
        self.menu = tuple(menu)
        self.views = {view.seen_by.id: view for view in views if view.seen_by}
        self.glossary = Glossary(library)
        self.own_glossary = Glossary(library, local=True)
        own = library.own.get(library.seen_by.id, {}) if library.seen_by else {}
        self.own_pages = {
            "/".join(page)
            for kind, shelf in own.items()
            for name, thing in shelf.items()
            for page in pages_of(KIND[kind], thing, name)
        }
        self.written: dict[str, bytes] = {}
        self.told: dict[Spot, Shown] = {}

    def write(
        self,
        path: str,
        template: str,
        title: str,
        *,
        crumbs: Iterable[Crumb] = (),
        section: str = "",
        description: str = "",
        lead: str = "",
        reviewed: date | None = None,
        owner: str | None = None,
        checked_by: Sign | None = None,
        audiences: Iterable[str] = (),
        own_term: str | None = None,
        plain: bool = False,
        way_out: bool = False,
        helper: Helper | None = None,
        **data: object,
    ) -> None:
        """Write the page ``path`` (without suffix). ``plain`` pages are for families: plain words, quick exit.
        ``description``: what it holds, in one sentence, here and in the search; where there is none, its ``lead`` tells
        other sites what it holds (left out: the lead of its section).
        ``way_out``: a page for everybody that families are led to, with the quick exit too.

        ``helper`` may be given where a part of the page was already written with it.
        """
        if not self.folder.holds(f"{path}.html"):
            return
        helper = helper or self.helper(path, own_term=own_term, plain=plain)
        head = data.get("head")
        context: dict[str, Any] = {
            "library": self.library,
            "site": self.library.site,
            "page": helper,
            "title": title,
            "crumbs": tuple(crumbs),
            "section": section,
            "description": description or lead or (head.lead if isinstance(head, SectionWords) else ""),
            "reviewed": reviewed,
            "owner": owner,
            "checked_by": checked_by,
            "readers": self._readers(audiences, plain=plain),
            "plain": plain,
            "way_out": way_out,
            **data,
        }
        text = environment().get_template(template).render(context)
        head = _HEAD.format(aids=json.dumps(aids_on(text)))
        self.written[f"{path}.md"] = text.replace("---\n", head, 1).encode("utf-8")
        kinds = SAYS.search.page.kinds
        self.told[Spot(path)] = Shown(kinds.family if plain else kinds.page, title, description)
        for anchor, words, texts in helper.sections:
            kind = kinds.family if plain else kinds.heading
            self.told[Spot(path, anchor)] = Shown(kind, words, next(iter(texts), ""), more=" ".join(texts[1:]))

    def helper(self, path: str, *, own_term: str | None = None, plain: bool = False) -> Helper:
        """Return what the templates of the page ``path`` may ask for."""
        glossary = self.own_glossary if path in self.own_pages else self.glossary
        return Helper(
            self.library,
            glossary,
            self.as_of,
            path,
            self.folder,
            own_term=own_term,
            plain=plain,
            beside=self.beside,
        )

    def _readers(self, audiences: Iterable[str], *, plain: bool) -> list[str]:
        """Return what kinds of readers are called inside a sentence."""
        known = {audience.id: audience for audience in self.library.site.audiences}
        called = [(plain and known[name].plain) or known[name].label for name in audiences]
        return [sentences.lower_first(word) for word in called]

    def summed_up(self, thing: Any, *, plain: bool = False) -> str:
        """Return what a thing's summary says as bare words, and how it stands; empty where there is no summary."""
        summary = getattr(thing, "summary", None)
        if summary is None:
            return ""
        text = summary.plain if plain and summary.plain else summary.text
        return with_in_force(text, summary, self.as_of, plain=plain)
