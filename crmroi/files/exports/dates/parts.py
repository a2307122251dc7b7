"""Texts of dates taken apart: year, month, day and time by each order they could be read in."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from crmroi.files.exports.dates.counts import ORDERS, with_counted
from crmroi.files.exports.dates.words import worded

PIVOT: Final = 68
"""The last year of two digits that is of this century."""

_ZONES: Final = {
    "wet": 0, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "brt": -180,
    "est": -300, "edt": -240, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes east of UTC by abbreviation; those that countries use for different hours (BST, CST,
IST) are not here."""

_SEPARATOR = r" ?[-/.,] ?| "
_TIME = (
    r"(?:(?:t|,? )(?P<hour>[0-9]{1,2})"
    r"(?:[:h.](?P<minute>[0-9]{2})(?:[:m](?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]{1,9})[0-9]*)?)?)?"
    r" ?(?P<half>[ap]m)?(?: ?(?P<zone>z|utc|gmt|"
    rf"{'|'.join(_ZONES)}|[+-][0-9]{{2}}(?::?[0-9]{{2}})?))?)?"
)
_PARTED = (
    rf"^(?P<a>[0-9]{{1,4}}|m[0-9]{{2}})(?P<mark>{_SEPARATOR})(?P<b>[0-9]{{1,4}}|m[0-9]{{2}})"
    rf"(?:(?P<again>{_SEPARATOR})(?P<c>[0-9]{{1,4}}))?{_TIME}$"
)
_COMPACT = (
    (r"^((?:19|20|21)[0-9]{2}|9999)([0-9]{2})([0-9]{2})(?:\.0+)?$", "${1}-${2}-${3}"),
    (
        r"^((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})t?([0-9]{2})([0-9]{2})([0-9]{2})(z?)$",
        "${1}-${2}-${3} ${4}:${5}:${6}${7}",
    ),
)  # fmt: skip
_COUNTED = r"^[0-9]{5}"

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_NOTHING = ("1900-01-01", "1970-01-01", "9999-12-31")


def read_texts(texts: pl.Series) -> pl.DataFrame:
    """Each text read in every order that it allows.

    Columns: `dmy`, `mdy`, `ymd` (Datetime us, as written; the same where the order does not
    matter, null where it cannot be), `open` (whether figures leave the order open), `short`
    (three figures with a year of two digits), `words` (a month in words), `offset` (minutes east
    of UTC, null without a zone), `form` (its mark and the digits of its year), `serial` (days
    counted), `nothing` (a placeholder such as 1900-01-01).
    """
    told = worded(texts)
    counted = told.str.contains(_COUNTED).any()
    if counted:
        for pattern, parted in _COMPACT:
            told = told.str.replace(pattern, parted)
    parts = told.str.extract_groups(_PARTED).struct.unnest()
    read = _dated(parts.lazy().with_columns(*_figures(), text=told))
    if counted:
        read = with_counted(read)
    return read.with_columns(nothing=placeholder()).collect()


def placeholder() -> pl.Expr:
    """Whether a moment is one that systems write for none."""
    dates = [pl.lit(date.fromisoformat(text)) for text in _NOTHING]
    found = [pl.col(order).dt.date() == nothing for order in ORDERS for nothing in dates]
    return pl.any_horizontal(found).fill_null(value=False)


def in_range(moment: str) -> pl.Expr:
    """Whether a moment's year is one that a business writes, or stands for none."""
    year = pl.col(moment).dt.year()
    return year.is_between(_FIRST_YEAR, _LAST_YEAR) | (year == 9999)


def _figures() -> list[pl.Expr]:
    """The parts as numbers, and as years: two digits are of this century up to the pivot."""
    numbers, years = [], []
    for name in "abc":
        number = pl.col(name).str.strip_prefix("m").cast(pl.Int32, strict=False)
        length = pl.col(name).str.len_bytes()
        century = pl.when(number <= PIVOT).then(2000).otherwise(1900)
        full = (length == 4) & number.is_between(_FIRST_YEAR, _LAST_YEAR) | (number == 9999)
        year = pl.when(length == 2).then(number + century).when(full).then(number)
        numbers.append(number.alias(f"{name}_number"))
        years.append(year.alias(f"{name}_year"))
    return [*numbers, *years]


def _dated(parts: pl.LazyFrame) -> pl.LazyFrame:
    """The parts put where each order has them."""
    last = pl.col("place") == "last"
    mark = pl.col("mark").str.strip_chars()
    placed = parts.with_columns(
        three=pl.col("c").is_not_null(),
        year_first=pl.col("a").str.len_bytes() == 4,
        worded_a=pl.col("a").str.starts_with("m"),
        worded_b=pl.col("b").str.starts_with("m"),
        marked_alike=pl.col("again").is_null() | (mark == pl.col("again").str.strip_chars()),
        time=_time(),
        offset=_offset(),
    ).with_columns(place=_place())
    placed = placed.with_columns(
        short=last & (pl.col("a").str.len_bytes() == 2) & (pl.col("c").str.len_bytes() == 2),
        form=pl.when(last).then(pl.concat_str([mark, pl.col("c").str.len_bytes()])),
        **{order: _moment(order) for order in ORDERS},
    )
    return placed.select(
        "text", *ORDERS, "short", "offset", "form",
        words=pl.col("worded_a") | pl.col("worded_b"),
        open=last,
        serial=pl.lit(value=False),
    )  # fmt: skip


def _place() -> pl.Expr:
    """Where year, month and day stand among the parts: "abc", "ba", … or "last", which is open."""
    three, year_first, alike = (pl.col(name) for name in ("three", "year_first", "marked_alike"))
    worded_a, worded_b = pl.col("worded_a"), pl.col("worded_b")
    figures = ~worded_a & ~worded_b & alike
    month = ~three & pl.col("hour").is_null()
    second = pl.col("b").str.len_bytes()
    return (
        pl.when(three & (figures | worded_b) & year_first).then(pl.lit("abc"))
        .when(three & worded_b).then(pl.lit("cba"))
        .when(three & worded_a).then(pl.lit("cab"))
        .when(three & figures & (pl.col("a").str.len_bytes() <= 2)).then(pl.lit("last"))
        .when(month & (figures | worded_b) & year_first & (second >= 2)).then(pl.lit("ab"))
        .when(month & (worded_a | figures & (second == 4))).then(pl.lit("ba"))
    )  # fmt: skip


_FIXED = ("abc", "cba", "cab", "ab", "ba")
_LAST = {"dmy": "cba", "mdy": "cab", "ymd": "abc"}


def _moment(order: str) -> pl.Expr:
    """The moment of the parts in their places, the open ones read in one order."""
    places = {**{place: place for place in _FIXED}, "last": _LAST[order]}
    year, month, day = (
        pl.coalesce(
            [
                pl.when(pl.col("place") == place).then(f"{at[part]}_{kind}")
                for place, at in places.items()
                if len(at) > part
            ]
        )
        for part, kind in enumerate(("year", "number", "number"))
    )
    day = pl.when(pl.col("place").str.len_bytes() == 2).then(1).otherwise(day)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    longest = (
        pl.when(month == 2).then(28 + leap.cast(pl.Int32)).otherwise(30 + (month + month // 8) % 2)
    )
    real = month.is_between(1, 12) & (day >= 1) & (day <= longest)
    date = pl.datetime(*(pl.when(real).then(part) for part in (year, month, day)))
    return date.cast(pl.Datetime("us")) + pl.col("time")


def _time() -> pl.Expr:
    """The time of day as a Duration: midnight where none is written, null where it is none."""
    hour, minute, second = (
        pl.col(name).cast(pl.Int64, strict=False) for name in ("hour", "minute", "second")
    )
    micro = pl.col("fraction").str.pad_end(6, "0").str.slice(0, 6).cast(pl.Int64, strict=False)
    half = pl.col("half")
    on_clock = pl.when(half.is_not_null()).then(hour % 12 + 12 * (half == "pm")).otherwise(hour)
    real = (hour <= 23) & (half.is_null() | hour.is_between(1, 12))
    real &= (minute.is_not_null() | half.is_not_null()) & (minute.fill_null(0) <= 59)
    real &= second.fill_null(0) <= 59
    time = pl.duration(
        hours=on_clock,
        minutes=minute.fill_null(0),
        seconds=second.fill_null(0),
        microseconds=micro.fill_null(0),
        time_unit="us",
    )
    return pl.when(hour.is_null()).then(pl.duration(time_unit="us", hours=0)).when(real).then(time)


def _offset() -> pl.Expr:
    """Minutes east of UTC; null where no zone is written."""
    digits = pl.col("zone").str.replace_all("[^0-9]", "").str.pad_end(4, "0")
    hours, minutes = (digits.str.slice(at, 2).cast(pl.Int32, strict=False) for at in (0, 2))
    sign = pl.when(pl.col("zone").str.starts_with("-")).then(-1).otherwise(1)
    named = pl.col("zone").replace_strict(_ZONES, default=None, return_dtype=pl.Int32)
    written = pl.coalesce(named, (hours * 60 + minutes) * sign, 0)
    return pl.when(pl.col("zone").is_not_null()).then(written)
