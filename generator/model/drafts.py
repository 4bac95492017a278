"""Drafts: pages that are written and checked, and not yet published."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.kinds import KINDS
from generator.model.library import Library
from generator.model.statement import Page

_PAGES = [kind.name for kind in KINDS if issubclass(kind.model, Page)]


def published(library: Library) -> Library:
    """Return the library without its drafts, so that no page, list, search or count has anything of them."""
    shelves = {kind: _without_drafts(library.of_kind(kind)) for kind in _PAGES}
    own = {name: {kind: _without_drafts(shelf) for kind, shelf in its.items()} for name, its in library.own.items()}
    return replace(library, own=own, shelves=library.shelves | shelves)


def _without_drafts(shelf: dict[str, Any]) -> dict[str, Any]:
    return {name: thing for name, thing in shelf.items() if not thing.draft}
