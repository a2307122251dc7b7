"""Numbers, money, percentages and spans of time in the language spoken now.

Babel says how each is written; what it says is taken apart once per language and currency, and
plain Python does the rest, since a screen holds thousands of values.

Rounding is Babel's: half to even, on the decimal a float prints as (0.125 and 2.675 are halves,
whatever their binary digits). A number that rounds to zero has no sign. `None`, NaN and infinity
are shown as "no value".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
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
from crmroi.text.messages import _, _n
from crmroi.text.typography import MINUS, NARROW, NO_BREAK, glue, typeset_number

_SPECS = tuple(f",.{decimals}f" for decimals in range(16))
SCALES = (10**12, 10**9, 10**6, 10**3)
"""What compact amounts are counted in, the largest first."""

_ROUGH = 10
"""Decimals of a percentage beyond which the error of × 100 could be seen."""
_EXACT = 1e15  # beyond, a float's neighbours are too far apart for its short decimal to matter


@dataclass(frozen=True, slots=True)
class _Form:
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


def money(
    x: float | None,
    currency: str,
    *,
    compact: bool = False,
    decimals: int | None = 0,
    sign: bool = False,
) -> str:
    """Show an amount: €109,000, −8 200 €, R$ 1.234,56; compact: €109k, 1,25 M€, R$ 109 mil.

    `decimals` is at most what the currency has, and just that if None; compact amounts have
    three significant figures, those under 1000 whole units. `sign` shows the plus as well.
    """
    if x is None or x - x != 0:
        return no_value()
    x = float(x)
    form = _money_form(language(), currency)
    if compact and not -999.5 < x < 999.5:
        return _compact(x, currency, sign)
    if compact or decimals == 0:
        digits = _whole(abs(x))
    else:
        wanted = form.decimals if decimals is None else min(decimals, form.decimals)
        digits = _digits(abs(x), wanted)
    return form.dress(digits, x < 0, sign)


def percent(x: float | None, *, decimals: int | None = None, sign: bool = False) -> str:
    """Show a share as a percentage: 0.62 is 62%, 0.035 is 3.5%.

    Without `decimals`: none, or one below 10 %.
    """
    if x is None or x - x != 0:
        return no_value()
    x = float(x)
    size = abs(x)
    if decimals is None:
        decimals = 1 if 0 < size < 0.0995 else 0  # 9.96 % is 10%, not 10.0%
    return _percent_form(language()).dress(_percent_digits(size, decimals), x < 0, sign)


def number(x: float | None, *, decimals: int = 0, sign: bool = False) -> str:
    """Show a plain number with a fixed count of decimals: 1,234.5, 1 234,5, 1.234,5."""
    if x is None or x - x != 0:
        return no_value()
    x = float(x)
    return _number_form(language()).dress(_digits(abs(x), decimals), x < 0, sign)


def axis_money(x: float | None, currency: str) -> str:
    """Show an amount as axes and labels do: €109k."""
    return money(x, currency, compact=True)


def months(n: float | None) -> str:
    """Show a span of months: "9 months"."""
    if n is None or n - n != 0:
        return no_value()
    return glue(_n("{n} month", "{n} months", n, n=number(n, decimals=decimals_needed(n))))


def years(n: float | None) -> str:
    """Show a span of years: "5 years"."""
    if n is None or n - n != 0:
        return no_value()
    return glue(_n("{n} year", "{n} years", n, n=number(n, decimals=decimals_needed(n))))


def points(n: float | None, *, sign: bool = True) -> str:
    """Show a difference of percentages, given in points: "+14 points"."""
    if n is None or n - n != 0:
        return no_value()
    figure = number(n, decimals=decimals_needed(n, 1), sign=sign)
    return glue(_n("{n} point", "{n} points", n, n=figure))


def month(n: float | None) -> str:
    """Show a month counted from the decision: "month 19"."""
    if n is None or n - n != 0:
        return no_value()
    return glue(_("month {m}", m=number(n)))


def no_value() -> str:
    """Say that there is no number here: "no value"."""
    return _("no value")


def round_money(x: float) -> float:
    """Round an amount to three significant figures, or to whole units below 1000."""
    return float(f"{x:.0f}") if abs(x) < 999.5 else float(f"{x:.3g}")


def decimals_needed(x: float, most: int = 2) -> int:
    """Return how few decimals show what `most` would: 1 for 2.5 or 2.501, 0 for 3."""
    rounded = _digits(abs(float(x)), most)
    return len(rounded.partition(".")[2].rstrip("0"))


def group_mark() -> str:
    """Return the thousands mark of the language spoken now."""
    return _marks(language())[ord(",")]


def decimal_mark() -> str:
    """Return the decimal mark of the language spoken now."""
    return _marks(language())[ord(".")]


def scale_word(scale: int) -> str:
    """Return what the language spoken now writes for one of `SCALES`: "k", "Md", "mi"."""
    return _compact_form(language(), "EUR", scale).after.strip(f"€{NO_BREAK}{NARROW}")


def forms(currency: str) -> dict[str, Any]:
    """How numbers are written in the language spoken now, as data for a page to write them itself.

    Of money, compact amounts by scale, percentages and plain numbers: what stands before the digits
    and after them; and the two marks between them.
    """
    code = language()
    compact = {str(scale): _compact_form(code, currency, scale) for scale in SCALES}
    return {
        "money": _around(_money_form(code, currency)),
        "compact": {scale: _around(form) for scale, form in compact.items()},
        "percent": _around(_percent_form(code)),
        "number": _around(_number_form(code)),
        "group": group_mark(),
        "decimal": decimal_mark(),
    }


def _around(form: _Form) -> dict[str, str]:
    names = ("positive", "negative", "signed", "after")
    return {name: getattr(form, name) for name in names}


def _digits(size: float, decimals: int) -> str:
    """Write a size in English digits, halves to even on the decimal that the float prints as."""
    if decimals and _is_half(size, decimals):
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(float.__repr__(size)).quantize(step, rounding=ROUND_HALF_EVEN)
        return format(exact, ",f")
    return format(size, _spec(decimals)) if decimals else _whole(size)


def _whole(size: float) -> str:
    """Write a size without decimals; beyond a float's digits come zeros, none of them made up."""
    if size < _EXACT:
        return format(size, ",.0f")
    return format(int(Decimal(float.__repr__(size))), ",")


def _spec(decimals: int) -> str:
    return _SPECS[decimals] if decimals < len(_SPECS) else f",.{decimals}f"


def _percent_digits(size: float, decimals: int) -> str:
    if _is_half(size, decimals + 2) or decimals > _ROUGH:
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(float.__repr__(size)).scaleb(2).quantize(step, rounding=ROUND_HALF_EVEN)
        return format(exact, ",f")
    # Rounded first, so that the error of × 100 cannot cross a half.
    return format(round(size, decimals + 2) * 100, _spec(decimals))


def _is_half(size: float, decimals: int) -> bool:
    """Tell whether the decimal a float prints as lies half-way between two shown values."""
    text = float.__repr__(size)
    if "e" in text:
        return size < _EXACT and Decimal(text).as_tuple().exponent == -decimals - 1
    return text[-1] == "5" and len(text) - text.find(".") == decimals + 2


def _compact(x: float, currency: str, sign: bool) -> str:
    """Show three significant figures with the scale's word; halves are exact here."""
    size = float(f"{abs(x):.3g}")
    scale = next(scale for scale in SCALES if size >= scale)
    mantissa = size / scale
    digits = format(mantissa, ".3g" if mantissa < 1000 else ",.0f")
    return _compact_form(language(), currency, scale).dress(digits, x < 0, sign)


def _form(sample: str, code: str, decimals: int = 0) -> _Form:
    """Take apart how Babel writes minus one (of a scale, of a currency)."""
    negative, _one, after = typeset_number(sample, code).partition("1")
    positive = negative.replace(MINUS, "")
    signed = negative.replace(MINUS, "+")
    return _Form(positive, negative, signed, after, _marks(code), decimals)


@cache
def _marks(code: str) -> dict[int, str]:
    group = get_group_symbol(code)
    if code == "fr":
        group = group.replace(NO_BREAK, NARROW)
    return {ord(","): group, ord("."): get_decimal_symbol(code)}


@cache
def _number_form(code: str) -> _Form:
    return _form("-1", code)


@cache
def _percent_form(code: str) -> _Form:
    return _form(format_percent(-0.01, locale=code), code)


@cache
def _money_form(code: str, currency: str) -> _Form:
    decimals = currency_decimals(currency)
    sample = format_currency(-1, currency, locale=code)
    plain = sample.replace(get_decimal_symbol(code) + "0" * decimals, "") if decimals else sample
    return _form(plain, code, decimals)


@cache
def _compact_form(code: str, currency: str, scale: int) -> _Form:
    return _form(format_compact_currency(-scale, currency, locale=code), code)
