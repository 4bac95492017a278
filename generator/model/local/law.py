"""What an authority may not change: the law. It can add to a must and tighten it, never loosen it or leave it out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from generator import rules
from generator.errors import Place, Problem
from generator.model.address import walk_models
from generator.model.authority import Difference
from generator.model.base import Model
from generator.model.chapter import Chapter, references_in
from generator.model.deadline import STARTS, Deadline
from generator.model.event import short_event
from generator.model.library import Library
from generator.model.local.spots import Target, section_of
from generator.model.question import Question
from generator.model.source import LAW
from generator.model.statement import Citation, parse_citation
from generator.model.timeline import Timeline
from generator.read import LocatedList, LocatedMap

# What may be said differently of a must, because the rule and what families are told of it stay what they are.
BESIDE_THE_RULE = {"title", "short_title", "short", "note", "help", "evidence", "form", "see", "who", "record"} | {
    "records",
    "if_missed",
    "topic",
    "states",
}
# What decides an answer. Where a question rests on law, so do these.
_BOUNDS = {"from", "below", "up_to", "over"}
_THE_TEST = {"answers", "bands", "number", "elapsed", "choose", "go", "unsure", "alone"} | _BOUNDS
_COUNTING = {*STARTS, *chain.from_iterable(STARTS.values()), "until", "times", "counting", "applies"}


def loosened(library: Library, difference: Difference, thing: Model, part: object, spot: Target) -> Problem | None:
    """Return the problem with a difference that would take away or change what law says must be; else None.

    ``part`` is what the difference is about, as understood (None for a whole collection); ``spot`` as written.
    """
    question = _question_around(thing, spot)
    removed = difference.remove
    kept = _taken_away(thing, part, spot) if removed else _changed(library, difference, thing, part, question)
    if kept is None:
        return None
    name = str(getattr(kept, "id", "") or ".".join(difference.on.path))
    cite = getattr(kept, "cite", ()) or (question.cite if question else ())
    hint = "keep it, and add what goes beyond it"
    if isinstance(kept, Deadline):
        hint = f"keep it; a tighter local limit is an added deadline that says 'serves: {name}'"
        if kept.force != "must" and not _of_law(library, kept.cite):
            said = f"deadlines that are law count from '{name}', so an authority cannot change it"
            return Problem(difference.key_place(difference.kind), rules.MUST_LOOSENED, said, hint)
    verb = "rests on law" if isinstance(part, Question) or not hasattr(kept, "force") else "is law"
    done = "left out" if difference.remove else "changed"
    said = f"'{name}' {verb} ({_named(library, cite)}) and cannot be {done} by an authority"
    return Problem(difference.key_place(difference.kind), rules.MUST_LOOSENED, said, hint)


def section_loosened(library: Library, difference: Difference, chapter: Chapter, heading: str) -> Problem | None:
    """Return the problem with a difference that takes away or replaces a section in which law is cited; else None."""
    section = section_of(chapter.body, heading)
    if difference.kind == "add" or section is None:
        return None
    lines = range(*section)
    first = chapter.place("body").line
    cited = [
        parse_citation(reference.arguments[0])
        for reference in references_in(chapter)
        if reference.function == "cite" and reference.arguments and reference.place.line - first in lines
    ]
    law = [citation for citation in cited if _of_law(library, (citation,))]
    if not law:
        return None
    done = "left out" if difference.remove else "replaced"
    said = f"the section '{heading}' rests on law ({_named(library, law)}) and cannot be {done} by an authority"
    return Problem(difference.key_place(difference.kind), rules.MUST_LOOSENED, said, "keep it, and add a paragraph")


def _named(library: Library, cite: Iterable[Citation]) -> str:
    cited = dict.fromkeys(c for c in cite if c.source in library.source)
    return "; ".join(f"{library.source[c.source].name} {c.pinpoint}".strip() for c in cited) or "no source given"


def _of_law(library: Library, cite: Iterable[Citation]) -> bool:
    return any(library.source[c.source].kind in LAW for c in cite if c.source in library.source)


def _taken_away(thing: Model, part: object, spot: Target) -> Model | None:
    if isinstance(part, Deadline) and part.id in _counted_by_law(thing):
        return part
    if isinstance(part, Model):
        return next(iter(_musts_in(part)), None)
    return next(iter(_musts_under(thing, spot)), None) if part is None else None


def _changed(
    library: Library, difference: Difference, thing: Model, part: object, question: Question | None
) -> Model | None:
    if difference.set is None or not isinstance(part, Model):
        return None
    keys = set(difference.set)
    if getattr(part, "force", "") == "must" and keys - BESIDE_THE_RULE:
        return part
    if isinstance(part, Deadline) and keys & _COUNTING and part.force in ("must", "fact"):
        return part if _of_law(library, part.cite) or part.id in _counted_by_law(thing) else None
    if "in_force" in keys and _of_law(library, getattr(part, "cite", ())):
        return part
    replaced = [found for key in keys for found in _musts_in(getattr(part, _field(part, key), None))]
    if replaced:
        return replaced[0]
    return part if keys & _THE_TEST and question is not None and _of_law(library, question.cite) else None


def _counted_by_law(thing: Model) -> set[str]:
    """Return the ids of a timeline's deadlines from which, or until which, a must is counted."""
    if not isinstance(thing, Timeline):
        return set()
    return {short_event(event) for d in thing.deadlines if d.force == "must" for event in d.events}


def _question_around(thing: Model, spot: Target) -> Question | None:
    """Return the question a spot is, or is inside of."""
    place = spot.value.place if isinstance(spot.value, LocatedMap | LocatedList) else None
    for question in getattr(thing, "questions", {}).values():
        if isinstance(question, Question) and place in _places(question.written):
            return question
    return None


def _field(model: Model, key: str) -> str:
    return next((name for name, field in type(model).model_fields.items() if (field.alias or name) == key), key)


def _musts_in(value: object) -> list[Model]:
    """Return every must in a value, itself included."""
    if isinstance(value, tuple | list):
        return [found for item in value for found in _musts_in(item)]
    if isinstance(value, dict):
        return [found for item in value.values() for found in _musts_in(item)]
    if not isinstance(value, Model):
        return []
    owners = {id(value): value} | {id(owner): owner for owner, _, _ in walk_models(value)}
    return [owner for owner in owners.values() if getattr(owner, "force", "") == "must"]


def _musts_under(thing: Model, spot: Target) -> list[Model]:
    """Return every must of ``thing`` that was written inside a spot which no address names as a whole."""
    inside = _places(spot.value)
    return [found for found in _musts_in(thing) if found.place() in inside]


def _places(value: object) -> set[Place]:
    """Return where a written value and everything inside it stands."""
    found: set[Place] = set()
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, LocatedMap | LocatedList):
            found.add(item.place)
            waiting += item.values() if isinstance(item, LocatedMap) else item
    return found
