"""Lengths of time and bounds, as content writes them: ``20 working days``, ``1 year``, ``10``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator import rules
from generator.model.words import Parsed, text_of, text_schema, wrong

UNITS = ("day", "working day", "business day", "week", "month", "year")
_DURATION = rf"[1-9][0-9]{{0,3}} ({'|'.join(UNITS)})s?"


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of one unit. ``unit`` is singular: day, working day, business day, week, month or year."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")


def parse_duration(text: str) -> Duration:
    """Read ``20 working days``. Raises a content error where the text is no length of time."""
    match = re.fullmatch(_DURATION, text)
    if not match:
        raise wrong(rules.BAD_LENGTH, f"'{text[:40]}' is not a length of time", "write for example '20 working days'")
    return Duration(int(text.split()[0]), match.group(1))


Length = Annotated[
    Duration, Parsed(parse_duration, _DURATION, "write for example '20 working days'", "a length: `20 working days`")
]


def _bound(value: object) -> int | Duration:
    if isinstance(value, int | Duration):
        return value
    text = text_of(value)
    if re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
        return int(text)
    if re.fullmatch(_DURATION, text):
        return parse_duration(text)
    raise wrong(
        rules.BAD_BOUND, f"'{text[:40]}' is neither a whole number nor a length of time", "write '10' or '1 year'"
    )


_BOUND_FORM = "a whole number or a length: `10`, `1 year`"
Bound = Annotated[
    int | Duration,
    PlainValidator(_bound),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": 999_999_999, "$comment": _BOUND_FORM},
                text_schema(f"0|[1-9][0-9]{{0,8}}|{_DURATION}", "write '10' or '1 year'", _BOUND_FORM),
            ]
        }
    ),
]
