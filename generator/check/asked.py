"""How readers ask for things: each phrase leads to one place."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.english import alike
from generator.errors import Place, Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.lists import Asked, Role, Signpost, Term


def check_asked(library: Library) -> Iterator[Problem]:
    """Report phrases, short forms and other names of two things: a search cannot know which is meant.

    Phrases are read as the search reads them: signs, plurals, numbers in words make no difference. A word and a role
    may share a name: they are one thing, told twice. What an authority's own workers ask comes before the same words
    asked nationally.
    """
    said: dict[tuple[bool, str], tuple[Model, Place]] = {}
    written = set[tuple[int, str]]()
    for thing, place, phrase in _phrases(library):
        first, at = said.setdefault((isinstance(thing, Role), alike(phrase)), (thing, place))
        same = (id(thing), " ".join(phrase.casefold().replace("’", "'").rstrip("?.!").split()))
        if first is not thing:
            told = f"'{phrase}' leads to what stands at {at.file}:{at.line} already"
            yield Problem(place, rules.PHRASE_TWICE, told, "leave it where it fits best")
        elif same in written:
            yield Problem(place, rules.PHRASE_TWICE, f"'{phrase}' stands here twice", "take one of them away")
        written.add(same)


def _phrases(library: Library) -> Iterator[tuple[Model, Place, str]]:
    """Give each phrase with what it leads to: names first, for what is called so is meant before what is asked so."""
    national = library.national
    named: list[Term | Role] = [] if national else [*library.term.values(), *library.role.values()]
    for thing in named:
        key = "term" if isinstance(thing, Term) else "name"
        yield thing, thing.place(key), getattr(thing, key)
    for thing in named:
        if thing.short:
            yield thing, thing.place("short"), thing.short
        yield from ((thing, thing.place("aliases", number), alias) for number, alias in enumerate(thing.aliases))
    asked: list[Asked | Signpost] = [*library.asked.values(), *library.signpost.values()]
    for one in asked:
        if national is None or (one.id not in national.asked and one.id not in national.signpost):
            yield from ((one, one.place("asked_as", number), said) for number, said in enumerate(one.asked_as))
