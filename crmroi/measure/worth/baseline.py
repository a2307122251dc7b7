"""The company without the CRM, measured: what fills `business`.

Measured on all whole months before the go-live; without one, on the last twelve.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from crmroi.measure.change.comparison import Comparison, weighted
from crmroi.measure.change.mixture import Array, Interval
from crmroi.measure.change.simple import mean_of
from crmroi.measure.results import Measured, Value
from crmroi.text import N_, Label, Notice

_YEAR = 12

_FROM: Mapping[str, tuple[str, ...]] = {
    "business.leads_per_month": ("leads",),
    "business.conversion_rate": ("lead_conversion_rate", "win_rate"),
    "business.customers": ("current_customers",),
    "business.retention_rate": ("retention_rate", "customers.retention_rate"),
    "business.orders_per_customer_per_year": ("repeat_orders_per_customer_per_year",),
    "business.average_order_value": ("average_order_value", "average_deal_value"),
    "business.acquisition_spend_per_month": ("acquisition_cost",),
    "business.returns_cost_per_month": ("returns_cost",),
    "business.tickets_per_month": ("tickets",),
}
"""The KPIs that fill each assumption: the first that is measured."""
_STAND_IN = ("win_rate", "average_deal_value")
_RETENTION = "business.retention_rate"
"""Of the last year that shows it: customers with an end need twelve months, orders two years."""
_MOMENTARY = ("business.customers", _RETENTION)
"""What is true at the end of the months, and has no spread over them."""


def baseline(comparison: Comparison) -> dict[str, Measured]:
    """The measured values by key; what could not be measured is not there."""
    found = {}
    for key, names in _FROM.items():
        for name in names:
            measured = _measured(comparison, key, name)
            if measured is not None:
                found[key] = measured
                break
    return found


def _measured(comparison: Comparison, key: str, name: str) -> Measured | None:
    months = _months(comparison, name)
    if not months or name not in comparison.known:
        return None  # without dates, a share of lost customers is of an unknown period
    spans = (_YEAR, 2 * _YEAR, len(months)) if key == _RETENTION else (len(months),)
    values = (comparison.value((months[-span:][0], months[-1]), name) for span in spans)
    whole = next((value for value in values if value.value is not None), None)
    if whole is None or whole.value is None:
        return None
    if comparison.kpi(name).per_month:
        return _per_month(comparison, key, name, months)
    interval = None if key in _MOMENTARY else _interval(comparison, name, months, whole)
    return Measured(key, whole.value, whole.n, interval, _remark(comparison, name))


def _months(comparison: Comparison, name: str) -> tuple[str, ...]:
    if comparison.options.go_live is None:
        return comparison.whole(name)[-_YEAR:]
    return comparison.sides(name).earlier


def _per_month(
    comparison: Comparison, key: str, name: str, months: tuple[str, ...]
) -> Measured | None:
    """The mean month of a count or a sum."""
    values, records = _rows(comparison, name, months)
    if not len(values):
        return None
    mean = mean_of(values, np.ones(len(values)))
    return Measured(key, mean.value, int(records.sum()), _above_zero(mean.interval()))


def _interval(
    comparison: Comparison, name: str, months: tuple[str, ...], whole: Value
) -> Interval | None:
    """The interval around a rate or a mean, from what its months scatter."""
    values, records = _rows(comparison, name, months)
    if not len(values) or whole.value is None:
        return None
    by_records = weighted(comparison.kpi(name))
    mean = mean_of(values, np.maximum(records, 1.0) if by_records else np.ones(len(values)))
    ends = mean.interval()
    if ends is None:
        return None
    moved = whole.value - mean.value  # a median of records is no mean of months
    return _above_zero((ends[0] + moved, ends[1] + moved))


def _rows(comparison: Comparison, name: str, months: tuple[str, ...]) -> tuple[Array, Array]:
    """The KPI's values in these months, and the records behind each."""
    monthly = comparison.months(name)
    rows = (
        []
        if monthly is None
        else [
            (value, float(n))
            for month, value, n in zip(monthly.months, monthly.values, monthly.n, strict=True)
            if value is not None and month in months
        ]
    )
    return np.array([value for value, _n in rows]), np.array([n for _value, n in rows])


def _above_zero(interval: Interval | None) -> Interval | None:
    """None of these can be below 0."""
    return None if interval is None else (max(interval[0], 0.0), max(interval[1], 0.0))


def _remark(comparison: Comparison, name: str) -> Notice | None:
    if name not in _STAND_IN:
        return None
    return Notice("", None, _INSTEAD, {"kpi": Label(comparison.kpi(name).label)})


_INSTEAD = N_("From this KPI, which stands in for what the files do not hold: {kpi}.")
