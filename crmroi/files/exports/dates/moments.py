"""A column's readings, once its order is known, made its moments; and what to say about them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import polars as pl

from crmroi.files.exports.cells import NOT_A_DATE, unread_remarks
from crmroi.files.exports.dates.order import NO_DATES, Proved
from crmroi.files.exports.dates.readings import Readings
from crmroi.files.exports.table import DateOrder, Question, ReadingError
from crmroi.files.exports.typed import Dates
from crmroi.text import N_, N_n, Notice

_MOMENT = pl.Datetime("us")
_WHOLE_DATE = ~pl.col("open") & ~pl.col("words") & ~pl.col("nothing") & pl.col("ymd").is_not_null()
_OLD_MAC = timedelta(days=1462)
"""How much later a spreadsheet's days are that are counted from 1904."""

MOVED = N_("The times of “{column}” name their zone; they are brought to {zone}.")
NO_ZONE = N_("“{zone}” is not a time zone. Write one such as Europe/Paris.")
COUNTED = N_(
    "The dates of “{column}” are counted in days from 1900. A file from an old Mac may count from"
    " 1904: then each is 1,462 days later."
)
PLACEHOLDERS = N_n(
    "{n} cell of “{column}” holds a date that stands for none (such as 1900-01-01) and counts as"
    " empty.",
    "{n} cells of “{column}” hold a date that stands for none (such as 1900-01-01) and count as"
    " empty.",
)
TWO_FORMS = N_(
    "“{column}” has dates written in two ways, one day first and one month first; each was read by"
    " its own way of writing."
)
SWAPPED = N_(
    "Of the dates of “{column}”, {n} are written year first and never show a day above 12, and the"
    " others all do: a spreadsheet may have taken day for month in the former."
)
_ENOUGH = 10
"""Dates of each kind, so that days up to 12 are no chance."""


def unknown(cells: pl.Series, order: DateOrder, question: Question) -> Dates:
    """A column whose order must be asked for first."""
    empty = pl.repeat(None, len(cells), dtype=_MOMENT, eager=True).alias(cells.name)
    unread = pl.repeat(value=False, n=len(cells), eager=True)
    proof = Notice(question.subject, None, NO_DATES)
    return Dates(empty, order, proof, unread, question)


def dates_of(
    cells: pl.Series,
    readings: Readings,
    proved: Proved,
    timezone: str,
    rows: pl.Series,
    remark: Notice | None = None,
) -> Dates:
    """The dates of a column whose order is known; instants in the zone asked for."""
    order, proof = proved.order, proved.proof
    if order is None or proof is None:
        raise ValueError("the order of the column is not known")
    header = proof.field
    read = readings.read.with_columns(moment=_chosen(proved))
    written = read.select(pl.when(~pl.col("nothing")).then("moment")).to_series()
    moments = _in_zone(written, read["offset"], timezone)
    series = readings.by_cell(moments).alias(cells.name)
    unread = _unread(readings, moments)
    remarks = [*unread_remarks(header, unread, rows, NOT_A_DATE)]
    if placeholders := _count(readings, read["nothing"]):
        values = {"column": header, "n": placeholders}
        remarks.append(Notice(header, placeholders, PLACEHOLDERS[0], values, PLACEHOLDERS[1]))
    if not moments.equals(written):
        remarks.append(Notice(header, None, MOVED, {"column": header, "zone": timezone}))
    if proved.forms:
        remarks.append(Notice(header, None, TWO_FORMS, {"column": header}))
    if _could_be_old_mac(moments.filter(read["serial"])):
        remarks.append(Notice(header, None, COUNTED, {"column": header}))
    if swapped := _swapped(readings):
        remarks.append(Notice(header, swapped, SWAPPED, {"column": header, "n": swapped}))
    remarks += [remark] if remark else []
    timed = bool((moments.dt.truncate("1d") != moments).any())
    return Dates(series, order, proof, unread, None, tuple(remarks), timed)


def _unread(readings: Readings, moments: pl.Series) -> pl.Series:
    """Which cells hold something that is no moment."""
    unread = ~readings.read["nothing"] & moments.is_null()
    if readings.index is not None and not unread.any():  # most often: nothing to lay out
        return pl.repeat(value=False, n=len(readings.index), eager=True)
    return (readings.filled & readings.by_cell(unread)).fill_null(value=False)


def _count(readings: Readings, which: pl.Series) -> int:
    """How many cells have a reading of which something is so."""
    return int(readings.by_cell(which).sum() or 0) if which.any() else 0


def _chosen(proved: Proved) -> pl.Expr:
    """The reading in the column's order; in that of its form, where forms have their own."""
    chosen = pl.col(str(proved.order))
    for form, order in proved.forms.items():
        chosen = (
            pl.when((pl.col("form") == form).fill_null(value=False)).then(order).otherwise(chosen)
        )
    return chosen


def _in_zone(written: pl.Series, offset: pl.Series, timezone: str) -> pl.Series:
    """Moments that name their zone in the zone asked for; dates at midnight stay the same dates."""
    zoned = offset.is_not_null() & written.is_not_null()
    instants = written.filter(zoned)
    if instants.is_empty() or (instants == instants.dt.truncate("1d")).all():
        return written
    east = offset.filter(zoned).cast(pl.Int64) * 60_000_000
    utc = (instants - east.cast(pl.Duration("us"))).dt.replace_time_zone("UTC")
    return written.clone().scatter(zoned.arg_true(), _local(utc, timezone))


def _local(utc: pl.Series, timezone: str) -> pl.Series:
    """Instants as the clocks of a zone show them. ReadingError for a zone that there is not."""
    try:
        return utc.dt.convert_time_zone(timezone).dt.replace_time_zone(None)
    except pl.exceptions.ComputeError:
        notice = Notice("timezone", timezone, NO_ZONE, {"zone": timezone})
        raise ReadingError([notice]) from None


def _could_be_old_mac(counted: pl.Series) -> bool:
    """Whether dates counted in days would still be in the past if they were counted from 1904."""
    last = counted.max()
    if not isinstance(last, datetime):
        return False
    return last + _OLD_MAC <= datetime.now(UTC).replace(tzinfo=None)


def _swapped(readings: Readings) -> int:
    """How many dates a spreadsheet seems to have rewritten with day and month swapped.

    It rewrites those whose day could be a month, and leaves the others as they were.
    """
    one_order = pl.col("dmy").is_null() != pl.col("mdy").is_null()
    tally = readings.read.select(
        left=(pl.col("open") & one_order).sum(),
        others=(pl.col("open") & ~one_order & pl.col("dmy").is_not_null()).sum(),
        rewritten=_WHOLE_DATE.sum(),
        above=(_WHOLE_DATE & (pl.col("ymd").dt.day() > 12)).sum(),
    ).row(0, named=True)
    if tally["others"] or tally["above"] or min(tally["left"], tally["rewritten"]) < _ENOUGH:
        return 0
    return int(readings.cells(_WHOLE_DATE).sum())
