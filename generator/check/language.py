"""Words: no superseded terms, plain texts without hard words, and a law behind every must."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import rules
from generator.errors import Problem
from generator.model import Library
from generator.model.address import walk_models
from generator.model.base import Model
from generator.model.lists import Term
from generator.model.names import LocalName
from generator.model.source import BINDING, Source
from generator.reason.civil import day_words

_NOT_SPOKEN = {"id", "note", "aliases", "read", "checked_how", "short_title", "body"}
_PLAIN = {"plain"}


def check_language(library: Library) -> Iterator[Problem]:
    """Report superseded terms in use, banned words in plain texts, and duties that name no source."""
    superseded = {
        name: term for term in library.term.values() if term.superseded_by for name in (term.term, *term.aliases)
    }
    old = _words(superseded)
    banned = _words(library.site.banned_words)
    terms = _words(name for term in library.term.values() for name in term.names)
    for thing in library.everything():
        if isinstance(thing, Term | Source):
            continue
        for owner, name, value in walk_models(thing):
            key = type(owner).model_fields[name].alias or name
            if isinstance(value, str) and name not in _NOT_SPOKEN:
                if not isinstance(owner, LocalName) or name != "name":  # told of a name by check/names.py
                    yield from _superseded(library, owner, key, value, old, superseded)
                if name in _PLAIN and (word := _first_banned(value, banned, terms)):
                    yield Problem(
                        owner.place(key), rules.BANNED_WORD, f"plain texts do not say '{word}'", "say it another way"
                    )
            if name == "force" and value == "must":
                yield from _must(library, owner)
            elif name == "force" and value in ("should", "practice"):
                yield from _rests(library, owner, value)
            elif name == "seen" and value == "local":
                yield from _read_locally(library, owner)


def _must(library: Library, owner: Model) -> Iterator[Problem]:
    """Report a duty that names no source, or none that is law: guidance and local practice say should."""
    cite = getattr(owner, "cite", ())
    kinds = {library.source[citation.source].kind for citation in cite if citation.source in library.source}
    if not cite:
        yield Problem(owner.place("force"), rules.MUST_NEEDS_SOURCE, "this 'must' names no law", "add 'cite:'")
    elif kinds and not kinds & BINDING:
        said = "only law may say 'must', and none of these sources is law"
        yield Problem(owner.place("force"), rules.MUST_NEEDS_LAW, said, "say 'should', or cite the law")


def _rests(library: Library, owner: Model, force: str) -> Iterator[Problem]:
    """Report practice that names no procedure that has it, and a should that no law or guidance asks for."""
    procedure, other = _sources(library, owner)
    if force == "practice" and not procedure:
        said = "this 'practice' names no procedure that has it"
        hint = "cite a source of the kind local-procedure; for advice of your own, leave 'force' out"
        yield Problem(owner.place("force"), rules.PRACTICE_NEEDS_PROCEDURE, said, hint)
    if force == "should" and not other:
        said = "this 'should' names no law or guidance that asks for it"
        hint = "write 'practice'" if procedure else "cite it; for advice of your own, leave 'force' out"
        yield Problem(owner.place("force"), rules.SHOULD_NEEDS_GUIDANCE, said, hint)


def _read_locally(library: Library, owner: Model) -> Iterator[Problem]:
    """Report what somebody is said to have read in a local procedure, and none is named."""
    if "seen" in owner.model_fields_set and not _sources(library, owner)[0]:
        said = "this was read in a local procedure, and none is cited"
        yield Problem(owner.place("seen"), rules.READ_IN_NO_PROCEDURE, said, "cite it, or say where it was read")


def _sources(library: Library, owner: Model) -> tuple[bool, bool]:
    """Return whether a piece cites a local procedure, and whether it cites anything else."""
    cited = [library.source.get(citation.source) for citation in getattr(owner, "cite", ())]
    local = [source is not None and source.kind == "local-procedure" for source in cited]
    return any(local), not all(local)


def _first_banned(text: str, banned: re.Pattern[str] | None, terms: re.Pattern[str] | None) -> str:
    """Return the first banned word of a plain text; a word that is part of a glossary term's name may stand."""
    if banned is None:
        return ""
    spans = [found.span() for found in terms.finditer(text)] if terms else []
    for found in banned.finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in spans):
            return found.group()
    return ""


def _superseded(
    library: Library, owner: Model, key: str, text: str, old: re.Pattern[str] | None, terms: dict[str, Term]
) -> Iterator[Problem]:
    for found in old.finditer(text) if old else ():
        # Compared as the pattern compares: it takes more letters for the same than lower() does.
        term = next(t for name, t in terms.items() if re.fullmatch(re.escape(name), found.group(), re.IGNORECASE))
        if term.from_ and str(term.from_.year) in text:
            continue  # it speaks of the past, and says so
        new = library.term[term.superseded_by].term if term.superseded_by in library.term else term.superseded_by
        since = f" since {day_words(term.from_)}" if term.from_ else ""
        yield Problem(
            owner.place(key), rules.SUPERSEDED_TERM, f"'{found.group()}' is a term of the past{since}", f"say '{new}'"
        )


def _words(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = sorted(words, key=len, reverse=True)
    if not listed:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, listed)) + r")(?!\w)", re.IGNORECASE)
