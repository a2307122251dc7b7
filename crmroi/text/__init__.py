"""Languages, messages, numbers and units: every word and figure that a person reads."""

from __future__ import annotations

from crmroi.text.currencies import currencies, currency_symbol, is_currency
from crmroi.text.languages import LANGUAGES, html_language, language, match, speak, speaking
from crmroi.text.messages import N_, N_n, _, _n
from crmroi.text.notice import Label, Notice
from crmroi.text.numbers import (
    axis_money,
    money,
    month,
    months,
    no_value,
    number,
    percent,
    points,
    round_money,
    years,
)
from crmroi.text.parsing import NotANumber, parse
from crmroi.text.units import Quantity, Span, Unit, show, unit_name

__all__ = [
    "LANGUAGES",
    "N_",
    "Label",
    "N_n",
    "NotANumber",
    "Notice",
    "Quantity",
    "Span",
    "Unit",
    "_",
    "_n",
    "axis_money",
    "currencies",
    "currency_symbol",
    "html_language",
    "is_currency",
    "language",
    "match",
    "money",
    "month",
    "months",
    "no_value",
    "number",
    "parse",
    "percent",
    "points",
    "round_money",
    "show",
    "speak",
    "speaking",
    "unit_name",
    "years",
]
