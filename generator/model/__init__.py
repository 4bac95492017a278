"""Stage 2: what the content means. One module a concept; :mod:`generator.model.library` holds them all."""

from generator.model.kinds import KIND, KINDS, Kind
from generator.model.library import Library
from generator.model.loading import load, load_file, understand

__all__ = ["KIND", "KINDS", "Kind", "Library", "load", "load_file", "understand"]
