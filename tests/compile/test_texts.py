"""Every text that a person wrote reaches a page: where its piece stands, as words a reader sees without a script."""

from __future__ import annotations

import io
import re
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import docx
import pytest

from generator.compile.page.addresses import VIEWS
from generator.model import KIND, KINDS, Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.local.localise import views_of
from generator.model.words import _body, text_of
from support.pages import words_seen

# Keys whose texts reach no page as they were written, each with its reason. Twelve at most: a long list hides a fault.
EXEMPT = {
    "Contact.helps_with": "the page of contacts is for families: where there are plain words, they stand there instead",
    "Asked.asked_as": "how readers put it; the search leads from it to what answers",
    "SearchWords.alike": "words that mean the same in the search",
    "SearchWords.everyday": "words by which the search puts plain pages first",
    "Term.not_in": "longer words in which no text opens the meaning of a shorter one",
    "Signpost.asked_as": "how readers put it; the search then shows the signpost",
    "Signpost.name": "stands in the search, which is no page",
    "Signpost.text": "stands in the search, which is no page",
    "Question.short": "a shorter form of 'ask', which stands on the page; the guide lists answers by it",
    "Related.back": "stands on the page it leads back from, which test_leading_on.py holds",
    "Report.email": "stands in the link by which a reader tells of a mistake, not in its words",
    "SiteSettings.banned_words": "the words that no plain text may hold",
}


@dataclass(frozen=True)
class Written:
    """A text of the content: its key (``Question.plain``), where it was written, and the pages it may stand on."""

    key: str
    place: str
    text: str
    pages: tuple[str, ...]


def holds_texts(annotation: object, metadata: Iterable[object] = ()) -> bool:
    """Whether a field's type is Text or Markdown, or a list or mapping of them."""
    inner = [*metadata, *getattr(annotation, "__metadata__", ())]
    if any(getattr(one, "func", None) in (text_of, _body) for one in inner):
        return True
    return any(holds_texts(argument) for argument in typing.get_args(annotation))


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def pieces_of(text: str) -> list[str]:
    """Return the runs of words of a text: of Markdown, what stands between its signs and its references."""
    text = re.sub(r"\{\{.*?\}\}|\{#[^}]*\}|\]\([^)]*\)|\*\*|\||\n\s*(?:\d+\.|[-#>]+)?", "\n", text, flags=re.DOTALL)
    return [line for line in text.split("\n") if words(line).strip()]


def words(text: str) -> str:
    """Return a text as its words alone, so that commas, typography and elements round a word make no difference."""
    found = re.findall(r"[^\W_]+", text.replace("’", "'").casefold())
    return f" {' '.join(found)} ".replace(" this page ", " the page ")  # the page of corrections speaks of another


def pages_of(kind: str, thing: Model, folder: str) -> tuple[str, ...]:
    """Return the beginnings of the names of the pages on which a piece of content stands; of a shelf, any page."""
    name = getattr(thing, "id", "")
    section = KIND[kind].section
    if not section:
        return ("",)
    sections = (section, *(["families"] if kind == "option" else []))  # options are told twice
    pages = [page for section in sections for page in (f"{section}/{name}", f"{section}/index")]
    return tuple(f"{base}{page}" for base in dict.fromkeys(("", folder)) for page in pages)


def compared_in(thing: Model) -> set[int]:
    """Return the parts of what a piece is said to state of topics: the check compares them, and its text says them."""
    stated = [answer for owner, _, _ in walk_models(thing) for answer in getattr(owner, "states", {}).values()]
    return {id(part) for answer in stated for part, _, _ in walk_models(answer)}


def written_in(view: Library) -> Iterator[Written]:
    """Give every text of a library; of an authority's view only what is not national too."""
    national = {id(thing) for thing in view.national.everything()} if view.national else set()
    folder = f"{VIEWS}/{view.seen_by.id}/" if view.seen_by else ""
    for kind in KINDS:
        for thing in [view.site] if kind.name == "site" else view.of_kind(kind.name).values():
            if id(thing) in national:
                continue
            pages = pages_of(kind.name, thing, folder)
            compared = compared_in(thing)
            for owner, name, value in walk_models(thing):
                if id(owner) in compared:
                    continue
                field = type(owner).model_fields[name]
                if not holds_texts(field.annotation, field.metadata):
                    continue
                for text in texts_in(value):
                    for piece in pieces_of(text) if name == "body" else [text]:
                        place = str(owner.place(field.alias or name))
                        yield Written(f"{type(owner).__name__}.{name}", place, piece, pages)


def seen_in(name: str, data: bytes) -> str:
    """Return the words a reader sees of a page or paper."""
    if name.endswith(".md"):
        return words(words_seen(data.decode().split("\n---\n", 1)[1]))
    paper = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return words(" ".join([*(paragraph.text for paragraph in paper.paragraphs), *cells]))


@pytest.fixture(scope="module")
def seen(compiled_views: dict[str, bytes]) -> dict[str, str]:
    """The words a reader sees, by page and paper."""
    return {name: seen_in(name, data) for name, data in compiled_views.items() if name.endswith((".md", ".docx"))}


def unseen(view: Library, seen: dict[str, str]) -> Iterator[Written]:
    """Give every text of a library that stands on no page of its piece."""
    joined: dict[tuple[str, ...], str] = {}
    for written in written_in(view):
        if written.pages not in joined:
            joined[written.pages] = " ".join(said for name, said in seen.items() if name.startswith(written.pages))
        if words(written.text) not in joined[written.pages]:
            yield written


def test_every_text_reaches_a_page(library: Library, seen: dict[str, str]) -> None:
    frame = words(f"{library.site.name} {library.site.scope}")  # stands round every page, which the engine makes
    lost = {w for view in (library, *views_of(library)) for w in unseen(view, {**seen, "frame": frame})}
    assert {f"{w.place}: {w.key}: {w.text}" for w in lost if w.key not in EXEMPT} == set()
    assert {w.key for w in lost} == set(EXEMPT), "an exemption that nothing needs is taken away"
    assert len(EXEMPT) <= 12
