"""Numbers, money, percentages and spans of time in the language spoken now.

Digits (`digits`) in the form of a language (`forms`). A number that rounds to zero has no sign.
`None`, NaN and infinity are shown as "no value".
"""

from __future__ import annotations

from crmroi.text.digits import fixed, fixed_percent, whole
from crmroi.text.forms import SCALES, compact_form, money_form, number_form, percent_form
from crmroi.text.languages import language
from crmroi.text.messages import _, _n
from crmroi.text.typography import glue

WHOLE_PERCENT = 0.0995
"""From here on a share is shown without decimals: 9.96 % is 10%, not 10.0%."""


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
    form = money_form(language(), currency)
    if compact and not -999.5 < x < 999.5:
        return _compact(x, currency, sign)
    if compact or decimals == 0:
        digits = whole(abs(x))
    else:
        wanted = form.decimals if decimals is None else min(decimals, form.decimals)
        digits = fixed(abs(x), wanted)
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
        decimals = 1 if 0 < size < WHOLE_PERCENT else 0
    return percent_form(language()).dress(fixed_percent(size, decimals), x < 0, sign)


def number(x: float | None, *, decimals: int = 0, sign: bool = False) -> str:
    """Show a plain number with a fixed count of decimals: 1,234.5, 1 234,5, 1.234,5."""
    if x is None or x - x != 0:
        return no_value()
    x = float(x)
    return number_form(language()).dress(fixed(abs(x), decimals), x < 0, sign)


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
    rounded = fixed(abs(float(x)), most)
    return len(rounded.partition(".")[2].rstrip("0"))


def _compact(x: float, currency: str, sign: bool) -> str:
    """Show three significant figures with the scale's word; halves are exact here."""
    size = float(f"{abs(x):.3g}")
    scale = next(scale for scale in SCALES if size >= scale)
    mantissa = size / scale
    digits = format(mantissa, ".3g" if mantissa < 1000 else ",.0f")
    return compact_form(language(), currency, scale).dress(digits, x < 0, sign)
