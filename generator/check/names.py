"""An authority's names stand beside the national words: none is of the past, none takes the national word's place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.address import parts_of, resolve, walk_models
from generator.model.authority import Authority
from generator.model.names import LocalName
from generator.model.statement import Address

_NAMES = {"term": {"term", "short", "aliases"}, "role": {"name", "short", "aliases"}}


def check_names(local: Library, authority: Authority) -> Iterator[Problem]:
    """Report names of an authority that would tell its workers something false; ``local``: the content as it has it."""
    for said in (*authority.terms.values(), *authority.roles.values()):
        yield from _past(local, said)
    for difference in authority.differences:
        for key in sorted(_NAMES.get(difference.on.kind, set()) & {*(difference.set or {})}):
            told = f"a difference cannot change the {key!r} of {difference.on.kind} '{difference.on.id}'"
            hint = f"write it under '{difference.on.kind}s', where it stands beside the national word"
            yield Problem(difference.place("set", key), rules.BAD_LOCAL_NAME, told, hint)
    for term in authority.terms.values():
        if term.for_:
            yield Problem(term.place("for"), rules.BAD_LOCAL_NAME, "only a role has duties", "take 'for' away")
    for role, said in authority.roles.items():
        for duty in said.for_:
            yield from _duty(local, role, said, duty)


def _past(local: Library, said: LocalName) -> Iterator[Problem]:
    for term in local.term.values():
        for name in (term.term, *term.aliases) if term.superseded_by else ():
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said.name, re.IGNORECASE):
                told = f"'{name}' is a word of the past, and no name for what there is today"
                yield Problem(said.place("name"), rules.BAD_LOCAL_NAME, told, "tell of it in a finding")
                return


def _duty(local: Library, role: str, said: LocalName, duty: Address) -> Iterator[Problem]:
    piece: Any = resolve(local, duty)
    if piece is None:
        return  # reported as an address that leads nowhere
    place = said.place("for", said.for_.index(duty))
    has = {value for _, name, value in walk_models(piece) if name in ("who", "role")}
    bodies = {
        body for _, name, value in walk_models(piece) if name == "body" and isinstance(value, tuple) for body in value
    }
    if role not in has | bodies:
        told = f"'{duty}' is no duty of the role '{role}'"
        yield Problem(place, rules.BAD_LOCAL_NAME, told, "name what has that role as its 'who'")
    for path, part in (("", piece), *parts_of(piece).items()):
        if getattr(part, "who", None) == role and getattr(part, "force", "") == "must":
            law = f"{duty}#{path}" if path else str(duty)
            told = f"'{law}' is a duty of the law, which no procedure gives to '{said.name}'"
            yield Problem(place, rules.BAD_LOCAL_NAME, told, "name the duties that the procedure gives to that post")
