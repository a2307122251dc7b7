"""The currencies of today, their names and signs, from Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.numbers import (
    get_currency_name,
    get_currency_precision,
    get_currency_symbol,
    get_territory_currencies,
)

from crmroi.text.languages import SOURCE, language

FIRST = ("EUR", "USD", "GBP", "BRL", "CHF")
"""The currencies a picker offers first."""


def currencies() -> dict[str, str]:
    """Return the name of every currency in use today by ISO 4217 code, `FIRST` first."""
    return dict(_names(language()))


def is_currency(code: str) -> bool:
    """Tell whether a text is the ISO 4217 code of a currency in use today."""
    return code in _codes()


def currency_symbol(currency: str) -> str:
    """Return the sign of a currency in the language spoken now: "€", "US$", "CHF"."""
    return get_currency_symbol(currency, locale=language())


def currency_decimals(currency: str) -> int:
    """Return how many decimals a currency has: 2 for most, 0 for the yen."""
    return get_currency_precision(currency)


@cache
def _codes() -> tuple[str, ...]:
    territories = Locale.parse(SOURCE).territories
    in_use = {code for land in territories for code in get_territory_currencies(str(land))}
    return (*FIRST, *sorted(in_use.difference(FIRST)))


@cache
def _names(code: str) -> dict[str, str]:
    return {currency: get_currency_name(currency, locale=code) for currency in _codes()}
