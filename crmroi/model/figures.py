"""A measure's formula with the figures of a projection put in, in the language spoken now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from crmroi.model import finance
from crmroi.model.arrays import Array
from crmroi.model.measures import MEASURES
from crmroi.model.names import fill, tex
from crmroi.model.projection import Projection
from crmroi.text import N_, _, money, no_value, number, percent

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "unique": N_("one rate"),
        "none": N_("no rate"),
        "multiple": N_("several rates"),
    }
)
"""How many internal rates there are, in words, by status."""


def with_numbers(name: str, projection: Projection) -> str:
    """The formula of a measure as LaTeX, with today's figures and what they come to."""
    return _WRITERS[name](_Figures(projection))


class _Figures:
    """The figures of a projection as LaTeX."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.currency = projection.scenario.currency
        self.last = len(projection.months) - 1
        self.years = projection.scenario.finance.horizon_years
        annual = np.array([projection.scenario.finance.discount_rate])
        self.rate = float(finance.monthly_rate(annual)[0])
        self.factors = finance.discount_factors(np.array([self.rate]), self.last)[:, 0]

    def money(self, x: float) -> str:
        return tex(money(x, self.currency))

    def sum_of(self, side: str) -> float:
        return float(self.projection.monthly[side].sum())

    def present(self, side: str) -> float:
        return float(self.projection.monthly[side] @ self.factors)

    def result(self, name: str) -> str:
        """What the measure comes to."""
        value = self.projection.metrics[name]
        if value is None or isinstance(value, str):
            return tex(no_value())
        match MEASURES[name].form:
            case "money":
                return self.money(value)
            case "rate":
                return tex(percent(value))
            case "ratio":
                return tex(number(value, decimals=2))
            case _:
                return tex(number(value))


def _fraction(above: str, below: str) -> str:
    return rf"\frac{{{above}}}{{{below}}}"


def _return(name: str, gains: float, costs: float, figures: _Figures) -> str:
    above = f"{figures.money(gains)} - {figures.money(costs)}"
    return f"{_fraction(above, figures.money(costs))} = {figures.result(name)}"


def _total(name: str, symbol: str) -> Callable[[_Figures], str]:
    return lambda figures: rf"\sum_{{t=0}}^{{{figures.last}}} {symbol}(t) = {figures.result(name)}"


def _net_gain(figures: _Figures) -> str:
    gains, costs = figures.sum_of("total_gains"), figures.sum_of("total_costs")
    return f"{figures.money(gains)} - {figures.money(costs)} = {figures.result('net_gain')}"


def _roi(figures: _Figures) -> str:
    return _return("roi", figures.sum_of("total_gains"), figures.sum_of("total_costs"), figures)


def _roi_cash(figures: _Figures) -> str:
    gains = float(figures.projection.sum_of(side="gain", kind="cash").sum())
    costs = float(figures.projection.sum_of(side="cost", kind="cash").sum())
    return _return("roi_cash", gains, costs, figures)


def _present(name: str, symbol: str) -> Callable[[_Figures], str]:
    def written(figures: _Figures) -> str:
        rate = tex(percent(figures.rate, decimals=3))
        above = rf"\sum_{{t=0}}^{{{figures.last}}} \frac{{{fill(symbol)}}}{{(1 + {rate})^t}}"
        return f"{above} = {figures.result(name)}"

    return written


def _discounted_roi(figures: _Figures) -> str:
    above, below = figures.present("net"), figures.present("total_costs")
    ratio = _fraction(figures.money(above), figures.money(below))
    return f"{ratio} = {figures.result('discounted_roi')}"


def _benefit_cost_ratio(figures: _Figures) -> str:
    above, below = figures.present("total_gains"), figures.present("total_costs")
    ratio = _fraction(figures.money(above), figures.money(below))
    return f"{ratio} = {figures.result('benefit_cost_ratio')}"


def _irr(figures: _Figures) -> str:
    annual = figures.projection.metrics["irr"]
    if not isinstance(annual, float):
        return rf"i^*: \; {_status(figures)}"
    monthly = tex(percent((1 + annual) ** (1 / 12) - 1, decimals=3))
    return rf"(1 + {monthly})^{{12}} - 1 = {figures.result('irr')}"


def _status(figures: _Figures) -> str:
    status = STATUSES[str(figures.projection.metrics["irr_status"])]
    return tex(_(status))


def _mirr(figures: _Figures) -> str:
    present = figures.projection.monthly["net"] * figures.factors
    growth = 1 / figures.factors[-1]
    earned = figures.money(float(present[present > 0].sum()) * growth)
    paid = figures.money(-float(present[present < 0].sum()))
    power = rf"^{{12/{figures.last}}}"
    bracket = rf"\left({_fraction(earned, paid)}\right){power}"
    return f"{bracket} - 1 = {figures.result('mirr')}"


def _break_even(name: str, series: str, symbol: str) -> Callable[[_Figures], str]:
    def written(figures: _Figures) -> str:
        sums = figures.projection.monthly[series]
        month = figures.projection.metrics[name]

        def sum_to(last: int) -> str:
            return rf"\sum_{{t=0}}^{{{last}}} {symbol} = {figures.money(_rounded(sums)[last])}"

        if month is None:
            return f"{sum_to(figures.last)} < 0"
        reached = f"{sum_to(int(month))} \\ge 0"
        return reached if month == 0 else rf"{sum_to(int(month) - 1)} < 0, \qquad {reached}"

    return written


def _rounded(sums: Array) -> Array:
    """Sums without the dust that counts as zero, which would be shown as a negative zero."""
    return np.where(np.abs(sums) < 0.5, 0.0, sums)


def _peak_funding(figures: _Figures) -> str:
    month = int(np.argmin(figures.projection.monthly["cumulative"]))
    lowest = rf"\sum_{{t=0}}^{{{month}}} N(t)"
    return rf"\max\Bigl(0,\; -{lowest}\Bigr) = {figures.result('peak_funding')}"


def _annual_yield(figures: _Figures) -> str:
    gains = f"{figures.money(figures.sum_of('total_gains'))} / {figures.years}"
    costs = figures.money(figures.sum_of("total_costs"))
    return f"{_fraction(gains, costs)} = {figures.result('annual_yield')}"


_CASH = "G_{«cash»}(t) - C_{«cash»}(t)"
_DISCOUNTED = r"\tfrac{N(t)}{(1 + i)^t}"

_WRITERS: Mapping[str, Callable[[_Figures], str]] = MappingProxyType(
    {
        "total_gains": _total("total_gains", "G"),
        "total_costs": _total("total_costs", "C"),
        "net_gain": _net_gain,
        "roi": _roi,
        "npv": _present("npv", "N(t)"),
        "discounted_roi": _discounted_roi,
        "benefit_cost_ratio": _benefit_cost_ratio,
        "irr": _irr,
        "irr_status": _status,
        "mirr": _mirr,
        "break_even_month": _break_even("break_even_month", "cumulative", "N(t)"),
        "discounted_break_even_month": _break_even(
            "discounted_break_even_month", "discounted_cumulative", _DISCOUNTED
        ),
        "peak_funding": _peak_funding,
        "annual_yield": _annual_yield,
        "roi_cash": _roi_cash,
        "npv_cash": _present("npv_cash", _CASH),
    }
)
