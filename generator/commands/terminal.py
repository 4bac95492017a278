"""Trees and timelines on a terminal: walked with answers given or question by question; dates worked out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import assert_never

import click

from generator.compile.files.calendar import calendar_file
from generator.compile.words import citations, sentences
from generator.compile.words.binding import own_practice
from generator.compile.words.in_force import force_on, in_force_words, with_in_force
from generator.compile.words.working import as_data, because, title_of, when
from generator.errors import did_you_mean
from generator.model import Library
from generator.model.question import Question
from generator.model.timeline import Timeline
from generator.model.tree import Tree
from generator.reason.guards import UNSURE, Answered
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, Refused, asks, read_all
from generator.reason.timeline import work_out
from generator.reason.walk import Way, walk


def walk_with_answers(
    library: Library, tree: Tree, answers: Mapping[str, str], today: date, dates: Mapping[str, date], *, as_json: bool
) -> str:
    """Return the walk in words, or as JSON: outcome, next question, and the path with reasons and sources.

    Raises Refused for answers a question does not have, and for answers to questions the tree does not have.
    """
    for name in answers:
        if name not in tree.questions:
            raise Refused(f"the tree '{tree.id}' has no question '{name}'; it has: {', '.join(tree.questions)}")
    taken = walk(tree, read_all(tree.questions, answers, today=today, dates=dates))
    if as_json:
        return json.dumps(_as_data(taken), ensure_ascii=False, indent=2)
    return _in_words(library, tree, taken, today)


def _as_data(taken: Way) -> dict[str, object]:
    return {
        "outcome": taken.outcome,
        "next": taken.next,
        "path": [
            {
                "question": step.question,
                "answer": step.answer.given,
                "because": step.because,
                "cite": [str(citation) for citation in step.cite],
            }
            for step in taken.path
        ],
    }


def _in_words(library: Library, tree: Tree, taken: Way, today: date) -> str:
    lines = [tree.title, ""]
    for number, step in enumerate(taken.path, start=1):
        sources = citations.all_words(library, step.cite)
        lines.append(
            f"{number}. {tree.questions[step.question].ask} {step.because}" + (f"  [{sources}]" if sources else "")
        )
    if taken.outcome is not None:
        outcome = tree.outcomes[taken.outcome]
        kinds = {kind.id: kind.label for kind in library.site.outcome_kinds}
        result = f"{kinds.get(outcome.kind, outcome.kind)}: {outcome.title}"
        lines += ["", result, with_in_force(outcome.text, outcome, today)]
        lines += [f"  - {with_in_force(said.text, said, today)}" for said in outcome.then]
    elif taken.next is not None:
        lines += ["", f"Next: {tree.questions[taken.next].ask}", f"  --answer {taken.next}=…"]
    if tree.does_not_decide:
        lines += ["", f"It does not decide: {tree.does_not_decide}"]
    return "\n".join(lines)


def walk_in_terminal(library: Library, tree: Tree, today: date, dates: Mapping[str, date]) -> None:
    """Ask question by question on the terminal until an outcome. ``back`` takes the last answer back."""
    answers: dict[str, Answered] = {}
    click.echo(f"{tree.title}\n(type 'back' to change the last answer, Ctrl+C to stop)")
    while True:
        taken = walk(tree, answers)
        if taken.next is None:
            break
        question = tree.questions[taken.next]
        text = _ask(question)
        if text == "back":
            if taken.path:
                del answers[taken.path[-1].question]
            continue
        try:
            read = asks(question).read(taken.next, text, today=today, dates=dates)
            walk(tree, {**answers, taken.next: read})
        except Refused as refused:
            click.echo(f"  {refused}")
        else:
            answers[taken.next] = read
    click.echo("\n" + _in_words(library, tree, taken, today))


def _ask(question: Question) -> str:
    click.echo(f"\n{question.ask}")
    choices = [*question.answers, *([UNSURE] if question.unsure else [])]
    labels = question.labels()
    for number, name in enumerate(choices, start=1):
        click.echo(f"  {number}  {labels[name]}")
    asked = asks(question)
    match asked:
        case ChooseOne():
            hint = "a number"
        case ChooseMany():
            hint = "numbers with +"
        case GiveNumber():
            hint = "a whole number"
        case GiveDay():
            hint = "a day, 2026-11-22"
        case _:
            assert_never(asked)
    given = str(click.prompt(f"  {hint}", prompt_suffix=": ")).strip()
    if isinstance(asked, GiveNumber):  # its figures are the answer, not the numbers of choices
        return UNSURE if given == "u" else given
    picked = [
        choices[int(part) - 1] if part.isdigit() and 0 < int(part) <= len(choices) else part
        for part in given.split("+")
    ]
    return "+".join(picked)


def timeline_as(
    form: str,
    library: Library,
    timeline: Timeline,
    given: Mapping[str, date],
    answers: Mapping[str, str],
    today: date,
    word: str = "",
) -> bytes:
    """Return a timeline's dates as ``json``, ``ics`` or a ``table``. Raises Refused for unknown events or answers.

    ``word`` is the worker's own for the case, by which a later calendar file updates its dates.
    """
    events = {*library.date, *library.deadlines}
    for name in given:
        if name.partition(".")[0] not in events:
            raise Refused(f"there is no date or deadline '{name}' {did_you_mean(name, events)}".rstrip())
    read = {}
    for name, value in answers.items():
        if name not in timeline.questions:
            raise Refused(f"the timeline '{timeline.id}' has no question '{name}'")
        read[name] = asks(timeline.questions[name]).read(name, value, today=today, dates=given)
    rows = work_out(library, timeline, given, read)
    if form == "json":
        data = {"timeline": timeline.id, "deadlines": [as_data(library, row, today) for row in rows]}
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
    if form == "ics":
        return calendar_file(library, rows, moment=datetime.now(UTC), on=today, word=word)
    lines = [timeline.title, ""]
    for row in rows:
        if row.applies == "no":
            continue
        shown = when(row) or "-"
        force = force_on(row.deadline, today)
        own = own_practice(library, row.deadline) if force == "practice" else None
        word = sentences.lower_first(sentences.FORCE_WORDS.get(force, "")) if own is None else own
        stands = in_force_words(row.deadline, today)
        marks = [
            m
            for m in (
                word,
                sentences.lower_first(stands),
                "may apply" * (row.applies == "maybe"),
            )
            if m
        ]
        lines.append(f"{shown:<34} {title_of(library, row)}" + (f"  [{', '.join(marks)}]" if marks else ""))
        lines.append(f"{'':<34} {because(library, row)}")
    return ("\n".join(lines) + "\n").encode()
