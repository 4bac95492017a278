"""What one value may be: texts, ids, whole numbers, days, words of a list; each says what is wrong with another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator import rules
from generator.errors import did_you_mean
from generator.rules import Rule

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
MAX_ID = 80


def wrong(rule: Rule, message: str, hint: str = "", path: tuple[object, ...] = ()) -> PydanticCustomError:
    """Make a validation error whose words are ours. Raise it inside validators of the model."""
    return PydanticCustomError("content", "{message}", {"rule": rule, "message": message, "hint": hint, "path": path})


def text_schema(pattern: str, message: str, form: str = "") -> dict[str, Any]:
    """Return the JSON Schema of a text that ``pattern`` matches once outer and repeated spaces are taken away.

    To an editor a plain ``true`` is no text but a boolean, so booleans pass where the pattern takes that word.
    ``message`` is what editors say of any other text. ``form`` is what the handbook says that this is.
    """
    kinds = ["string", "boolean"] if re.fullmatch(pattern, "true") else ["string"]
    spaced = pattern.replace(" ", r"\s+")
    return {
        "type": kinds if len(kinds) > 1 else kinds[0],
        "pattern": rf"^\s*(?:{spaced})\s*$",
        "patternErrorMessage": message,
        **({"$comment": form} if form else {}),
    }


def text_of(value: object) -> str:
    """Return one text, its spaces evened. Raises a content error where there is none, or something else."""
    if value is None:
        raise wrong(rules.MISSING_VALUE, "a text is missing here", "write it after the colon, or delete the key")
    if not isinstance(value, str):
        raise wrong(rules.WRONG_KIND, "this should be one text", "write it as one line, in quotes if it holds a colon")
    if not value.strip():
        raise wrong(rules.MISSING_VALUE, "this text is empty", "write it, or delete the key")
    return " ".join(value.split())


def _body(value: object) -> str:
    return value if isinstance(value, str) else text_of(value)


def _id(value: object) -> str:
    text = text_of(value)
    if len(text) > MAX_ID or not re.fullmatch(ID, text):
        suggestion = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:MAX_ID]
        hint = (
            f"write '{suggestion}'" if re.fullmatch(ID, suggestion) else "use small letters, digits and single hyphens"
        )
        if len(text) > MAX_ID:
            hint = f"use at most {MAX_ID} characters"
        raise wrong(rules.BAD_ID, f"'{text[:60]}' cannot be an id", hint)
    return text


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = text_of(value)
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,8}", text):
        raise wrong(rules.BAD_NUMBER, f"'{text[:40]}' is not a whole number", "write digits only, for example 12")
    return int(text)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    if text not in ("true", "false"):
        raise wrong(rules.BAD_FLAG, f"'{text[:40]}' is neither true nor false", "write true or false")
    return text == "true"


def _civil_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = text_of(value)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise wrong(rules.BAD_DATE, f"'{text[:40]}' is not a date", "write year-month-day, for example 2026-11-22")
    if not "1900" <= text[:4] < "2200":
        raise wrong(rules.BAD_DATE, f"the year {text[:4]} is not one of ours", "look at the year")
    try:
        return date.fromisoformat(text)
    except ValueError:
        last = "01" <= text[5:7] <= "12"
        hint = "look at the month's last day" if last else "months go from 01 to 12"
        raise wrong(rules.BAD_DATE, f"there is no day {text}", hint) from None


_WEB_ADDRESS = r"https?://[^\s\x22'<>\\]+"


def _web_address(value: object) -> str:
    text = text_of(value)
    if not re.fullmatch(_WEB_ADDRESS, text):
        raise wrong(rules.BAD_ADDRESS, f"'{text[:60]}' is not a web address", "start it with https://")
    return text


TEXT_SCHEMA = {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S",
    "patternErrorMessage": "write a text here",
    "$comment": "a text",
}
ID_SCHEMA = text_schema(rf"(?!\S{{{MAX_ID + 1}}}){ID}", "use small letters, digits and single hyphens", "an id")
DATE = "(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
DATE_MESSAGE = "write year-month-day, for example 2026-11-22"
DATE_FORM = "a day: `2026-11-22`"
_WHOLE_FORM = "a whole number: `12`"
_WHOLE_SCHEMA = [
    {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999, "$comment": _WHOLE_FORM},
    text_schema("0|-?[1-9][0-9]{0,8}", "write digits only, for example 12", _WHOLE_FORM),
]
Text = Annotated[str, BeforeValidator(text_of), WithJsonSchema(TEXT_SCHEMA)]
Markdown = Annotated[str, BeforeValidator(_body), WithJsonSchema({"type": "string"})]
Id = Annotated[str, BeforeValidator(_id), WithJsonSchema(ID_SCHEMA)]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"anyOf": _WHOLE_SCHEMA})]
_FLAG_SCHEMA = text_schema("true|false", "write true or false", "`true` or `false`")
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema(_FLAG_SCHEMA)]
CivilDate = Annotated[date, BeforeValidator(_civil_date), WithJsonSchema(text_schema(DATE, DATE_MESSAGE, DATE_FORM))]
_WEB_SCHEMA = text_schema(_WEB_ADDRESS, "start it with https://", "a web address")
WebAddress = Annotated[str, BeforeValidator(_web_address), WithJsonSchema(_WEB_SCHEMA)]


def _one_of(words: tuple[str, ...]) -> str:
    return "write one of: " + ", ".join(words) if len(words) > 1 else f"write {words[0]}"


class OneOf:
    """Annotation: a text that must be one of ``words``; the error names them and the nearest one."""

    def __init__(self, noun: str, *words: str) -> None:
        self.noun = noun
        self.words = words

    def check(self, value: object) -> str:
        """Return the word. Raises a content error where it is not one of those known."""
        text = text_of(value)
        if text not in self.words:
            hint = did_you_mean(text, self.words) or _one_of(self.words)
            raise wrong(rules.UNKNOWN_WORD, f"'{text[:40]}' is not a {self.noun}", hint)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        numbers = [int(word) for word in self.words if word.isdecimal()]
        spaced = text_schema("|".join(self.words), "write one of: " + ", ".join(self.words))
        return {"anyOf": [{"enum": [*self.words, *numbers]}, spaced]}


class Parsed:
    """Annotation: a text that ``parse`` reads into a value; the rest is what editors and the handbook know of it."""

    def __init__(self, parse: Callable[[str], object], pattern: str, message: str, form: str) -> None:
        self.parse = parse
        self.schema = text_schema(pattern, message, form)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kind = source if isinstance(source, type) else object

        def read(value: object) -> object:
            return value if not isinstance(value, str) and isinstance(value, kind) else self.parse(text_of(value))

        return core_schema.no_info_plain_validator_function(read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


class Shorthand:
    """Annotation: a plain text or list may stand for a whole mapping. ``schema`` is the short form's JSON Schema."""

    def __init__(self, expand: Callable[[Any], Any], schema: Mapping[str, Any]) -> None:
        self.expand = expand
        self.schema = dict(schema)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.expand, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [self.schema, handler(schema)]}


class Refers:
    """Annotation: the ids that stand here are those of one kind of content, or of what site.yml declares.

    ``kind``: the name of a kind, or viewpoint, audience, outcome kind, or listed page.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
