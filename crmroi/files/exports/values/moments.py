"""Which columns of a table hold its moments, and how several make one field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from crmroi.files.exports.meaning.columns import Assignment
from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.files.exports.values.flags import flag_or_moment

_IN_ORDER = (("created", "closed"), ("created", "resolved"), ("start", "end"),
             ("created", "converted"))  # fmt: skip


def date_headers(frame: pl.DataFrame, assignment: Assignment) -> dict[str, tuple[str, ...]]:
    """Field to its headers of dates, the first that holds something counting."""
    found = {}
    for each in KINDS[assignment.kind].fields:
        header = assignment.mapping.get(each.name)
        if each.type not in {Type.MOMENT, Type.FLAG_OR_MOMENT} or header is None:
            continue
        if each.type is Type.MOMENT or _says_when(frame[header]):
            found[each.name] = (header, *assignment.further.get(each.name, ()))
    return found


def _says_when(cells: pl.Series) -> bool:
    """Whether a column that says yes, no, when or in which state says when."""
    filled = cells.filter(cells.str.contains(r"\S")).head(1000)
    dated = filled.str.contains(r"\d.*\d").mean()
    return isinstance(dated, float) and dated >= 0.5 and flag_or_moment(cells) == "moment"


def earlier_pairs(headers: Mapping[str, Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of headers of which the first comes before the second."""
    return tuple(
        (first, second)
        for before, after in _IN_ORDER
        for first in headers.get(before, ())[:1]
        for second in headers.get(after, ())[:1]
    )


def merged(series: Sequence[pl.Series]) -> pl.Series:
    """The first that is there, row by row."""
    first, *others = series
    for other in others:
        first = first.zip_with(first.is_not_null(), other)
    return first
