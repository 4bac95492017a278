"""Guards: the condition language. It looks at earlier answers and at nothing else; all keys must hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, core_schema

from generator import rules
from generator.model.base import Model
from generator.model.measure import Bound
from generator.model.words import ID_SCHEMA, Id, Shorthand, wrong
from generator.read import LocatedMap

_RANGE = ("from", "below", "up_to", "over")


def _short_test(value: Any) -> Any:
    return {"is": [value]} if isinstance(value, str) else {"is": value} if isinstance(value, list) else value


class Test(Model):
    """What one answer must be. Short: an answer's or a band's id, or a list of them. Else one of these keys; an upper
    and a lower end may stand together."""

    is_: tuple[Id, ...] = Field(default=(), alias="is")
    """The answers or bands of which one must be given. Write their ids, for example `[young, old]`; `age: young` and
    `age: [young, old]` say the same shorter."""
    from_: Bound | None = Field(default=None, alias="from")
    """The lowest number or shortest time that passes. Write it with its unit where it is a time, for example `10` or `1
    year`."""
    below: Bound | None = None
    """What a number or time must stay below. Write the first that no longer passes, for example `18` or `2 years`."""
    up_to: Bound | None = None
    """The highest number or longest time that passes. Write it, for example `17` or `26 weeks`."""
    over: Bound | None = None
    """What a number or time must exceed. Write the last that does not yet pass, for example `9` or `6 months`."""
    has: Id | None = None
    """Of a question with several choices: what must be among those chosen. Write the id of an answer, for example
    `help`."""
    lacks: Id | None = None
    """Of a question with several choices: what must not be among those chosen. Write the id of an answer, for example
    `nothing`."""

    @property
    def is_range(self) -> bool:
        """Whether this test compares a number or a length of time."""
        return any(bound is not None for bound in (self.from_, self.below, self.up_to, self.over))

    @model_validator(mode="after")
    def _one_way(self) -> Test:
        ways = [bool(self.is_), self.is_range, self.has is not None, self.lacks is not None]
        if sum(ways) != 1:
            raise wrong(rules.BAD_GUARD, "a condition needs exactly one of: an answer, a range, has, lacks")
        if (self.from_ is not None and self.over is not None) or (self.below is not None and self.up_to is not None):
            raise wrong(
                rules.BAD_GUARD, "a range has one lower and one upper end", "keep 'from' or 'over', 'below' or 'up_to'"
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
    """When something holds: ids of questions, each with the answer it needs (a *condition*), all of which must hold.
    Beside them, ``any`` and ``not``."""

    tests: dict[Id, AnswerTest] = {}
    """What earlier questions must have been answered. Write each question's id with its answer, for example `{age:
    young}`, straight into the condition."""
    any_: tuple[Guard, ...] = Field(default=(), alias="any")
    """Other conditions of which at least one must hold. Write a list, for example `[{age: young}, {needs: {has:
    help}}]`."""
    not_: Guard | None = Field(default=None, alias="not")
    """A condition that must not hold. Write it like any other, for example `{age: young}`."""

    @model_validator(mode="after")
    def _not_empty(self) -> Conditions:
        if not self.tests and not self.any_ and self.not_ is None:
            raise wrong(rules.BAD_GUARD, "this condition is empty", "name an earlier question and its answer")
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
