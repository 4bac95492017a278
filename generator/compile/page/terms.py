"""Words explained where they stand: the first use of a glossary term on a page opens its meaning."""

from __future__ import annotations

import re
from functools import cached_property

from markupsafe import Markup, escape

from generator.compile.words.typography import apostrophes
from generator.model import Library
from generator.model.lists import Term

_GOES_ON = re.compile(r" (/ )?[A-Z]")  # a name in capitals that a term only begins, such as that of a team


class Glossary:
    """Finds glossary terms in texts. Made once for a library; :class:`TermMarker` uses it page by page.

    ``local``: by the names too that the authority whose view this is has for them, for pages of its own.
    """

    def __init__(self, library: Library, *, local: bool = False) -> None:
        self.terms = library.term
        self.local = library.seen_by.terms if library.seen_by and local else {}

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """Every name (as written and in small letters) of every term that has a meaning."""
        found: dict[str, Term] = {}
        for term in self.terms.values():
            here = [self.local[term.id].name] if term.id in self.local else []
            for name in map(apostrophes, (*term.names, *here)):
                if term.plain or term.meaning:
                    found.setdefault(name if name.isupper() else name.lower(), term)
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """One pattern that finds any name, the longest first; acronyms only in capitals. A word that stands in a longer
        one and is not meant there is found with it.
        """
        if not self.by_name:
            return None
        longer = {apostrophes(name).lower() for term in self.terms.values() for name in term.not_in}
        names = sorted({*self.by_name, *longer}, key=lambda name: (-len(name), name))
        parts = [re.escape(name) if name.isupper() else f"(?i:{re.escape(name)})" for name in names]
        return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w-])")


class TermMarker:
    """Marks terms on one page, each once, and remembers which meanings the page must carry."""

    def __init__(self, glossary: Glossary, *, own: str | None = None) -> None:
        self.glossary = glossary
        self.seen: dict[str, Term] = {}
        self.skip = {own} if own else set()

    def mark(self, text: str) -> Markup:
        """Return a text as HTML, the first use of each term a button that opens its meaning."""
        text = apostrophes(text)
        pattern = self.glossary.pattern
        if pattern is None:
            return escape(text)
        out, last = Markup(), 0
        for found in pattern.finditer(text):
            name = found.group()
            term = self.glossary.by_name.get(name) or self.glossary.by_name.get(name.lower())
            if term is None or term.id in self.seen or term.id in self.skip:
                continue
            if name[0].isupper() and _GOES_ON.match(text, found.end()):
                continue
            out += escape(text[last : found.start()]) + self.button(term, name)
            last = found.end()
        return out + escape(text[last:])

    def button(self, term: Term, words: str) -> Markup:
        """Return the button that opens a term's meaning (works by mouse, touch and keyboard, without script)."""
        self.seen[term.id] = term
        return Markup('<button type="button" class="term" popovertarget="term-{}">{}</button>').format(term.id, words)
