"""What one case is called, as the content says it: the program has no word of its own for whom it is about."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Model
from generator.model.words import Id, Refers, Text
from generator.own_words import SAYS


class Case(Model):
    """Whom the dates are about, in words that stand inside a sentence."""

    one: Text = "case"
    """What one case is called. Write a word that can follow "a", for example `reader`: the second is then called
    "Reader 2"."""
    another: Text | None = None
    """What may be looked at beside a case. Write it with its article, for example `a fellow reader`; left out, it is
    "another" and the word for one."""
    born: Annotated[Id | None, Refers("date")] = None
    """The day the person was born, so that their age stands beside each date. Write the id of a date in `dates.yml`,
    for example `birth`."""

    @property
    def beside(self) -> str:
        """What stands beside it."""
        return self.another or str(SAYS.dates.page.another_case.format(case=self.one))
