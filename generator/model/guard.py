"""Guards: the condition language. It looks at earlier answers and at nothing else; all keys must hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from generator.model.base import Model
from generator.model.measure import Bound
from generator.model.words import ID_SCHEMA, Id, Shorthand, wrong
from generator.read import LocatedMap

_RANGE = ("from", "below", "up_to", "over")


def _short_test(value: Any) -> Any:
    return {"is": [value]} if isinstance(value, str) else {"is": value} if isinstance(value, list) else value


class Test(Model):
    """What one earlier answer must be: one of some answers or bands, in a range, or (choose many) has or lacks."""

    is_: tuple[Id, ...] = Field(default=(), alias="is")
    from_: Bound | None = Field(default=None, alias="from")
    below: Bound | None = None
    up_to: Bound | None = None
    over: Bound | None = None
    has: Id | None = None
    lacks: Id | None = None

    @property
    def is_range(self) -> bool:
        """Whether this test compares a number or a length of time."""
        return any(bound is not None for bound in (self.from_, self.below, self.up_to, self.over))

    @model_validator(mode="after")
    def _one_way(self) -> Test:
        ways = [bool(self.is_), self.is_range, self.has is not None, self.lacks is not None]
        if sum(ways) != 1:
            raise wrong("bad-guard", "a condition needs exactly one of: an answer, a range, has, lacks")
        if (self.from_ is not None and self.over is not None) or (self.below is not None and self.up_to is not None):
            raise wrong(
                "bad-guard", "a range has one lower and one upper end", "keep 'from' or 'over', 'below' or 'up_to'"
            )
        return self


_SHORT_TEST = {"anyOf": [ID_SCHEMA, {"type": "array", "items": ID_SCHEMA, "minItems": 1}]}
AnswerTest = Annotated[Test, Shorthand(_short_test, _SHORT_TEST)]


def _tests_apart(value: Any) -> Any:
    """Set the tests of answers (``age: under-10``) apart from the two words of the language, ``any`` and ``not``."""
    if not isinstance(value, dict):
        return value
    if not isinstance(value, LocatedMap):
        apart: dict[str, Any] = {"tests": {key: test for key, test in value.items() if key not in ("any", "not")}}
        return apart | {key: value[key] for key in ("any", "not") if key in value}
    guard, tests = LocatedMap(value.place), LocatedMap(value.place)
    guard.put("tests", tests, value.place, value.place)
    for key, test in value.items():
        (guard if key in ("any", "not") else tests).put(key, test, value.keys_at[key], value.values_at[key])
    return guard


class Conditions(Model):
    """A guard: every test holds, one of ``any`` holds, and ``not`` does not."""

    tests: dict[Id, AnswerTest] = {}
    any_: tuple[Guard, ...] = Field(default=(), alias="any")
    not_: Guard | None = Field(default=None, alias="not")

    @model_validator(mode="after")
    def _not_empty(self) -> Conditions:
        if not self.tests and not self.any_ and self.not_ is None:
            raise wrong("bad-guard", "this condition is empty", "name an earlier question and its answer")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        own = handler(schema)
        written = handler.resolve_ref_schema(own)
        tests = written["properties"].pop("tests")
        written.update(minProperties=1, additionalProperties=tests["additionalProperties"])
        written["propertyNames"] = tests["propertyNames"]
        return own


class _AsWritten:
    """Annotation: a guard is written with question ids as keys, beside ``any`` and ``not``."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_tests_apart, handler(source))


Guard = Annotated[Conditions, _AsWritten()]
Conditions.model_rebuild()


def questions_in(guard: Conditions) -> set[str]:
    """Return the ids of all questions a guard looks at."""
    found = set(guard.tests)
    for inner in guard.any_:
        found |= questions_in(inner)
    return found | (questions_in(guard.not_) if guard.not_ else set())
