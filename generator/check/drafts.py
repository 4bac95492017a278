"""Drafts: nothing that is published may rest on one or lead to it, for no reader could follow."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from generator import rules
from generator.check.references import ids_named
from generator.errors import Place, Problem
from generator.model import Library
from generator.model.address import addressable, walk_models
from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.chapter import Chapter, references_in
from generator.model.deadline import Deadline
from generator.model.drafts import published
from generator.model.event import short_event
from generator.model.scenario import TimelineCase
from generator.model.site import SiteSettings
from generator.model.statement import Address, parse_address


def check_drafts(library: Library) -> Iterator[Problem]:
    """Report what is published and names a draft. The orders of site.yml may: they pass over what is not there."""
    without = published(library)
    hidden = {
        (kind, name) for kind in addressable() for name in library.of_kind(kind).keys() - without.of_kind(kind).keys()
    }
    timeline_of = {d.id: t.id for t in library.timeline.values() for d in t.deadlines}
    for thing in without.everything() if hidden else ():
        if isinstance(thing, SiteSettings) or (isinstance(thing, Authority) and thing is not library.seen_by):
            continue
        for place, kind, name in _named_in(thing, timeline_of):
            if (kind, name) in hidden:
                said = f"the {kind} '{name}' is a draft, so readers find no page of it"
                yield Problem(place, rules.DRAFT_NAMED, said, "take this away, or take 'draft' away there")


def _named_in(thing: Model, timeline_of: dict[str, str]) -> Iterator[tuple[Place, str, str]]:
    """Give everything a piece of content names: where it does, and the kind and id of what is named."""
    for owner, field, value in walk_models(thing):
        key = type(owner).model_fields[field].alias or field
        for kind, position, name in ids_named(owner, field, value):
            yield owner.place(key, *position), kind, name
        for number, item in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(item, Address):
                yield owner.place(key, number), item.kind, item.id
        if isinstance(owner, TimelineCase) and field in ("given", "expect"):
            for event in value if isinstance(value, dict) else ():
                yield owner.key_place(field, event), "timeline", timeline_of.get(short_event(event), "")
        if isinstance(owner, Deadline) and field == "id":
            for event in owner.events:
                yield owner.place("id"), "timeline", timeline_of.get(short_event(event), "")
    for reference in references_in(thing) if isinstance(thing, Chapter) else ():
        try:
            address = parse_address("".join(reference.arguments))
        except PydanticCustomError:
            continue  # a term, a citation, or what is reported already
        yield reference.place, address.kind, address.id
