"""Tables of an authority's answers: where they say what decides, everybody finds exactly one answer in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator import rules
from generator.check.forms import leading_on
from generator.check.guards import check_guard
from generator.check.proof import person_of
from generator.check.questions import problems_of
from generator.errors import Problem
from generator.model import Library
from generator.model.authority import Authority, Finding, Practice
from generator.model.guard import Conditions
from generator.model.question import Question, Route, Routes
from generator.model.tree import Outcome, Tree
from generator.reason.prove import prove
from generator.reason.regions import TooTangled

_FLAWS = (rules.GAP, rules.OVERLAP)


def check_tables(local: Library, authority: Authority) -> Iterator[Problem]:
    """Report the cases that a table of an authority's answers leaves out or answers in two ways.

    A finding on the topic that accepts the gap or overlap makes it a warning.
    """
    one = local.site.case.one
    person = f"{'an' if one[0] in 'aeiou' else 'a'} {one}"
    for practice in authority.practice:
        if practice.questions:
            yield from _wrong(practice) or _flaws(practice, authority, person)


def in_a_table(authority: Authority, finding: Finding) -> bool:
    """Whether a gap or overlap that a finding on a topic accepts is in a table of the authority's answers to it."""
    tables = [p for p in authority.practice if finding.on and p.topic == finding.on.id and p.questions]
    try:
        return any(
            flaw.rule.id == finding.kind for p in tables if not _wrong(p) for flaw in prove(_as_tree(p)).findings
        )
    except TooTangled:
        return True


def _wrong(practice: Practice) -> list[Problem]:
    wrong = [*problems_of(practice.questions)]
    for question in practice.questions.values():
        wrong += leading_on("table", question)
    for row in practice.table:
        wrong += check_guard(row.if_, practice.questions) if row.if_ else ()
    return wrong


def _flaws(practice: Practice, authority: Authority, person: str) -> Iterator[Problem]:
    tree = _as_tree(practice, person)
    place = practice.place("table")
    try:
        flaws = [flaw for flaw in prove(tree).findings if flaw.rule in _FLAWS]
    except TooTangled as tangled:
        said = f"the table of '{practice.id}' is too tangled to prove: {tangled}"
        yield Problem(place, rules.TOO_TANGLED, said, "ask less, or part it in two answers")
        return
    for flaw in flaws:
        answers = " and ".join(f"'{tree.outcomes[name].title}'" for name in dict.fromkeys(flaw.others))
        found = answers if flaw.rule == rules.OVERLAP else "no answer"
        said = f"{person_of(tree, flaw)} finds {found} in the table of '{practice.id}'"
        if authority.accepts(flaw.rule.id, practice.topic):
            yield Problem(place, flaw.rule, f"{said}; accepted", "settle it, then take the finding away", softened=True)
        else:
            hint = f"change the rows, or accept it with a finding on topic/{practice.topic}"
            yield Problem(place, flaw.rule, said, hint)


def _as_tree(practice: Practice, person: str | None = None) -> Tree:
    """Return a table as a guide that asks all its questions and leads to one answer; rows of one answer are one."""
    cases: dict[str, list[Conditions]] = defaultdict(list)
    for row in practice.table:
        if row.if_ is not None:
            cases[row.answer].append(row.if_)
    names = {answer: f"answer-{number}" for number, answer in enumerate(cases)}
    ways = tuple(Route(go=names[answer], when=Conditions(any=tuple(guards))) for answer, guards in cases.items())
    questions: dict[str, Question] = {}
    following = [*list(practice.questions)[1:], None]
    for (name, question), after in zip(practice.questions.items(), following, strict=True):
        go = Routes(routes=(Route(go=after),)) if after else Routes(exactly_one=ways)
        questions[name] = question.model_copy(update={"go": go})
    return Tree(
        id=practice.id,
        title=practice.id,
        person=person,
        start=next(iter(questions)),
        questions=questions,
        outcomes={name: Outcome(title=answer, kind="answer", text=answer) for answer, name in names.items()},
    )
