"""Dates that are counts: days as spreadsheets count them, seconds or milliseconds since 1970."""

from __future__ import annotations

from typing import Final, get_args

import polars as pl

from crmroi.files.exports.table import DateOrder

ORDERS: Final = get_args(DateOrder)

LAST_SERIAL: Final = 73050
"""The last day of 2099 as spreadsheets count days."""

_SERIAL, _SECONDS, _MILLISECONDS = (
    r"^([2-7][0-9]{4}(?:[.,][0-9]+)?)$",
    r"^([1-4][0-9]{9})(?:\.[0-9]+)?$",
    r"^([1-4][0-9]{12})(?:\.0+)?$",
)

_EPOCH_SERIAL = 25569  # 1970-01-01, in days as spreadsheets count them from 1900


def with_counted(read: pl.LazyFrame) -> pl.LazyFrame:
    """The readings of `date_parts` with those of counts added: the same in every order."""
    text = pl.col("text")
    days = text.str.extract(_SERIAL).str.replace(",", ".", literal=True).cast(pl.Float64)
    serial = days.is_not_null() & (days <= LAST_SERIAL + 1)
    seconds = ((days - _EPOCH_SERIAL) * 86_400).round().cast(pl.Int64)
    micros = [
        pl.when(serial).then(seconds * 1_000_000),
        text.str.extract(_SECONDS).cast(pl.Int64) * 1_000_000,
        text.str.extract(_MILLISECONDS).cast(pl.Int64) * 1_000,
    ]
    since = text.str.contains(_SECONDS) | text.str.contains(_MILLISECONDS)
    counted = pl.coalesce(micros).cast(pl.Datetime("us"))
    return read.with_columns(
        *(pl.coalesce(order, counted).alias(order) for order in ORDERS),
        offset=pl.when(since).then(0).otherwise("offset"),
        serial=serial,
    )
