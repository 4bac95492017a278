"""JSON Schemas of all content, so that an editor completes, explains and checks a file while it is typed.

They are made from the models. They may accept what the models refuse, never the other way round.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.kinds import KINDS, Kind

DIALECT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"


def schema_file(kind: Kind) -> str:
    """Return the name of a kind's schema in the folder schemas/: ``option.json``, ``sources.json``."""
    return f"{kind.name if '*' in kind.where else Path(kind.where).stem}.json"


def schema_of(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of a file of one kind. Of a Markdown file it covers the front matter."""
    made = kind.model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Generator)
    definitions = made.pop("$defs", {})
    if kind.holds == "list":
        definitions[kind.model.__name__] = made
        made = {"type": "array", "items": {"$ref": f"#/definitions/{kind.model.__name__}"}}
    made["$schema"] = DIALECT
    if definitions:
        made["definitions"] = definitions
    tidied: dict[str, Any] = _tidy(made)
    return tidied


def schema_texts() -> dict[str, str]:
    """Return the text of every schema by its file name."""
    return {
        schema_file(kind): json.dumps(schema_of(kind), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        for kind in KINDS
    }


def write_schemas(root: Path) -> list[Path]:
    """Write all schemas to ``root``/schemas and return the files written. Other files there are left alone."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with flat alternatives, checked keys, and no titles or defaults that say nothing."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        if "type" not in inner:
            return {"anyOf": [inner, {"type": "null"}]}
        kinds = inner["type"] if isinstance(inner["type"], list) else [inner["type"]]
        return {**inner, "type": [*kinds, "null"]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Check every key by ``propertyNames``; where the keys are known words, name them for completion."""
        keys = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        made: JsonSchemaValue = {"type": "object", "additionalProperties": values}
        if "anyOf" in keys:
            words, keys = keys["anyOf"]
            made["properties"] = dict.fromkeys(words["enum"], values)
        names = {key: keys[key] for key in ("pattern", "patternErrorMessage") if key in keys}
        return made | ({"propertyNames": names} if names else {})

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if not isinstance(made.get("default"), str | int):
            made.pop("default", None)
        return made


def _tidy(node: Any) -> Any:
    """Flatten alternatives, give a $ref its own object (draft-07 ignores what stands beside it), and clean texts."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidied: dict[str, Any] = {}
    for key, value in node.items():
        if key in ("properties", "definitions"):
            tidied[key] = {name: _tidy(inner) for name, inner in value.items() if not _is_body(inner)}
        elif key == "anyOf":
            tidied[key] = [part for inner in value for part in _alternatives(_tidy(inner))]
        elif key == "description":
            tidied[key] = " ".join(value.replace("``", "'").split())
        elif key != "title":
            tidied[key] = _tidy(value)
    if "required" in tidied:
        tidied["required"] = [name for name in tidied["required"] if name in tidied["properties"]]
    if "$ref" in tidied and len(tidied) > 1:
        tidied["allOf"] = [{"$ref": tidied.pop("$ref")}]
    return tidied


def _alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    alternatives: list[dict[str, Any]] = schema["anyOf"] if list(schema) == ["anyOf"] else [schema]
    return alternatives


def _is_body(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("x-body") is True
