"""Adds up the lines of a business case: net flow by month, totals by series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from crmroi.model.arrays import SCRATCH, Array, Workspace
from crmroi.model.lines import Kind, Line, Side
from crmroi.model.series import ALWAYS, MONTH_0, Factors, series

_SIGN: Mapping[Side, float] = MappingProxyType({"gain": 1.0, "cost": -1.0})


class Totals(NamedTuple):
    """Sums over all months, (scenarios,) each; `present_…` are discounted to month 0."""

    gains: Array
    costs: Array
    present_gains: Array
    present_costs: Array
    cash_gains: Array
    cash_costs: Array
    present_cash_gains: Array
    present_cash_costs: Array


class Ledger:
    """Adds up lines that are an amount times a series: the net flow by month, totals by year.

    Within a year a series is its shape times one number, so each shape is gone through once.
    """

    def __init__(self, factors: Factors, discount: Array, size: int) -> None:
        self.factors = factors
        self.discount = discount[1:].reshape(-1, 12, discount.shape[1])
        self.month_0 = np.zeros(size)
        self.coefficients: dict[str, Array] = {}
        self._totals = {name: np.zeros(size) for name in Totals._fields}
        self.sums = {name: self._by_year(shape) for name, shape in factors.shapes.items()}

    def _by_year(self, monthly: Array) -> tuple[Array, Array]:
        """The sum of each year, as it is and discounted: (years, scenarios)."""
        return monthly.sum(axis=1), np.einsum("ymn,ymn->yn", monthly, self.discount)

    def add(self, name: str, lines: Sequence[Line], amounts: Mapping[str, Array]) -> None:
        """Add all lines of one series."""
        parts: dict[tuple[Side, Kind], Array] = {}
        for line in lines:
            part = parts.get((line.side, line.kind), 0.0)
            parts[line.side, line.kind] = part + amounts[line.name]
        net = sum((part * _SIGN[side] for (side, _kind), part in parts.items()), np.zeros(1))
        if name == MONTH_0:
            total = present = np.ones(1)
            self.month_0 += net
        else:
            shape, escalator = series(name)
            rise = self.factors.escalators[escalator]
            plain, discounted = self.sums[shape]
            total = np.einsum("yn,yn->n", rise[:, 0], plain)
            present = np.einsum("yn,yn->n", rise[:, 0], discounted)
            self.coefficients[shape] = self.coefficients.get(shape, 0.0) + net * rise
        for (side, kind), part in parts.items():
            self._count(side, kind, part * total, part * present)

    def add_gain(self, monthly: Array) -> None:
        """Add a cash gain that is given by month, (years, 12, scenarios), to the totals alone."""
        plain, discounted = self._by_year(monthly)
        self._count("gain", "cash", plain.sum(axis=0), discounted.sum(axis=0))

    def _count(self, side: Side, kind: Kind, total: Array, present: Array) -> None:
        self._totals[f"{side}s"] += total
        self._totals[f"present_{side}s"] += present
        if kind == "cash":
            self._totals[f"cash_{side}s"] += total
            self._totals[f"present_cash_{side}s"] += present

    @property
    def all_totals(self) -> Totals:
        """What has been added so far."""
        return Totals(**self._totals)

    def net(self, gained: Array | None, work: Workspace) -> Array:
        """The net flow of all months, with a gain that is given by month."""
        years, size = len(self.discount), len(self.month_0)
        flows = work.array("net", 12 * years + 1, size)
        flows[0] = self.month_0
        body = flows[1:].reshape(years, 12, size)
        body[:] = 0.0 if gained is None else gained
        for name, coefficient in self.coefficients.items():
            if name == ALWAYS:
                body += coefficient
                continue
            shape = self.factors.shapes[name]
            part = work.like(SCRATCH, shape, coefficient)
            body += np.multiply(shape, coefficient, out=part)
        return flows
