"""What an authority calls a national term or role, beside the national word."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generator.model.base import Model
from generator.model.statement import Address, AddressOf, Cite, IsList, Seen
from generator.model.words import TEXT_SCHEMA, Shorthand, Text


def _letters(name: str) -> str:
    return re.sub(r"\(.*?\)|\W", "", name).casefold()


class LocalName(Model):
    """What an authority calls a national term or role. Short: the name alone. ``meaning``: where the word means
    something else here. It stands beside the national word, never instead of it."""

    name: Text
    """What the authority says for the national word. Write the word, for example `Planning meeting`."""
    for_: Annotated[tuple[AddressOf, ...], IsList] = Field(default=(), alias="for")
    """Of a role's name: the duties beside which it stands; left out, beside none. With a duty of a list it stands also
    beside those who come to that list's meeting. Write addresses of what has that role as its `who`, or of all there is
    of a list, for example `[checklist/meeting-papers#book-room]`."""
    meaning: Text | None = None
    """What the word means here, where it means something else. Write one or two sentences, for example `Here the first
    meeting only.`"""
    plain: Text | None = None
    """What it means, for families. Write short sentences, for example `The first meeting.`"""
    cite: Cite = ()
    """Where the word stands. Write source and passage, for example `[local-protocol s.2]`."""
    seen: Seen = "local"
    """Where the word was read. Write one of the words shown, for example `local`."""
    note: Text | None = None
    """What to watch about the word. Write a sentence, for example `Two sections use it in two ways.`"""

    def differs(self, national: str) -> bool:
        """Whether this is another word than the national one, and not the same in capitals or with its short form."""
        return _letters(self.name) != _letters(national)

    def holds_for(self, duty: Address) -> bool:
        """Whether a role is called so where it has this duty, or comes to the meeting of a list, which has no path. No
        duty is taken for one that the procedure gives to this post unless it is named.
        """
        return any(
            (named.kind, named.id) == (duty.kind, duty.id)
            and (not duty.path or duty.path[: len(named.path)] == named.path)
            for named in self.for_
        )


Name = Annotated[LocalName, Shorthand(lambda value: {"name": value} if isinstance(value, str) else value, TEXT_SCHEMA)]
