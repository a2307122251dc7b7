"""Columns of names and of numbers that identify: text, compared exactly, people's hashed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import polars as pl

from crmroi.files.exports.meaning.personal import hashed
from crmroi.files.exports.values.sheets import Sheets, Typed
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
    blank = set() if sheet.trimmed else _with_outer_blanks(sheet.frame, set(plain.values()))
    for name, header in headers.items():
        cells = sheet.cells(header)
        if name not in plain:
            typed.columns[name] = hashed(cells, sheet.options.salt)
        else:
            typed.columns[name] = _filled(cells.str.strip_chars() if header in blank else cells)


def _with_outer_blanks(frame: pl.DataFrame, headers: Collection[str]) -> set[str]:
    """The columns with a cell to be trimmed: most have none, and need no copy."""
    if not headers:
        return set()
    lengths = frame.select(
        pl.col(header).str.len_bytes().sum()
        - pl.col(header).str.strip_chars().str.len_bytes().sum()
        for header in headers
    ).row(0, named=True)
    return {header for header, length in lengths.items() if length}


def _filled(cells: pl.Series) -> pl.Series:
    """The cells, with null for the empty ones."""
    empty = cells.str.len_bytes() == 0
    return cells.set(empty, None) if empty.any() else cells


def _shortened(cells: pl.Series, header: str) -> tuple[Notice, ...]:
    if not cells.head(_TRIED).str.contains(_SHORT).any():
        return ()
    return (Notice(header, None, _SHORTENED, {"column": header}),)
