"""The difference between two scenarios, line by line: it adds up exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model import finance
from crmroi.model.arrays import Array
from crmroi.model.lines import LINE, LINES, Line
from crmroi.model.projection import Projection


@dataclass(frozen=True)
class Step:
    """What one line adds to the second case beside the first: a higher cost is below 0."""

    line: str
    net_gain: float
    npv: float

    @property
    def declared(self) -> Line:
        """The line as the model declares it: label, side, kind."""
        return LINE[self.line]


@dataclass(frozen=True)
class Difference:
    """From the first scenario's net gain and NPV to another's, a step for each line."""

    first: Scenario
    other: Scenario
    number: int
    """The place of the other among those compared."""
    net_gains: tuple[float, float]
    npvs: tuple[float, float]
    steps: tuple[Step, ...]
    model: str = FORMAT


def difference(first: Projection, other: Projection, number: int = 1) -> Difference:
    """What makes the other case better or worse than the first.

    The steps add up to the difference of the two cases' measures; what rounding leaves is put to
    the largest step.
    """
    net_gains, npvs = _ends(first, other, "net_gain"), _ends(first, other, "npv")
    effects = [_effects(projection) for projection in (first, other)]
    columns = [
        _closed({name: after[name][at] - before[name][at] for name in before}, ends)
        for before, after in [effects]
        for at, ends in enumerate((net_gains, npvs))
    ]
    steps = tuple(Step(line.name, *(column[line.name] for column in columns)) for line in LINES)
    return Difference(first.scenario, other.scenario, number, net_gains, npvs, steps)


def _ends(first: Projection, other: Projection, name: str) -> tuple[float, float]:
    before, after = (float(each.metrics[name] or 0.0) for each in (first, other))
    return before, after


def _effects(projection: Projection) -> Mapping[str, tuple[float, float]]:
    """What each line adds to the net gain and to the NPV."""
    annual = np.array([projection.scenario.finance.discount_rate])
    factors = finance.discount_factors(
        finance.monthly_rate(annual), len(projection.months) - 1
    ).ravel()

    def effect(line: Line, amounts: Array) -> tuple[float, float]:
        sign = 1.0 if line.side == "gain" else -1.0
        return sign * float(amounts.sum()), sign * float(amounts @ factors)

    return {line.name: effect(line, projection.lines[line.name]) for line in LINES}


def _closed(steps: dict[str, float], ends: tuple[float, float]) -> dict[str, float]:
    """The steps, the largest of them mended so that they lead from one end to the other."""
    largest = max(steps, key=lambda name: abs(steps[name]))
    rest = math.fsum(-step for name, step in steps.items() if name != largest)
    return {**steps, largest: math.fsum([ends[1], -ends[0], rest])}
