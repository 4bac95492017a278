"""Addresses → the thing they name: ``timeline/looked-after-child#first-review`` → that deadline."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.chapter import Chapter, headings_in
from generator.model.checklist import Checklist
from generator.model.kinds import KINDS
from generator.model.library import Library
from generator.model.option import Option
from generator.model.question import Question
from generator.model.statement import Address
from generator.model.timeline import Timeline
from generator.model.tree import Tree


def parts_of(thing: object) -> dict[str, object]:
    """Return everything inside a piece of content that an address can name, by its path (``age.under-10``)."""
    found: dict[str, object] = {}
    for path, part in _parts(thing):
        found.setdefault(path, part)
    return found


def _parts(thing: object) -> Iterator[tuple[str, object]]:
    if isinstance(thing, Option):
        yield thing.summary.id, thing.summary
        for group in (thing.advantages, thing.disadvantages, thing.suits, thing.does_not_suit):
            yield from ((statement.id, statement) for statement in group)
        for others in (thing.steps, thing.documents, thing.ages):
            yield from ((statement.id, statement) for statement in others)
        yield from ((f"values.{name}", value) for name, value in thing.values.items())
    elif isinstance(thing, Tree):
        yield from _question_parts(thing.questions)
        for name, outcome in thing.outcomes.items():
            yield name, outcome
            yield from ((f"{name}.{statement.id}", statement) for statement in outcome.then)
    elif isinstance(thing, Timeline):
        yield from ((deadline.id, deadline) for deadline in thing.deadlines)
        yield from _question_parts(thing.questions)
    elif isinstance(thing, Checklist):
        for section in thing.sections:
            yield section.id, section
            yield from ((item.id, item) for item in section.items)
        yield from _question_parts(thing.questions)
        if thing.meeting:
            yield from ((item.id, item) for item in thing.meeting.agenda)
    elif isinstance(thing, Authority):
        yield from ((str(getattr(named, "id", "")), named) for named in thing.named)
    elif isinstance(thing, Chapter):
        yield from ((heading.id, heading) for heading in headings_in(thing) if heading.id)


def _question_parts(questions: dict[str, Question]) -> Iterator[tuple[str, object]]:
    for name, question in questions.items():
        yield name, question
        yield from ((f"{name}.{answer}", part) for answer, part in question.answers.items())
        yield from ((f"{name}.{band.id}", band) for band in question.bands)
        if question.unsure:
            yield f"{name}.unsure", question.unsure


def resolve(library: Library, address: Address) -> object | None:
    """Return what an address names, or None where nothing has that name."""
    thing = library.of_kind(address.kind).get(address.id) if address.kind in addressable() else None
    if thing is None or not address.path:
        return thing
    return parts_of(thing).get(".".join(address.path))


def addressable() -> list[str]:
    """Return the kinds of content an address may begin with."""
    return [kind.name for kind in KINDS if kind.name != "site"]


def walk_models(thing: Model, path: tuple[object, ...] = ()) -> Iterator[tuple[Model, str, object]]:
    """Give every field with a value inside a piece of content, as (owner, field name, value), depth first."""
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        yield thing, name, value
        for inner in _models_in(value):
            yield from walk_models(inner)


def _models_in(value: object) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _models_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _models_in(item)
