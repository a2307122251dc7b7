"""Columns of working time, in minutes."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Durations


def read_minutes(
    cells: pl.Series,
    header: str,
    options: Options = Options(),  # noqa: B008 - frozen
    rows: pl.Series | None = None,
) -> Durations:
    """The durations of a column in minutes; the header says the unit of bare numbers."""
    raise NotImplementedError
