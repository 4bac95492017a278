"""What one case is called, as the content says it: the program has no word of its own for whom it is about."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Model
from generator.model.words import Id, Text


class Case(Model):
    """Whom the dates are about, in words that stand inside a sentence."""

    one: Text = Field(default="case", description="What one is called: 'reader' gives 'Reader 2'.")
    another: Text | None = Field(
        default=None,
        description="What stands beside it: 'a fellow reader' gives 'Add a fellow reader'. "
        "Left out, it is 'another' and what one is called.",
    )
    born: Id | None = Field(
        default=None, description="The shared date on which it was born: beside each day stands the age on that day."
    )

    @property
    def beside(self) -> str:
        """What stands beside it."""
        return self.another or f"another {self.one}"
