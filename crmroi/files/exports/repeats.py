"""Texts that repeat, told apart once."""

from __future__ import annotations

import polars as pl


def distinct(cells: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Each text of the cells once, and for each cell which of them it is; null for a null cell.

    What is read from texts that repeat is far cheaper to read once, and then to lay out by cell.
    """
    kind = pl.Categorical(pl.Categories.random())  # of their own: no text outlives its table
    coded = cells.cast(pl.String).cast(kind)  # the texts are known while this lives
    which = coded.to_physical()
    last = which.max()
    count = last + 1 if isinstance(last, int) else 0
    texts = pl.int_range(count, dtype=pl.UInt32, eager=True).cat.to(coded.dtype).cast(pl.String)
    return texts.alias(cells.name), which
