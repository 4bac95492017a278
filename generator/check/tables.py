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
from generator.model.question import LetStand, Question, Route, Routes
from generator.model.tree import Outcome, Tree
from generator.reason.prove import FLAWS, Proof, prove
from generator.reason.regions import TooTangled


def check_tables(local: Library, authority: Authority) -> Iterator[Problem]:
    """Report the cases that a table of an authority's answers leaves out or answers in two ways.

    A finding on the topic that accepts the gap or overlap for the same case makes it a warning.
    """
    person = _anybody(local)
    for practice in authority.practice:
        if practice.questions:
            yield from _wrong(practice, authority) or _flaws(practice, authority, person)


def _anybody(local: Library) -> str:
    one = local.site.case.one
    return f"{'an' if one[0] in 'aeiou' else 'a'} {one}"


def proofs_of_tables(local: Library, authority: Authority, topic: str) -> list[tuple[Tree, Proof]] | None:
    """Return the tables that answer a topic, each as a guide with its proof; None where one cannot be proven."""
    tables = [p for p in authority.practice if p.topic == topic and p.questions]
    if any(_wrong(practice, authority) for practice in tables):
        return None
    try:
        return [(tree, prove(tree)) for tree in (_as_tree(practice, authority, _anybody(local)) for practice in tables)]
    except TooTangled:
        return None


def _wrong(practice: Practice, authority: Authority) -> list[Problem]:
    wrong = [*problems_of(practice.questions)]
    for question in practice.questions.values():
        wrong += leading_on("table", question)
    guards = [row.if_ for row in practice.table] + [finding.when for finding in _accepted(authority, practice)]
    for guard in guards:
        wrong += check_guard(guard, practice.questions) if guard else ()
    return wrong


def _accepted(authority: Authority, practice: Practice) -> tuple[Finding, ...]:
    return authority.accepted(practice.topic, *FLAWS)


def _flaws(practice: Practice, authority: Authority, person: str) -> Iterator[Problem]:
    tree = _as_tree(practice, authority, person)
    place = practice.place("table")
    try:
        flaws = [flaw for flaw in prove(tree).findings if flaw.rule.id in FLAWS]
    except TooTangled as tangled:
        said = f"the table of '{practice.id}' is too tangled to prove: {tangled}"
        yield Problem(place, rules.TOO_TANGLED, said, "ask less, or part it in two answers")
        return
    for flaw in flaws:
        answers = " and ".join(f"'{tree.outcomes[name].title}'" for name in dict.fromkeys(flaw.others))
        found = answers if flaw.rule == rules.OVERLAP else "no answer"
        said = f"{person_of(tree, flaw)} finds {found} in the table of '{practice.id}'"
        if flaw.accepted:
            said += f"; accepted as '{flaw.accepted}'"
            yield Problem(place, flaw.rule, said, "settle it, then take the finding away", softened=True)
        else:
            hint = f"change the rows, or accept it with a finding on topic/{practice.topic}"
            yield Problem(place, flaw.rule, said, hint)


def _as_tree(practice: Practice, authority: Authority, person: str) -> Tree:
    """Return a table as a guide that asks all its questions and leads to one answer; rows of one answer are one.

    The last question lets stand what the authority's findings on the topic accept: there all is known.
    """
    stand = [LetStand(f.id, f.kind, f.when) for f in _accepted(authority, practice) if f.when]
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
        questions[name] = question.model_copy(update={"go": go}).letting_stand(*(() if after else stand))
    return Tree(
        id=practice.id,
        title=practice.id,
        person=person,
        start=next(iter(questions)),
        questions=questions,
        outcomes={name: Outcome(title=answer, kind="answer", text=answer) for answer, name in names.items()},
    )
