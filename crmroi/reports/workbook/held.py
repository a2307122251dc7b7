"""What the model holds of a case, by month, for the cells to show before they are recalculated."""

from __future__ import annotations

import numpy as np

from crmroi.model.arrays import Array
from crmroi.model.case import evaluate
from crmroi.model.customers import Drivers, coalitions, company, today
from crmroi.model.projection import Projection
from crmroi.model.values import values_of
from crmroi.reports.workbook.rows import MONTHS


class Held:
    """One case. Every series is (MONTHS,), 0 beyond the horizon."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.case = evaluate(values_of(projection.scenario), 1)
        self.years = projection.scenario.finance.horizon_years
        self.before, self.after = today(self.case.values), self.case.drivers
        self.months = np.arange(float(MONTHS))
        self.always = ((self.months > 0) & (self.months <= 12 * self.years)).astype(np.float64)

    def value(self, name: str) -> float:
        """The value of an assumption by its field name."""
        return float(self.case.values[name][0])

    def monthly(self, name: str) -> Array:
        """A series of the projection."""
        return self._to_the_end(self.projection.monthly[name])

    def line(self, name: str) -> Array:
        """A line, adjusted for risk."""
        return self._to_the_end(self.projection.lines[name])

    def series(self, name: str) -> Array:
        """A series as lines name it."""
        return self.running(self.case.factors.of(name))

    def running(self, array: Array, first: float = 0.0) -> Array:
        """What the model holds of months from 1 on, with a value for month 0."""
        months = np.broadcast_to(array, (self.years, 12, 1)).ravel()
        return self._to_the_end(np.concatenate([[first], months]))

    def driver(self, name: str, *, moved: bool) -> Array:
        """One of the four that a lever moves."""
        return self.running(getattr(self.after if moved else self.before, name))

    def companies(self) -> tuple[Array, Array]:
        """Customers and revenue of all 16 coalitions, (2, 2, 2, 2, MONTHS) each."""
        drivers: Drivers = coalitions(self.before, self.after)
        values, factors = self.case.values, self.case.factors
        made = company("all", drivers, values, factors, self.case.workspace)
        return (
            self._all(made.customers, float(values["customers"][0])),
            self._all(made.revenue, 0.0),
        )

    def _all(self, array: Array, first: float) -> Array:
        shape = (2, 2, 2, 2, 12 * self.years)
        whole = np.broadcast_to(array, (2, 2, 2, 2, self.years, 12, 1)).reshape(shape)
        found = np.zeros((2, 2, 2, 2, MONTHS))
        found[..., 0] = first
        found[..., 1 : 12 * self.years + 1] = whole
        return found

    def _to_the_end(self, series: Array) -> Array:
        return np.concatenate([series, np.zeros(MONTHS - len(series))])


def shifted(series: Array, first: float = 0.0) -> Array:
    """The value of the month before."""
    return np.concatenate([[first], series[:-1]])
