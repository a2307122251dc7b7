"""Columns of yes and no, in five languages; and columns that say when instead."""

from __future__ import annotations

from typing import Literal

import polars as pl

from crmroi.files.exports.cells import NOT_A_FLAG, row_numbers, trimmed, unread_remarks
from crmroi.files.exports.meaning.vocabulary import fold, values
from crmroi.files.exports.typed import Flags
from crmroi.text import N_, Notice

BLANK_IS_NO = N_("“{column}” says yes or nothing: an empty cell counts as no.")


def _words(texts: pl.Series) -> pl.Series:
    """The distinct words of a column and what each says (null: neither), beside its cells."""
    distinct = texts.unique().drop_nulls()
    known = values("flag")
    said = [known.get(fold(text) or text) for text in distinct]
    meanings = pl.Series(
        [None if word is None else word == "true" for word in said], dtype=pl.Boolean
    )
    return texts.replace_strict(distinct, meanings, default=None, return_dtype=pl.Boolean)


def read_flags(cells: pl.Series, header: str, rows: pl.Series | None = None) -> Flags:
    """The flags of a column; where it only ever says yes or nothing, nothing is no."""
    texts = trimmed(cells)
    flags = _words(texts)
    unread = texts.is_not_null() & flags.is_null()
    remarks = unread_remarks(header, unread, row_numbers(cells, rows), NOT_A_FLAG)
    blank = texts.is_null()
    if flags.any() and flags.all() and blank.any() and not unread.any():
        flags = flags.fill_null(value=False)
        remarks += (Notice(header, None, BLANK_IS_NO, {"column": header}),)
    return Flags(flags.alias(cells.name), unread, remarks)


def flag_or_moment(cells: pl.Series) -> Literal["flag", "moment"]:
    """Whether a column says yes and no, or when: by most of the cells that say anything."""
    texts = trimmed(cells).drop_nulls()
    return "flag" if 2 * _words(texts).is_not_null().sum() >= len(texts) else "moment"
