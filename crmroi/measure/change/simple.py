"""The simple change: a mean after less a mean before, with an interval from the months' spread.

Welch's t. Months are weighted by their records where the KPI is a rate or a mean, so that the
means are those of all records; with equal weights it is Welch's test to the letter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from crmroi.measure.change.mixture import Array, Interval, t_quantile


@dataclass(frozen=True)
class Mean:
    """A weighted mean of months: its square error and the degrees of freedom of that."""

    value: float
    variance: float
    freedom: int

    def interval(self) -> Interval | None:
        """The mean's own 95 % interval; None where one month is all there is."""
        if not self.freedom:
            return None
        half = t_quantile(self.freedom) * math.sqrt(self.variance)
        return self.value - half, self.value + half

    def at(self, level: float | None) -> Mean:
        """The mean moved to the level of all records, its error growing or shrinking with it.

        A customer who buys in two months is one customer: the window's figure may be far from its
        months' mean, and their scatter around that.
        """
        if level is None or level == self.value or self.value <= 0 or level <= 0:
            return self
        return replace(self, value=level, variance=self.variance * (level / self.value) ** 2)


def mean_of(values: Array, weights: Array) -> Mean:
    """The weighted mean; what the months scatter around it is its error. Needs one value."""
    total = weights.sum()
    centre = float(weights @ values / total)
    months = int(np.count_nonzero(weights))
    spread = float(np.sum((weights * (values - centre)) ** 2)) / float(total) ** 2
    return Mean(centre, spread * months / (months - 1) if months > 1 else 0.0, months - 1)


def difference(before: Mean, after: Mean, change: float) -> Interval | None:
    """The 95 % interval around a change; None where a side has a single month."""
    if not (before.freedom and after.freedom):
        return None
    half = _quantile(before, after) * math.sqrt(before.variance + after.variance)
    return change - half, change + half


def relative(before: Mean, after: Mean, levels: Interval) -> Interval | None:
    """The 95 % interval of after ÷ before − 1 by Fieller, `levels` being the two values.

    It holds 0 exactly where the interval of the difference does. None where the level before
    cannot be told from 0, so that no ratio is bounded.
    """
    start, end = levels
    if start <= 0 or not (before.freedom and after.freedom):
        return None
    square = _quantile(before, after) ** 2
    a = start * start - square * before.variance
    c = end * end - square * after.variance
    root = (start * end) ** 2 - a * c
    if a <= 0 or root < 0:
        return None
    half = math.sqrt(root)
    return (start * end - half) / a - 1, (start * end + half) / a - 1


def _quantile(before: Mean, after: Mean) -> float:
    """Of t with the degrees of freedom of Welch and Satterthwaite."""
    both = before.variance + after.variance
    if both <= 0:
        return 0.0  # no month differs from another
    parts = [(mean.variance / both) ** 2 / mean.freedom for mean in (before, after)]
    return t_quantile(1 / sum(parts))
