"""Scenarios: what they name must exist, and their walks must lead where they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import rules
from generator.check.questions import problems_of
from generator.check.timelines import check_timelines
from generator.check.trees import as_drawn
from generator.errors import Problem, did_you_mean
from generator.model import Library
from generator.model.question import Question
from generator.model.scenario import Scenario, TimelineCase, Walk
from generator.model.tree import Tree
from generator.reason.guards import Answered
from generator.reason.questions import Refused, read_all
from generator.reason.timeline import work_out
from generator.reason.walk import walk


def check_scenarios(library: Library) -> Iterator[Problem]:
    """Report what walks and timeline cases name that does not exist, and walks that lead elsewhere than they say."""
    dates = {*library.date, *library.deadlines}
    # Dates of timelines that are themselves wrong would only repeat what is said of them already.
    sound = not any(check_timelines(library)) and not library.partial
    for scenario in library.scenario.values():
        for number, case in enumerate(scenario.walks):
            tree = library.tree.get(case.tree)
            if tree is None or _of_another(library, case.authority):
                continue
            yield from _unasked(case, f"the tree '{tree.id}'", tree.questions)
            if case.outcome not in tree.outcomes:
                yield Problem(
                    scenario.place("walks", number, "outcome"),
                    rules.UNKNOWN_REFERENCE,
                    f"the tree '{tree.id}' has no outcome '{case.outcome}'",
                    did_you_mean(case.outcome, tree.outcomes),
                )
            elif not any(as_drawn(tree)) and not any(problems_of(tree.questions)):
                # A walk through a tree that has problems of its own would only repeat them.
                yield from _walked(scenario, number, case, tree)
        for timed in scenario.timelines:
            if _of_another(library, timed.authority):
                continue
            misnamed = list(_misnamed(library, timed, dates))
            yield from misnamed
            if timed.timeline in library.timeline and sound and not misnamed:
                yield from _timed(library, scenario, timed)


def _of_another(library: Library, authority: str | None) -> bool:
    """Whether a case belongs to an authority's view, and this library is not that view."""
    return authority is not None and (library.seen_by is None or library.seen_by.id != authority)


def _unasked(case: Walk | TimelineCase, asker: str, questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Report answers of a case to questions that the tree or timeline it tries does not ask."""
    for name in case.answers:
        if name not in questions:
            said = f"{asker} has no question '{name}'"
            yield Problem(case.key_place("answers", name), rules.UNKNOWN_QUESTION, said, did_you_mean(name, questions))


def _misnamed(library: Library, timed: TimelineCase, dates: set[str]) -> Iterator[Problem]:
    for name in timed.given:
        if name not in dates and not library.partial & {"date", "timeline"}:
            yield Problem(
                timed.key_place("given", name),
                rules.UNKNOWN_EVENT,
                f"there is no date or deadline '{name}'",
                did_you_mean(name, dates),
            )
    timeline = library.timeline.get(timed.timeline)
    if timeline:
        yield from _unasked(timed, f"the timeline '{timeline.id}'", timeline.questions)
    known = {deadline.id for deadline in timeline.deadlines} if timeline else set()
    for event in timed.expect if timeline else ():
        if event.split(".")[0] not in known:
            yield Problem(
                timed.key_place("expect", event),
                rules.UNKNOWN_EVENT,
                f"the timeline '{timed.timeline}' has no deadline '{event}'",
                did_you_mean(event, known),
            )


def _timed(library: Library, scenario: Scenario, case: TimelineCase) -> Iterator[Problem]:
    """Report answers a timeline does not take; where it takes all, dates it works out otherwise than a case expects."""
    timeline = library.timeline[case.timeline]
    answers: dict[str, Answered] = {}
    for name, answer in read_all(timeline.questions, case.answers, today=scenario.today, dates=case.given).items():
        if isinstance(answer, Refused):
            yield Problem(case.key_place("answers", name), rules.ANSWER_REFUSED, str(answer))
        else:
            answers[name] = answer
    if len(answers) < len(case.answers):
        return
    rows = {row.id: row for row in work_out(library, timeline, case.given, answers)}
    for event, wanted in case.expect.items():
        row = rows.get(event) or rows.get(f"{event}.1")
        if row is None:
            continue
        worked = {"due": row.due, "not_before": row.not_before, "estimated": row.estimated, "applies": row.applies}
        for key in sorted(wanted.model_fields_set):
            expected = getattr(wanted, key)
            if expected is not None and worked[key] != expected:
                yield Problem(
                    case.key_place("expect", event),
                    rules.DATE_DIFFERS,
                    f"'{event}' comes out as {key} {worked[key] or 'nothing'}, not {expected}",
                    f"see: pathways timeline {timeline.id}",
                )


def _walked(scenario: Scenario, number: int, case: Walk, tree: Tree) -> Iterator[Problem]:
    try:
        taken = walk(tree, read_all(tree.questions, case.answers, today=scenario.today))
    except Refused as refused:
        yield Problem(case.key_place("answers"), rules.WALK_REFUSED, f"this walk cannot be taken: {refused}")
        return
    place = scenario.place("walks", number, "outcome")
    if taken.next in tree.questions:
        asked = tree.questions[taken.next].ask
        yield Problem(
            place,
            rules.WALK_UNFINISHED,
            f"this walk stops before an outcome: nothing is answered to '{taken.next}' ({asked})",
            f"add an answer to '{taken.next}'",
        )
    elif taken.outcome in tree.outcomes and taken.outcome != case.outcome:
        yield Problem(
            place,
            rules.WALK_LEADS_ELSEWHERE,
            f"this walk leads to '{taken.outcome}', not to '{case.outcome}'",
            "change the answers or the outcome",
        )
