"""The library: every piece of content by kind and id, in one authority's view or nationally."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from generator.model.authority import Authority
from generator.model.base import Model
from generator.model.chapter import Chapter, Explainer
from generator.model.checklist import Checklist
from generator.model.deadline import Deadline
from generator.model.kinds import KINDS
from generator.model.lists import Contact, Correction, CountingRegime, Form, Role, SharedDate, Term, Topic
from generator.model.option import Dimension, Option
from generator.model.scenario import Scenario
from generator.model.site import SiteSettings
from generator.model.source import Source
from generator.model.statement import Citation
from generator.model.timeline import Timeline
from generator.model.tree import Tree


class Mark(NamedTuple):
    """How a piece of an authority's content came to be: what its differences did, why, and what stood there before."""

    did: Literal["set", "add", "own"]
    reason: str
    cite: tuple[Citation, ...]
    before: Model | None = None


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
    source: dict[str, Source] = field(default_factory=dict)
    term: dict[str, Term] = field(default_factory=dict)
    counting: dict[str, CountingRegime] = field(default_factory=dict)
    date: dict[str, SharedDate] = field(default_factory=dict)
    dimension: dict[str, Dimension] = field(default_factory=dict)
    topic: dict[str, Topic] = field(default_factory=dict)
    role: dict[str, Role] = field(default_factory=dict)
    contact: dict[str, Contact] = field(default_factory=dict)
    form: dict[str, Form] = field(default_factory=dict)
    correction: dict[str, Correction] = field(default_factory=dict)
    option: dict[str, Option] = field(default_factory=dict)
    tree: dict[str, Tree] = field(default_factory=dict)
    timeline: dict[str, Timeline] = field(default_factory=dict)
    checklist: dict[str, Checklist] = field(default_factory=dict)
    chapter: dict[str, Chapter] = field(default_factory=dict)
    explainer: dict[str, Explainer] = field(default_factory=dict)
    scenario: dict[str, Scenario] = field(default_factory=dict)
    authority: dict[str, Authority] = field(default_factory=dict)
    partial: set[str] = field(default_factory=set)
    own: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    seen_by: Authority | None = None
    national: Library | None = None
    marks: dict[int, Mark] = field(default_factory=dict)
    memo: dict[tuple[str, int], Any] = field(default_factory=dict)

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

    def lacks(self, kind: str, name: str) -> bool:
        """Whether nothing of this kind has that id. Never while the kind is partial: one mistake, one message."""
        return kind not in self.partial and name not in self.of_kind(kind)

    def of_kind(self, kind: str) -> dict[str, Any]:
        """Return all content of one kind by id (``source``, ``option``…)."""
        found: dict[str, Any] = getattr(self, kind)
        return found

    def everything(self) -> Iterator[Model]:
        """Give every piece of content, the site's settings first."""
        yield self.site
        for kind in KINDS[1:]:
            yield from self.of_kind(kind.name).values()
