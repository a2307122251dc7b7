"""A control group: those who had no CRM yet, for the difference in differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.table import Table

MOST_VALUES = 50
"""A column with more values than that does not part a company into groups."""


def control_choices(tables: Mapping[str, Table]) -> dict[str, tuple[str, ...]]:
    """The values by which a control group can be told, by field; hashed columns are left out."""
    found: dict[str, set[str]] = {}
    for kind, table in tables.items():
        hashed = {f for f, h in table.report.mapping.items() if h in table.report.personal_columns}
        for field in KINDS[kind].fields:
            if field.group and field.name in table.frame.columns and field.name not in hashed:
                values = table.frame[field.name].drop_nulls().unique()
                if field.type is Type.NAME and 2 <= len(values) <= MOST_VALUES:
                    found.setdefault(field.name, set()).update(values.to_list())
    return {field: tuple(sorted(values)) for field, values in found.items()}


def with_control(tables: Mapping[str, Table], field: str, value: str) -> dict[str, Table]:
    """The same tables with a column `control`, true where a field has the value."""
    flag = (pl.col(field) == value).fill_null(value=False).alias("control")
    return {
        kind: replace(table, frame=table.frame.with_columns(flag))
        if field in table.frame.columns
        else table
        for kind, table in tables.items()
    }
