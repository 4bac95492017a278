"""Training: flowcharts to walk through, and worked cases."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compile.page.maker import Maker
from generator.compile.page.sections import listed, write_listing, write_piece
from generator.compile.words import sentences
from generator.compile.words.in_force import in_force_words
from generator.compile.words.interface import SAYS
from generator.model.event import short_event
from generator.model.scenario import Scenario
from generator.reason.questions import Refused, read_all
from generator.reason.walk import walk


def write_training(maker: Maker) -> None:
    """Write every worked case, and the page that leads to them and to the flowcharts."""
    library = maker.library
    for scenario in library.scenario.values():
        write_piece(
            maker,
            "training",
            "training/scenario.md.j2",
            scenario,
            lead=scenario.story.text,
            scenario=scenario,
            walks=_walks(maker, scenario),
            cases=_cases(maker, scenario),
            kind_of={kind.id: kind for kind in library.site.outcome_kinds},
        )
    says = SAYS.training.page
    guides = [row for _, rows in listed(maker, "tree", library.site.tree_groups) for row in rows]
    cases = listed(maker, "scenario", library.site.scenario_groups)
    if cases or guides:
        told = [(says.cases_of.format(group=group) if group else says.cases, rows) for group, rows in cases]
        write_listing(maker, "training", [(says.flowcharts, guides), *told] if guides else told)


def _walks(maker: Maker, scenario: Scenario) -> list[Mapping[str, object]]:
    made: list[Mapping[str, object]] = []
    for case in scenario.walks:
        tree = maker.library.tree[case.tree]
        try:
            taken = walk(tree, read_all(tree.questions, case.answers, today=scenario.today))
        except Refused:
            continue  # a national case that an authority's own questions do not admit
        steps = [
            {"question": step.question, "ask": tree.questions[step.question].ask, "answer": step.because}
            for step in taken.path
        ]
        made.append({"tree": tree, "steps": steps, "outcome": tree.outcomes[taken.outcome or case.outcome]})
    return made


def _cases(maker: Maker, scenario: Scenario) -> list[Mapping[str, object]]:
    library, says = maker.library, SAYS.training.page.case
    deadlines = {name: deadline.name for name, deadline in library.deadlines.items()}
    made: list[Mapping[str, object]] = []
    for case in scenario.timelines:
        expected = []
        for name, wanted in case.expect.items():
            value = wanted.due or wanted.not_before
            words = sentences.short_day(value) if value else says.does_not_apply
            found = library.deadlines.get(short_event(name))
            stands = in_force_words(found, maker.as_of) if found else ""
            if stands:
                words = says.expected.format(date=words, standing=sentences.lower_first(stands))
            expected.append((deadlines.get(name, name), words))
        given = [(library.date[n].ask if n in library.date else deadlines.get(n, n), d) for n, d in case.given.items()]
        made.append({"timeline": library.timeline[case.timeline], "given": given, "expect": expected})
    return made
