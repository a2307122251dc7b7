"""Measures of a cash flow. Knows nothing of CRM.

Arrays are (months, scenarios) with month 0 first, or one flow (months,). A flow is positive where
money comes in. Rates are per month. A month's flow falls at its end, month 0 now, as in
numpy-financial. Where a measure has no value the answer is NaN.
"""

from __future__ import annotations

import numpy as np

from crmroi.model.arrays import Array, Mask
from crmroi.model.internal_rate import (
    IRR_STATUSES,
    irr,
    irr_roots,
    split_flows,
)

__all__ = [
    "IRR_STATUSES",
    "NEGLIGIBLE",
    "annual_rate",
    "break_even",
    "cumulative_sum",
    "discount_factors",
    "irr",
    "irr_roots",
    "mirr",
    "monthly_rate",
    "npv",
    "peak_funding",
    "ratio",
    "split_flows",
]


NEGLIGIBLE = 1e-9
"""The share of all costs below which a running sum counts as 0: “a billionth”, says Method."""


def monthly_rate(annual: Array) -> Array:
    """The rate of a month that compounds to `annual` over twelve."""
    return np.asarray((1.0 + annual) ** (1 / 12) - 1.0)


def annual_rate(monthly: Array) -> Array:
    """The rate of a year that `monthly` compounds to."""
    return np.asarray(np.expm1(12.0 * np.log1p(monthly)))


def discount_factors(rate: Array, last_month: int) -> Array:
    """1 / (1 + rate)^t for t = 0 … last_month: (months, scenarios) for a rate of (scenarios,)."""
    months = np.arange(last_month + 1, dtype=np.float64)
    return np.asarray((1.0 + np.atleast_1d(rate)) ** -months[:, None])


def npv(flows: Array, rate: Array) -> Array:
    """Σ N(t) / (1 + rate)^t, (scenarios,)."""
    return np.asarray(np.einsum("tn,tn->n", flows, discount_factors(rate, len(flows) - 1)))


def ratio(value: Array, base: Array) -> Array:
    """`value / base`, NaN where the base is 0."""
    base = np.asarray(base)
    shape = np.broadcast_shapes(np.shape(value), base.shape)
    return np.asarray(np.divide(value, base, out=np.full(shape, np.nan), where=base != 0))


def cumulative_sum(flows: Array, out: Array | None = None) -> Array:
    """Running sums of the months, as `np.cumsum(flows, axis=0)`, faster over many scenarios."""
    sums = np.empty_like(flows) if out is None else out
    sums[0] = flows[0]
    for month in range(1, len(flows)):
        np.add(sums[month - 1], flows[month], out=sums[month])
    return sums


def break_even(
    cumulative: Array, zero: Array, last_month: Array | int, below: Mask | None = None
) -> Array:
    """The first month from which the cumulative flow stays ≥ 0 to the last month, (scenarios,).

    A sum within `zero` of 0 counts as 0. The answer is 0 where there was never anything to pay
    back, NaN where the sum ends below 0. After `last_month` the sum must not change.
    """
    negative = np.less(cumulative, -zero, out=below)
    numbered = negative.view(np.uint8)  # a byte holds month + 1 of the longest horizon
    months = np.arange(1, len(cumulative) + 1, dtype=np.uint8)[:, None]
    first = np.multiply(numbered, months, out=numbered).max(axis=0).astype(np.float64)
    return np.where(first > last_month, np.nan, first)


def peak_funding(cumulative: Array, zero: Array) -> Array:
    """How far the cumulative flow falls below 0 at its deepest, as a positive amount."""
    deepest = -cumulative.min(axis=0)
    return np.where(deepest <= zero, 0.0, deepest)


def mirr(inflow: Array, outflow: Array, factors: Array, rate: Array, years: Array) -> Array:
    """The modified internal rate of a year, financed and reinvested at `rate` a year.

    `inflow` and `outflow` as `split_flows` gives them, `factors` their discount factors, `years`
    the time to the last month. NaN where the flow lacks either sign.
    """
    earned = np.einsum("tn,tn->n", inflow, factors)
    paid = np.einsum("tn,tn->n", outflow, factors)
    both = (earned > 0) & (paid > 0)
    growth = np.divide(earned, paid, out=np.full(earned.shape, np.nan), where=both)
    return np.asarray((1.0 + rate) * growth ** (1.0 / years) - 1.0)
