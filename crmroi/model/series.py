"""Series: what a line's amount is multiplied by in each month.

Every series is a *shape* over months times an *escalator* over years, written "live × price"; one
written "price" or "long" has the other factor 1. "month 0" is 1 in month 0, where all others are 0.
Conditions of the model live here, and in no line.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from crmroi.model.adoption import phases
from crmroi.model.arrays import Array, Values, Workspace

MONTH_0 = "month 0"
ALWAYS = "always"
"""The shape that is 1 in every month from 1 on."""
EVEN = "even"
"""The escalator that is 1 in every year."""

ESCALATORS: Mapping[str, str | None] = MappingProxyType(
    {
        EVEN: None,
        "price": "price_increase_per_year",
        "wage": "wage_increase_per_year",
        "selling": "selling_price_increase_per_year",
    }
)
"""Each escalator and the field of its yearly rise."""

SHAPES = (ALWAYS, "live", "dip", "adoption", "short", "medium", "long")


class Series(NamedTuple):
    """A shape times an escalator."""

    shape: str
    escalator: str


def series(name: str) -> Series:
    """The two factors of a series that is written "shape × escalator" or as one of them."""
    parts = name.split(" × ")
    shapes = [part for part in parts if part in SHAPES]
    escalators = [part for part in parts if part in ESCALATORS]
    if len(shapes) + len(escalators) != len(parts) or len(shapes) > 1 or len(escalators) > 1:
        raise ValueError(f"“{name}” is not a shape, an escalator or the product of the two")
    return Series(*(shapes or [ALWAYS]), *(escalators or [EVEN]))


class Factors(NamedTuple):
    """The factors of all series for months 1 … 12 × years; all 0 beyond a scenario's horizon."""

    shapes: dict[str, Array]
    """(years, 12, scenarios)"""
    escalators: dict[str, Array]
    """(years, 1, scenarios)"""

    def of(self, name: str) -> Array:
        """The series so written, (years, 12, scenarios)."""
        shape, escalator = series(name)
        return self.shapes[shape] * self.escalators[escalator]


def factors(values: Values, years: int, workspace: Workspace) -> Factors:
    """All factors. `years` is the longest horizon among the scenarios."""
    year = np.arange(float(years)).reshape(years, 1, 1)
    counted = (year < values["horizon_years"]).astype(np.float64)
    escalators = {
        name: counted if rise is None else compounded(values[rise], years) * counted
        for name, rise in ESCALATORS.items()
    }
    shapes = {ALWAYS: np.ones((years, 12, 1)), **_switched(values, years, workspace)}
    shapes |= phases(values, values["target_rate"] * counted, years, workspace)
    return Factors({name: shapes[name] for name in SHAPES}, escalators)


def _switched(values: Values, years: int, workspace: Workspace) -> dict[str, Array]:
    """What is 1 or 0 by month; compared as small whole numbers, which is four times as fast."""
    month = np.arange(1, 12 * years + 1, dtype=np.int16).reshape(years, 12, 1)
    go_live = values["go_live_month"].astype(np.int16)
    dip_end = go_live + values["productivity_dip_months"].astype(np.int16)
    found = {}
    live = np.greater(month, go_live)
    for name, on in (("live", live), ("dip", np.less_equal(month, dip_end) & live)):
        found[name] = workspace.array(name, *on.shape)
        found[name][:] = on
    return found


def compounded(rate: Array, years: int) -> Array:
    """(1 + rate)^y for y = 0 … years − 1: (years, 1, scenarios)."""
    return powers(1.0 + rate, years).reshape(years, 1, -1)


def powers(base: Array, count: int) -> Array:
    """base^k for k = 0 … count − 1: (count, scenarios)."""
    found = np.ones((count, len(base)))
    for exponent in range(1, count):
        np.multiply(found[exponent - 1], base, out=found[exponent])
    return found
