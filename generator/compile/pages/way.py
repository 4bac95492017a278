"""The whole way to an option: its stations, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.compile.page.helper import Helper
from generator.compile.page.maker import Maker
from generator.compile.page.sections import write_beside
from generator.compile.words import sentences
from generator.compile.words.held import held_in
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.deadline import Deadline
from generator.model.option import SHOWN_WHOLE, Belonging, Option, Station
from generator.model.pages import WAY
from generator.model.related import counterparts

_SAYS = SAYS.options.page.way
_KIT: dict[str, str] = vars(_SAYS.kit)


@dataclass(frozen=True, slots=True)
class Count:
    """A deadline at a station: its count in words, its rule, for whom it holds (empty: everybody), and a link to it."""

    count: str
    rule: str
    only: str
    deadline: Deadline
    link: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A station with what belongs to it.

    ``counts``: its deadlines. ``at_a_glance``: the one that stands for it where the whole way is seen. ``read``: what
    chapters say of it, as (name, link). ``kit``: the rest under a heading for each kind, as (kind, heading, rows); a
    row has a name, a link, how much it holds and for whom.
    """

    station: Station
    counts: list[Count]
    at_a_glance: Count | None
    read: list[tuple[str, str]]
    kit: list[tuple[str, str, list[tuple[str, str, str, str]]]]


def write_way(maker: Maker, option: Option) -> None:
    """Write the page of the whole way to an option."""
    library = maker.library
    helper = maker.helper(f"options/{option.id}{WAY}", own_term=option.term)
    chapters = {it.to.id for it in counterparts(library, "option", option.id) if it.to.kind == "chapter"}
    stations = sentences.listed([sentences.lower_first(it.title) for it in option.stations])
    write_beside(
        maker,
        option,
        WAY,
        "options/way.md.j2",
        _SAYS.title.format(option=option.name),
        description=_SAYS.holds.format(option=option.name, stations=stations),
        short_title=_SAYS.kind,
        helper=helper,
        option=option,
        stops=[_stop(library, helper, station, chapters) for station in option.stations],
    )


def _stop(library: Library, helper: Helper, station: Station, own: Container[str]) -> Stop:
    """Return a station with what belongs to it. ``own``: the route's own chapters, whose sections go by their own
    names alone.
    """
    deadlines = station.of_kind("timeline", parts=True)
    counts = [_count(library, helper, it) for it in deadlines]
    glance = next((count for count, it in zip(counts, deadlines, strict=True) if it.at_a_glance), None)
    read = [
        (helper.name_of(it.to) if it.to.id in own else helper.whole_name(it.to), helper.link_of(it.to))
        for it in station.belongs
        if it.to.kind == "chapter"
    ]
    kit = [
        (kind, _KIT[kind], [_row(library, helper, it) for it in found])
        for kind in SHOWN_WHOLE
        if (found := station.of_kind(kind))
    ]
    return Stop(station, counts, glance, read, kit)


def _count(library: Library, helper: Helper, it: Belonging) -> Count:
    deadline = library.deadlines[it.to.path[0]]
    only = _SAYS.only.format(whom=it.only) if it.only else ""
    if deadline.applies and not only:
        condition = sentences.guard(deadline.applies, library.timeline[it.to.id].questions)
        only = SAYS.parts.page.only_if.format(condition=condition)
    words = sentences.rule(library, deadline)
    return Count(sentences.count(library, deadline), words, only, deadline, helper.link_of(it.to))


def _row(library: Library, helper: Helper, it: Belonging) -> tuple[str, str, str, str]:
    held = held_in(library, library.of_kind(it.to.kind)[it.to.id])
    return helper.name_of(it.to), helper.link_of(it.to), held, _SAYS.only.format(whom=it.only) if it.only else ""
