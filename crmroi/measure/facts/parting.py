"""The column that KPIs are broken down by: a table's own, or that of its lead or its customer."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from crmroi.files.exports.table import Table

PART = "part"
_SAME = {"source": ("campaign",), "campaign": ("source",)}
"""Columns that hold the same values under another name: what a lead came from is a campaign."""
_THROUGH = (("lead", "leads"), ("customer", "customers"))
"""A field that names a record of another table by its id, nearest first."""


def parts(tables: Mapping[str, Table], by: str) -> dict[str, pl.Series]:
    """For each table that can be broken down, the part of each of its rows, as text."""
    found = {kind: own for kind, table in tables.items() if (own := _own(table, by)) is not None}
    for kind, table in tables.items():
        if kind in found:
            continue
        for field, other in _THROUGH:
            joined = _joined(table, field, tables.get(other), found.get(other))
            if joined is not None:
                found[kind] = joined
                break
    return found


def _own(table: Table, by: str) -> pl.Series | None:
    for name in (by, *_SAME.get(by, ())):
        if name and name in table.frame.columns:
            found: pl.Series = table.frame[name].cast(pl.String).alias(PART)
            return found
    return None


def _joined(
    table: Table, field: str, other: Table | None, part: pl.Series | None
) -> pl.Series | None:
    """The parts of the records that a table names; None where it names none."""
    if other is None or part is None or field not in table.frame.columns:
        return None
    if "id" not in other.frame.columns:
        return None
    known = pl.DataFrame({"id": other.frame["id"], PART: part}).drop_nulls("id").unique("id")
    keys = pl.DataFrame({"id": table.frame[field]})
    found: pl.Series = keys.join(known, on="id", how="left", maintain_order="left")[PART]
    return None if found.null_count() == len(found) else found
