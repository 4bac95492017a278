"""Ids: unique where a reader could point, and old ones kept alive without clashing with new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.base import Model
from generator.model.kinds import IN_SECTIONS
from generator.model.option import Option
from generator.model.pages import OWN_PAGES, pages_of


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
    yield from _addresses(library)


def _option_statements(option: Option) -> Iterable[Model]:
    return [
        option.summary,
        *option.advantages,
        *option.disadvantages,
        *option.suits,
        *option.does_not_suit,
        *option.stations,
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
                thing.place("id"),
                rules.DUPLICATE_ID,
                f"the id '{name}' stands on line {line} already",
                "give each its own",
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
                    rules.DUPLICATE_ID,
                    f"there is an event '{deadline.id}' already, at {seen[deadline.id].place('id')}",
                    "events are one name space for the whole site: give it another id",
                )
            seen.setdefault(deadline.id, deadline)


def _addresses(library: Library) -> Iterator[Problem]:
    """Every page has an address of its own: those of ids first, then those that earlier ids keep alive."""
    taken: dict[tuple[str, str], str] = {}
    for section in {kind.section for kind in IN_SECTIONS}:
        taken |= {(section, name): "a page of the site's own" for name in ("index", *OWN_PAGES.get(section, ()))}
    things = [(kind, thing) for kind in IN_SECTIONS for thing in library.of_kind(kind.name).values()]
    for kind, thing in things:
        for section, name in pages_of(kind, thing, thing.id):
            if (section, name) in taken:
                said = f"the page {section}/{name} of {kind.name} '{thing.id}' is taken by {taken[section, name]}"
                yield Problem(thing.place("id"), rules.DUPLICATE_ID, said, "give it another id")
            taken.setdefault((section, name), f"{kind.name} '{thing.id}'")
    for kind, thing in things:
        for number, alias in enumerate(getattr(thing, "aliases", ())):
            own = f"{kind.name} '{thing.id}'"
            holders = [taken.setdefault(page, own) for page in pages_of(kind, thing, alias)]
            holder = next((holder for holder in holders if holder != own), own)
            if holder != own or alias in (thing.id, *thing.aliases[:number]):
                place = thing.place("aliases", number)
                yield Problem(place, rules.DUPLICATE_ID, f"the alias '{alias}' is taken by {holder}")
