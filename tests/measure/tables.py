"""Typed tables written by hand: what the reader would give, without a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import polars as pl

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.table import Report, Scale, Table

_DTYPES: Mapping[Type, pl.DataType] = {
    Type.ID: pl.String(),
    Type.NAME: pl.String(),
    Type.MOMENT: pl.Datetime("us"),
    Type.MONEY: pl.Decimal(38, 2),
    Type.NUMBER: pl.Float64(),
    Type.FLAG: pl.Boolean(),
    Type.FLAG_OR_MOMENT: pl.Boolean(),
    Type.OUTCOME: pl.String(),
    Type.KIND: pl.String(),
}
_BESIDES: Mapping[str, pl.DataType] = {
    "outcome": pl.String(),
    "converted_on": pl.Datetime("us"),
    "control": pl.Boolean(),
    "row": pl.Int64(),
}


def table(
    kind: str, /, *, scales: Mapping[str, Scale] | None = None, **columns: Sequence[object]
) -> Table:
    """A table of `columns` by field name; moments may be written "2026-01-31" or with a time."""
    declared = {field.name: _DTYPES[field.type] for field in KINDS[kind].fields}
    series = [
        _series(name, cells, _BESIDES.get(name) or declared.get(name, pl.String()))
        for name, cells in columns.items()
    ]
    return of_frame(kind, pl.DataFrame(series), scales)


def of_frame(kind: str, frame: pl.DataFrame, scales: Mapping[str, Scale] | None = None) -> Table:
    """A typed frame as a table, its rows numbered, with a report that says nothing special."""
    if "row" not in frame.columns:
        frame = frame.with_columns(pl.int_range(2, frame.height + 2, dtype=pl.Int64).alias("row"))
    names = {field.name for field in KINDS[kind].fields}
    report = Report(
        name=f"{kind}.csv",
        kind=kind,
        encoding="utf-8",
        delimiter=",",
        header_row=1,
        decimal=".",
        rows_read=frame.height,
        rows_used=frame.height,
        left_out={},
        mapping={name: name for name in frame.columns if name in names},
        columns=tuple(frame.columns),
        dates={},
        scales=dict(scales or {}),
        personal_columns={},
        currencies=(),
        remarks=(),
    )
    return Table(kind, frame, report)


def _series(name: str, cells: Sequence[object], dtype: pl.DataType) -> pl.Series:
    if isinstance(dtype, pl.Datetime):
        cells = [datetime.fromisoformat(cell) if isinstance(cell, str) else cell for cell in cells]
    elif isinstance(dtype, pl.Decimal):
        cells = [None if cell is None else Decimal(str(cell)) for cell in cells]
    return pl.Series(name, cells, dtype=dtype, strict=True)
