"""What the proof of a tree found, told as a person it happens to, at the line where it can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import rules
from generator.errors import Place, Problem
from generator.model.question import Question, routes_of
from generator.model.tree import Tree
from generator.reason.guards import UNSURE
from generator.reason.prove import Flaw, Proof, prove
from generator.reason.questions import asks
from generator.reason.regions import Region, TooTangled, tests_in

HINTS = {
    rules.GAP: "cover this case, or give a last way without 'when'",
    rules.OVERLAP: "make the conditions exclude each other",
    rules.UNKNOWN: "ask that question first on every way here, or do not look at it",
    rules.NEVER_HOLDS: "mend the condition, or delete this way",
    rules.SHADOWED: "put it before the way that takes its cases, or delete it",
    rules.ENDLESS: "lead one of these questions on to an outcome",
    rules.ASKED_TWICE: "lead past it, or ask something else",
    rules.NEVER_REACHED: "lead an answer there, or delete it",
}
_LET_STAND = (rules.GAP, rules.OVERLAP)  # while an authority's accepted finding says where they lead


def prove_tree(tree: Tree) -> tuple[list[Problem], Proof | None]:
    """Prove a whole tree. Return the problems found and the proof (None where it is too tangled to prove)."""
    try:
        proof = prove(tree)
    except TooTangled as tangled:
        message = f"the tree '{tree.id}' is too tangled to prove: {tangled}"
        return [Problem(tree.place("id"), rules.TOO_TANGLED, message, "split it into several trees")], None
    return [_problem(tree, finding) for finding in _first_causes(proof.findings)], proof


def _first_causes(findings: list[Flaw]) -> Iterator[Flaw]:
    """Give the findings without those that only follow from a way that is missing or not decided."""
    broken = {finding.question for finding in findings if finding.rule in (rules.GAP, rules.UNKNOWN)}
    for finding in findings:
        if finding.rule == rules.NEVER_REACHED and broken:
            continue
        if finding.rule in (rules.NEVER_HOLDS, rules.SHADOWED) and finding.question in broken:
            continue
        yield finding


def _problem(tree: Tree, finding: Flaw) -> Problem:
    if finding.accepted:
        settled = tree.questions[finding.question].until_settled
        said = (
            f"{_sentence(tree, finding)}; accepted as '{finding.accepted}', and led to '{settled}' until it is settled"
        )
        return Problem(
            _place(tree, finding), finding.rule, said, "mend the rule, then take the finding away", softened=True
        )
    hint = "change where one of the bands begins or ends" if _between_bands(tree, finding) else HINTS[finding.rule]
    return Problem(_place(tree, finding), finding.rule, _sentence(tree, finding), hint)


def _between_bands(tree: Tree, finding: Flaw) -> bool:
    """Whether it is the bands of a question that leave a gap or overlap, not its ways on."""
    if finding.rule not in _LET_STAND or not finding.person:
        return False
    answer = finding.person[-1][1].answer
    return asks(tree.questions[finding.question]).between_bands(answer)


def _sentence(tree: Tree, finding: Flaw) -> str:
    who = person_of(tree, finding)
    if finding.rule == rules.GAP:
        return f"{who} is led nowhere"
    if finding.rule == rules.OVERLAP:
        both = " and ".join(f"'{name}'" for name in dict.fromkeys(finding.others))
        return f"{who} is led to {both} at once" if len(set(finding.others)) > 1 else f"{who} fits two ways to {both}"
    if finding.rule == rules.UNKNOWN:
        unasked = " and ".join(f"'{name}'" for name in finding.others)
        return f"{who} was not asked {unasked}, which this condition looks at"
    if finding.rule == rules.NEVER_HOLDS:
        return f"nobody who comes here meets this condition, so nobody is led to '{finding.others[0]}' by it"
    if finding.rule == rules.SHADOWED:
        return (
            f"everybody who meets this condition has taken an earlier way, so it never leads to '{finding.others[0]}'"
        )
    if finding.rule == rules.ENDLESS:
        circle = " → ".join([*finding.others, finding.others[0]])
        return f"a walk can go round for ever: {circle}"
    if finding.rule == rules.ASKED_TWICE:
        return f"one walk can ask '{finding.question}' twice"
    kind = "question" if finding.question in tree.questions else "outcome"
    return f"no walk reaches the {kind} '{finding.question}'"


def person_of(tree: Tree, finding: Flaw) -> str:
    """Return the person in the example: only the answers that matter here, in the order they were given."""
    if not finding.person:
        return tree.person or "somebody"
    name, last = finding.person[-1]
    matters = {name, *_looked_at(tree.questions[name], last)}
    words = [region.words for question, region in finding.person if question in matters]
    return " ".join([tree.person or "somebody", _joined(words)])


def _joined(words: list[str]) -> str:
    aged = [word for word in words if not word.startswith("who ")]
    answering = [word for word in words if word.startswith("who ")]
    return " ".join([*aged, " and ".join(answering)]).strip()


def _looked_at(question: Question, region: Region) -> set[str]:
    found: set[str] = set()
    for routes in routes_of(question):
        for route in routes.all:
            if route.when is not None:
                found |= {name for name, _ in tests_in(route.when)}
    return found.union(*({name for name, _ in tests_in(stands.when)} for stands in question.let_stand))


def _place(tree: Tree, finding: Flaw) -> Place:
    if finding.route is not None:
        return finding.route.place("when")
    if finding.question not in tree.questions:
        return tree.key_place("outcomes", finding.question)
    question = tree.questions[finding.question]
    if not finding.person or finding.rule in (rules.ENDLESS, rules.ASKED_TWICE, rules.NEVER_REACHED):
        return tree.key_place("questions", finding.question)
    region = finding.person[-1][1]
    if _between_bands(tree, finding):
        return tree.key_place("questions", finding.question, "bands")
    for holder, path in (
        (question.answers.get(region.given), ("answers", region.given)),
        (question.unsure if region.given == UNSURE else None, ("unsure",)),
    ):
        if holder is not None and holder.go is not None:
            return tree.key_place("questions", finding.question, *path)
    for band in question.bands:
        if band.id in region.answer.chosen and band.go is not None:
            return band.place("id")
    return tree.key_place("questions", finding.question, "go")


def outcomes_without_case(tree: Tree, reached_by_cases: set[str]) -> Iterator[Problem]:
    """Report outcomes that no worked case reaches: nobody would notice if they were led to wrongly."""
    for name, outcome in tree.outcomes.items():
        if name not in reached_by_cases:
            yield Problem(
                tree.key_place("outcomes", name),
                rules.OUTCOME_WITHOUT_CASE,
                f"no worked case reaches '{name}' ({outcome.title})",
                "add a walk to a worked case (scenarios/)",
            )


def coverage(trees: Iterable[Tree]) -> str:
    """Return in words what the proofs of trees without problems covered, and what they assume."""
    proofs = [proof for tree in trees if (proof := prove_tree(tree)[1]) is not None]
    if not proofs:
        return ""
    stand = sum(1 for proof in proofs for finding in proof.findings if finding.rule in _LET_STAND)
    let_stand = f", but for {stand} that {'is' if stand == 1 else 'are'} accepted until settled" if stand else ""
    situations, steps = sum(proof.situations for proof in proofs), sum(proof.steps for proof in proofs)
    return (
        f"Proved {len(proofs)} decision tree{'s' if len(proofs) != 1 else ''}: every one of {situations:,} situations "
        f"and {steps:,} answers in them leads on, to exactly one place{let_stand}.\n"
        "Assumed: any answer can follow any other; numbers are whole; lengths of time are counted to one day."
    )
