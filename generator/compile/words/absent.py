"""What is said of a date in the column of an authority that does not have it: why, and where its answer stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from generator.compile.words import sentences
from generator.compile.words.answers import in_one, without_words
from generator.compile.words.interface import SAYS
from generator.model import Library
from generator.model.authority import Authority, Practice

_SAID = SAYS.authorities.page.one_case


def topics_of_dates(views: Sequence[Library]) -> dict[str, tuple[str, ...]]:
    """Return of each date the topics it answers: its own, and those to which an authority names it as its answer."""
    found: dict[str, list[str]] = {}
    for view in views:
        for name, deadline in view.deadlines.items():
            if deadline.topic:
                found.setdefault(name, []).append(deadline.topic)
        for practice in view.seen_by.practice if view.seen_by else ():
            if practice.deadline is not None:
                found.setdefault(practice.deadline.path[-1], []).append(practice.topic)
    return {name: tuple(dict.fromkeys(topics)) for name, topics in found.items()}


def absent(view: Library, on: date, row: str, has: Collection[str], topics: Mapping[str, Sequence[str]]) -> str:
    """Return what is said of the date ``row`` in a view that has only the dates ``has``.

    Where another of them answers the same topic, it is named. An answer without a date is told; where there is none,
    why. Of a date that answers no topic nothing more is known than that it is not among those of the view.
    """
    here = view.seen_by
    if here is None:
        return str(_SAID.nothing_national)
    asked = topics.get(row, ())
    others = [name for name in has if set(topics.get(name, ())) & set(asked)]
    if others:
        titles = [view.deadlines[name].title or name for name in others]
        return str(_SAID.in_another_row.format(rows=sentences.listed(titles)))
    told = [practice for practice in here.practice if practice.topic in asked]
    answered = [practice for practice in told if not _without(practice)]
    if answered:
        return in_one(view, answered[0], on)
    if told:
        return without_words(_without(told[0]))
    return without_words("not-known") if part_unread(here) else str(_SAID.not_among)


def part_unread(authority: Authority) -> bool:
    """Whether part of an authority's procedure could not be read, so that nobody knows what it leaves out."""
    return any(_without(practice) == "not-known" for practice in authority.practice)


def _without(practice: Practice) -> str:
    return (practice.answer.without if practice.answer else None) or ""
