"""Stage 1: files → plain values that remember their line."""

from generator.read.files import find, read_file, read_markdown
from generator.read.located import LocatedList, LocatedMap, Value, copied, place_of
from generator.read.yaml import decode, read_yaml

__all__ = [
    "LocatedList",
    "LocatedMap",
    "Value",
    "copied",
    "decode",
    "find",
    "place_of",
    "read_file",
    "read_markdown",
    "read_yaml",
]
