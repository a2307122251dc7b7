"""Measures of a study's own cash flow: one flow, its periods years or months.

Knows nothing of CRM. Amounts are per period, costs positive. Rates are effective annual fractions;
a month is the twelfth root of a year. Present values count from time 0, which is the first period
(`first_flow="now"`, as in Forrester's studies) or one period before it (`"end-of-period"`, as in
Excel's NPV). The two internal rates lie between the first flow and the last, wherever time 0 is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy_financial as npf
from numpy.typing import NDArray

from crmroi.model.finance import NEGLIGIBLE, irr_roots
from crmroi.model.internal_rate import DUST

Period = Literal["year", "month"]
FirstFlow = Literal["now", "end-of-period"]
PERIODS_PER_YEAR: dict[Period, int] = {"year": 1, "month": 12}

_Array = NDArray[np.float64]


@dataclass(frozen=True)
class Rates:
    """Effective annual rates of discounting, of borrowing and of reinvestment."""

    discount: float
    finance: float
    reinvest: float
    period: Period = "year"

    def per_period(self, annual: float) -> float:
        """The rate of one period that compounds to `annual` over a year."""
        return float((1 + annual) ** (1 / PERIODS_PER_YEAR[self.period]) - 1)

    def annual(self, per_period: float) -> float:
        """The rate of a year that `per_period` compounds to."""
        return float((1 + per_period) ** PERIODS_PER_YEAR[self.period] - 1)


def cash_flow_measures(
    net: Sequence[float],
    benefits: Sequence[float] | None,
    costs: Sequence[float] | None,
    rates: Rates,
    first_flow: FirstFlow = "now",
) -> dict[str, object]:
    """Every measure of a flow by name, None where it has no value.

    Without benefits and costs (a flow of net amounts alone) what is measured on them is None.
    Raises OverflowError where a value is beyond what a number can hold.
    """
    rate = rates.per_period(rates.discount)
    flow = np.asarray(net, dtype=np.float64)
    timed = _from_time_zero(flow, first_flow)
    with np.errstate(all="ignore"):  # what overflows is refused below
        discounted = timed / (1 + rate) ** np.arange(len(timed))
        npv = float(npf.npv(rate, timed))
        pv_benefits, pv_costs = (
            None if side is None else float(npf.npv(rate, _from_time_zero(side, first_flow)))
            for side in (benefits, costs)
        )
    total_costs = None if costs is None else float(np.sum(costs))
    measures: dict[str, object] = {
        "npv": npv,
        "roi": _ratio(float(np.sum(flow)), total_costs),
        "discounted_roi": _ratio(npv, pv_costs),
        "pv_benefits": pv_benefits,
        "pv_costs": pv_costs,
        **_internal_rates(flow, rates),
        "payback_periods": payback(timed),
        "discounted_payback_periods": payback(discounted),
    }
    _refuse_overflow(measures)
    return measures


def payback(flow: _Array) -> float | None:
    """Periods from time 0 until the cumulative flow is 0 or more for good.

    Linear within the period of the last upward crossing; 0 where it is never below zero, None where
    it ends below. A sum that is `NEGLIGIBLE` beside the money paid counts as zero.
    """
    cumulative = np.cumsum(flow)
    cumulative[np.abs(cumulative) <= NEGLIGIBLE * -flow[flow < 0].sum()] = 0.0
    below = np.flatnonzero(cumulative < 0)
    if not below.size:
        return 0.0
    last = int(below[-1])
    if last == len(flow) - 1:
        return None
    return last + min(1.0, float(-cumulative[last] / flow[last + 1]))


def _from_time_zero(flow: Sequence[float] | _Array, first_flow: FirstFlow) -> _Array:
    flows = np.asarray(flow, dtype=np.float64)
    return flows if first_flow == "now" else np.concatenate([[0.0], flows])


def _ratio(value: float, base: float | None) -> float | None:
    return value / base if base else None


def _internal_rates(flow: _Array, rates: Rates) -> dict[str, object]:
    flow = np.where(np.abs(flow) < DUST * np.abs(flow).max(), 0.0, flow)
    roots = [float(root) for root in irr_roots(flow)]
    status = {0: "none", 1: "unique"}.get(len(roots), "multiple")
    only = roots[0] if status == "unique" else None
    mirr = None
    if (flow > 0).any() and (flow < 0).any():
        per_period = (rates.per_period(rates.finance), rates.per_period(rates.reinvest))
        mirr = rates.annual(float(npf.mirr(flow, *per_period)))
    return {
        "irr": None if only is None else rates.annual(only),
        "irr_per_period": only,
        "irr_status": status,
        "irr_roots": [rates.annual(root) for root in roots],
        "mirr": mirr,
    }


def _refuse_overflow(measures: dict[str, object]) -> None:
    for name, value in measures.items():
        if isinstance(value, float) and not np.isfinite(value):
            raise OverflowError(name)
