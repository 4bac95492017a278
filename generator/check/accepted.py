"""Accepted findings: each covers the one case it names, and that case is still there."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.check.proof import person_of, prove_tree
from generator.check.tables import proofs_of_tables
from generator.check.trees import provable
from generator.errors import Problem
from generator.model import Library
from generator.model.authority import Authority, Finding
from generator.model.tree import Tree
from generator.reason.prove import FLAWS, Proof


def check_accepted(local: Library, authority: Authority) -> Iterator[Problem]:
    """Report accepted findings that are no longer there (mended, or moved), and those that cover more than they say."""
    for finding in authority.findings:
        if finding.accepted is None or finding.on is None:
            continue
        if finding.kind in FLAWS and finding.on.kind == "topic":
            yield from _in_tables(local, authority, finding)
        elif finding.kind in FLAWS and finding.on.kind == "tree":
            yield from _in_tree(local.tree.get(finding.on.id), finding)
        elif (finding.kind, finding.on.kind) == (rules.CONTRADICTION.id, "topic"):
            answered = [practice.topic for practice in authority.practice].count(finding.on.id)
            yield from [_in_vain(finding)] if answered < 2 else ()


def _in_tables(local: Library, authority: Authority, finding: Finding) -> Iterator[Problem]:
    assert finding.on is not None
    proven = proofs_of_tables(local, authority, finding.on.id)
    if proven is None:
        return  # what is wrong with the table is told there
    if not proven:
        yield _in_vain(finding)
    elif finding.when is None:
        yield finding.without_case()
    else:
        yield from _covered(proven, finding)


def _in_tree(tree: Tree | None, finding: Finding) -> Iterator[Problem]:
    if tree is None or finding.on is None or not provable(tree):
        return
    proof = prove_tree(tree)[1]
    if proof is None:
        yield _in_vain(finding)
    elif any(stands.by == finding.id for question in tree.questions.values() for stands in question.let_stand):
        yield from _covered([(tree, proof)], finding)
    elif not any(f.rule.id == finding.kind and f.question == ".".join(finding.on.path[:1]) for f in proof.findings):
        yield _in_vain(finding)


def _covered(proven: list[tuple[Tree, Proof]], finding: Finding) -> Iterator[Problem]:
    """Report a finding that covers nobody, or somebody who finds exactly one way."""
    if not any(flaw.accepted == finding.id for _, proof in proven for flaw in proof.findings):
        yield _in_vain(finding)
        return
    for tree, proof in proven:
        flaw = proof.spared.get(finding.id)
        if flaw is not None:
            said = f"'{finding.id}' also covers {person_of(tree, flaw)}, for whom there is no {finding.kind}"
            hint = "let 'when' say no more than the case that is accepted"
            yield Problem(finding.place("when"), rules.ACCEPTED_IN_VAIN, said, hint)


def _in_vain(finding: Finding) -> Problem:
    a_kind = f"{'an' if finding.kind[0] in 'aeiou' else 'a'} {finding.kind}"
    said = f"'{finding.id}' accepts {a_kind} that is not there"
    return Problem(finding.place("accepted"), rules.ACCEPTED_IN_VAIN, said, "take the acceptance away")
