"""How a cell shows its number: Excel's number formats, written from how the text shows one.

Marks of thousands and decimals are those of the reader's own machine: a format only says where
they go. Signs, currency and words are those of the language spoken now.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crmroi.assumptions import Assumption
from crmroi.assumptions.declare import Value
from crmroi.model.measures import Form as MeasureForm
from crmroi.reports.workbook.rows import Form
from crmroi.text import Unit, _, money, month, number, percent, years
from crmroi.text.numbers import decimals_needed

_SAMPLE = 7
_MOST_DECIMALS = 2
_PRECISE = frozenset({Unit.MONEY_PER_USER_MONTH, Unit.MONEY_PER_HOUR, Unit.MONEY_PER_USER_HOUR})
"""Units of amounts that are small: their decimals always show."""

TEXT = "@"

_LONG = 10_000
_SCALES = ((10**9, ",,,"), (10**6, ",,"), (10**3, ","))
"""What amounts of pictures are counted in, and the marks by which a format divides by it."""


def money_format(currency: str, decimals: int = 0) -> str:
    """An amount with its currency; "–" is nothing at all."""
    return _signed(
        money(_SAMPLE, currency), money(-_SAMPLE, currency), _grouped(decimals), _quoted("–")
    )


def picture_format(currency: str, largest: float) -> str:
    """An amount in a picture, in thousands, millions or thousands of millions where it is long."""
    scale, commas = next((each for each in _SCALES if largest >= _LONG * each[0]), (1, ""))
    positive, negative = (
        money(sign * _SAMPLE * scale, currency, compact=scale > 1) for sign in (1, -1)
    )
    return _signed(positive, negative, _grouped(0) + commas)


def plain_format(decimals: int = 0, zero: str | None = None) -> str:
    """A number without a unit."""
    return _signed(number(_SAMPLE), number(-_SAMPLE), _grouped(decimals), zero)


def percent_format(decimals: int = 1) -> str:
    """A share as a percentage."""
    return _signed(
        percent(_SAMPLE / 100, decimals=0),
        percent(-_SAMPLE / 100, decimals=0),
        "0" + _after_point(decimals),
    )


def month_format() -> str:
    """A month from the decision; 0 is the decision itself."""
    worded = _around(month(_SAMPLE), "0")
    return f"{worded};{worded};{_quoted(_('from the start'))}"


def flag_format() -> str:
    """1 and 0, each with what it says."""
    return f"[=1]0{_quoted(' = ' + _('yes'))};[=0]0{_quoted(' = ' + _('no'))};0"


def years_format() -> str:
    """The number of a year at the head of a column; 0 is the decision."""
    return f"0;0;{_quoted(_('At the decision'))}"


def value_format(item: Assumption, value: Value, currency: str) -> str:
    """The value of an assumption, with the decimals that it has, two at most."""
    if item.unit is Unit.FLAG:
        return flag_format()
    if isinstance(value, str):
        return TEXT
    if item.unit.is_percent:
        return percent_format(max(1, decimals_needed(100 * value, _MOST_DECIMALS)))
    decimals = decimals_needed(value, _MOST_DECIMALS) if item.kind == "number" else 0
    if item.unit.is_money:
        precise = decimals or item.unit in _PRECISE
        return money_format(currency, _MOST_DECIMALS if precise else 0)
    if item.unit is Unit.YEARS:
        return _around(years(_SAMPLE), "0")
    return plain_format(decimals)


def measure_format(form: MeasureForm, currency: str) -> str:
    """A measure by its form."""
    match form:
        case "money":
            return money_format(currency)
        case "rate":
            return percent_format(1)
        case "month":
            return month_format()
        case "ratio":
            return plain_format(2)
        case "status":
            return TEXT


def row_formats() -> Mapping[Form, str]:
    """How the rows of months show their figures; the currency stands at the head of the sheet."""
    nothing = _quoted("–")
    return MappingProxyType(
        {
            "money": plain_format(0, nothing),
            "amount": plain_format(2, nothing),
            "value": plain_format(2, nothing),
            "count": plain_format(1, nothing),
            "factor": plain_format(3, nothing),
            "whole": plain_format(0, nothing),
            "share": percent_format(1) + ";" + nothing,
        }
    )


def _grouped(decimals: int) -> str:
    return "#,##0" + _after_point(decimals)


def _after_point(decimals: int) -> str:
    return "." + "0" * decimals if decimals else ""


def _signed(positive: str, negative: str, digits: str, zero: str | None = None) -> str:
    sections = [_around(positive, digits), _around(negative, digits)]
    return ";".join([*sections, zero] if zero else sections)


def _around(sample: str, digits: str) -> str:
    """What stands before and after the sample's figure, around these digits."""
    before, _figure, after = sample.partition(str(_SAMPLE))
    return _quoted(before) + digits + _quoted(after)


def _quoted(text: str) -> str:
    """A text in a format; the sign of per cent must act, and is left as it is."""
    parts = text.replace('"', "").split("%")
    return "%".join(f'"{part}"' if part else "" for part in parts)
