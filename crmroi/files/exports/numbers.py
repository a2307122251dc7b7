"""Columns of numbers and of money: one decimal mark per column, proved or asked for."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Numbers


def read_numbers(
    cells: pl.Series,
    header: str,
    options: Options = Options(),  # noqa: B008 - frozen
    mark_hint: str = "",
    rows: pl.Series | None = None,
) -> Numbers:
    """The numbers of a column, Float64.

    `mark_hint`: the decimal mark that other columns of the file show, for a column that shows none.
    """
    raise NotImplementedError


def read_money(
    cells: pl.Series,
    header: str,
    options: Options = Options(),  # noqa: B008 - frozen
    mark_hint: str = "",
    rows: pl.Series | None = None,
) -> Numbers:
    """The amounts of a column, Decimal with as many digits after the point as it needs, at most 9."""
    raise NotImplementedError
