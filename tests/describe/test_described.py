"""Every key says what it is for and how to write it, with an example that the key itself accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.check.references import DECLARED
from generator.describe.handbook import handbook
from generator.describe.schemas import schema_of
from generator.model import KIND, KINDS, Kind
from generator.model.base import Model
from generator.model.words import Id, Refers, Text
from generator.read import LocatedMap, read_file
from support.models import every_model, every_schema

EXAMPLE = re.compile(r"for example `([^`]+)`(?:, or `([^`]+)`| or `([^`]+)`)?")
MODELS = sorted({cls.__name__: cls for cls in every_model(Model)}.items())


def wrongs(model: type[BaseModel], folder: Path) -> Iterator[str]:
    """Give what is wrong with the words for the keys of a model."""
    told: dict[str, str] = {}
    for name, field in model.model_fields.items():
        key, said = f"{model.__name__}.{field.alias or name}", " ".join((field.description or "").split())
        examples = [text for found in EXAMPLE.findall(said) for text in found if text]
        if not said:
            yield f"{key}: nothing says what it is for"
        elif not re.fullmatch(r"[A-Z].*[.:;] ?.*Write .*[.?!`]", said):
            yield f"{key}: it is not said how to write it"
        elif not examples:
            yield f"{key}: there is no example"
        elif said in told:
            yield f"{key}: the same is said of '{told[said]}'"
        told[said] = key
        yield from (problem for example in examples for problem in refusals(key, field, example, folder))


def refusals(key: str, field: FieldInfo, example: str, folder: Path) -> Iterator[str]:
    """Give why a key does not accept a value written as in a file."""
    (folder / "example.yml").write_text(f"key: {example}\n", encoding="utf-8")
    written = read_file(folder, folder / "example.yml")
    if not isinstance(written, LocatedMap):
        yield f"{key}: '{example}' is no YAML: {written}"
        return
    form: Any = Annotated[field.annotation, key, *field.metadata]
    accepts: TypeAdapter[Any] = TypeAdapter(form)
    try:
        accepts.validate_python(written["key"])
    except ValidationError as refused:
        yield f"{key}: '{example}' is refused: {refused.errors()[0]['msg']}"


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "PyYAML's own"])
@pytest.mark.parametrize("model", [model for _, model in MODELS], ids=[name for name, _ in MODELS])
def test_every_key_says_what_it_is_for_and_how_to_write_it(
    model: type[Model], parser: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.read.yaml._LOADER", parser)
    assert list(wrongs(model, tmp_path)) == []


def test_words_that_are_missing_wrong_or_said_twice_are_found(tmp_path: Path) -> None:
    class Sample(BaseModel, use_attribute_docstrings=True):
        silent: Text
        bare: Text
        """What it is for."""
        vague: Text
        """What it is for. Write a word."""
        wrong: Id
        """What it is called by. Write an id, for example `Not an Id`."""
        other: tuple[Id, ...]
        """What belongs to it. Write ids, for example `[one]`, or `[Two]`."""
        right: Text
        """What it is. Write words, for example `A word`."""
        again: Text
        """What it is. Write words, for example `A word`."""

    found = [line.removeprefix("Sample.") for line in wrongs(Sample, tmp_path)]
    assert [line.split(":")[0] for line in found] == ["silent", "bare", "vague", "wrong", "other", "again"]
    assert "refused" in found[3] and "'[Two]'" in found[4]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_key_of_a_schema_is_without_words(kind: Kind) -> None:
    schema = schema_of(kind)
    pieces = [schema, *schema.get("definitions", {}).values()]
    keys = [(name, key) for piece in pieces for name, key in piece.get("properties", {}).items()]
    assert keys or kind.holds == "list"
    assert [name for name, key in keys if not key.get("description")] == []


def test_the_handbook_says_forms_and_leaves_no_cell_empty() -> None:
    rows = re.findall(r"^\| \**(\w+)\** \| (.*) \| ([^|]*) \|$", handbook(), re.MULTILINE)
    keys = set().union(*(model.keys() for _, model in MODELS))
    assert keys - {name for name, _, _ in rows} == {"tests"}  # no key in itself
    assert [name for name, written, says in rows if not written.strip() or not says.strip()] == []
    parts = [part for kind in KINDS for part in every_schema(schema_of(kind))]
    errors = {part["patternErrorMessage"] for part in parts if "patternErrorMessage" in part}
    assert [written for _, written, _ in rows if any(error in written for error in errors)] == []


def test_what_ids_refer_to_is_a_kind_or_declared_in_the_settings() -> None:
    fields = (field for _, model in MODELS for field in model.model_fields.values())
    found = {mark.kind for field in fields for mark in field.metadata if isinstance(mark, Refers)}
    assert found <= {*KIND, *DECLARED, "listed page"}
    assert len(found) > 10


def test_a_key_that_is_written_anew_in_a_kind_of_page_still_refers_to_what_it_did() -> None:
    def refers(model: type[BaseModel], name: str) -> set[str]:
        return {mark.kind for mark in model.model_fields[name].metadata if isinstance(mark, Refers)}

    for _, model in MODELS:
        for base in model.__mro__[1:]:
            for name in base.model_fields if issubclass(base, Model) else ():
                assert refers(model, name) >= refers(base, name), f"{model.__name__}.{name}"
