"""Records of one number: the same twice is one record, and of several the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

_AT = "\x00at"
"""A name that no header has: a text with zero bytes is refused."""


@dataclass(frozen=True)
class Unique:
    """The records without the repeated ones, and the rows of those by reason."""

    frame: pl.DataFrame = field(repr=False)
    left_out: dict[str, pl.Series] = field(default_factory=dict, repr=False)


def without_duplicates(
    frame: pl.DataFrame, header: str, modified: Callable[[], pl.DataFrame | None]
) -> Unique:
    """The records of which the column holds a number once.

    Numbers are compared exactly; records without one all stay. `modified` is asked for the rows
    and the moments ("row", "at") of the last change only where records of one number differ.
    """
    numbers = frame[header]
    if _all_differ(numbers):  # most often, and far cheaper than to find which are repeated
        return Unique(frame)
    repeated = numbers.is_duplicated() & (numbers.str.len_bytes() > 0)
    if not repeated.any():
        return Unique(frame)
    some = frame.filter(repeated)
    contents = [name for name in frame.columns if name != "row"]
    once = some.unique(subset=contents, keep="first", maintain_order=True)
    left_out = {"duplicate_record": _rows_without(some, once)}
    if once[header].is_duplicated().any():
        newest = _newest(once, header, modified())
        left_out["superseded_record"] = _rows_without(once, newest)
        once = newest
    whole = pl.concat([frame.filter(~repeated), once]).sort("row")
    return Unique(whole, {reason: rows for reason, rows in left_out.items() if rows.len()})


def _all_differ(numbers: pl.Series) -> bool:
    """Whether no number can be there twice: they rise from record to record, or hash apart."""
    before, after = numbers.slice(0, max(numbers.len() - 1, 0)), numbers.slice(1)
    return (after > before).all() or numbers.hash().n_unique() == numbers.len()


def _newest(frame: pl.DataFrame, header: str, moments: pl.DataFrame | None) -> pl.DataFrame:
    """Of each number the record changed last; where nothing tells, the last in the file."""
    if moments is None:
        dated = frame.with_columns(pl.lit(None, pl.Datetime("us")).alias(_AT))
    else:
        dated = frame.join(moments.rename({"at": _AT}), on="row", how="left")
    ordered = dated.sort(_AT, "row", nulls_last=False)
    return ordered.unique(subset=header, keep="last", maintain_order=True).drop(_AT)


def _rows_without(whole: pl.DataFrame, kept: pl.DataFrame) -> pl.Series:
    return whole.join(kept.select("row"), on="row", how="anti")["row"].sort()
