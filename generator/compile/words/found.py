"""What the search says of a piece of content: what kind of thing it is, what it is called, what it answers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from generator.compile.words import sentences
from generator.compile.words.answers import answers_of
from generator.compile.words.in_force import in_force_words
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.authority import Authority, Body, Practice
from generator.model.base import Model
from generator.model.checklist import AgendaItem, Item, Section
from generator.model.deadline import Deadline
from generator.model.option import DimensionValue, Station, Step
from generator.model.question import Question
from generator.model.statement import Address, Page, Saying
from generator.model.tree import Outcome

_SAID = SAYS.search.page
_INSTRUMENT = re.compile(r"/uksi/(\d+/\d+)")  # the number of a statutory instrument, in its address
_KINDS = _SAID.kinds


class Shown(NamedTuple):
    """One piece as the search tells it.

    ``kind``: a word for what it is. ``title``: what it is called or asks. ``says``: what it answers, in one or two
    sentences. ``also``: other names for it. ``more``: further texts, by whose words it is found too.
    ``stands``: how it stands, where it is not simply in force. ``sign``: which of the signs its kind is drawn with.
    """

    kind: str
    title: str
    says: str = ""
    also: tuple[str, ...] = ()
    more: str = ""
    stands: str = ""
    sign: str = "text"


# The signs of what is shown, by the name of its type; what has none here, or comes later, is drawn as text.
_SIGNS = {
    **dict.fromkeys(("deadline", "timeline"), "calendar"),
    **dict.fromkeys(("question", "tree"), "rounded"),
    **dict.fromkeys(("item", "section", "agendaitem", "checklist"), "item"),
    **dict.fromkeys(("role", "body", "contact"), "person"),
    "form": "form",
    "term": "word",
    "explainer": "home",
}


def told_of(library: Library, thing: Any, path: str, piece: object, on: date) -> Shown | None:
    """Return what the search says of ``piece``, which stands in ``thing`` under ``path``, on the day ``on``.

    None for what is found with what it stands in: an answer with its question, a heading with its text, a
    station with the whole way.
    """
    said = _told(library, thing, path, piece, on)
    if said is None:
        return None
    said = said._replace(sign=_SIGNS.get(type(piece).__name__.lower(), said.sign))
    if not isinstance(piece, Saying | Deadline):
        return said
    return said._replace(stands=sentences.sentence(in_force_words(piece, on)))


def _told(library: Library, thing: Any, path: str, piece: object, on: date) -> Shown | None:
    match piece:
        case Deadline():
            rule = sentences.sentence(sentences.rule(library, piece)) or piece.text or ""
            return Shown(_KINDS.deadline, piece.name, rule, more=_joined(piece.text, piece.plain, piece.if_missed))
        case Question():
            labels = "; ".join(piece.labels().values())
            return Shown(_KINDS.question, piece.ask, labels, more=_joined(piece.plain, piece.why, piece.help))
        case Outcome():
            kind = next(k for k in library.site.outcome_kinds if k.id == piece.kind)
            return Shown(kind.label, piece.title, piece.text, more=_joined(piece.plain), sign=kind.shape)
        case Item():
            who = sentences.role(library, piece.who, Address("checklist", thing.id, (path,))) if piece.who else ""
            form = library.form[piece.form].name if piece.form else ""
            says = "; ".join(filter(None, (who, form)))
            return Shown(_KINDS.item, piece.text, says, more=_joined(piece.plain, piece.help, piece.evidence))
        case Section():
            return Shown(_KINDS.section, piece.title)
        case AgendaItem():
            return Shown(_KINDS.agenda, piece.title, piece.text, more=_joined(piece.plain))
        case DimensionValue():
            asked = library.dimension[path.removeprefix("values.")]
            return Shown(_KINDS.value, asked.ask, piece.text, more=_joined(piece.plain, piece.short, asked.plain))
        case Station():
            return None
        case Step() if piece.title:
            return Shown(_KINDS.step, piece.title, piece.text, more=_joined(piece.plain))
        case Practice():
            return _practice(library, thing, piece, on)
        case Body():
            more = _joined(piece.plain, piece.chair, *piece.members, piece.powers)
            return Shown(_KINDS.body, piece.name, piece.text or piece.powers or "", more=more)
        case Saying():
            return Shown(_part_of(thing, piece), piece.text, more=_joined(piece.plain))
        case Model() if isinstance(thing, Authority) or piece is thing:
            return _whole(library, piece)
    return None


def _practice(library: Library, authority: Authority, piece: Practice, on: date) -> Shown | None:
    """Return an authority's answer to a topic; None where it gives none."""
    topic = library.topic[piece.topic]
    answer = next(it for it in answers_of(library, authority, topic, on) if it.practice is piece)
    more = _joined(topic.plain, piece.plain)
    return None if answer.without else Shown(_KINDS.practice, topic.ask, answer.words, more=more)


def _part_of(thing: object, piece: Saying) -> str:
    """Return what a statement is in the page it stands on: an advantage, a step, else simply a rule."""
    for name, called in vars(_KINDS.parts).items():
        if any(piece is one for one in getattr(thing, name, ())):
            return str(called)
    return str(_KINDS.statement)


def _whole(library: Library, piece: Any) -> Shown:
    """Return what is said of a whole piece of content, of whatever kind: its names, and the first text it has."""
    called = type(piece).__name__.lower()
    kind = str({**vars(SAYS.parts.page.kinds), **vars(_KINDS)}.get(called, called))
    name, *others = names_of(library, piece)
    if number := _INSTRUMENT.search(str(getattr(piece, "url", ""))):
        others += (number[1], _SAID.instrument.format(number=number[1]))
    also = tuple(other for other in dict.fromkeys(others) if other != name)
    says = _first(piece, "meaning", "does", "text", "helps_with", "plain")
    summary = getattr(piece, "summary", None)
    return Shown(kind, name, says or (summary.text if summary else ""), also, _first(piece, "plain"))


def names_of(library: Library, piece: Any) -> list[str]:
    """Return every name of a whole piece of content, each once: the first it goes by, then shorter and other ones, in
    an authority's view with what it is called there.
    """
    name = _first(piece, "title", "term", "name", "ask", "text")
    others = [_first(piece, "short_title"), _first(piece, "short")]
    if not isinstance(piece, Page):  # the aliases of a page are its earlier addresses, not names of it
        others += getattr(piece, "aliases", ())
    if here := library.local_name(type(piece).__name__.lower(), getattr(piece, "id", "")):
        others.append(here.name)
    return [name, *(other for other in dict.fromkeys(others) if other and other != name)]


def _first(piece: Any, *names: str) -> str:
    """Return the first text that a piece has under one of these keys."""
    return str(next(filter(None, (getattr(piece, name, None) for name in names)), ""))


def _joined(*texts: str | None) -> str:
    return " ".join(filter(None, texts))
