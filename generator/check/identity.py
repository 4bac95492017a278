"""Ids: unique where a reader could point, and old ones kept alive without clashing with new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.errors import Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.option import Option
from generator.model.statement import Page


def check_identity(library: Library) -> Iterator[Problem]:
    """Report ids given twice within a file, event ids given twice on the site, and aliases that are taken."""
    for option in library.option.values():
        yield from _distinct(_option_statements(option))
    for checklist in library.checklist.values():
        agenda = checklist.meeting.agenda if checklist.meeting else ()
        yield from _distinct([*checklist.sections, *checklist.items, *agenda])
    for tree in library.tree.values():
        yield from _distinct(statement for outcome in tree.outcomes.values() for statement in outcome.then)
    yield from _events(library)
    for kind in ("option", "tree", "timeline", "checklist", "chapter", "explainer"):
        yield from _aliases(kind, library.of_kind(kind))


def _option_statements(option: Option) -> Iterable[Model]:
    return [
        option.summary,
        *option.advantages,
        *option.disadvantages,
        *option.suits,
        *option.does_not_suit,
        *option.steps,
        *option.documents,
        *option.ages,
    ]


def _distinct(things: Iterable[Model]) -> Iterator[Problem]:
    seen: dict[str, Model] = {}
    for thing in things:
        name: str = thing.id  # type: ignore[attr-defined]
        if name in seen:
            line = seen[name].place("id").line
            yield Problem(
                thing.place("id"), "duplicate-id", f"the id '{name}' stands on line {line} already", "give each its own"
            )
        seen.setdefault(name, thing)


def _events(library: Library) -> Iterator[Problem]:
    """Shared dates and deadlines share one name space for the whole site."""
    seen: dict[str, Model] = dict(library.date)
    for timeline in library.timeline.values():
        for deadline in timeline.deadlines:
            if deadline.id in seen:
                yield Problem(
                    deadline.place("id"),
                    "duplicate-id",
                    f"there is an event '{deadline.id}' already, at {seen[deadline.id].place('id')}",
                    "events are one name space for the whole site: give it another id",
                )
            seen.setdefault(deadline.id, deadline)


def _aliases(kind: str, shelf: dict[str, Page]) -> Iterator[Problem]:
    taken = dict(shelf)
    for page in shelf.values():
        for number, alias in enumerate(page.aliases):
            if alias in taken:
                yield Problem(
                    page.place("aliases", number),
                    "duplicate-id",
                    f"the alias '{alias}' is taken by {kind} '{taken[alias].id}'",
                )
            taken.setdefault(alias, page)
