"""Units: how a value of each is shown, and what the unit is called.

Shares and rates are fractions in the model (0.15) and percentages only here. Number and unit
never part at the end of a line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import SupportsFloat

from crmroi.text.currencies import currency_decimals, currency_symbol
from crmroi.text.messages import N_, _, _n
from crmroi.text.numbers import (
    decimals_needed,
    money,
    month,
    months,
    no_value,
    number,
    percent,
    years,
)
from crmroi.text.typography import MINUS, glue


class Unit(StrEnum):
    """What a value counts."""

    COUNT = "count"
    COUNT_PER_MONTH = "count per month"
    PEOPLE = "people"
    FTE = "full-time equivalents"
    MONEY = "money"
    MONEY_PER_MONTH = "money per month"
    MONEY_PER_YEAR = "money per year"
    MONEY_PER_HOUR = "money per hour"
    MONEY_PER_USER_MONTH = "money per user and month"
    MONEY_PER_USER_HOUR = "money per user and hour"
    SHARE = "share"
    RATE_PER_YEAR = "rate per year"
    UPLIFT = "uplift"
    REDUCTION = "reduction"
    HOURS = "hours"
    HOURS_PER_YEAR = "hours per year"
    HOURS_PER_WEEK = "hours per week"
    MINUTES = "minutes"
    DAYS = "days"
    MONTH = "month"
    MONTHS = "months"
    YEARS = "years"
    ORDERS_PER_YEAR = "orders per year"
    CHOICE = "choice"
    FLAG = "flag"

    @property
    def is_money(self) -> bool:
        """Whether a value is an amount of the scenario's currency."""
        return self.value.startswith("money")

    @property
    def is_percent(self) -> bool:
        """Whether a value is a fraction that is shown and typed as a percentage."""
        return self in _PERCENT


_SIGNS = f"+{MINUS}"
_PERCENT = frozenset({Unit.SHARE, Unit.RATE_PER_YEAR, Unit.UPLIFT, Unit.REDUCTION})

_AROUND: dict[Unit, str] = {
    Unit.COUNT_PER_MONTH: N_("{value}/month"),
    Unit.FTE: N_("{value} FTE"),
    Unit.MONEY_PER_MONTH: N_("{value}/month"),
    Unit.MONEY_PER_YEAR: N_("{value}/year"),
    Unit.MONEY_PER_HOUR: N_("{value}/h"),
    Unit.MONEY_PER_USER_MONTH: N_("{value}/month"),
    Unit.MONEY_PER_USER_HOUR: N_("{value}/h"),
    Unit.RATE_PER_YEAR: N_("{value}/year"),
    Unit.HOURS: N_("{value} h"),
    Unit.HOURS_PER_YEAR: N_("{value} h/year"),
    Unit.HOURS_PER_WEEK: N_("{value} h/week"),
    Unit.MINUTES: N_("{value} min"),
}

_SPELT: dict[Unit, Callable[[float], str]] = {
    Unit.MONTH: month,
    Unit.MONTHS: months,
    Unit.YEARS: years,
}

_NAMES: dict[Unit, str] = {
    Unit.COUNT: N_("number"),
    Unit.COUNT_PER_MONTH: N_("per month"),
    Unit.PEOPLE: N_("people"),
    Unit.FTE: N_("full-time equivalents"),
    Unit.MONEY: "{currency}",
    Unit.MONEY_PER_MONTH: N_("{currency} per month"),
    Unit.MONEY_PER_YEAR: N_("{currency} per year"),
    Unit.MONEY_PER_HOUR: N_("{currency} per hour"),
    Unit.MONEY_PER_USER_MONTH: N_("{currency} per user per month"),
    Unit.MONEY_PER_USER_HOUR: N_("{currency} per user per hour"),
    Unit.SHARE: "%",
    Unit.RATE_PER_YEAR: N_("% per year"),
    Unit.UPLIFT: N_("% more"),
    Unit.REDUCTION: N_("% less"),
    Unit.HOURS: N_("hours"),
    Unit.HOURS_PER_YEAR: N_("hours per year"),
    Unit.HOURS_PER_WEEK: N_("hours per week"),
    Unit.MINUTES: N_("minutes"),
    Unit.DAYS: N_("days"),
    Unit.MONTH: N_("month"),
    Unit.MONTHS: N_("months"),
    Unit.YEARS: N_("years"),
    Unit.ORDERS_PER_YEAR: N_("orders per year"),
    Unit.CHOICE: N_("choice"),
    Unit.FLAG: N_("yes or no"),
}


def show(value: object, unit: Unit, currency: str) -> str:
    """Show a value with its unit: "€60/month", "80%", "+12%", "month 3", "2.5 h/week".

    Two decimals at most, and none that are zero. A reduction of 0.1 is "−10%". A choice is its
    message, translated. None and what is not finite are "no value".
    """
    if unit is Unit.CHOICE:
        return _(str(value))
    if unit is Unit.FLAG:
        return _("yes") if value else _("no")
    if value is None:
        return no_value()
    if not isinstance(value, SupportsFloat):
        raise TypeError(f"a value in {unit} is a number, not {value!r}")
    x = float(value)
    if x - x != 0:
        return no_value()
    spell = _SPELT.get(unit)
    return _with_unit(x, unit, currency) if spell is None else spell(x)


def unit_name(unit: Unit, currency: str) -> str:
    """Name a unit for the head of a table: "€ per month", "% per year", "hours"."""
    return _(_NAMES[unit], currency=currency_symbol(currency))


@dataclass(frozen=True)
class Quantity:
    """A value with its unit; as text, it is shown in the language spoken now."""

    value: object
    unit: Unit
    currency: str = "EUR"

    def __str__(self) -> str:
        return show(self.value, self.unit, self.currency)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


@dataclass(frozen=True)
class Span:
    """Two values of one unit, lowest first; as text the unit stands once: "40–90%"."""

    low: float
    high: float
    unit: Unit
    currency: str = "EUR"

    def __str__(self) -> str:
        low = show(self.low, self.unit, self.currency)
        high = show(self.high, self.unit, self.currency)
        if low[0] in _SIGNS or high[0] in _SIGNS:
            return _("{low} to {high}", low=low, high=high)
        before, figure, _after = _apart(low)
        _before, other, after = _apart(high)
        return f"{before}{figure}–{other}{after}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def _with_unit(x: float, unit: Unit, currency: str) -> str:
    """Show a number and, where it has one, the short form of its unit."""
    figure = _figure(x, unit, currency)
    if unit is Unit.ORDERS_PER_YEAR:
        return glue(_n("{value} order/year", "{value} orders/year", x, value=figure))
    if unit is Unit.DAYS:
        return glue(_n("{value} day", "{value} days", x, value=figure))
    around = _AROUND.get(unit)
    return figure if around is None else glue(_(around, value=figure))


def _figure(x: float, unit: Unit, currency: str) -> str:
    """Show the number itself: an amount, a percentage, a count."""
    if unit.is_money:
        whole = abs(x) >= 1000 or not decimals_needed(x)
        return money(x, currency, decimals=0 if whole else currency_decimals(currency))
    if unit is Unit.UPLIFT:
        return percent(x, decimals=decimals_needed(x * 100), sign=True)
    if unit is Unit.REDUCTION:
        return percent(-x, decimals=decimals_needed(x * 100), sign=True)
    if unit.is_percent:
        return percent(x, decimals=decimals_needed(x * 100))
    return number(x, decimals=decimals_needed(x))


def _apart(text: str) -> tuple[str, str, str]:
    """Return what stands before the first digit, from it to the last one, and after that."""
    places = [place for place, letter in enumerate(text) if letter.isdigit()]
    first, end = places[0], places[-1] + 1
    return text[:first], text[first:end], text[end:]
