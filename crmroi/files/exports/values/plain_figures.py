"""Numbers written plainly: figures, at most a decimal mark among them, at most a minus before.

Most columns hold nothing else, and are read in a third of the time: the first cells say how the
column is written, one look at all of them proves it, and what is proved is what the long way of
`numbers` would find. A property test holds both to that.
"""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.values.decimal_marks import shown_mark

MOST_DECIMALS, SHORT_PRECISION = 9, 18
_SAMPLE = 1_000


def read_plain(cells: pl.Series, *, money: bool) -> tuple[pl.Series, str] | None:
    """The values of the cells and their decimal mark; None where one is not plain, nor empty.

    Float64, or for money Decimal with as many digits after the mark as the first cells have.
    """
    sample = cells.head(_SAMPLE).replace("", None).drop_nulls()
    mark = shown_mark(sample)
    scale = _most_decimals(sample, mark) if mark else 0
    if not 0 < scale <= MOST_DECIMALS:
        return None
    whole = SHORT_PRECISION - scale - 1  # the sign counts as a digit, as in the long way
    pattern = f"^(?:-?[0-9]{{1,{whole}}}(?:[{mark}][0-9]{{1,{scale}}})?)?$"
    if not cells.str.contains(pattern).all():
        return None
    pointed = cells if mark == "." else cells.str.replace(mark, ".", literal=True)
    kind = pl.Decimal(SHORT_PRECISION, scale) if money else pl.Float64
    values = pointed.cast(kind, strict=False)
    empty = cells.null_count() + int((cells == "").sum())
    return (values, mark) if values.null_count() == empty else None


def _most_decimals(sample: pl.Series, mark: str) -> int:
    most = sample.str.extract(f"[{mark}]([0-9]+)$").str.len_bytes().max()
    return most if isinstance(most, int) else 0
