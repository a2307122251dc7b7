"""Typed tables made ready for an engine: days and months as whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import polars as pl
import pyarrow.compute as pc

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.table import Table
from crmroi.measure.facts.relation import EPOCH

_ELAPSED = ("created", "resolved")
"""The moments of tickets between which hours are counted."""


def prepared(table: Table, part: pl.Series | None = None) -> pl.DataFrame:
    """The columns that KPIs need. Of each moment `<field>_day`, days since 1970, and
    `<field>_month`, months since year 0; of tickets `<field>_us`, microseconds since 1970, too.
    Of deals `won`, `lost` and `open`; `buyer` numbers the customers who won one. A deal that is
    open is not closed: the day that its record names is a plan.

    `part` is the column for a breakdown, named so.
    """
    frame = table.frame
    columns = [frame[name] for name in _kept(table.kind) if name in frame.columns]
    with ThreadPoolExecutor(1) as beside:  # polars leaves Python's lock meanwhile
        outcomes = beside.submit(_outcomes, frame) if "outcome" in frame.columns else None
        for name, field in _moments(frame, table.kind).items():
            columns += _days(_closed(frame) if name == "closed" else frame[name], field)
            if table.kind == "tickets" and field in _ELAPSED:
                columns.append(frame[name].dt.epoch("us").alias(f"{field}_us"))
        columns += outcomes.result() if outcomes else []
    columns += _undated(frame, table.kind)
    return pl.DataFrame(columns if part is None else [*columns, part])


def _undated(frame: pl.DataFrame, kind: str) -> list[pl.Series]:
    """The columns of the records' date where the table has none: KPIs that need none are told."""
    field = KINDS[kind].dated_by
    if not field or field in frame.columns:
        return []
    nothing = pl.repeat(None, frame.height, dtype=pl.Int32, eager=True)
    return [nothing.alias(f"{field}_day"), nothing.alias(f"{field}_month")]


def _closed(frame: pl.DataFrame) -> pl.Series:
    if "outcome" not in frame.columns:
        return frame["closed"]
    is_open = (frame["outcome"] == "open").fill_null(value=False)
    return frame["closed"].set(is_open, None) if is_open.any() else frame["closed"]


def _days(moments: pl.Series, field: str) -> list[pl.Series]:
    day = moments.dt.epoch("d").cast(pl.Int32)
    return [day.alias(f"{field}_day"), _months(day).alias(f"{field}_month")]


def _months(days: pl.Series) -> pl.Series:
    """The month of each day: looked up, since there are far fewer days than records."""
    first, last = days.min(), days.max()
    if not isinstance(first, int) or not isinstance(last, int):
        return days
    start = date.fromordinal(EPOCH + first)
    known = [start + timedelta(days=count) for count in range(last - first + 1)]
    months = pl.Series([day.year * 12 + day.month - 1 for day in known], dtype=pl.Int32)
    return months.gather(days - first)


def _outcomes(frame: pl.DataFrame) -> list[pl.Series]:
    outcome = frame["outcome"]
    found = {name: (outcome == name).fill_null(value=False) for name in ("won", "lost", "open")}
    columns = [flag.alias(name) for name, flag in found.items()]
    if "customer" in frame.columns:
        columns.append(_numbered(frame["customer"], found["won"]).alias("buyer"))
    return columns


def _numbered(names: pl.Series, which: pl.Series) -> pl.Series:
    """A number for each name, of the rows that are asked for; null for the others."""
    few = names.filter(which).to_arrow(compat_level=pl.CompatLevel.newest())
    numbers = pl.Series(pc.dictionary_encode(few).indices, dtype=pl.Int64)
    nothing = pl.repeat(None, names.len(), dtype=pl.Int64, eager=True)
    return nothing.scatter(which.arg_true(), numbers)


def _moments(frame: pl.DataFrame, kind: str) -> dict[str, str]:
    """Columns that hold moments, and the field each is of."""
    found = {f.name: f.name for f in KINDS[kind].fields if f.type is Type.MOMENT}
    found["converted_on"] = "converted"
    return {name: field for name, field in found.items() if name in frame.columns}


def _kept(kind: str) -> Sequence[str]:
    """The other fields; of an outcome what it is told by is kept instead."""
    others = (Type.MOMENT, Type.OUTCOME)
    names = [field.name for field in KINDS[kind].fields if field.type not in others]
    return (*names, "control", "row")
