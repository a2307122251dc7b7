"""Columns of scores: the scale is found from the values."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Scores


def read_scores(
    cells: pl.Series,
    header: str,
    options: Options = Options(),  # noqa: B008 - frozen
    rows: pl.Series | None = None,
) -> Scores:
    """The scores of a column, and their scale."""
    raise NotImplementedError
