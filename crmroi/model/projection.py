"""One scenario projected: every line by month, the measures, and what to be warned of."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from crmroi.assumptions import Scenario
from crmroi.model.adoption import PHASES
from crmroi.model.arrays import Array
from crmroi.model.case import Case, evaluate
from crmroi.model.customers import coalitions, company, shapley, today
from crmroi.model.finance import IRR_STATUSES
from crmroi.model.lines import LINE, LINES, SALES, Kind, Side
from crmroi.model.measures import MEASURES, measure
from crmroi.model.series import MONTH_0
from crmroi.model.values import values_of
from crmroi.model.warnings import warnings_of
from crmroi.text.notice import Notice

Metric = float | int | str | None


@dataclass(frozen=True)
class Projection:
    """What a scenario means. Series have one value a month, month 0 first.

    `lines` are after risk adjustment, costs positive; `gains` and `costs` their totals. `monthly`
    holds total_gains, total_costs, net, cumulative, discounted_cumulative, adoption and its phases
    short, medium and long, customers_with, customers_without, revenue_with, revenue_without.
    `metrics` holds the measures, None where one has no value.
    """

    scenario: Scenario
    months: np.ndarray[tuple[int], np.dtype[np.int64]]
    lines: Mapping[str, Array]
    gains: Mapping[str, float]
    costs: Mapping[str, float]
    monthly: Mapping[str, Array]
    metrics: Mapping[str, Metric]
    warnings: tuple[Notice, ...]

    def by_year(self, monthly: Array) -> Array:
        """Month 0, then the sum of each year: (1 + years,)."""
        return np.concatenate([monthly[:1], monthly[1:].reshape(-1, 12).sum(axis=1)])

    def sum_of(
        self,
        *,
        side: Side | None = None,
        kind: Kind | None = None,
        theme: str | None = None,
        hidden: bool | None = None,
    ) -> Array:
        """The sum by month of the lines that are all of this."""
        wanted = {"side": side, "kind": kind, "theme": theme, "hidden": hidden}
        asked = {name: value for name, value in wanted.items() if value is not None}
        found = np.zeros(len(self.months))
        for name, amounts in self.lines.items():
            if all(getattr(LINE[name], key) == value for key, value in asked.items()):
                found += amounts
        return found


def project(scenario: Scenario) -> Projection:
    """The projection of a scenario."""
    case = evaluate(values_of(scenario), 1)
    lines = _lines(case)
    totals = {name: float(amounts.sum()) for name, amounts in lines.items()}
    monthly = _monthly(case, lines)
    return Projection(
        scenario=scenario,
        months=np.arange(len(case.net)),
        lines=MappingProxyType(lines),
        gains=_of_side("gain", totals),
        costs=_of_side("cost", totals),
        monthly=MappingProxyType(monthly),
        metrics=MappingProxyType(_metrics(case)),
        warnings=warnings_of(scenario, case),
    )


def _of_side(side: Side, totals: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType({line.name: totals[line.name] for line in LINES if line.side == side})


def _lines(case: Case) -> dict[str, Array]:
    """Every line by month, month 0 first."""
    revenue = company(
        "coalitions",
        coalitions(today(case.values), case.drivers),
        case.values,
        case.factors,
        case.workspace,
    ).revenue
    shares = shapley(revenue)
    running = {series: case.factors.of(series).ravel() for series in _RUNNING}
    found = {}
    for line in LINES:
        amount = case.amounts[line.name]
        amounts = np.zeros(len(case.net))
        if line.series == MONTH_0:
            amounts[0] = amount[0]
        else:
            by_month = shares[line.name].ravel() if line.series == SALES else running[line.series]
            amounts[1:] = amount * by_month
        found[line.name] = amounts
    return found


_RUNNING = sorted({line.series for line in LINES} - {MONTH_0, SALES})


def _monthly(case: Case, lines: Mapping[str, Array]) -> dict[str, Array]:
    def total(side: Side) -> Array:
        of_side = [lines[line.name] for line in LINES if line.side == side]
        return np.asarray(np.sum(of_side, axis=0))

    def with_month_0(monthly: Array, first: float) -> Array:
        return np.concatenate([[first], monthly.ravel()])

    start = float(case.values["customers"][0])
    return {
        "total_gains": total("gain"),
        "total_costs": total("cost"),
        "net": case.net[:, 0].copy(),
        "cumulative": case.cumulative[:, 0].copy(),
        "discounted_cumulative": case.discounted_cumulative[:, 0].copy(),
        **{phase: with_month_0(case.factors.shapes[phase], 0.0) for phase in PHASES},
        "customers_with": with_month_0(case.with_crm.customers, start),
        "customers_without": with_month_0(case.without_crm.customers, start),
        "revenue_with": with_month_0(case.with_crm.revenue, 0.0),
        "revenue_without": with_month_0(case.without_crm.revenue, 0.0),
    }


def _metrics(case: Case) -> dict[str, Metric]:
    return {name: _metric(name, float(value[0])) for name, value in measure(case).items()}


def _metric(name: str, value: float) -> Metric:
    if math.isnan(value):
        return None
    match MEASURES[name].form:
        case "status":
            return IRR_STATUSES[int(value)]
        case "month":
            return int(value)
        case _:
            return value
