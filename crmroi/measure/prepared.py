"""Typed tables made ready for an engine: days and months as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from crmroi.files.exports.fields import KINDS, Type
from crmroi.files.exports.table import Table

_MOMENTS = (Type.MOMENT, Type.FLAG_OR_MOMENT)
_ELAPSED = ("created", "resolved")
"""The moments of tickets between which hours are counted."""


def prepared(table: Table, part: pl.Series | None = None) -> pl.DataFrame:
    """The columns that KPIs need. Of each moment `<field>_day`, days since 1970, and
    `<field>_month`, months since year 0; of tickets `<field>_us`, microseconds since 1970, too.

    `part` is the column for a breakdown, named so.
    """
    frame = table.frame
    moments = _moments(frame, table.kind)
    kept = [name for name in _kept(table.kind) if name in frame.columns]
    columns = [pl.col(name) for name in kept]
    for name, field in moments.items():
        moment = pl.col(name)
        columns.append(moment.dt.epoch("d").cast(pl.Int32).alias(f"{field}_day"))
        month = moment.dt.year().cast(pl.Int32) * 12 + moment.dt.month().cast(pl.Int32) - 1
        columns.append(month.alias(f"{field}_month"))
        if table.kind == "tickets" and field in _ELAPSED:
            columns.append(moment.dt.epoch("us").alias(f"{field}_us"))
    found = frame.select(columns)
    return found if part is None else found.with_columns(part)


def _moments(frame: pl.DataFrame, kind: str) -> dict[str, str]:
    """Columns that hold moments, and the field each is of."""
    found = {f.name: f.name for f in KINDS[kind].fields if f.type is Type.MOMENT}
    found["converted_on"] = "converted"
    return {name: field for name, field in found.items() if name in frame.columns}


def _kept(kind: str) -> Sequence[str]:
    names = [field.name for field in KINDS[kind].fields if field.type is not Type.MOMENT]
    return (*names, "outcome", "control", "row")
