"""The shapes of the data in pages as types for browser code, so that they are written in one language only."""

from __future__ import annotations

import inspect
import textwrap
from types import NoneType, UnionType
from typing import Any, ForwardRef, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from generator.compile.data import rule_shapes, shapes

BROWSER_TYPES = "site_templates/assets/data.d.ts"

_OPENING = """\
// The data that pages carry. Made from the shapes in generator/compile/data/ by `pathways schema`; do not edit it.
"""
_WORDS = {str: "string", int: "number", bool: "boolean", NoneType: "null"}
_WIDTH = 100
# What has a name of its own: it is written out once.
_SHORT = {"Length": rule_shapes.Length, "Bound": shapes.Bound, "DayRule": rule_shapes.DayRule}
_NAMED = {**vars(rule_shapes), **vars(shapes)}


def browser_types() -> str:
    """Return the types of every shape, as the text of a TypeScript declaration file."""
    made = [value for value in _NAMED.values() if is_typeddict(value)]
    short = "".join(f"export type {name} = {_written_out(hint)};\n" for name, hint in _SHORT.items())
    return f"{_OPENING}{short}" + "".join(
        f"\n{_doc(shape)}export interface {shape.__name__} {_body(shape)}\n" for shape in made
    )


def _doc(shape: Any) -> str:
    words = " ".join((inspect.getdoc(shape) or "").split()).replace("``", "`")
    if not shape.__doc__ or words.startswith("dict("):
        return ""
    lines = textwrap.wrap(words, _WIDTH - len(" * "))
    return (
        f"/** {words} */\n"
        if len(words) + 7 <= _WIDTH
        else "/**\n" + "".join(f" * {line}\n" for line in lines) + " */\n"
    )


def _body(shape: Any) -> str:
    hints = get_type_hints(shape, _NAMED, include_extras=True)
    return "{\n" + "".join(f"  {_key(name, hint)}: {_type(hint)};\n" for name, hint in hints.items()) + "}"


def _key(name: str, hint: Any) -> str:
    return f"{name}?" if get_origin(hint) is NotRequired else name


def _type(hint: Any) -> str:
    """Return a Python type as TypeScript writes it: by its name, where it has one."""
    return next((name for name, named in _SHORT.items() if hint == named), None) or _written_out(hint)


def _written_out(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return _type(inner[0])
    if origin in (Union, UnionType):
        return " | ".join(_type(one) for one in inner)
    if origin is Literal:
        return " | ".join("true" if one is True else f'"{one}"' for one in inner)
    if origin is tuple:
        return f"[{', '.join(_type(one) for one in inner)}]"
    if origin is list:
        of = _type(inner[0])
        return f"({of})[]" if " | " in of else f"{of}[]"
    if origin is dict:
        return f"Record<{_type(inner[0])}, {_type(inner[1])}>"
    if isinstance(hint, ForwardRef):
        return hint.__forward_arg__
    return _WORDS.get(hint) or str(hint.__name__)
