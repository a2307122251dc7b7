"""Assumptions, their values and what a case comes to, in words."""

from __future__ import annotations

from crmroi.analysis.answers import Answer
from crmroi.assumptions import Scenario, assumptions
from crmroi.charts.words import spoken_money
from crmroi.text import _, month, no_value, percent, show

_SIGNIFICANT = 3


def label(key: str) -> str:
    """Return the name of an assumption."""
    return _(assumptions()[key].label)


def value(key: str, amount: float, scenario: Scenario) -> str:
    """Return a value of an assumption with its unit, in three figures."""
    item = assumptions()[key]
    short = int(amount) if item.kind == "whole" else float(f"{amount:.{_SIGNIFICANT}g}")
    return show(short, item.unit, scenario.currency)


def pays_back(answer: Answer) -> str:
    """Return when a case pays back: "month 19", "never"; no value where there are no costs."""
    if answer.roi is None:
        return no_value()
    if answer.break_even_month is None:
        return _("never")
    return month(answer.break_even_month) if answer.break_even_month else _("from the start")


def returned(answer: Answer) -> str:
    """Return the ROI of a case."""
    return no_value() if answer.roi is None else percent(answer.roi)


def outcome(answer: Answer, scenario: Scenario) -> str:
    """Return what a case comes to: NPV, ROI, break-even."""
    return _(
        "NPV {npv}, return {roi}, pays back: {month}",
        npv=spoken_money(answer.npv, scenario.currency),
        roi=returned(answer),
        month=pays_back(answer),
    )
