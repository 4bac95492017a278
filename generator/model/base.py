"""The ground all content types stand on: small word types, and models that know where they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from generator import rules
from generator.errors import Place, Problem, did_you_mean
from generator.read import LocatedMap, place_of


@dataclass
class Reading:
    """What is collected while a file becomes a model: problems that should not stop the rest of the file."""

    problems: list[Problem] = field(default_factory=list)


class Model(BaseModel):
    """A frozen piece of content. Unknown keys are reported and passed over, so that one run finds them all.

    The text below each key is what editors and the handbook say of it: what it is for, and how to write it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, use_attribute_docstrings=True)
    _written: LocatedMap | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(data, cls):
            return data
        if isinstance(data, LocatedMap) and isinstance(info.context, Reading):
            data = _without_unknown_keys(cls, data, info.context)
        made = handler(data)
        if isinstance(data, LocatedMap):
            made._written = data
            for name, info_of in cls.model_fields.items():
                key = info_of.alias or name
                if key in data:
                    _settle(getattr(made, name), data, (key,))
        return made

    @property
    def written(self) -> LocatedMap | None:
        """This piece as it stands in its file; None where it was made by the program."""
        return self._written

    @classmethod
    def keys(cls) -> list[str]:
        """Return the keys a person may write in this piece of content."""
        return [f.alias or name for name, f in cls.model_fields.items()]

    def place(self, *path: object) -> Place:
        """Return where this was written, or the place of what ``path`` (keys, indexes) leads to inside it."""
        place = place_of(self._written, path) if self._written is not None else None
        return place or Place("(made by the program)")

    def key_place(self, *path: object) -> Place:
        """Return where the last key of ``path`` was written."""
        place = place_of(self._written, path, of_key=True) if self._written is not None else None
        return place or Place("(made by the program)")

    def parts(self) -> Iterator[tuple[str, object]]:
        """Give everything inside that an address can name, by its path (``age.under-10``)."""
        return iter(())


def _settle(value: object, written: LocatedMap, path: tuple[object, ...]) -> None:
    """Tell pieces written in a short form, which have no mapping of their own, where they stand."""
    if isinstance(value, Model):
        if value._written is None:
            value._written = LocatedMap(place_of(written, path) or written.place)
            for name in type(value).model_fields:
                _settle(getattr(value, name), written, path)
    elif isinstance(value, tuple | dict):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            _settle(item, written, (*path, key))


def _without_unknown_keys(cls: type[Model], data: LocatedMap, reading: Reading) -> LocatedMap:
    known = cls.keys()
    if all(key in known for key in data):
        return data
    kept = LocatedMap(data.place)
    for key, value in data.items():
        if key in known:
            kept.put(key, value, data.keys_at[key], data.values_at[key])
            continue
        hint = did_you_mean(key, known) or "known here: " + ", ".join(known)
        reading.problems.append(
            Problem(data.keys_at[key], rules.UNKNOWN_KEY, f"'{key[:60]}' is not a key of {a_kind(cls)}", hint)
        )
    return kept


_CALLED = {
    "SiteSettings": "the site's settings",
    "Named": "a viewpoint",
    "Saying": "a statement",
    "Judgement": "an advantage or disadvantage",
    "Sign": "a signature",
    "InForce": "'in_force'",
    "Test": "a condition",
    "Route": "a way on",
    "Routes": "'go'",
    "WholeNumber": "'number'",
    "Elapsed": "'elapsed'",
    "EventOf": "an event",
    "OnDays": "'on_days'",
    "Expected": "an expected date",
    "LocalName": "a local name",
    "Row": "a row of a table",
    "Body": "a team, panel or meeting",
}


def a_kind(cls: type[BaseModel]) -> str:
    """Return the name of a model in words, with its article: ``an option``, ``a counting regime``."""
    if cls.__name__ in _CALLED:
        return _CALLED[cls.__name__]
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()
    return ("an " if words[0] in "aeiou" else "a ") + words


# ---- words ----------------------------------------------------------------------------------------------------
