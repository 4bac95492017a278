"""Decision guides: trees with their flowcharts, outlines and outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup

from generator.compile.chart.chart import Chart, charts_of
from generator.compile.chart.metrics import fonts
from generator.compile.chart.parts import numbers_of
from generator.compile.data import shapes
from generator.compile.data.script import script
from generator.compile.data.timeline import timelines_data
from generator.compile.data.tree import tree_data
from generator.compile.files.flowchart import standalone
from generator.compile.page.maker import Maker
from generator.compile.page.sections import listed, write_beside, write_listing, write_piece
from generator.compile.pages.checklist import checklist_words
from generator.compile.words.interface import SAYS
from generator.compile.words.ways_on import edges_of, told_in
from generator.model.pages import RESULTS
from generator.model.same import passes
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.own_files import BUILT
from generator.reason.calendars import england_and_wales

_RESULTS = SAYS.guide.page.results


def write_guides(maker: Maker, cache: Path | None) -> None:
    """Write every tree with its chart, and the list of them where there are any.

    ``cache``: a folder where positions on charts are kept between runs (None: nothing is kept).
    """
    library = maker.library
    trees = list(library.tree.values())
    if not trees:
        return
    kinds = {kind.id: kind for kind in library.site.outcome_kinds}
    fresh = [tree for tree in trees if ("chart", id(tree)) not in library.memo]
    drawn = charts_of(fresh, kinds, fonts(BUILT / "fonts"), cache)
    for tree in trees:
        chart: Chart = library.worked_out("chart", tree, partial(drawn.get, tree.id))
        _write_tree(maker, tree, chart)
        _write_results(maker, tree)
        picture: bytes = library.worked_out("picture", tree, partial(standalone, maker, chart))
        maker.written[f"assets/charts/{tree.id}.svg"] = picture
    write_listing(maker, "decision-guides", listed(maker, "tree", library.site.tree_groups))


def _write_tree(maker: Maker, tree: Tree, chart: Chart) -> None:
    library = maker.library
    numbers = numbers_of(tree)
    names = {name: SAYS.guide.page.numbered.format(number=number) for name, number in numbers.items()}
    names |= {name: outcome.title for name, outcome in tree.outcomes.items()}
    outline = [
        (number, name, question, edges, question.answers_explained or not told_in(edges, question))
        for name, number in numbers.items()
        for question, edges in [(tree.questions[name], edges_of(tree, name))]
    ]
    write_piece(
        maker,
        "decision-guides",
        "guide/tree.md.j2",
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
            shapes.Guide(tree=library.worked_out("data", tree, partial(tree_data, tree)), cases=_cases_on(maker, tree))
        ),
        aids=_aids_of(maker, tree),
    )


def _write_results(maker: Maker, tree: Tree) -> None:
    """Write the page of all that a tree can lead to. Its own page has each as a row, and whole once it is reached."""
    library = maker.library
    write_beside(
        maker,
        tree,
        RESULTS,
        "guide/results.md.j2",
        _RESULTS.title.format(guide=tree.title),
        helper=maker.helper(f"decision-guides/{tree.id}{RESULTS}"),
        description=_RESULTS.holds.format(guide=tree.title),
        audiences=tree.audiences,
        short_title=_RESULTS.kind,
        tree=tree,
        kind_of={kind.id: kind for kind in library.site.outcome_kinds},
        outcomes=list(tree.outcomes.items()),
    )


def _cases_on(maker: Maker, tree: Tree) -> list[shapes.PlayedCase]:
    """Return the worked cases that walk a tree, to be played on its chart."""
    return [
        {
            "id": f"{scenario.id}.{number}",
            "name": SAYS.guide.page.case_way.format(case=scenario.name, number=number),
            "today": scenario.today.isoformat(),
            "answers": case.answers,
        }
        for scenario in maker.library.scenario.values()
        for number, case in enumerate(scenario.walks, start=1)
        if case.tree == tree.id
    ]


def _aids_of(maker: Maker, tree: Tree) -> Mapping[str, Sequence[tuple[object, ...]]]:
    """Return the checklists and timelines that outcomes open inside the result, each with its outcomes."""
    library = maker.library

    def leading_to(field: str, name: str) -> list[str]:
        return [outcome for outcome, found in tree.outcomes.items() if getattr(found, field) == name]

    checklists = dict.fromkeys(outcome.checklist for outcome in tree.outcomes.values() if outcome.checklist)
    timelines = dict.fromkeys(outcome.timeline for outcome in tree.outcomes.values() if outcome.timeline)
    opened: list[tuple[object, list[str], shapes.Known, shapes.Passes]] = [
        (
            checklist_words(library, library.checklist[name]),
            leading_to("checklist", name),
            {outcome: tree.outcomes[outcome].answers for outcome in leading_to("checklist", name)},
            passes(tree, library.checklist[name]),
        )
        for name in checklists
    ]
    counted: list[tuple[Timeline, list[str], Markup, shapes.Passes]] = [
        (
            library.timeline[name],
            leading_to("timeline", name),
            script(timelines_data(library, [library.timeline[name]], england_and_wales())),
            passes(tree, library.timeline[name]),
        )
        for name in timelines
    ]
    return {"checklists": opened, "timelines": counted}
