"""How readers ask for things: each phrase leads to one place."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Place, Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.lists import Asked, Role, Signpost, Term


def check_asked(library: Library) -> Iterator[Problem]:
    """Report phrases, short forms and other names of two things: a search cannot know which is meant.

    A word and a role may share a name: they are one thing, told twice. What an authority's own workers ask comes
    before the same words asked nationally.
    """
    said: dict[tuple[str, str], Model] = {}
    for thing, place, phrase in _phrases(library):
        same = " ".join(phrase.casefold().replace("’", "'").replace("-", " ").split())
        first = said.setdefault((type(thing).__name__ if isinstance(thing, Role) else "", same), thing)
        if first is not thing:
            at = first.place()
            told = f"'{phrase}' leads to what stands at {at.file}:{at.line} already"
            yield Problem(place, rules.PHRASE_TWICE, told, "leave it where it fits best")


def _phrases(library: Library) -> Iterator[tuple[Model, Place, str]]:
    national = library.national
    named: list[Term | Role] = [] if national else [*library.term.values(), *library.role.values()]
    for thing in named:
        if thing.short:
            yield thing, thing.place("short"), thing.short
        yield from ((thing, thing.place("aliases", number), alias) for number, alias in enumerate(thing.aliases))
    asked: list[Asked | Signpost] = [*library.asked.values(), *library.signpost.values()]
    for one in asked:
        if national is None or (one.id not in national.asked and one.id not in national.signpost):
            yield from ((one, one.place("asked_as", number), said) for number, said in enumerate(one.asked_as))
