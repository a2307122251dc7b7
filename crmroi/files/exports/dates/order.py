"""The order of day, month and year in a column: what its cells prove, or the rest of its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from crmroi.text import N_, Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crmroi.files.exports.dates.readings import Readings
    from crmroi.files.exports.table import DateOrder

FIRST_ABOVE = N_("a first number above 12 in row {row}")
SECOND_ABOVE = N_("a second number above 12 in row {row}")
YEAR_ABOVE = N_("a first number that is no day and no month in row {row}")
YEAR_FIRST = N_("the year comes first")
IN_WORDS = N_("months in words")
COUNTED_DAYS = N_("days counted from 1900, as spreadsheets do")
NOTHING_DEPENDS = N_("no date of the column depends on it")
NO_DATES = N_("the column holds no dates")
BY_FORM = N_("each way of writing shows its own: rows {rows}")
TOLD = N_("told so")
WRITTEN_LIKE = N_("written like “{other}”, which shows it")
COMES_AFTER = N_("“{earlier}” would come after “{later}” otherwise, first in row {row}")

_DAY_FIRST = pl.col("open") & pl.col("dmy").is_not_null() & pl.col("mdy").is_null()
_MONTH_FIRST = pl.col("open") & pl.col("mdy").is_not_null() & pl.col("dmy").is_null()
_COUNTS = ~pl.col("nothing")


@dataclass(frozen=True)
class Proved:
    """What a column's own cells say of its order."""

    order: DateOrder | None
    """None where they do not tell, or tell both."""
    proof: Notice | None
    choices: tuple[DateOrder, ...] = ()
    """What it could be, where they do not tell."""
    mixed: tuple[int, int] | None = None
    """Rows that show day first and month first, where both are shown."""
    forms: Mapping[str, DateOrder] = field(default_factory=dict)
    """The order of each form, where each shows its own."""


def prove(readings: Readings, rows: pl.Series, header: str) -> Proved:
    """The order that a column's own cells prove."""
    read = readings.read.filter(_COUNTS)
    if not read.select(pl.col("open").any()).item():
        return Proved("ymd", Notice(header, None, _why_closed(read)))
    if year_first := _two_digit_years(readings, rows, header):
        return year_first
    first = readings.first_row(_DAY_FIRST & _COUNTS, rows)
    second = readings.first_row(_MONTH_FIRST & _COUNTS, rows)
    if first is not None and second is not None:
        return _by_form(readings, header, (first, second))
    if first is not None:
        return Proved("dmy", Notice(header, first, FIRST_ABOVE, {"row": first}))
    if second is not None:
        return Proved("mdy", Notice(header, second, SECOND_ABOVE, {"row": second}))
    return _unshown(read, header)


def _unshown(read: pl.DataFrame, header: str) -> Proved:
    """The verdict where no cell shows an order: it is open if any date depends on it."""
    differ = pl.col("open") & (pl.col("dmy") != pl.col("mdy"))
    if read.select(differ.any()).item():
        return Proved(None, None, ("dmy", "mdy"))
    return Proved("dmy", Notice(header, None, NOTHING_DEPENDS))


def _why_closed(read: pl.DataFrame) -> str:
    """Why no order has to be known."""
    dated = read.filter(pl.col("ymd").is_not_null())
    if dated.is_empty():
        return NO_DATES
    if dated["serial"].all():
        return COUNTED_DAYS
    return IN_WORDS if dated["words"].fill_null(value=False).any() else YEAR_FIRST


def _two_digit_years(readings: Readings, rows: pl.Series, header: str) -> Proved | None:
    """The verdict where a year of two digits may come first; None where it comes last.

    "23-01-15" is the 15th of January or the 23rd: years are few, days are many.
    """
    dated = pl.any_horizontal(pl.col("dmy", "mdy", "ymd").is_not_null())
    open_ = readings.read.filter(pl.col("open") & dated & _COUNTS)
    if open_.is_empty() or not (open_["short"] & open_["ymd"].is_not_null()).all():
        return None
    last: list[DateOrder] = [o for o in ("dmy", "mdy") if open_[o].is_not_null().all()]
    if not last:
        neither = pl.col("open") & pl.col("dmy").is_null() & pl.col("mdy").is_null()
        row = readings.first_row(neither & pl.col("ymd").is_not_null(), rows)
        if row is None:
            return Proved("ymd", Notice(header, None, YEAR_FIRST))
        return Proved("ymd", Notice(header, row, YEAR_ABOVE, {"row": row}))
    first_numbers = open_["ymd"].dt.year().n_unique()
    third_numbers = open_[last[0]].dt.year().n_unique()
    return Proved(None, None, (*last, "ymd")) if first_numbers < third_numbers else None


def _by_form(readings: Readings, header: str, mixed: tuple[int, int]) -> Proved:
    """The order of each form by itself, if each shows one; else none."""
    shown = (
        readings.read.filter(pl.col("open") & _COUNTS)
        .group_by("form")
        .agg(dmy=_DAY_FIRST.any(), mdy=_MONTH_FIRST.any(), n=pl.len())
        .sort("n", "form", descending=[True, False])
    )
    if not (shown["dmy"] != shown["mdy"]).all():
        return Proved(None, None, ("dmy", "mdy"), mixed)
    forms: dict[str, DateOrder] = {
        str(form): "dmy" if day_first else "mdy"
        for form, day_first in zip(shown["form"], shown["dmy"], strict=True)
    }
    named = ", ".join(map(str, sorted(mixed)))
    proof = Notice(header, mixed, BY_FORM, {"rows": named})
    return Proved(next(iter(forms.values())), proof, mixed=mixed, forms=forms)


def form_of(readings: Readings) -> str | None:
    """The one form in which a column's open dates are written; None if there are several."""
    forms = readings.read.filter(pl.col("open"))["form"].unique()
    return str(forms[0]) if len(forms) == 1 else None


def fits(earlier: pl.Series, later: pl.Series) -> tuple[int, int]:
    """How many rows have the earlier moment after the later one, and the index of the first."""
    wrong = (earlier > later).fill_null(value=False)
    at = wrong.arg_max()
    return int(wrong.sum()), 0 if at is None else int(at)
