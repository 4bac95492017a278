"""The library: every piece of content by kind and id, in one authority's view or nationally."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from generator.model.authority import Authority, Practice
from generator.model.base import Model
from generator.model.chapter import Chapter, Explainer
from generator.model.checklist import Checklist
from generator.model.deadline import Deadline
from generator.model.event import short_event
from generator.model.kinds import KINDS, Kind
from generator.model.lists import (
    Asked,
    Contact,
    Correction,
    CountingRegime,
    Form,
    Role,
    SharedDate,
    Signpost,
    Term,
    Topic,
)
from generator.model.names import LocalName
from generator.model.option import Dimension, Option
from generator.model.scenario import Scenario
from generator.model.site import SiteSettings
from generator.model.source import Source
from generator.model.statement import Address, Citation
from generator.model.timeline import Timeline
from generator.model.tree import Tree

M = TypeVar("M", bound=Model)


class Mark(NamedTuple):
    """How a piece of an authority's content came to be: what its differences did, why, and what stood there before; or
    that it is the national one, beside which the authority's own ``answer`` says otherwise.
    """

    did: Literal["set", "add", "own", "national"]
    reason: str
    cite: tuple[Citation, ...]
    before: Model | None = None
    answer: Practice | None = None
    piece: Model | None = None


class _Shelf(Generic[M]):
    """All content of one kind by id, as an attribute of the library that has the kind's name."""

    def __set_name__(self, owner: type[Library], name: str) -> None:
        self._kind = name

    def __get__(self, library: Library, owner: type[Library]) -> dict[str, M]:
        return library.shelves[self._kind]


@dataclass
class Library:
    """Everything the content says, by kind and id, in the order of the files.

    ``own`` holds the files an authority owns whole, by authority. ``partial`` holds the kinds of which something was
    written that could not be understood. A library seen by one authority (:mod:`generator.model.local`) names it as
    ``seen_by`` and the library it differs from as ``national``; ``marks`` says of its pieces, by ``id()``, how they
    differ. ``memo`` keeps what was worked out for a piece, for all views that share it.
    """

    root: Path
    site: SiteSettings
    shelves: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS[1:]})
    partial: set[str] = field(default_factory=set)
    own: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    seen_by: Authority | None = None
    national: Library | None = None
    marks: dict[int, Mark] = field(default_factory=dict)
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)

    # The kinds the program itself speaks of, by their names and with their types.
    source = _Shelf[Source]()
    term = _Shelf[Term]()
    counting = _Shelf[CountingRegime]()
    date = _Shelf[SharedDate]()
    dimension = _Shelf[Dimension]()
    topic = _Shelf[Topic]()
    role = _Shelf[Role]()
    contact = _Shelf[Contact]()
    form = _Shelf[Form]()
    correction = _Shelf[Correction]()
    asked = _Shelf[Asked]()
    signpost = _Shelf[Signpost]()
    option = _Shelf[Option]()
    tree = _Shelf[Tree]()
    timeline = _Shelf[Timeline]()
    checklist = _Shelf[Checklist]()
    chapter = _Shelf[Chapter]()
    explainer = _Shelf[Explainer]()
    scenario = _Shelf[Scenario]()
    authority = _Shelf[Authority]()

    def mark(self, piece: Model, mark: Mark) -> None:
        """Note how ``piece`` came to be. It is kept with its mark, so that its ``id()`` stays its own."""
        self.marks[id(piece)] = mark._replace(piece=piece)

    def worked_out(self, what: str, piece: Model, work: Callable[[], Any]) -> Any:
        """Return what ``work`` makes of a piece, once: all views share the pieces that an authority leaves alone."""
        found = self.memo.get((what, id(piece)))
        if found is None:
            found = self.memo[what, id(piece)] = (piece, work())  # the piece is kept, so that its id() stays its own
        return found[1]

    @property
    def deadlines(self) -> dict[str, Deadline]:
        """Every deadline of every timeline by id."""
        return {deadline.id: deadline for timeline in self.timeline.values() for deadline in timeline.deadlines}

    def rests_on(self, names: Iterable[str]) -> list[str]:
        """Return the ids of some deadlines, and of all those that they rest on in their turn, each once."""
        deadlines = self.deadlines
        found = list(dict.fromkeys(names))
        for name in found:
            found += [e for e in map(short_event, deadlines[name].events) if e in deadlines and e not in found]
        return found

    def lacks(self, kind: str, name: str) -> bool:
        """Whether nothing of this kind has that id. Never while the kind is partial: one mistake, one message."""
        return kind not in self.partial and name not in self.of_kind(kind)

    def of_kind(self, kind: str) -> dict[str, Any]:
        """Return all content of one kind by id (``source``, ``option``…)."""
        return self.shelves[kind]

    def local_name(self, kind: str, name: str, duty: Address | None = None) -> LocalName | None:
        """Return what the authority whose view this is calls a national term, or a role (where it has a ``duty``); None
        where it has no name of its own.
        """
        names = {"term": self.seen_by.terms, "role": self.seen_by.roles} if self.seen_by else {}
        said = names.get(kind, {}).get(name)
        return said if said and (duty is None or said.holds_for(duty)) else None

    def everything(self) -> Iterator[Model]:
        """Give every piece of content, the site's settings first."""
        yield self.site
        for kind in KINDS[1:]:
            yield from self.of_kind(kind.name).values()

    def told(self, kind: Kind) -> Iterator[Any]:
        """Give the content of one kind that is told on these pages: a view has its own authority's page, not others',
        and not what is asked of all to compare them.
        """
        own = kind.name in ("authority", "topic") and self.seen_by is not None
        yield from (thing for thing in self.of_kind(kind.name).values() if not own or thing is self.seen_by)
