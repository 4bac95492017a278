"""Scenarios: the questions and answers they name must exist. (Walking them is the reasoner's work.)"""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Problem, did_you_mean
from generator.model import Library


def check_scenarios(library: Library) -> Iterator[Problem]:
    """Report walks and timeline cases that name questions, outcomes, dates or deadlines that do not exist."""
    dates = set(library.date) | {d.id for t in library.timeline.values() for d in t.deadlines}
    for scenario in library.scenario.values():
        for number, walk in enumerate(scenario.walks):
            tree = library.tree.get(walk.tree)
            if tree is None:
                continue
            for name in walk.answers:
                if name not in tree.questions:
                    yield Problem(
                        walk.key_place("answers", name),
                        "unknown-question",
                        f"the tree '{tree.id}' has no question '{name}'",
                        did_you_mean(name, tree.questions),
                    )
            if walk.outcome not in tree.outcomes:
                yield Problem(
                    scenario.place("walks", number, "outcome"),
                    "unknown-reference",
                    f"the tree '{tree.id}' has no outcome '{walk.outcome}'",
                    did_you_mean(walk.outcome, tree.outcomes),
                )
        for case in scenario.timelines:
            for name in case.given:
                if name not in dates:
                    yield Problem(
                        case.key_place("given", name),
                        "unknown-event",
                        f"there is no date or deadline '{name}'",
                        did_you_mean(name, dates),
                    )
            timeline = library.timeline.get(case.timeline)
            for event in case.expect if timeline else ():
                known = {d.id for d in timeline.deadlines} if timeline else set()
                if event.split(".")[0] not in known:
                    yield Problem(
                        case.key_place("expect", event),
                        "unknown-event",
                        f"the timeline '{case.timeline}' has no deadline '{event}'",
                        did_you_mean(event, known),
                    )
