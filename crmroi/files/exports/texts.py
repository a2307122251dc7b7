"""Columns of names and of numbers that identify: text, compared exactly, people's hashed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import polars as pl

from crmroi.files.exports.personal import hashed
from crmroi.files.exports.sheets import Sheets, Typed
from crmroi.text import N_, Notice

_SHORTENED = N_(
    "“{column}” holds numbers that a spreadsheet has shortened (like 1.23E+17): different numbers "
    "may have become equal. Export the file again without opening it in one."
)
_SHORT = r"^\s*\d(?:[.,]\d+)?[eE]\+?\d+\s*$"
_TRIED = 10_000
"""Cells looked at: a spreadsheet shortens all long numbers of a column, or none."""


def read_texts(
    sheet: Sheets, typed: Typed, headers: Mapping[str, str], ids: Collection[str]
) -> None:
    """Add columns of text under new names: ends trimmed, empty cells null, people hashed.

    `ids`: those of the names of which a spreadsheet may have spoilt the numbers.
    """
    for name in ids:
        typed.say(_shortened(sheet.cells(headers[name]), headers[name]))
    plain = {n: header for n, header in headers.items() if not sheet.personal.get(header)}
    # One selection works on several columns at a time.
    trimmed = sheet.frame.select(
        _trimmed(header).alias(f"{place}") for place, header in enumerate(plain.values())
    )
    typed.columns |= dict(zip(plain, trimmed.get_columns(), strict=True))
    for name in headers.keys() - plain.keys():
        typed.columns[name] = hashed(sheet.cells(headers[name]), sheet.options.salt)


def _trimmed(header: str) -> pl.Expr:
    cells = pl.col(header).str.strip_chars()
    return pl.when(cells.str.len_bytes() > 0).then(cells)


def _shortened(cells: pl.Series, header: str) -> tuple[Notice, ...]:
    if not cells.head(_TRIED).str.contains(_SHORT).any():
        return ()
    return (Notice(header, None, _SHORTENED, {"column": header}),)
