"""What all readers of cells share: which are empty, and how many could not be read."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.meaning.vocabulary import empty_words
from crmroi.text import N_n, Notice

SPACES = r"[\s\u00a0\u2007\u2009\u202f]"
"""One blank of any kind, as a pattern."""

_NAMED_ROWS = 5


def trimmed(cells: pl.Series) -> pl.Series:
    """The cells without blanks around them; null where they hold nothing or a word for it.

    A leading apostrophe, by which careful tools keep a spreadsheet from calculating, goes too.
    """
    texts = cells.cast(pl.String).str.strip_chars()
    if texts.str.starts_with("'").any():
        texts = texts.str.replace(r"^'\s*", "")
    return texts.set(texts.is_in(empty_words()).fill_null(value=False), None)


def row_numbers(cells: pl.Series, rows: pl.Series | None) -> pl.Series:
    """The row number of each cell, as a spreadsheet counts."""
    return pl.int_range(2, len(cells) + 2, eager=True) if rows is None else rows


def unread_remarks(
    header: str, unread: pl.Series, rows: pl.Series, words: tuple[str, str]
) -> tuple[Notice, ...]:
    """One remark on the cells that were left empty, with the first of their rows; or none.

    `words`: a message and its plural, with {column}, {n} and {rows}.
    """
    count = int(unread.sum())
    if not count:
        return ()
    first = rows.filter(unread).head(_NAMED_ROWS).to_list()
    named = ", ".join(map(str, first)) + (" …" if count > len(first) else "")
    values = {"column": header, "n": count, "rows": named}
    return (Notice(header, count, words[0], values, words[1]),)


NOT_A_DATE = N_n(
    "{n} cell of “{column}” is not a date and is left empty: row {rows}.",
    "{n} cells of “{column}” are not dates and are left empty: rows {rows}.",
)
NOT_A_NUMBER = N_n(
    "{n} cell of “{column}” is not a number and is left empty: row {rows}.",
    "{n} cells of “{column}” are not numbers and are left empty: rows {rows}.",
)
NOT_A_FLAG = N_n(
    "{n} cell of “{column}” says neither yes nor no and is left empty: row {rows}.",
    "{n} cells of “{column}” say neither yes nor no and are left empty: rows {rows}.",
)
NOT_A_SCORE = N_n(
    "{n} cell of “{column}” is not a score and is left empty: row {rows}.",
    "{n} cells of “{column}” are not scores and are left empty: rows {rows}.",
)
NOT_A_DURATION = N_n(
    "{n} cell of “{column}” is not a length of time and is left empty: row {rows}.",
    "{n} cells of “{column}” are not lengths of time and are left empty: rows {rows}.",
)
