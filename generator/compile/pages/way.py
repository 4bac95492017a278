"""The whole way to an option: its stations, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.compile.page.helper import Helper
from generator.compile.page.maker import Crumb, Maker
from generator.compile.page.related import related_of
from generator.compile.page.sections import crumb_of
from generator.compile.words import sentences
from generator.compile.words.held import held_in
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.day_rules import NotBefore, Order
from generator.model.deadline import Deadline
from generator.model.option import Option, Station
from generator.model.related import counterparts

_SAYS = SAYS.options.page.way
_KIT: dict[str, str] = vars(_SAYS.kit)


@dataclass(frozen=True, slots=True)
class Stop:
    """A station with what belongs to it.

    ``counts``: its deadlines, each with its count in words, its rule and a link. ``at_a_glance``: the count that is
    seen from afar, and what it counts. ``read``: what its chapters say of it, as (name, link). ``kit``: the rest under
    a heading for each kind, as (kind, heading, rows); a row has a name, a link and how much it holds.
    """

    station: Station
    counts: list[tuple[str, str, Deadline, str]]
    at_a_glance: tuple[str, str] | None
    read: list[tuple[str, str]]
    kit: list[tuple[str, str, list[tuple[str, str, str]]]]


def write_way(maker: Maker, option: Option) -> None:
    """Write the page of the whole way to an option."""
    library = maker.library
    path = f"options/{option.id}-way"
    helper = maker.helper(path, own_term=option.term)
    own = {it.to.id for it in counterparts(library, "option", option.id) if it.to.kind == "timeline"}
    maker.write(
        path,
        "options/way.md.j2",
        _SAYS.title.format(option=option.name),
        crumbs=[crumb_of(library, "options"), Crumb(option.name, f"options/{option.id}")],
        section="options",
        description=_SAYS.holds.format(
            stations=sentences.listed([sentences.lower_first(it.title) for it in option.stations])
        ),
        reviewed=option.reviewed,
        owner=option.owner,
        checked_by=option.checked_by,
        short_title=_SAYS.kind,
        helper=helper,
        option=option,
        stops=[_stop(library, helper, station, own) for station in option.stations],
        related=related_of(helper, option),
    )


def _stop(library: Library, helper: Helper, station: Station, own: Container[str]) -> Stop:
    """Return a station with what belongs to it. ``own``: the timelines that are the route's own, whose counts hold for
    everybody on it.
    """
    deadlines = library.deadlines
    counts = [
        (sentences.count(library, one), sentences.rule(library, one), one, helper.link_of(to))
        for to in station.addresses_of("timeline", parts=True)
        if (one := deadlines.get(to.path[0]))
    ]
    from_afar = (
        (sentences.count(library, one), one.name)
        for to in station.addresses_of("timeline", parts=True)
        if to.id in own and (one := deadlines.get(to.path[0])) and not isinstance(one.rule, Order | NotBefore)
    )
    read = [(helper.name_of(to), helper.link_of(to)) for to in station.belongs if to.kind == "chapter"]
    kit = [
        (
            kind,
            heading,
            [
                (helper.name_of(to), helper.link_of(to), held_in(library, library.of_kind(to.kind)[to.id]))
                for to in found
            ],
        )
        for kind, heading in _KIT.items()
        if (found := station.addresses_of(kind))
    ]
    return Stop(station, counts, next(from_afar, None), read, kit)
