"""Two currencies are never added: one is chosen, and amounts in others are left empty."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from crmroi.files.exports.meaning.vocabulary import written
from crmroi.files.exports.table import Question
from crmroi.files.exports.typed import Numbers
from crmroi.files.exports.values.amount_texts import currency_in_header
from crmroi.text import N_, N_n, Notice

_SEVERAL = N_(
    "“{column}” holds amounts in several currencies, which are never added. Choose the one to "
    "count."
)
_LEFT_EMPTY = N_n(
    "{n} amount is in another currency than {currency} and is left empty.",
    "{n} amounts are in other currencies than {currency} and are left empty.",
)
OPTION = "--currency"


@dataclass(frozen=True)
class Amounts:
    """Amounts in one currency, or the question which."""

    amounts: pl.Series = field(repr=False)
    currency: pl.Series | None = field(default=None, repr=False)
    currencies: tuple[str, ...] = ()
    question: Question | None = None
    remarks: tuple[Notice, ...] = ()


def one_currency(
    numbers: Numbers, header: str, named: pl.Series | None, named_in: str, chosen: str
) -> Amounts:
    """The amounts of one currency: that of a column beside them, else that written in the cells,
    else the one that the header names.
    """
    currency = numbers.currency if named is None else _codes(named, numbers.currency)
    if currency is None:
        said = currency_in_header(header)
        return Amounts(numbers.series, None, (said,) if said else ())
    used = currency.filter(numbers.series.is_not_null() & (numbers.series != 0)).drop_nulls()
    counts = used.value_counts().sort("count", currency.name, descending=[True, False])
    found = tuple(counts[currency.name].to_list())
    wanted = _wanted(chosen, found)
    if len(found) > 1 and wanted is None:
        notice = Notice(header, None, _SEVERAL, {"column": named_in})
        question = Question("currency", header, notice, found, OPTION)
        return Amounts(numbers.series, currency, found, question)
    if len(found) < 2 or wanted is None:
        return Amounts(numbers.series, currency, found)
    other = (currency != wanted).fill_null(value=False) & numbers.series.is_not_null()
    amounts = numbers.series.set(other, None)
    counted = {"n": int(other.sum()), "currency": wanted}
    remark = Notice(header, None, _LEFT_EMPTY[0], counted, _LEFT_EMPTY[1])
    return Amounts(amounts, currency, (wanted,), None, (remark,))


def _codes(named: pl.Series, in_cells: pl.Series | None) -> pl.Series:
    """The currency of each record as its column says it, else as its amount does."""
    known = {cell: _code(cell) for cell in named.unique().to_list() if cell and not cell.isspace()}
    codes = named.replace_strict(known, default=None, return_dtype=pl.String)
    return codes if in_cells is None else codes.zip_with(codes.is_not_null(), in_cells)


def _code(cell: str) -> str:
    """The code of a currency that is named, by its sign, or by its code."""
    text = cell.strip()
    return written("currency").get(text.casefold(), text.upper())


def _wanted(chosen: str, found: tuple[str, ...]) -> str | None:
    return next((code for code in found if code == chosen.strip().upper()), None)
