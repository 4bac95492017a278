"""What templates may ask for while one page is written: links from here, citations, terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from generator.compile.page import addresses
from generator.compile.page.addresses import Folder, Spot
from generator.compile.page.corrections import corrections_on, stands_until
from generator.compile.page.in_force import in_force_element
from generator.compile.page.terms import Glossary, TermMarker
from generator.compile.words import answers, citations, sentences, versions
from generator.compile.words.binding import own_practice
from generator.compile.words.held import held_in
from generator.compile.words.in_force import with_in_force
from generator.compile.words.interface import SAYS
from generator.compile.words.typography import apostrophes
from generator.model import KIND, Library
from generator.model.address import resolve
from generator.model.authority import Finding, Practice
from generator.model.base import Model
from generator.model.deadline import Deadline
from generator.model.kinds import IN_SECTIONS
from generator.model.library import Mark
from generator.model.lists import Correction
from generator.model.local.words import says_itself
from generator.model.names import LocalName
from generator.model.question import Question
from generator.model.source import LAW, Passage
from generator.model.statement import Address, Citation, Saying, parse_address

# The words by which a text leads to the page of its reader's authority, which differs from reader to reader.
YOUR_AUTHORITY = re.compile("|".join(SAYS.authorities.page.your_page).replace("’", "['’]"), re.IGNORECASE)


def _name(thing: object, address: Address) -> str:
    names = (getattr(thing, field, None) for field in ("title", "term", "name", "ask", "label", "text"))
    return str(next(filter(None, names), address.id))


class Helper:
    """What templates may ask for while one page is written: links from here, citations, terms."""

    def __init__(
        self,
        library: Library,
        glossary: Glossary,
        as_of: date,
        path: str,
        folder: Folder,
        *,
        own_term: str | None = None,
        plain: bool = False,
        beside: bool = True,
    ) -> None:
        self.library = library
        self.as_of = as_of
        self.path = path
        self.folder = folder
        self.marker = TermMarker(glossary, own=own_term)
        self.plain = plain
        self.beside = beside
        self.headings: list[tuple[str, str]] = []
        self.sections: list[tuple[str, str, list[str]]] = []

    def to(self, page: str, anchor: str = "") -> str:
        """Return the link from here to a page of the site."""
        return self.folder.href(self.path, Spot(page, anchor))

    def asset(self, path: str) -> str:
        """Return the link from here to a file of the site."""
        return self.folder.link(self.path, path)

    def at(self, kind: str, name: str, anchor: str = "") -> str:
        """Return the link from here to a piece of content."""
        path = tuple(anchor.split(".")) if anchor else ()
        return self.folder.href(self.path, addresses.spot_of(self.library, Address(kind, name, path)))

    def held_on(self, page: str) -> str:
        """Return how much a page of the site holds; empty where nothing is counted there."""
        section, _, name = page.partition("/")
        shelves = (self.library.of_kind(kind.name) for kind in IN_SECTIONS if kind.section == section)
        return next((held_in(self.library, shelf[name]) for shelf in shelves if name in shelf), "")

    def link_of(self, address: Address | str) -> str:
        """Return the link from here to what an address names."""
        target = parse_address(address) if isinstance(address, str) else address
        return self.folder.href(self.path, addresses.spot_of(self.library, target))

    def name_of(self, address: Address) -> str:
        """Return the name readers know the thing an address names by; of a statement also how it stands."""
        return self._named(resolve(self.library, address), address)

    def whole_name(self, address: Address) -> str:
        """Return the name readers know a thing by who come from elsewhere: of a part, after the name of its page."""
        name, thing = self.name_of(address), resolve(self.library, Address(address.kind, address.id))
        return f"{getattr(thing, 'name', address.id)}: {name}" if address.path else name

    def _named(self, thing: object, address: Address) -> str:
        name = _name(thing, address)
        return with_in_force(name, thing, self.as_of) if isinstance(thing, Saying | Deadline) else name

    def pages_of(self, addresses: Iterable[Address]) -> list[tuple[str, str]]:
        """Return the pages on which the things named by addresses stand, each once: its shortest name, and a link."""
        found: dict[tuple[str, str], Address] = {}
        for address in addresses:
            found.setdefault((address.kind, address.id), address)
        whole = [(resolve(self.library, Address(*page)), address) for page, address in found.items()]
        return [(str(getattr(t, "name", "")) or _name(t, address), self.link_of(address)) for t, address in whole]

    def mark_of(self, piece: object) -> Mark | None:
        """Return how an authority's view came to have a piece: changed, added or its own. None where it is national."""
        return self.library.marks.get(id(piece))

    def findings_on(self, kind: str, name: str) -> list[Finding]:
        """Return what the authority whose view this is has found wrong or open about a piece of content."""
        authority = self.library.seen_by
        return [f for f in authority.findings if f.on and (f.on.kind, f.on.id) == (kind, name)] if authority else []

    def before_words(self, mark: Mark) -> str:
        """Return what stands nationally where an authority says something else; empty where the words are the same."""
        national = self._said(mark.before)
        return "" if national == self._said(mark.piece) else national

    def _said(self, piece: Model | None) -> str:
        if isinstance(piece, Deadline):
            words = " ".join(filter(None, (sentences.sentence(sentences.rule(self.library, piece)), piece.text)))
            return with_in_force(words, piece, self.as_of)
        if isinstance(piece, Question):
            return f"{piece.ask} {'; '.join(piece.labels().values())}."
        fields = ("text", "term", "name", "label", "title")
        words = str(next(filter(None, (getattr(piece, field, None) for field in fields)), ""))
        return with_in_force(words, piece, self.as_of) if isinstance(piece, Saying) else words

    def answer_words(self, practice: Practice) -> str:
        """Return an authority's answer to a topic as it stands beside a national statement, without its full stop."""
        return answers.in_one(self.library, practice, self.as_of).rstrip(".")

    def own_link(self, folder: str, kind: str, name: str) -> str:
        """Return the link from here to a file of an authority's own, in the folder its view is published in."""
        return self.to(f"{folder}{KIND[kind].section}/{name}")

    def called_here(self, term: str) -> LocalName | None:
        """Return what stands beside a term's meaning on this page: the authority's own name for it."""
        said = self.library.local_name("term", term) if self.beside and not self.plain else None
        return said if said and said.differs(self.library.term[term].term) else None

    def role_here(self, role: str, kind: str, name: str, item: str = "") -> str:
        """Return what stands beside a role that has a duty (``kind/name#item``): the local name, or nothing."""
        duty = Address(kind, name, tuple(filter(None, item.split("."))))
        said = self.library.local_name("role", role, duty) if self.beside and not self.plain else None
        return said.name if said and said.differs(self.library.role[role].name) else ""

    def national_link(self, address: Address) -> str:
        """Return the link to the piece a difference is about, or to its page where no piece has that name."""
        whole = Address(address.kind, address.id)
        return self.link_of(address if resolve(self.library, address) is not None else whole)

    def national_title(self, address: Address) -> str:
        """Return the name of the piece a difference is about, else its first sentence, after its page's name."""
        national = self.library.national or self.library
        page = self.name_of(Address(address.kind, address.id))
        found = resolve(national, address) if address.path else None
        return f"{page}: {self._named(found, address).partition('. ')[0]}" if found is not None else page

    def mark(self, text: str) -> Markup:
        """Return a text with the first use of each glossary term on this page explained, and its authority linked."""
        return self._yours(text, self.marker.mark)

    def linked(self, text: str) -> Markup:
        """Return a text in which "your authority's page" is a link."""
        return self._yours(text, lambda part: escape(apostrophes(part)))

    def _yours(self, text: str, rest: Callable[[str], Markup]) -> Markup:
        if not self.library.authority:
            return rest(text)
        out, last = Markup(), 0
        for found in YOUR_AUTHORITY.finditer(text):
            out += rest(text[last : found.start()]) + self.your_authority(found.group())
            last = found.end()
        return out + rest(text[last:])

    def your_authority(self, words: str) -> Markup:
        """Return words as a link to the page of the authority whose view this is, nationally to all of them."""
        here = self.library.seen_by if self.beside else None
        page = f"authorities/{here.id}" if here else "authorities/index"
        return Markup('<a data-yours href="{}">{}</a>').format(self.to(page), apostrophes(words))

    def say(self, saying: Saying) -> Markup:
        """Return a statement's text for this page's readers: the plain twin on plain pages, where there is one.

        Plain pages have no line under it that says how binding it is, so whether it is in force follows here.
        """
        if not self.plain:
            return self.mark(saying.text)
        return self.mark(saying.plain or saying.text) + self.in_force(saying, plain=True)

    def in_force(self, piece: Any, mark: tuple[str, str] | None = None, *, plain: bool = False) -> Markup:
        """Return how a piece stands, which the browser keeps true; empty where nothing need be said, now or later.

        ``mark``: the class and the word of its force, which stand before it only while it is in force.
        """
        return in_force_element(piece, self.as_of, mark, plain=plain)

    @property
    def explained(self) -> list[Any]:
        """The terms marked on this page so far, in the order of their first use."""
        return list(self.marker.seen.values())

    def note_heading(self, anchor: str, words: str) -> str:
        """Add a heading to the list of those that were written on this page. Return nothing to be printed."""
        self.headings.append((anchor, words))
        return ""

    def note_section(self, anchor: str, words: str, texts: list[str]) -> None:
        """Note a section of running text for the search: its anchor, its heading and its paragraphs."""
        self.sections.append((anchor, words, texts))

    def cite_words(self, citation: Citation) -> str:
        """Return a citation in words."""
        return citations.words(citation, self.library.source[citation.source])

    def cite_link(self, citation: Citation) -> str:
        """Return the address of the passage cited, or of its entry on the sources page."""
        outside = citations.link(citation, self.library.source[citation.source])
        return outside or self.at("source", citation.source)

    def reading(self, piece: object) -> str:
        """Return in which version the law behind a piece was read, in words; empty where it was not read in the law."""
        return versions.reading_words(self.library, piece)

    def version_of(self, passage: Passage) -> str:
        """Return in which version a passage was read, in words."""
        return versions.version_words(passage)

    @property
    def corrections(self) -> list[tuple[Correction, date]]:
        """What was wrong on this page until less than a year ago, each with the last day it is told here."""
        found = corrections_on(self.library, self.path, self.as_of)
        return [(correction, stands_until(correction)) for correction in found]

    def report(self, title: str) -> str:
        """Return the link by which a reader tells of a mistake, with the page and the version filled in."""
        report = self.library.site.report
        if report is None:
            return self.to("about")
        if report.email is None:
            return report.url or self.to("about")
        said = SAYS.parts.page.report
        words = {
            "subject": said.subject.format(title=title),
            "body": said.body.format(page=self.path, version=self.library.site.edition or ""),
        }
        return f"mailto:{report.email}?" + urlencode(words, quote_via=quote)

    def force_word(self, saying: Any) -> tuple[str, str]:
        """Return the class and the words of the force mark: how binding it is, else on what a fact rests; both empty
        for what rests on no source. What procedures alone carry says how many of those read do; an authority is named
        only on words of its own, and requires only what those ask, where it says itself that they bind.
        """
        if saying.force not in ("practice", "fact"):
            return saying.force, sentences.FORCE_WORDS[saying.force]
        cited = {self.library.source[c.source] for c in saying.cite if c.source in self.library.source}
        procedures = {source.id for source in cited if source.kind == "local-procedure"}
        kinds = {source.kind for source in cited} - {"local-procedure"}
        said, here = SAYS.parts.page.basis, self.library.seen_by
        ours = here if here and here.source in procedures else None
        mark = self.mark_of(saying)
        if (required := own_practice(self.library, saying)) is not None:
            return ("local", required) if required else ("", "")
        if ours and says_itself(ours, saying) and saying.force == "fact":
            return "local", said.says.format(authority=ours.name)
        if kinds.intersection(LAW):
            return "law", said.law
        if kinds:
            return "should", said.guidance
        if not procedures:
            return "", ""
        read = sum(source.kind == "local-procedure" for source in self.library.source.values())
        words = said.practice.format(count=len(procedures), all=read)
        otherwise = mark is not None and mark.answer is not None
        return "may", said.among.format(practice=words) if ours and not otherwise else words
