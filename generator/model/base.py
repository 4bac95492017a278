"""The ground all content types stand on: small word types, and models that know where they were written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.errors import Place, Problem, did_you_mean
from generator.read import LocatedMap, place_of

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
MAX_ID = 80


@dataclass
class Reading:
    """What is collected while a file becomes a model: problems that should not stop the rest of the file."""

    problems: list[Problem] = field(default_factory=list)


class Model(BaseModel):
    """A frozen piece of content. Unknown keys are reported and passed over, so that one run finds them all."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)
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
        return made

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
            Problem(data.keys_at[key], "unknown-key", f"'{key}' is not a key of {a_kind(cls)}", hint)
        )
    return kept


def a_kind(cls: type[BaseModel]) -> str:
    """Return the name of a model in words, with its article: ``an option``, ``a counting regime``."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()
    return ("an " if words[0] in "aeiou" else "a ") + words


def wrong(rule: str, message: str, hint: str = "", path: tuple[object, ...] = ()) -> PydanticCustomError:
    """Make a validation error whose words are ours. Raise it inside validators of the model."""
    return PydanticCustomError("content", "{message}", {"rule": rule, "message": message, "hint": hint, "path": path})


# ---- words ----------------------------------------------------------------------------------------------------

_SCALAR = {"type": ["string", "number", "boolean"]}


def _text(value: object) -> str:
    if value is None:
        raise wrong("missing-value", "a text is missing here", "write it after the colon, or delete the key")
    if not isinstance(value, str):
        raise wrong("wrong-kind", "this should be one text", "write it as one line, in quotes if it holds a colon")
    if not value.strip():
        raise wrong("missing-value", "this text is empty", "write it, or delete the key")
    return " ".join(value.split())


def _body(value: object) -> str:
    return value if isinstance(value, str) else _text(value)


def _id(value: object) -> str:
    text = _text(value)
    if len(text) > MAX_ID or not re.fullmatch(ID, text):
        suggestion = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:MAX_ID]
        hint = (
            f"write '{suggestion}'" if re.fullmatch(ID, suggestion) else "use small letters, digits and single hyphens"
        )
        raise wrong("bad-id", f"'{text[:60]}' cannot be an id", hint)
    return text


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,8}", text):
        raise wrong("bad-number", f"'{text[:40]}' is not a whole number", "write digits only, for example 12")
    return int(text)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in ("true", "false"):
        raise wrong("bad-flag", f"'{text[:40]}' is neither true nor false", "write true or false")
    return text == "true"


def _civil_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = _text(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise wrong("bad-date", f"'{text[:40]}' is not a date", "write year-month-day, for example 2026-11-22")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise wrong("bad-date", f"there is no day {text}", "look at the month's last day") from None


def _web_address(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s\"'<>\\]+", text):
        raise wrong("bad-address", f"'{text[:60]}' is not a web address", "start it with https://")
    return text


Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_SCALAR)]
Markdown = Annotated[str, BeforeValidator(_body), WithJsonSchema({"type": "string"})]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema({"type": "string", "pattern": f"^{ID}$", "maxLength": MAX_ID})]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
CivilDate = Annotated[
    date, BeforeValidator(_civil_date), WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
]
WebAddress = Annotated[str, BeforeValidator(_web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]


class OneOf:
    """Annotation: a text that must be one of ``words``; the error names them and the nearest one."""

    def __init__(self, noun: str, *words: str) -> None:
        self.noun = noun
        self.words = words

    def check(self, value: object) -> str:
        """Return the word. Raises a content error where it is not one of those known."""
        text = _text(value)
        if text not in self.words:
            hint = did_you_mean(text, self.words) or "write one of: " + ", ".join(self.words)
            raise wrong("unknown-word", f"'{text[:40]}' is not a {self.noun}", hint)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"enum": list(self.words)}


class Parsed:
    """Annotation: a text that ``parse`` reads into a value of its own; ``pattern`` is what editors check."""

    def __init__(self, parse: Callable[[str], object], pattern: str) -> None:
        self.parse = parse
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kind = source if isinstance(source, type) else object

        def read(value: object) -> object:
            return value if not isinstance(value, str) and isinstance(value, kind) else self.parse(_text(value))

        return core_schema.no_info_plain_validator_function(read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": self.pattern}


class Shorthand:
    """Annotation: a plain text or list may stand for a whole mapping. ``schema`` is the short form's JSON Schema."""

    def __init__(self, expand: Callable[[Any], Any], schema: Mapping[str, Any]) -> None:
        self.expand = expand
        self.schema = dict(schema)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [self.schema, handler(schema)]}
