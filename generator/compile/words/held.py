"""How much a page holds, as lists of pages say it: counted from the content, never typed."""

from __future__ import annotations

from functools import partial

from generator.compile.words.interface import SAYS, counted
from generator.model import Library
from generator.model.base import Model
from generator.model.chapter import Chapter, headings_in
from generator.model.checklist import Checklist
from generator.model.scenario import Scenario
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.reason.length import longest_walk

SECONDS = 15  # what one question of a guide is taken to need, for somebody who knows the case
_HOLDS = SAYS.parts.page.holds


def held_in(library: Library, thing: Model) -> str:
    """Return how much a piece holds, as ``12 questions at most, about 3 minutes``; empty where nothing is counted.

    Of a guide the questions of its longest walk, of dates the deadlines, of a list the items, of a chapter its parts.
    A worked case tells the guides and dates it exercises.
    """
    if isinstance(thing, Tree):
        questions: int = library.worked_out("longest_walk", thing, partial(longest_walk, thing))
        return counted(_HOLDS.tree, questions, minutes=counted(_HOLDS.minutes, minutes_for(questions)))
    if isinstance(thing, Timeline):
        return counted(_HOLDS.timeline, len(thing.deadlines))
    if isinstance(thing, Checklist):
        return counted(_HOLDS.checklist, len(thing.items))
    if type(thing) is Chapter:
        return counted(_HOLDS.chapter, sum(heading.level == 2 for heading in headings_in(thing)))
    return _exercised(library, thing) if isinstance(thing, Scenario) else ""


def minutes_for(questions: int) -> int:
    """Return how long so many questions take: a quarter of a minute each, rounded up to a whole minute."""
    return -(-questions * SECONDS // 60)


def _exercised(library: Library, scenario: Scenario) -> str:
    kinds = SAYS.parts.page.kinds
    aids = [(library.tree[walk.tree].name, kinds.tree) for walk in scenario.walks]
    aids += [(library.timeline[case.timeline].name, kinds.timeline) for case in scenario.timelines]
    told = [_HOLDS.aid.format(name=name, kind=kind) for name, kind in dict.fromkeys(aids)]
    return str(_HOLDS.scenario.format(aids="; ".join(told))) if told else ""
