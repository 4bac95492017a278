"""Pages of the decision aids: trees with their flowcharts, timelines, checklists, worked cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from generator.compile.chart.chart import Chart, charts_of
from generator.compile.chart.metrics import fonts
from generator.compile.chart.parts import numbers_of
from generator.compile.data.timeline import timelines_data
from generator.compile.data.tree import script, tree_data
from generator.compile.files.flowchart import standalone
from generator.compile.page.maker import Maker
from generator.compile.page.reviews import newest_review
from generator.compile.page.sections import crumb_of, words_of, write_listing, write_piece
from generator.compile.pages.checklists import checklist_words, write_checklists
from generator.compile.words import sentences
from generator.compile.words.in_force import in_force_words, with_in_force
from generator.compile.words.ways_on import edges_of, told_in
from generator.compile.words.working import because, other_rule_words, title_of, when
from generator.model.deadline import short_event
from generator.model.same import passes
from generator.model.scenario import Scenario
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.own_files import BUILT
from generator.reason.calendars import england_and_wales
from generator.reason.counting import regimes_on
from generator.reason.timeline import work_out
from generator.reason.walk import Refused, walk


def write_aids(maker: Maker, cache: Path | None) -> None:
    """Write every tree, timeline, checklist and worked case, and a list of each kind that has any."""
    library = maker.library
    trees = list(library.tree.values())
    if trees:
        kinds = {kind.id: kind for kind in library.site.outcome_kinds}
        fresh = [tree for tree in trees if ("chart", id(tree)) not in library.memo]
        drawn = charts_of(fresh, kinds, fonts(BUILT / "fonts"), cache)
        for tree in trees:
            chart: Chart = library.worked_out("chart", tree, partial(drawn.get, tree.id))
            _write_tree(maker, tree, chart)
            picture: bytes = library.worked_out("picture", tree, partial(standalone, maker, chart))
            maker.written[f"assets/charts/{tree.id}.svg"] = picture
        rows = [(tree.title, f"decision-guides/{tree.id}", tree.decides or "") for tree in trees]
        write_listing(maker, "decision-guides", rows)
    for timeline in library.timeline.values():
        _write_timeline(maker, timeline)
    if library.timeline:
        rows = [
            (t.title, f"dates/{t.id}", f"{len(t.deadlines)} deadlines, each with the rule it rests on.")
            for t in library.timeline.values()
        ]
        if len(rows) > 1:
            _write_together(maker)
            rows.insert(
                0, ("All the dates together", "dates/together", "Several timelines in one list and one picture.")
            )
        write_listing(maker, "dates", rows)
    write_checklists(maker)
    _write_scenarios(maker)


def _write_tree(maker: Maker, tree: Tree, chart: Chart) -> None:
    library = maker.library
    numbers = numbers_of(tree)
    names = {name: f"Question {number}" for name, number in numbers.items()}
    names |= {name: outcome.title for name, outcome in tree.outcomes.items()}
    outline = [
        (number, name, question, edges, question.answers_explained or not told_in(edges, question))
        for name, number in numbers.items()
        for question, edges in [(tree.questions[name], edges_of(tree, name))]
    ]
    write_piece(
        maker,
        "decision-guides",
        "tree.md.j2",
        tree,
        description=tree.decides or "",
        tree=tree,
        chart=chart,
        outline=outline,
        names=names,
        numbers=numbers,
        kinds=library.site.outcome_kinds,
        kind_of={kind.id: kind for kind in library.site.outcome_kinds},
        outcomes=list(tree.outcomes.items()),
        scenarios=[s for s in library.scenario.values() if any(w.tree == tree.id for w in s.walks)],
        data=script(
            {"tree": library.worked_out("data", tree, partial(tree_data, tree)), "cases": _cases_on(maker, tree)}
        ),
        aids=_aids_of(maker, tree),
    )


def _cases_on(maker: Maker, tree: Tree) -> list[dict[str, object]]:
    """Return the worked cases that walk a tree, to be played on its chart."""
    return [
        {
            "id": f"{scenario.id}.{number}",
            "name": f"{scenario.name}, way {number}",
            "today": scenario.today.isoformat(),
            "answers": case.answers,
        }
        for scenario in maker.library.scenario.values()
        for number, case in enumerate(scenario.walks, start=1)
        if case.tree == tree.id
    ]


def _aids_of(maker: Maker, tree: Tree) -> dict[str, list[tuple[object, ...]]]:
    """Return the checklists and timelines that outcomes open inside the result, each with its outcomes."""
    library = maker.library

    def leading_to(field: str, name: str) -> list[str]:
        return [outcome for outcome, found in tree.outcomes.items() if getattr(found, field) == name]

    checklists = dict.fromkeys(outcome.checklist for outcome in tree.outcomes.values() if outcome.checklist)
    timelines = dict.fromkeys(outcome.timeline for outcome in tree.outcomes.values() if outcome.timeline)
    return {
        "checklists": [
            (
                checklist_words(library, library.checklist[name]),
                leading_to("checklist", name),
                {outcome: tree.outcomes[outcome].answers for outcome in leading_to("checklist", name)},
                passes(tree, library.checklist[name]),
            )
            for name in checklists
        ],
        "timelines": [
            (
                library.timeline[name],
                leading_to("timeline", name),
                script(timelines_data(library, [library.timeline[name]], england_and_wales())),
                passes(tree, library.timeline[name]),
            )
            for name in timelines
        ],
    }


def _write_timeline(maker: Maker, timeline: Timeline) -> None:
    library = maker.library
    rows = [
        {
            "deadline": deadline,
            "rule": sentences.rule(library, deadline) or "no number is set",
            "otherwise": other_rule_words(library, deadline),
            "applies": sentences.guard(deadline.applies, timeline.questions) if deadline.applies else "",
        }
        for deadline in timeline.deadlines
    ]
    for deadline in timeline.deadlines:
        rule = sentences.rule(library, deadline) or deadline.text or ""
        maker.findable(
            f"dates/{timeline.id}.html#{deadline.id}", deadline.name, with_in_force(rule, deadline, maker.as_of)
        )
    example, example_day = _example(maker, timeline)
    write_piece(
        maker,
        "dates",
        "timeline.md.j2",
        timeline,
        timeline=timeline,
        rows=rows,
        regimes=regimes_on(library, timeline),
        data=script(timelines_data(library, [timeline], england_and_wales())),
        example=example,
        example_day=example_day,
    )


def _example(maker: Maker, timeline: Timeline) -> tuple[list[dict[str, object]], date | None]:
    """Return a worked example: every day asked for is the day the timeline was reviewed."""
    day = timeline.reviewed or newest_review(maker.library)
    if day is None:
        return [], None
    rows = work_out(maker.library, timeline, {asked.date: day for asked in timeline.inputs})
    shown = [
        {
            "title": title_of(maker.library, row),
            "when": when(row),
            "because": because(maker.library, row),
            "deadline": row.deadline,
        }
        for row in rows
        if (row.due or row.not_before) and row.applies != "no"
    ]
    return shown, day


def _write_together(maker: Maker) -> None:
    """Write the page on which several timelines are worked out together."""
    library = maker.library
    maker.write(
        "dates/together",
        "dates_together.md.j2",
        "All the dates together",
        crumbs=[crumb_of(library, "dates")],
        section="dates",
        data=script(timelines_data(library, library.timeline.values(), england_and_wales())),
        reviewed=newest_review(library),
    )


def _write_scenarios(maker: Maker) -> None:
    library = maker.library
    for scenario in library.scenario.values():
        write_piece(
            maker,
            "training",
            "scenario.md.j2",
            scenario,
            scenario=scenario,
            walks=_walks(maker, scenario),
            cases=_cases(maker, scenario),
            kind_of={kind.id: kind for kind in library.site.outcome_kinds},
        )
    guides = [(tree.title, f"decision-guides/{tree.id}", tree.decides or "") for tree in library.tree.values()]
    scenarios = library.scenario.values()
    cases = [(s.title or s.name, f"training/{s.id}", s.exercise.ask if s.exercise else "") for s in scenarios]
    if cases or guides:
        head = words_of(library, "training")
        groups = [(heading, rows) for heading, rows in (("Flowcharts", guides), ("Worked cases", cases)) if rows]
        maker.write("training/index", "listing.md.j2", head.title or "", section="training", head=head, groups=groups)


def _walks(maker: Maker, scenario: Scenario) -> list[Mapping[str, object]]:
    made: list[Mapping[str, object]] = []
    for case in scenario.walks:
        tree = maker.library.tree[case.tree]
        try:
            taken = walk(tree, case.answers, today=scenario.today)
        except Refused:
            continue  # a national case that an authority's own questions do not admit
        steps = [
            {"question": step.question, "ask": tree.questions[step.question].ask, "answer": step.because}
            for step in taken.path
        ]
        made.append({"tree": tree, "steps": steps, "outcome": tree.outcomes[taken.outcome or case.outcome]})
    return made


def _cases(maker: Maker, scenario: Scenario) -> list[Mapping[str, object]]:
    library = maker.library
    deadlines = {name: deadline.name for name, deadline in library.deadlines.items()}
    made: list[Mapping[str, object]] = []
    for case in scenario.timelines:
        expected = []
        for name, wanted in case.expect.items():
            value = wanted.due or wanted.not_before
            words = sentences.short_day(value) if value else "does not apply"
            found = library.deadlines.get(short_event(name))
            stands = in_force_words(found, maker.as_of) if found else ""
            words += f", {sentences.lower_first(stands)}" if stands else ""
            expected.append((deadlines.get(name, name), words))
        given = [(library.date[n].ask if n in library.date else deadlines.get(n, n), d) for n, d in case.given.items()]
        made.append({"timeline": library.timeline[case.timeline], "given": given, "expect": expected})
    return made
