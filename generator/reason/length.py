"""How long a walk through a tree can be."""

from __future__ import annotations

from functools import cache

from generator.model.tree import Tree
from generator.reason.prove import Situation, prove


def longest_walk(tree: Tree) -> int:
    """Return how many questions the longest walk asks, of all that some answers lead to.

    The tree has passed the check: no walk is without end.
    """
    following = prove(tree).following

    @cache
    def ahead(here: Situation) -> int:
        return 1 + max(map(ahead, following[here]), default=0)

    return ahead(next(iter(following)))
