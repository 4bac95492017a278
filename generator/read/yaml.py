"""YAML text → located values, or problems. Never a traceback, never a hang, whatever the file holds.

Built on the parser's *events*: nothing is ever constructed from a tag, every scalar stays text, depth and
size are bounded before anything is nested, and every value knows its line and column.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator import rules
from generator.errors import Place, Problem
from generator.read.located import LocatedList, LocatedMap, Value
from generator.read.syntax import syntax_problem
from generator.rules import Rule

MAX_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_VALUES = 50_000
MAX_ALIASES = 100

_SPLIT = "split it into several files"
_NULL = {"", "~", "null", "Null", "NULL"}
# Nothing that steers a terminal, and nothing the parser takes for the end of a line while editors do not.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Unreadable(Exception):
    def __init__(self, place: Place, rule: Rule, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(place, rule, message, hint)


def decode(data: bytes, file: str) -> str | Problem:
    """Return the text of a content file, or the problem with its size or encoding (UTF-8 is expected)."""
    if len(data) > MAX_BYTES:
        return Problem(
            Place(file),
            rules.FILE_TOO_LARGE,
            f"this file is larger than {MAX_BYTES:,} bytes",
            _SPLIT,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _lines_joined(data[: error.start].decode("utf-8-sig", errors="replace"))
        return Problem(
            _end_of(before, file), rules.WRONG_ENCODING, "this file is not UTF-8 text", "save it again as UTF-8"
        )
    text = _lines_joined(text)
    odd = _UNPRINTABLE.search(text)
    if odd:
        return Problem(
            _end_of(text[: odd.start()], file),
            rules.UNPRINTABLE_CHARACTER,
            f"there is an unprintable character here (U+{ord(odd.group()):04X})",
            "delete it",
        )
    return text


def _lines_joined(text: str) -> str:
    """Return ``text`` with every line ended by a line feed alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(text: str, file: str, *, first_line: int = 1) -> Value | Problem:
    """Return the located value that one YAML document holds, or the problem that stops reading it.

    ``first_line`` is the line of the file at which ``text`` begins (front matter starts on line 2).
    """
    try:
        return _Reader(file, first_line).read(text)
    except _Unreadable as refused:
        return refused.problem
    except yaml.MarkedYAMLError as error:
        return syntax_problem(error, text, file, first_line)
    except yaml.YAMLError as error:
        return Problem(Place(file, first_line), rules.YAML_SYNTAX, f"this is not YAML: {error}".splitlines()[0])


class _Reader:
    """Walks the events of one document with an explicit stack, so that depth costs no recursion."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.offset = first_line
        self.values = 0
        self.aliases = 0
        self.anchors: dict[str, tuple[Value, int]] = {}

    def read(self, text: str) -> Value:
        documents: list[Value] = []
        # Each open collection: itself, its pending key (mappings), its anchor, the count when it opened.
        stack: list[tuple[LocatedMap | LocatedList, list[tuple[str, Place]], str | None, int]] = []

        def add(value: Value, place: Place) -> None:
            if not stack:
                documents.append(value)
                return
            parent, pending, _, _ = stack[-1]
            if isinstance(parent, LocatedList):
                parent.put(value, place)
            elif pending:
                key, key_at = pending.pop()
                parent.put(key, value, key_at, place)
            else:
                pending.append((self._key(value, place, parent), place))

        for event in yaml.parse(text, Loader=_LOADER):
            place = self._place(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent) and documents:
                raise _Unreadable(
                    place, rules.SEVERAL_DOCUMENTS, "a second document starts here", "keep one document a file"
                )
            if isinstance(event, yaml.AliasEvent):
                add(self._alias(str(event.anchor), place), place)
            elif isinstance(event, yaml.ScalarEvent):
                self._count(place)
                self._no_tag(event, place)
                plain = event.implicit[0]
                value = None if plain and event.value in _NULL else event.value
                odd = _UNPRINTABLE.search(value) if value else None
                if odd:
                    said = f"this text holds an unprintable character (U+{ord(odd.group()):04X})"
                    raise _Unreadable(
                        place, rules.UNPRINTABLE_CHARACTER, said, "delete it, or write the text in single quotes"
                    )
                if event.anchor:
                    self.anchors[event.anchor] = (value, 1)
                add(value, place)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._count(place)
                self._no_tag(event, place)
                if len(stack) >= MAX_DEPTH:
                    raise _Unreadable(place, rules.TOO_DEEP, f"this is nested more than {MAX_DEPTH} levels deep")
                opened = LocatedMap(place) if isinstance(event, yaml.MappingStartEvent) else LocatedList(place)
                stack.append((opened, [], event.anchor, self.values))
            elif isinstance(event, yaml.CollectionEndEvent):
                closed, _, anchor, before = stack.pop()
                if anchor:
                    self.anchors[anchor] = (closed, self.values - before + 1)
                add(closed, closed.place)
        if not documents or documents[0] is None:
            raise _Unreadable(Place(self.file, self.offset), rules.EMPTY_FILE, "this file is empty")
        return documents[0]

    def _place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + self.offset, mark.column + 1)

    def _count(self, place: Place, more: int = 1) -> None:
        self.values += more
        if self.values > MAX_VALUES:
            raise _Unreadable(place, rules.TOO_MANY_VALUES, f"this file holds more than {MAX_VALUES:,} values", _SPLIT)

    def _no_tag(self, event: yaml.NodeEvent, place: Place) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            name = tag.replace("tag:yaml.org,2002:", "!!")[:60]
            raise _Unreadable(
                place,
                rules.TAG,
                f"the tag {name} is not used in content",
                "delete it, or put a text that starts with '!' in quotes",
            )

    def _alias(self, name: str, place: Place) -> Value:
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise _Unreadable(place, rules.TOO_MANY_ALIASES, f"this file repeats more than {MAX_ALIASES} anchors (*)")
        if name not in self.anchors:
            raise _Unreadable(place, rules.UNKNOWN_ANCHOR, f"there is no finished anchor &{name[:60]} above this line")
        value, size = self.anchors[name]
        self._count(place, size)
        return value

    def _key(self, value: Value, place: Place, parent: LocatedMap) -> str:
        if not isinstance(value, str):
            raise _Unreadable(place, rules.BAD_KEY, "a key must be a word", "put a word before the colon")
        if value in parent:
            first = parent.keys_at[value].line
            raise _Unreadable(
                place,
                rules.DUPLICATE_KEY,
                f"'{value[:60]}' is given twice; it stands on line {first} already",
                "keep one of them",
            )
        return value


def _end_of(text: str, file: str) -> Place:
    return Place(file, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)
