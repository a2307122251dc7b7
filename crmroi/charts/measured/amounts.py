"""KPI values in words: as cards and labels say them, on an axis, and as a change."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, log10
from types import MappingProxyType

from crmroi.charts.measured.setting import Declared
from crmroi.charts.words import short_money
from crmroi.text import Unit, _, _n, no_value, number, percent, points, show
from crmroi.text.numbers import WHOLE_PERCENT, decimals_needed
from crmroi.text.typography import MINUS, glue

_COMPACT, _SHORT = 1e6, 1e4
"""From here on an amount is written short, in sentences and in small places."""
_CLOSE = 0.02
"""Shares nearer to each other than this are told apart by a decimal."""
_WHOLE = 99.95
"""From here on a number is written without decimals."""
_BY_MONTH: Mapping[Unit, Unit] = MappingProxyType(
    {Unit.MONEY: Unit.MONEY_PER_MONTH, Unit.COUNT: Unit.COUNT_PER_MONTH}
)
_WHOLE_OF: Mapping[Unit, Unit] = MappingProxyType(
    {by_month: whole for whole, by_month in _BY_MONTH.items()} | {Unit.ORDERS_PER_YEAR: Unit.COUNT}
)
_BARE = frozenset({Unit.COUNT_PER_MONTH, Unit.ORDERS_PER_YEAR, Unit.DAYS})
"""Units that an axis leaves to the subtitle."""


def monthly_unit(kpi: Declared) -> Unit:
    """Return the unit of a KPI by month, which for counts and sums is not that of the whole."""
    return _BY_MONTH.get(kpi.unit, kpi.unit) if kpi.per_month else kpi.unit


def said(
    x: float | None, unit: Unit, currency: str, *, beside: float | None = None, short: bool = False
) -> str:
    """Return a value with its unit: amounts in three figures, shares without decimals.

    `beside` is the value it is compared with: two shares that are close get a decimal more.
    `short` is for small places, where the month or the year is said elsewhere.
    """
    if x is None:
        return no_value()
    if unit.is_percent:
        decimals = _decimals(x, x if beside is None else beside)
        return show(round(x, decimals + 2), Unit.SHARE if short else unit, currency)
    if unit.is_money and abs(x) >= (_SHORT if short else _COMPACT):
        amount = short_money(x, currency)
        by_month = unit is Unit.MONEY_PER_MONTH and not short
        return glue(_("{value}/month", value=amount)) if by_month else amount
    return show(_rounded(x, unit), _WHOLE_OF.get(unit, unit) if short else unit, currency)


def _decimals(x: float, other: float) -> int:
    near = 0 < abs(x - other) < _CLOSE
    low = 0 < abs(x) < WHOLE_PERCENT or 0 < abs(other) < WHOLE_PERCENT
    return 1 if near or low else 0


def _rounded(x: float, unit: Unit) -> float:
    """Return three significant figures; what is counted keeps all that are whole."""
    whole = abs(x) >= _WHOLE and not unit.is_money
    return float(f"{x:.0f}") if whole else float(f"{x:.3g}")


def axis_word(x: float, unit: Unit, currency: str) -> str:
    """Return a tick's words: with its unit, where that is short."""
    if unit.is_money:
        return short_money(x, currency) if abs(x) >= 10 else show(x, Unit.MONEY, currency)
    if unit.is_percent:
        return percent(x, decimals=decimals_needed(100 * x))
    if unit in _BARE:
        return number(x, decimals=decimals_needed(x))
    return show(x, unit, currency)


def without_unit(x: float | None, unit: Unit, text: str) -> str:
    """Return what is said of a value as a number alone, if its unit may be left to the subtitle."""
    if x is None or unit not in _BARE:
        return text
    rounded = _rounded(x, unit)
    return number(rounded, decimals=decimals_needed(rounded))


def least_step(unit: Unit, span: float) -> float:
    """Return the least distance of two ticks: whole ones where the range has room for some."""
    if not unit.is_percent and span >= 4:
        return 1.0
    return max(10.0 ** (floor(log10(span)) - 1), 0.001) if span > 0 else 0.001


def changed(change: float | None, relative: float | None, unit: Unit, currency: str) -> str:
    """Return a change with its sign: shares in points, amounts by how much of what they were.

    A plain number, a score say, changes by a number: its zero is not nothing.
    """
    if change is None:
        return ""
    if unit.is_percent:
        size = 100 * change
        return points(round(size, 0 if abs(size) >= 9.95 else 1))
    if relative is not None and unit is not Unit.COUNT:
        return percent(relative, sign=True)
    text = said(abs(change), unit, currency)
    sign = "+" if change > 0 else MINUS if change < 0 else ""
    return sign + text


def records(n: int) -> str:
    """Return how many records are behind a value."""
    return _n("{n} record", "{n} records", n, n=number(n))
