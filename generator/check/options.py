"""Options: every dimension answered, or the comparison has a hole."""

from __future__ import annotations

from collections.abc import Iterator

from generator import rules
from generator.errors import Problem, did_you_mean
from generator.model import Library


def check_options(library: Library) -> Iterator[Problem]:
    """Report dimensions an option does not answer, and answers to dimensions that do not exist."""
    for option in library.option.values():
        for name in option.values:
            if library.lacks("dimension", name):
                yield Problem(
                    option.key_place("values", name),
                    rules.UNKNOWN_REFERENCE,
                    f"there is no dimension '{name}'",
                    did_you_mean(name, library.dimension),
                )
        for name, dimension in library.dimension.items():
            if name not in option.values:
                yield Problem(
                    option.key_place("values"),
                    rules.MISSING_DIMENSION,
                    f"option '{option.id}' does not answer '{name}' ({dimension.ask})",
                    "every option answers every dimension, so that all can be compared",
                )
