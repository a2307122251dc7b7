"""Columns of numbers and of money: one decimal mark per column, proved or asked for."""

from __future__ import annotations

import polars as pl

from crmroi.files.exports.cells import NOT_A_NUMBER, row_numbers, trimmed, unread_remarks
from crmroi.files.exports.table import Options
from crmroi.files.exports.typed import Numbers
from crmroi.files.exports.values.amount_texts import MAGNITUDE, strip_around
from crmroi.files.exports.values.decimal_marks import Mark, find_mark, shown_throughout
from crmroi.files.exports.values.plain_figures import MOST_DECIMALS, SHORT_PRECISION, read_plain
from crmroi.text import N_n, Notice

_DEFAULT = Options()
_LONG_PRECISION = 38

MAGNITUDES = N_n(
    "{n} cell of “{column}” tells its number in thousands or millions (12k, 1.2M) and is left"
    " empty: write it out.",
    "{n} cells of “{column}” tell their numbers in thousands or millions (12k, 1.2M) and are left"
    " empty: write them out.",
)


def read_numbers(
    cells: pl.Series,
    header: str,
    options: Options = _DEFAULT,
    mark_hint: str = "",
    rows: pl.Series | None = None,
) -> Numbers:
    """The numbers of a column, Float64; percent cells as fractions.

    `mark_hint`: the decimal mark that other columns of the file show, for a column that shows none.
    """
    return _read(cells, header, options, mark_hint, rows, money=False)


def read_money(
    cells: pl.Series,
    header: str,
    options: Options = _DEFAULT,
    mark_hint: str = "",
    rows: pl.Series | None = None,
) -> Numbers:
    """The amounts of a column, Decimal with as many digits after the point as it has, at most 9.

    Further digits are rounded. Otherwise as `read_numbers`.
    """
    return _read(cells, header, options, mark_hint, rows, money=True)


def _read(
    cells: pl.Series,
    header: str,
    options: Options,
    mark_hint: str,
    rows: pl.Series | None,
    *,
    money: bool,
) -> Numbers:
    if (plain := read_plain(cells, money=money)) is not None:
        return Numbers(plain[0], plain[1], pl.repeat(value=False, n=len(cells), eager=True))
    texts, numbered = trimmed(cells), row_numbers(cells, rows)
    mark, around = shown_throughout(texts), None
    if mark is None:
        around = strip_around(texts)
        mark = find_mark(around["figures"], header, options, mark_hint, numbered)
    values = _values(texts if around is None else around["figures"], around, mark, money=money)
    unread = texts.is_not_null() & values.is_null()
    if mark.question:
        values = values.clear(len(values))
        unread = pl.repeat(value=False, n=len(values), eager=True)
    codes = None if around is None else around["currency"]
    named = () if codes is None else _by_frequency(codes)
    return Numbers(
        values.alias(cells.name),
        mark.mark if mark.shown else "",
        unread,
        named,
        codes if named else None,
        mark.question,
        _remarks(texts, unread, header, numbered),
    )


def _values(
    figures: pl.Series, around: pl.DataFrame | None, mark: Mark, *, money: bool
) -> pl.Series:
    """The figures as numbers, with the powers and percent signs that stood around them."""
    pointed = _pointed(figures, mark)
    powers = around is not None and bool(around["power"].is_not_null().any())
    if around is not None and powers:
        pointed = pointed + around["power"].fill_null("")
    values = pointed.cast(_decimal(pointed, powers=powers) if money else pl.Float64, strict=False)
    if not money:  # "1e999" is beyond every number, and so are four hundred figures
        values = values.set(values.is_infinite().fill_null(value=False), None)
    if around is not None and around["percent"].any():
        values = _fractions(values, around["percent"], money=money)
    return values


def _by_frequency(codes: pl.Series) -> tuple[str, ...]:
    """The codes found, the most frequent first."""
    found = codes.drop_nulls()
    if found.is_empty():
        return ()
    counted = found.value_counts().sort("count", codes.name, descending=[True, False])
    return tuple(counted[codes.name].to_list())


def _pointed(figures: pl.Series, mark: Mark) -> pl.Series:
    """The figures with a decimal point and no other mark; null where they do not fit the mark."""
    group = "," if mark.mark == "." else "."
    fitting = figures
    if not mark.fits.all():
        fitting = figures.set(~mark.fits.fill_null(value=False), None)
    grouped = fitting.str.contains(group, literal=True).any()
    plain = fitting.str.replace_all(group, "", literal=True) if grouped else fitting
    return plain if mark.mark == "." else plain.str.replace(",", ".", literal=True)


def _decimal(pointed: pl.Series, *, powers: bool) -> pl.Decimal:
    """The type that holds every amount: digits after the point, and eighteen in all if they do."""
    if powers:
        return pl.Decimal(_LONG_PRECISION, MOST_DECIMALS)
    length = pointed.str.len_bytes().cast(pl.Int64)
    after = length - pointed.str.find(".", literal=True).cast(pl.Int64) - 1
    most = after.max()
    scale = min(most, MOST_DECIMALS) if isinstance(most, int) else 0
    longest = (length - (after + 1).fill_null(0)).max()
    whole = longest if isinstance(longest, int) else 0
    return pl.Decimal(
        SHORT_PRECISION if whole + scale <= SHORT_PRECISION else _LONG_PRECISION, scale
    )


def _fractions(values: pl.Series, percent: pl.Series, *, money: bool) -> pl.Series:
    """Percent cells as fractions."""
    if money:
        values = values.cast(pl.Float64)
    shares = pl.select(pl.when(percent).then(values / 100).otherwise(values)).to_series()
    return shares.cast(pl.Decimal(_LONG_PRECISION, MOST_DECIMALS)) if money else shares


def _remarks(
    texts: pl.Series, unread: pl.Series, header: str, rows: pl.Series
) -> tuple[Notice, ...]:
    """What is said of cells left empty; of amounts in thousands apart."""
    if not unread.any():
        return ()
    told = unread & texts.str.contains(MAGNITUDE).fill_null(value=False)
    remarks = unread_remarks(header, unread & ~told, rows, NOT_A_NUMBER)
    if n := int(told.sum()):
        values = {"column": header, "n": n}
        remarks += (Notice(header, n, MAGNITUDES[0], values, MAGNITUDES[1]),)
    return remarks
