"""Proving a tree: every situation a walk can be in is visited, and what is wrong is told with an example.

A situation is a question together with what later guards can still tell about the answers given before. Two
ways that no later guard tells apart meet in one situation, so the proof is exact and stays small. Each finding
carries the answers of one person it happens to.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from generator import rules
from generator.model.guard import Conditions, Test
from generator.model.question import Question, Route, routes_of
from generator.model.tree import Tree
from generator.reason.guards import Answered, Answers, holds, test_holds
from generator.reason.questions import asks
from generator.reason.regions import Region, TooTangled, regions_of, tests_in
from generator.rules import Rule

MAX_SITUATIONS = 20_000
MAX_STEPS = 200_000
FLAWS = {rule.id: rule for rule in (rules.GAP, rules.OVERLAP)}

Memory = tuple[tuple[str, tuple[bool, ...]], ...]
Situation = tuple[str, Memory]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong, by the rule it breaks.

    ``question`` (or outcome) and ``route`` say where; ``person`` is the way there, one region a step, and
    ``others`` names what else is involved: the targets that overlap, the question a guard looks at. ``accepted`` is
    the id of the finding that lets a gap or overlap stand; empty where none covers this person.
    """

    rule: Rule
    question: str
    person: tuple[tuple[str, Region], ...] = ()
    route: Route | None = None
    others: tuple[str, ...] = ()
    accepted: str = ""


@dataclass
class Proof:
    """What was found, how many situations were covered, how many steps taken between them.

    ``spared`` are the accepted findings that cover somebody who is led on rightly, each with one such person.
    ``following`` are, of each situation, those a walk goes on to; that in which it begins comes first.
    """

    findings: list[Flaw] = field(default_factory=list)
    situations: int = 0
    steps: int = 0
    reached: set[str] = field(default_factory=set)
    spared: dict[str, Flaw] = field(default_factory=dict)
    following: dict[Situation, list[Situation]] = field(default_factory=dict)


def prove(tree: Tree) -> Proof:
    """Visit every reachable situation of ``tree``. Raises TooTangled past the budget.

    The tree must be whole: every target, question and answer named in it exists.
    """
    return _Prover(tree).run()


class _Prover:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.regions = regions_of(tree)
        self.proof = Proof()
        self.tests = self._tests_ahead()
        self.way_to: dict[Situation, tuple[Situation, Region] | None] = {}
        self.successors = self.proof.following
        self.answers: dict[Situation, dict[str, Answered]] = {}
        self.seen: set[tuple[Rule, str, int]] = set()
        self.held: dict[int, set[str]] = {}
        self.flawed = ""

    def run(self) -> Proof:
        start: Situation = (self.tree.start, ())
        self.way_to[start] = None
        self.answers[start] = {}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            self.proof.reached.add(here[0])
            self.successors[here] = following = []
            for region in self.regions[here[0]]:
                self.proof.steps += 1
                self.flawed = ""
                if self.proof.steps > MAX_STEPS:
                    raise TooTangled(f"more than {MAX_STEPS:,} steps")
                leading = self._lead_on(here, region)
                self._spared(here, region)
                for target, answers in leading:
                    if target in self.tree.outcomes:
                        self.proof.reached.add(target)
                        continue
                    there = self._situation(target, answers)
                    if there not in following:
                        following.append(there)
                    if there not in self.way_to:
                        self.way_to[there] = (here, region)
                        self.answers[there] = self._kept(target, answers)
                        waiting.append(there)
                        if len(self.way_to) > MAX_SITUATIONS:
                            raise TooTangled(f"more than {MAX_SITUATIONS:,} situations")
        self.proof.situations = len(self.way_to)
        self._repeated()
        self._guards_in_vain()
        nodes = [*self.tree.questions, *self.tree.outcomes]
        self.proof.findings += [Flaw(rules.NEVER_REACHED, name) for name in nodes if name not in self.proof.reached]
        return self.proof

    # ---- one step ------------------------------------------------------------------------------------

    def _lead_on(self, here: Situation, region: Region) -> list[tuple[str, Answers]]:
        """Return where a region leads from a situation, and report what is wrong with the way."""
        name = here[0]
        question = self.tree.questions[name]
        answers = {**self.answers[here], name: region.answer}
        asked = asks(question)
        if asked.between_bands(region.answer):
            rule = rules.OVERLAP if region.answer.chosen else rules.GAP
            by = self._report(rule, name, here, region, others=tuple(sorted(region.answer.chosen)))
            return self._until_settled(question, answers, by)
        routes = asked.routes(region.answer)
        if routes is None:
            return self._until_settled(question, answers, self._report(rules.GAP, name, here, region))
        results = [(route, True if route.when is None else holds(route.when, answers)) for route in routes.all]
        for route, result in results:
            if result is True:
                self.held.setdefault(id(route), set()).add("holds")
        if routes.exactly_one:
            return self._exactly_one(name, here, region, results, answers)
        for route, result in results:
            if result is None:
                self._report(rules.UNKNOWN, name, here, region, route, self._unasked(route.when, answers))
                return []
            if result:
                self.held.setdefault(id(route), set()).add("taken")
                return [(route.go, answers)]
        return self._until_settled(question, answers, self._report(rules.GAP, name, here, region))

    def _until_settled(self, question: Question, answers: Answers, by: str) -> list[tuple[str, Answers]]:
        """Return where a gap or overlap leads that a finding (``by``) lets stand; nowhere where none does."""
        return [(question.until_settled, answers)] if question.until_settled is not None and by else []

    def _spared(self, here: Situation, region: Region) -> None:
        """Note the accepted findings that cover this person, who is led on as if there were none."""
        answers = {**self.answers[here], here[0]: region.answer}
        for stands in self.tree.questions[here[0]].let_stand:
            if stands.kind != self.flawed and stands.by not in self.proof.spared and holds(stands.when, answers):
                self.proof.spared[stands.by] = Flaw(FLAWS[stands.kind], here[0], (*self._way(here), (here[0], region)))

    def _exactly_one(
        self,
        name: str,
        here: Situation,
        region: Region,
        results: list[tuple[Route, bool | None]],
        answers: Answers,
    ) -> list[tuple[str, Answers]]:
        for route, result in results:
            if result is None:
                self._report(rules.UNKNOWN, name, here, region, route, self._unasked(route.when, answers))
                return []
        holding = [route for route, result in results if result]
        for route in holding:
            self.held.setdefault(id(route), set()).add("taken")
        by = ""
        if not holding:
            by = self._report(rules.GAP, name, here, region)
        elif len(holding) > 1:
            by = self._report(rules.OVERLAP, name, here, region, others=tuple(route.go for route in holding))
        settled = self._until_settled(self.tree.questions[name], answers, by)
        return settled or [(route.go, answers) for route in holding]

    def _unasked(self, guard: Conditions | None, answers: Answers) -> tuple[str, ...]:
        looked = dict.fromkeys(name for name, _ in tests_in(guard)) if guard else {}
        return tuple(name for name in looked if name not in answers)

    def _report(
        self,
        rule: Rule,
        name: str,
        here: Situation,
        region: Region,
        route: Route | None = None,
        others: tuple[str, ...] = (),
    ) -> str:
        """Keep the first example of each kind of trouble at each place: one person says it, hundreds do not.

        Return the id of the accepted finding that covers this person; empty where none does.
        """
        by = self._covered(rule, here, region)
        self.flawed = rule.id
        key = (rule, name, id(route) if route else hash((others, region.given if rule == rules.GAP else "", by)))
        if key not in self.seen:
            self.seen.add(key)
            self.proof.findings.append(Flaw(rule, name, (*self._way(here), (name, region)), route, others, by))
        return by

    def _covered(self, rule: Rule, here: Situation, region: Region) -> str:
        answers = {**self.answers[here], here[0]: region.answer}
        for stands in self.tree.questions[here[0]].let_stand:
            if stands.kind == rule.id and holds(stands.when, answers):
                return stands.by
        return ""

    def _way(self, here: Situation) -> tuple[tuple[str, Region], ...]:
        steps: list[tuple[str, Region]] = []
        before = self.way_to[here]
        while before is not None:
            situation, region = before
            steps.append((situation[0], region))
            before = self.way_to[situation]
        return tuple(reversed(steps))

    # ---- what later guards can still tell ------------------------------------------------------------

    def _tests_ahead(self) -> dict[str, dict[str, list[Test]]]:
        """For each question: what guards there or further on look at, by the question they look at."""
        own: dict[str, list[tuple[str, Test]]] = {}
        targets: dict[str, set[str]] = {}
        for name, question in self.tree.questions.items():
            routes = [route for go in routes_of(question) for route in go.all]
            looking = [route.when for route in routes if route.when] + [stands.when for stands in question.let_stand]
            own[name] = [pair for guard in looking for pair in tests_in(guard)]
            targets[name] = {route.go for route in routes if route.go in self.tree.questions}
        ahead = {name: set(map(_key, found)) for name, found in own.items()}
        by_key = {_key(pair): pair for found in own.values() for pair in found}
        changed = True
        while changed:
            changed = False
            for name in ahead:
                more = set().union(*(ahead[target] for target in targets[name])) - ahead[name]
                if more:
                    ahead[name] |= more
                    changed = True
        grouped: dict[str, dict[str, list[Test]]] = {}
        for name, keys in ahead.items():
            grouped[name] = {}
            for key in sorted(keys):
                looked_at, test = by_key[key]
                grouped[name].setdefault(looked_at, []).append(test)
        return grouped

    def _kept(self, target: str, answers: Answers) -> dict[str, Answered]:
        return {name: answers[name] for name in self.tests[target] if name in answers}

    def _situation(self, target: str, answers: Answers) -> Situation:
        memory = tuple(
            (name, tuple(_passes(test, answers[name]) for test in tests))
            for name, tests in self.tests[target].items()
            if name in answers
        )
        return target, memory

    # ---- over all situations -------------------------------------------------------------------------

    def _repeated(self) -> None:
        """Report walks that never end, and questions a walk asks twice."""
        bit = {name: 1 << number for number, name in enumerate(self.tree.questions)}
        ahead: dict[Situation, int] = {}
        state: dict[Situation, int] = {}
        told: set[str] = set()
        for start in self.successors:
            stack = [(start, iter(self.successors[start]))] if start not in state else []
            if stack:
                state[start] = 1
            while stack:
                here, rest = stack[-1]
                there = next(rest, None)
                if there is None:
                    ahead[here] = 0
                    for following in self.successors[here]:
                        ahead[here] |= ahead.get(following, 0) | bit[following[0]]
                    state[here] = 2
                    stack.pop()
                elif state.get(there) == 1:
                    if there[0] not in told:
                        told.add(there[0])
                        loop = [situation[0] for situation, _ in stack]
                        again = tuple(loop[loop.index(there[0]) :])
                        self.proof.findings.append(Flaw(rules.ENDLESS, there[0], self._way(there), None, again))
                elif there not in state:
                    state[there] = 1
                    stack.append((there, iter(self.successors[there])))
        for here, mask in ahead.items():
            if mask & bit[here[0]] and here[0] not in told:
                told.add(here[0])
                self.proof.findings.append(Flaw(rules.ASKED_TWICE, here[0], self._way(here)))

    def _guards_in_vain(self) -> None:
        for name, question in self.tree.questions.items():
            if name not in self.proof.reached:
                continue
            for routes in routes_of(question):
                for route in routes.all:
                    if route.when is None:
                        continue
                    known = self.held.get(id(route), set())
                    if not known:
                        self.proof.findings.append(Flaw(rules.NEVER_HOLDS, name, route=route, others=(route.go,)))
                    elif "taken" not in known:
                        self.proof.findings.append(Flaw(rules.SHADOWED, name, route=route, others=(route.go,)))


def _key(pair: tuple[str, Test]) -> tuple[str, str]:
    return pair[0], repr(pair[1])


def _passes(test: Test, answer: Answered) -> bool:
    return bool(test_holds(test, answer))
