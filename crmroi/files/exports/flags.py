"""Columns of yes and no, in five languages."""

from __future__ import annotations

from typing import Literal

import polars as pl

from crmroi.files.exports.typed import Flags


def read_flags(cells: pl.Series, header: str, rows: pl.Series | None = None) -> Flags:
    """The flags of a column."""
    raise NotImplementedError


def flag_or_moment(cells: pl.Series) -> Literal["flag", "moment"]:
    """Whether a column says yes and no, or when."""
    raise NotImplementedError
