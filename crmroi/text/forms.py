"""How a language writes numbers: what stands around the digits, and the marks between them.

Babel says how each is written; what it says is taken apart once per language and currency, and
plain Python does the rest, since a screen holds thousands of values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.numbers import (
    format_compact_currency,
    format_currency,
    format_percent,
    get_decimal_symbol,
    get_group_symbol,
)

from crmroi.text.currencies import currency_decimals
from crmroi.text.languages import language
from crmroi.text.typography import MINUS, NARROW, NO_BREAK, typeset_number

SCALES = (10**12, 10**9, 10**6, 10**3)
"""What compact amounts are counted in, the largest first."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands before and after the digits, and the marks between them."""

    positive: str
    negative: str
    signed: str
    after: str
    marks: dict[int, str]
    decimals: int = 0

    def dress(self, digits: str, negative: bool, sign: bool) -> str:
        """Put English digits ("1,234.5") into this language, with sign and unit."""
        before = self.positive
        if (negative or sign) and digits.strip("0.,"):
            before = self.negative if negative else self.signed
        return before + digits.translate(self.marks) + self.after


@cache
def number_form(code: str) -> Form:
    """Return how a language writes plain numbers."""
    return _taken_apart("-1", code)


@cache
def percent_form(code: str) -> Form:
    """Return how a language writes percentages."""
    return _taken_apart(format_percent(-0.01, locale=code), code)


@cache
def money_form(code: str, currency: str) -> Form:
    """Return how a language writes amounts; `decimals` is what the currency has."""
    decimals = currency_decimals(currency)
    sample = format_currency(-1, currency, locale=code)
    plain = sample.replace(get_decimal_symbol(code) + "0" * decimals, "") if decimals else sample
    return _taken_apart(plain, code, decimals)


@cache
def compact_form(code: str, currency: str, scale: int) -> Form:
    """Return how a language writes amounts counted in one of `SCALES`."""
    return _taken_apart(format_compact_currency(-scale, currency, locale=code), code)


def group_mark() -> str:
    """Return the thousands mark of the language spoken now."""
    return _marks(language())[ord(",")]


def decimal_mark() -> str:
    """Return the decimal mark of the language spoken now."""
    return _marks(language())[ord(".")]


def scale_word(scale: int) -> str:
    """Return what the language spoken now writes for one of `SCALES`: "k", "Md", "mi"."""
    return compact_form(language(), "EUR", scale).after.strip(f"€{NO_BREAK}{NARROW}")


def forms(currency: str) -> dict[str, Any]:
    """How numbers are written in the language spoken now, as data for a page to write them itself.

    Of money, compact amounts by scale, percentages and plain numbers: what stands before the digits
    and after them; and the two marks between them.
    """
    code = language()
    compact = {str(scale): compact_form(code, currency, scale) for scale in SCALES}
    return {
        "money": _around(money_form(code, currency)),
        "compact": {scale: _around(form) for scale, form in compact.items()},
        "percent": _around(percent_form(code)),
        "number": _around(number_form(code)),
        "group": group_mark(),
        "decimal": decimal_mark(),
    }


def _around(form: Form) -> dict[str, str]:
    names = ("positive", "negative", "signed", "after")
    return {name: getattr(form, name) for name in names}


def _taken_apart(sample: str, code: str, decimals: int = 0) -> Form:
    """Take apart how Babel writes minus one (of a scale, of a currency)."""
    negative, _one, after = typeset_number(sample, code).partition("1")
    positive = negative.replace(MINUS, "")
    signed = negative.replace(MINUS, "+")
    return Form(positive, negative, signed, after, _marks(code), decimals)


@cache
def _marks(code: str) -> dict[int, str]:
    group = get_group_symbol(code)
    if code == "fr":
        group = group.replace(NO_BREAK, NARROW)
    return {ord(","): group, ord("."): get_decimal_symbol(code)}
