"""Columns of dates: one order per column, proved by the whole column, or asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Dates


def read_dates(
    cells: pl.Series,
    header: str,
    options: Options = Options(),  # noqa: B008 - frozen
    siblings: Mapping[str, Dates] | None = None,
    rows: pl.Series | None = None,
    field: str = "",
) -> Dates:
    """The dates of one column."""
    raise NotImplementedError


def read_date_columns(
    columns: Mapping[str, pl.Series],
    options: Options = Options(),  # noqa: B008 - frozen
    rows: pl.Series | None = None,
    fields: Mapping[str, str] | None = None,
    earlier: Sequence[tuple[str, str]] = (),
) -> dict[str, Dates]:
    """All columns of dates of one file, by header: what proves one may prove another.

    `fields`: header to field, since an order may be told by either. `earlier`: pairs of headers
    of which the first comes before the second (created, closed).
    """
    raise NotImplementedError
