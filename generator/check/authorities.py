"""Authorities: their differences apply, contradict nothing, loosen no law, and all that was proven still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator import rules
from generator.check.accepted import check_accepted
from generator.check.answers import check_own_answers
from generator.check.chapters import reference_problems
from generator.check.names import check_names
from generator.check.tables import check_tables
from generator.errors import Problem, did_you_mean, errors_in
from generator.model import KIND, Library
from generator.model.authority import Authority, Difference, Practice
from generator.model.chapter import Chapter
from generator.model.local.localise import localise

Check = Callable[[Library], Iterable[Problem]]
_OWN = (check_names, check_own_answers, check_tables, check_accepted)
# A national case that an authority's practice leads elsewhere is worth knowing, and may be right.
_CASES_DIFFER = {
    rules.WALK_LEADS_ELSEWHERE,
    rules.WALK_REFUSED,
    rules.WALK_UNFINISHED,
    rules.UNKNOWN_QUESTION,
    rules.ANSWER_REFUSED,
    rules.DATE_DIFFERS,
}


def check_authorities(library: Library, checks: Iterable[Check], known: Iterable[Problem]) -> Iterator[Problem]:
    """Report what is wrong with each authority, and what its differences make wrong that was right (not ``known``)."""
    told = {(problem.place, problem.rule, problem.message) for problem in known}
    checks = tuple(checks)
    for name in library.own:
        if name not in library.authority and "authority" not in library.partial:
            first = next(thing for shelf in library.own[name].values() for thing in shelf.values())
            said = f"there is no authority '{name}' to own this"
            hint = did_you_mean(name, library.authority) or f"add content/authorities/{name}/authority.yml"
            yield Problem(first.place("id"), rules.UNKNOWN_REFERENCE, said, hint)
    for authority in library.authority.values():
        yield from _folder(authority)
        yield from _contradictions(authority)
        local, problems = localise(library, authority)
        yield from problems
        if errors_in(problems):
            continue  # what follows from a difference that could not be applied would only confuse
        for problem in (
            *_seen(local, checks),
            *(problem for each in _OWN for problem in each(local, authority)),
        ):
            if (problem.place, problem.rule, problem.message) not in told:
                yield _as_local(local, problem, authority)


def _seen(local: Library, checks: tuple[Check, ...]) -> Iterator[Problem]:
    """Give everything wrong with the content as an authority sees it."""
    for check in checks:
        yield from check(local)
    authority = local.seen_by
    assert authority is not None
    for difference in authority.differences:
        changes = difference.set or difference.add or {}
        chapter = local.chapter.get(difference.on.id) if difference.on.kind == "chapter" else None
        if chapter is not None and "text" in changes:
            # The chapter's own lines have moved; the added text is looked at where it was written.
            added = Chapter.model_construct(id=chapter.id, title=chapter.title, body=str(changes["text"]))
            place = difference.place(difference.kind, "text")
            for problem in reference_problems(local, added):
                yield replace(problem, place=place)


def _as_local(local: Library, problem: Problem, authority: Authority) -> Problem:
    """Say of a problem in a national file that it follows from an authority's differences, and from which."""
    folder = f"content/authorities/{authority.id}/"
    if problem.place.file.startswith(folder):
        return problem
    message = f"{problem.message} (as {authority.name} has it)"
    if problem.rule in _CASES_DIFFER and problem.place.file.startswith("content/scenarios/"):
        hint = "it follows from its differences; if that is right, leave the national case and write one of its own"
        return replace(problem, message=message, hint=hint, softened=True)
    causes = [d for d in authority.differences if _file_of(local, d) == problem.place.file]
    hint = "it follows from " + (", ".join(str(d.place("on")) for d in causes) or "its differences")
    return replace(problem, message=message, hint=hint)


def _file_of(local: Library, difference: Difference) -> str:
    thing = local.of_kind(difference.on.kind).get(difference.on.id) if difference.on.kind in KIND else None
    return str(thing.place("id").file) if thing is not None else ""


def _folder(authority: Authority) -> Iterator[Problem]:
    place = authority.place("id")
    folder = place.file.split("/")[2]
    if folder != authority.id:
        said = f"this authority is called '{authority.id}', and its folder '{folder}'"
        yield Problem(place, rules.BAD_ID, said, "give both one name")
    seen: dict[str, int] = {}
    for named in authority.named:
        name = str(getattr(named, "id", ""))
        if name in seen:
            said = f"the id '{name}' stands on line {seen[name]} already"
            yield Problem(named.place("id"), rules.DUPLICATE_ID, said, "give each its own")
        seen.setdefault(name, named.place("id").line)


def _contradictions(authority: Authority) -> Iterator[Problem]:
    """Report topics that are answered twice: a reader could not know which answer holds."""
    answered: dict[str, Practice] = {}
    for practice in authority.practice:
        first = answered.setdefault(practice.topic, practice)
        if first is practice:
            continue
        said = (
            f"'{practice.topic}' is answered twice: by '{practice.id}' here and by '{first.id}' at {first.place('id')}"
        )
        finding = next(iter(authority.accepted(practice.topic, rules.CONTRADICTION.id)), None)
        if finding is None:
            hint = "keep one, put the cases into one 'table', or accept it with a finding on topic/" + practice.topic
            yield Problem(practice.place("id"), rules.CONTRADICTION, said, hint)
        else:
            said += f"; accepted as '{finding.id}', and both are shown"
            yield Problem(
                practice.place("id"), rules.CONTRADICTION, said, "settle it, then take one away", softened=True
            )
