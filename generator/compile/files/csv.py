"""Rows of texts → a CSV file whose cells no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as UTF-8 with a mark that spreadsheets know, every cell quoted, lines ended as the format asks."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows(["'" + cell if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")
