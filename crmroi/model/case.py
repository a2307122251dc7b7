"""The business case of one scenario or of a chunk of many: net flow and totals.

One code for both. Gains and costs stand here after risk adjustment, costs positive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from crmroi.model import finance
from crmroi.model.arrays import Array, Values, Workspace
from crmroi.model.customers import LEVERS, Company, Drivers, company, moved, today
from crmroi.model.ledger import Ledger, Totals
from crmroi.model.lines import KINDS, LINES, SALES, Kind, Line
from crmroi.model.printing import amounts
from crmroi.model.series import Factors, factors, powers

ALL_KINDS = frozenset(KINDS)


@dataclass(frozen=True)
class Case:
    """What the measures are taken of. Arrays may lie in buffers that the next chunk uses again."""

    values: Values
    factors: Factors
    amounts: Mapping[str, Array]
    """Amount of each line by its name, adjusted for risk."""
    with_crm: Company
    without_crm: Company
    drivers: Drivers
    """What the CRM makes of the drivers of sales."""
    net: Array
    """Net flow of months 0 … 12 × longest horizon, 0 beyond a scenario's own: (months, n)."""
    discount: Array
    """Discount factors of the same months."""
    totals: Totals
    workspace: Workspace

    @property
    def years(self) -> Array:
        """Horizon in years, (1,) or (n,)."""
        return self.values["horizon_years"]

    @property
    def rate(self) -> Array:
        """Discount rate of a year, (1,) or (n,)."""
        return self.values["discount_rate"]

    @cached_property
    def zero(self) -> Array:
        """A cumulative flow this near to 0 counts as 0."""
        return finance.NEGLIGIBLE * self.totals.costs

    @cached_property
    def cumulative(self) -> Array:
        """Running sums of the net flow."""
        return finance.cumulative_sum(self.net, self.workspace.array("cumulative", *self.net.shape))

    @cached_property
    def discounted_cumulative(self) -> Array:
        """Running sums of the discounted net flow."""
        out = self.workspace.array("discounted", *self.net.shape)
        return finance.cumulative_sum(np.multiply(self.net, self.discount, out=out), out)

    @cached_property
    def split(self) -> tuple[Array, Array]:
        """Inflows and outflows."""
        return finance.split_flows(self.net, self.workspace)

    @cached_property
    def internal_rate(self) -> tuple[Array, NDArray[np.int8]]:
        """The internal rate of a month and its status."""
        inflow, outflow = self.split
        return finance.irr(inflow, outflow, self.workspace)

    def break_even(self, cumulative: Array) -> Array:
        """The month from which these running sums stay ≥ 0."""
        below = self.workspace.mask("below", *cumulative.shape)
        return finance.break_even(cumulative, self.zero, 12.0 * self.years, below)


def evaluate(
    values: Values,
    size: int,
    workspace: Workspace | None = None,
    kinds: frozenset[Kind] = ALL_KINDS,
) -> Case:
    """The case of `size` scenarios. Lines of a kind not in `kinds` are left out."""
    work = workspace or Workspace()
    years = int(values["horizon_years"].max())
    series_factors = factors(values, years, work)
    discount = _discount_factors(values["discount_rate"], years, work)
    drivers = moved(values, series_factors, work)
    without_crm = company("without", today(values), values, series_factors, work)
    with_crm = company("with", drivers, values, series_factors, work)
    adjusted = _adjusted(values, kinds)
    ledger = Ledger(series_factors, discount, size)
    for name, lines in _lines_by_series(kinds).items():
        ledger.add(name, lines, adjusted)
    gained = None
    if "cash" in kinds:
        gained = _gained(with_crm, without_crm, adjusted[LEVERS[0]], work)
        ledger.add_gain(gained)
    return Case(
        values=values,
        factors=series_factors,
        amounts=adjusted,
        with_crm=with_crm,
        without_crm=without_crm,
        drivers=drivers,
        net=ledger.net(gained, work),
        discount=discount,
        totals=ledger.all_totals,
        workspace=work,
    )


def _gained(with_crm: Company, without_crm: Company, margin: Array, work: Workspace) -> Array:
    """The contribution of the revenue gained: (years, 12, scenarios)."""
    revenues = with_crm.revenue, without_crm.revenue
    gained = np.subtract(*revenues, out=work.like("gained", *revenues, margin))
    return np.multiply(gained, margin, out=gained)


@lru_cache(maxsize=8)
def _lines_by_series(kinds: frozenset[Kind]) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in LINES:
        if line.series != SALES and line.kind in kinds:
            found.setdefault(line.series, []).append(line)
    return found


def _adjusted(values: Values, kinds: frozenset[Kind]) -> dict[str, Array]:
    """Each line's amount with its risk: gains × (1 − gains_risk), costs × (1 + costs_risk)."""
    risk = {"gain": 1.0 - values["gains_risk"], "cost": 1.0 + values["costs_risk"]}
    computed = amounts(values)
    return {
        line.name: computed[line.name] * risk[line.side] for line in LINES if line.kind in kinds
    }


def _discount_factors(annual: Array, years: int, work: Workspace) -> Array:
    """1 / (1 + i)^t for months 0 … 12 × years: (months, scenarios)."""
    found = work.array("discount", 12 * years + 1, len(annual))
    month = powers((1.0 + annual) ** (-1 / 12), 13)[1:]
    year = powers(1.0 / (1.0 + annual), years)
    found[0] = 1.0
    np.multiply(year[:, None], month, out=found[1:].reshape(years, 12, -1))
    return found
