"""What an authority may not change: the law. It can add to a must and tighten it, never loosen it or leave it out."""

from __future__ import annotations

from generator.errors import Place, Problem
from generator.model.address import walk_models
from generator.model.authority import Difference
from generator.model.base import Model
from generator.model.library import Library
from generator.model.local_parts import Spot
from generator.model.statement import Citation
from generator.model.tree import Question
from generator.read import LocatedList, LocatedMap

# What may be said differently of a must, because the rule stays what it is.
_BESIDE_THE_RULE = {"title", "short_title", "short", "plain", "note", "help", "evidence", "form", "see", "who"} | {
    "record",
    "records",
    "if_missed",
    "label",
    "ask",
    "why",
}
# What decides an answer. Where a question rests on law, so do these.
_THE_TEST = {
    "answers",
    "bands",
    "number",
    "elapsed",
    "choose",
    "go",
    "unsure",
    "from",
    "below",
    "up_to",
    "over",
    "alone",
}
_LAW = {"act", "regulations", "rules", "case"}


def loosened(library: Library, difference: Difference, thing: Model, part: object, spot: Spot) -> Problem | None:
    """Return the problem with a difference that would take away or change what law says must be; else None.

    ``part`` is what the difference is about, as understood (None for a whole collection); ``spot`` as written.
    """
    path = difference.on.path
    must = _taken_away(thing, part, spot) if difference.remove else _changed(library, difference, thing, part)
    if must is None:
        return None
    name = str(getattr(must, "id", "") or ".".join(path))
    cited = [c for c in getattr(must, "cite", ()) or _cited_by_question(thing, path) if c.source in library.source]
    law = "; ".join(f"{library.source[c.source].name} {c.pinpoint}".strip() for c in cited) or "no source given"
    done = "left out" if difference.remove else "changed"
    said = f"'{name}' is law ({law}) and cannot be {done} by an authority"
    hint = "keep it, and add what goes beyond it"
    if difference.on.kind == "timeline":
        hint = f"keep it; a tighter local limit is an added deadline that says 'serves: {name}'"
    return Problem(difference.key_place(difference.kind), "must-loosened", said, hint)


def _taken_away(thing: Model, part: object, spot: Spot) -> Model | None:
    if isinstance(part, Model):
        return next(iter(_musts_in(part)), None)
    return next(iter(_musts_under(thing, spot)), None) if part is None else None


def _changed(library: Library, difference: Difference, thing: Model, part: object) -> Model | None:
    if difference.set is None or not isinstance(part, Model):
        return None
    keys = set(difference.set)
    if getattr(part, "force", "") == "must" and keys - _BESIDE_THE_RULE:
        return part
    replaced = [found for key in keys for found in _musts_in(getattr(part, _field(part, key), None))]
    if replaced:
        return replaced[0]
    cited = _cited_by_question(thing, difference.on.path)
    on_law = any(library.source[c.source].kind in _LAW for c in cited if c.source in library.source)
    return part if keys & _THE_TEST and on_law else None


def _cited_by_question(thing: Model, path: tuple[str, ...]) -> tuple[Citation, ...]:
    question = getattr(thing, "questions", {}).get(path[0]) if path else None
    return question.cite if isinstance(question, Question) else ()


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


def _musts_under(thing: Model, spot: Spot) -> list[Model]:
    """Return every must of ``thing`` that was written inside a spot which no address names as a whole."""
    inside: set[Place] = set()
    waiting = [spot.value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, LocatedMap | LocatedList):
            inside.add(value.place)
            waiting += value.values() if isinstance(value, LocatedMap) else value
    return [found for found in _musts_in(thing) if found.place() in inside]
