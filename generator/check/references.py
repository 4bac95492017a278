"""Everything one piece of content says of another must exist: sources, terms, roles, trees, deadlines…"""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem, did_you_mean
from generator.model import KINDS, Library
from generator.model.address import addressable, parts_of, walk_models
from generator.model.authority import Authority, Difference
from generator.model.base import Model
from generator.model.statement import Address, Citation
from generator.model.words import Refers

LISTED = ("chapter", "explainer", "tree", "timeline", "checklist", "scenario")  # what site.yml can list in groups
DECLARED = ("viewpoint", "audience", "outcome kind")


def check_references(library: Library) -> Iterator[Problem]:
    """Report every reference whose target does not exist, with the nearest name that does."""
    known = _known_ids(library)
    for thing in library.everything():
        if isinstance(thing, Authority) and thing is not library.seen_by:
            continue  # what an authority says is looked at in its own view
        for owner, name, value in walk_models(thing):
            key = type(owner).model_fields[name].alias or name
            for kind, position, wanted in ids_named(owner, name, value):
                if kind in known and wanted not in known[kind] and (key, wanted) != ("until", "today"):
                    place = owner.key_place if isinstance(value, dict) else owner.place
                    yield Problem(
                        place(key, *position),
                        rules.UNKNOWN_REFERENCE,
                        f"there is no {kind} '{wanted}'",
                        did_you_mean(wanted, known[kind]) or _where(kind),
                    )
            values = value if isinstance(value, tuple) else (value,)
            for number, item in enumerate(values):
                if isinstance(item, Citation):
                    if library.lacks("source", item.source):
                        yield Problem(
                            owner.place(key, number),
                            rules.UNKNOWN_SOURCE,
                            f"there is no source '{item.source}'",
                            did_you_mean(item.source, library.source) or "add it to content/sources.yml",
                        )
                elif isinstance(item, Address) and not isinstance(owner, Difference):
                    yield from _address_problem(library, owner, key, number, item)


def ids_named(owner: Model, field: str, value: object) -> Iterator[tuple[str, tuple[object, ...], str]]:
    """Give every id that a field names, as (kind of content, position inside the field, id)."""
    refers = [found.kind for found in type(owner).model_fields[field].metadata if isinstance(found, Refers)]
    for kind in refers:
        yield from ((kind, position, name) for position, name in _ids_in(value))


def _known_ids(library: Library) -> dict[str, set[str]]:
    """Return all ids by kind, without the kinds of which not everything could be understood."""
    known: dict[str, set[str]] = {kind: set(library.of_kind(kind)) for kind in addressable()}
    known["listed page"] = set().union(*(known[kind] for kind in LISTED))
    known["viewpoint"] = {viewpoint.id for viewpoint in library.site.viewpoints}
    known["audience"] = {audience.id for audience in library.site.audiences}
    known["outcome kind"] = {kind.id for kind in library.site.outcome_kinds}
    if library.partial & set(LISTED):
        del known["listed page"]
    partial = library.partial | (set(DECLARED) if "site" in library.partial else set())
    return {kind: ids for kind, ids in known.items() if kind not in partial}


def _where(kind: str) -> str:
    if kind in DECLARED:
        return "declare it in content/site.yml"
    return next((f"add it to {found.where}" for found in KINDS if found.name == kind and found.holds == "list"), "")


def _ids_in(value: object) -> Iterator[tuple[tuple[object, ...], str]]:
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, tuple):
        yield from (((number,), item) for number, item in enumerate(value) if isinstance(item, str))
    elif isinstance(value, dict):
        yield from (((key,), key) for key in value)


def _address_problem(library: Library, owner: Model, key: str, number: int, address: Address) -> Iterator[Problem]:
    place = owner.place(key, number)
    if address.kind not in addressable():
        hint = did_you_mean(address.kind, addressable()) or "write one of: " + ", ".join(addressable())
        yield Problem(place, rules.UNKNOWN_REFERENCE, f"'{address.kind}' is not a kind of content", hint)
        return
    shelf = library.of_kind(address.kind)
    if address.id not in shelf and address.kind in library.partial:
        return
    if address.id not in shelf:
        hint = did_you_mean(address.id, shelf)
        yield Problem(place, rules.UNKNOWN_REFERENCE, f"there is no {address.kind} '{address.id}'", hint)
        return
    path = ".".join(address.path)
    parts = parts_of(shelf[address.id])
    if path and path not in parts:
        yield Problem(
            place,
            rules.UNKNOWN_REFERENCE,
            f"there is no '{path}' in {address.kind} '{address.id}'",
            did_you_mean(path, parts),
        )
