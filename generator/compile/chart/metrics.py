"""How wide text is, by the metrics of the font the site ships: labels wrap alike on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from generator.errors import Fault

LINE = 21.0
SIZE = 16.0


class Font:
    """Advance widths of one weight of the site's font."""

    def __init__(self, path: Path) -> None:
        font: Any = TTFont(path, lazy=True)
        self.scale = 1 / font["head"].unitsPerEm
        self.glyph_of: dict[int, str] = font.getBestCmap()
        self.advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
        self.missing = 0.6

    def width(self, text: str, size: float = SIZE) -> float:
        """Return the width of a line of text in pixels at ``size`` pixels."""
        return sum(self._advance(character) for character in text) * size

    def _advance(self, character: str) -> float:
        glyph = self.glyph_of.get(ord(character))
        return self.advances[glyph][0] * self.scale if glyph else self.missing

    def wrap(self, text: str, width: float, size: float = SIZE) -> list[str]:
        """Return a text as lines no wider than ``width`` pixels; a single longer word is broken where the line ends."""
        lines: list[str] = []
        for word in (part for whole in text.split() for part in self._broken(whole, width, size)):
            if lines and self.width(f"{lines[-1]} {word}", size) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines or [""]

    def _broken(self, word: str, width: float, size: float) -> Iterator[str]:
        """Give a word, or the parts of a longer one that fit."""
        part = ""
        for character in word:
            if part and self.width(part + character, size) > width:
                yield part
                part = ""
            part += character
        yield part


@cache
def fonts(folder: Path) -> tuple[Font, Font]:
    """Return the regular and the bold font found in the built assets. Raises Fault where they were not built."""
    try:
        return (
            Font(folder / "atkinson-hyperlegible-next-latin-400-normal.woff2"),
            Font(folder / "atkinson-hyperlegible-next-latin-700-normal.woff2"),
        )
    except OSError as error:
        raise Fault(
            f"the browser files are not built ({error.filename} is missing): run 'npm ci' and 'npm run build'"
        ) from error
