"""Questions that say they are the same: one leads to the other, and both have the same answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.address import resolve
from generator.model.question import Question
from generator.model.same import AIDS, Aid, asked_by
from generator.model.statement import Address
from generator.reason.questions import ChooseMany, ChooseOne, GiveDay, GiveNumber, asks
from generator.rules import Rule


def check_same(library: Library) -> Iterator[Problem]:
    """Report a ``same_as`` that leads to no question of another aid, or to one that has other answers."""
    for kind in AIDS:
        for aid in library.of_kind(kind).values():
            for name, question in aid.questions.items():
                if question.same_as is not None:
                    found = _wrong(library, aid, name, question.same_as)
                    yield from (Problem(question.place("same_as"), *problem) for problem in found)


def _wrong(library: Library, aid: Aid, name: str, address: Address) -> Iterator[tuple[Rule, str, str]]:
    """Give what is wrong with the ``same_as`` of one question: the rule, what is said, and the hint."""
    question, other = aid.questions[name], resolve(library, address)
    if other is None:
        return  # told with the references
    if not isinstance(other, Question):
        *others, last = (f"{kind}/x#y" for kind in AIDS)
        hint = f"write {', '.join(others)} or {last}"
        yield rules.BAD_ADDRESS, "'same_as' should name a question of another aid", hint
    elif any(other is own for own in aid.questions.values()):
        yield (
            rules.BAD_SAME_AS,
            f"'{address}' is a question of this aid itself",
            "name one of another aid, or ask it once",
        )
    elif other.same_as is not None:
        back = resolve(library, other.same_as) is question
        hint = "take one of the two away" if back else f"write same_as: {other.same_as}"
        yield rules.BAD_SAME_AS, f"'{address}' says itself that it is the same as '{other.same_as}'", hint
    elif twice := [f"'{each}'" for each, same in asked_by(aid).items() if same == address and each != name]:
        yield rules.BAD_SAME_AS, f"{twice[0]} of this aid is the same as '{address}' already", "ask it once"
    else:
        yield from _difference(question, other, address)


def _difference(question: Question, other: Question, address: Address) -> Iterator[tuple[Rule, str, str]]:
    """Give the first thing in which the answers of two questions differ; nothing where they are the same."""
    here, there = _answers(question), _answers(other)
    for what in here | there:
        one, another = here.get(what, "none"), there.get(what, "none")
        if one != another:
            said = f"not the same {what} as '{address}': here {one}; there {another}"
            yield rules.ANSWERS_DIFFER, said, "give both the same answers, or take 'same_as' away"
            return


def _answers(question: Question) -> dict[str, str]:
    """Return in words all that can be answered, what differs most first."""
    asked = asks(question)
    own: dict[str, str] = {}
    match asked:
        case ChooseOne():
            kind = "one answer of a list"
        case ChooseMany():
            kind = "several answers of a list"
        case GiveNumber(number=number):
            kind, own = "a whole number", {"number": f"{number.min} to {number.max} {number.unit}"}
        case GiveDay(elapsed=elapsed):
            kind, own = "the time since a day", {"time": f"from '{elapsed.date}' until '{elapsed.until}'"}
        case _:
            assert_never(asked)
    said = {"kind of question": kind, "answers": ", ".join(sorted(question.labels())) or "none"}
    alone = [name for name, answer in question.answers.items() if answer.alone]
    said |= {"lone answers": ", ".join(sorted(alone)) or "none", **own}
    for band in question.bands:
        said[f"span of '{band.id}'"] = ", ".join(f"{key.replace('_', ' ')} {end}" for key, end in band.ends.items())
    said["words of the answers"] = "; ".join(f"{name}: {label}" for name, label in sorted(question.labels().items()))
    return said
