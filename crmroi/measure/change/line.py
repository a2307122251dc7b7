"""A KPI's months as a line: level, trend, season and the step at the go-live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from crmroi.measure.change import regression
from crmroi.measure.change.mixture import Array, Interval
from crmroi.measure.change.regression import Fit, Season
from crmroi.measure.results import Months
from crmroi.measure.windows import Sides, ordinal
from crmroi.text import N_, Notice

_LARGEST = 700.0
"""Beyond it the exponential is no number."""
_ENTANGLED = N_(
    "Not adjusted: in these months the step at the go-live cannot be told from trend and season. "
    "Compare more months."
)


@dataclass(frozen=True)
class Series:
    """What is fitted: a value for some months, how far it is trusted, what it stands on.

    `base` is the control group's level in every month that it has one; 0 without a control. With
    `logs`, values and base are logarithms.
    """

    values: Mapping[str, float]
    precision: Mapping[str, float]
    base: Mapping[str, float] | None
    logs: bool


def series_of(months: Months, control: Months | None, *, logs: bool, weighted: bool) -> Series:
    """The series of a KPI, less that of the control group where there is one.

    Logarithms only where every value is positive; weights only for rates and means.
    """
    both = [_by_month(found) for found in (months, control) if found is not None]
    on_logs = logs and all(value > 0 for found in both for value, _n in found.values())
    levels = [
        {month: float(np.log(value)) if on_logs else value for month, (value, _n) in found.items()}
        for found in both
    ]
    base = levels[1] if control is not None else None
    shared = [month for month in levels[0] if all(month in level for level in levels)]
    return Series(
        values={m: levels[0][m] - (base[m] if base else 0.0) for m in shared},
        precision={m: _precision([found[m][1] for found in both], weighted) for m in shared},
        base=base,
        logs=on_logs,
    )


@dataclass(frozen=True)
class Line:
    """A series fitted: level, trend, season and the step at the go-live."""

    series: Series
    fit: Fit
    season: Season
    middle: float
    first_live: int
    months: tuple[str, ...]
    """Those that it was fitted to."""
    smear: float
    """Of logarithms: what their mean must be multiplied by to give the mean of the values."""

    def rows(self, months: Sequence[str], *, step: bool) -> Array:
        """The design of these months, with the step or without."""
        at = np.array([ordinal(month) for month in months], dtype=np.float64)
        after = (at >= self.first_live).astype(np.float64) * step
        return regression.design(at, after, self.middle, self.season)

    def step(self) -> tuple[float, Interval]:
        """The step and its 95 % interval, on the series' own scale."""
        row = np.zeros((1, self.fit.mean.size))
        row[0, regression.STEP] = 1
        low, high = self.fit.interval(row)[0]
        return float(self.fit.mean[regression.STEP]), (float(low), float(high))

    def predictable(self, months: Sequence[str]) -> tuple[str, ...]:
        """Those of the months that the control group, if there is one, has a value for."""
        base = self.series.base
        return tuple(month for month in months if base is None or month in base)

    def levels(self, months: Sequence[str], *, step: bool) -> Array:
        """What the line says of these months, in the KPI's unit."""
        return self._shown(self.rows(months, step=step) @ self.fit.mean, months)

    def bands(self, months: Sequence[str]) -> Array:
        """The 95 % intervals of the levels without the step, (months, 2)."""
        ends = self.fit.interval(self.rows(months, step=False))
        return np.stack([self._shown(ends[:, end], months) for end in (0, 1)], axis=1)

    def total(self, amounts: Mapping[str, float]) -> tuple[float, Interval]:
        """Σ amount × level without the step over these months, with its 95 % interval.

        On logarithms the interval is that of the logarithm of the sum, by its gradient.
        """
        months, factors = list(amounts), np.array(list(amounts.values()))
        rows, levels = self.rows(months, step=False), self.levels(months, step=False)
        total = float(factors @ levels)
        if not self.series.logs:
            row = factors @ rows
            moved = self.fit.interval(row[None])[0] - row @ self.fit.mean
            return total, (total + float(moved[0]), total + float(moved[1]))
        if total <= 0:
            return total, (total, total)
        row = (factors * levels / total) @ rows
        moved = exponential(self.fit.interval(row[None])[0] - row @ self.fit.mean)
        return total, (total * float(moved[0]), total * float(moved[1]))

    def _shown(self, line: Array, months: Sequence[str]) -> Array:
        base = self.series.base
        level = line if base is None else line + np.array([base[month] for month in months])
        return exponential(level) * self.smear if self.series.logs else level


def line_of(series: Series, sides: Sides) -> Line | Notice:
    """The series fitted to the window's months, or why it cannot be."""
    months = [month for month in (*sides.before, *sides.after) if month in series.values]
    if not sides.after or len(months) <= regression.FREEDOM:
        return _too_few(len(months), regression.FREEDOM + regression.STEP + 1)
    at = np.array([ordinal(month) for month in months], dtype=np.float64)
    first_live, middle = ordinal(sides.live[0]), float(at.mean())
    # Of the window, so that a month without a value at its edge does not do away with the season.
    season = regression.season_of(ordinal(sides.after[-1]) - ordinal(sides.before[0]) + 1)
    x = regression.design(at, (at >= first_live).astype(np.float64), middle, season)
    if len(months) - x.shape[1] < regression.FREEDOM:
        return _too_few(len(months), x.shape[1] + regression.FREEDOM)
    if regression.condition(x) > regression.CONDITION:
        return Notice("", None, _ENTANGLED)
    values = np.array([series.values[month] for month in months])
    precision = np.array([series.precision[month] for month in months])
    fit = regression.fit(at, values, precision / precision.mean(), x)
    line = Line(series, fit, season, middle, first_live, tuple(months), 1.0)
    return _smeared(line) if series.logs else line


def _too_few(months: int, needed: int) -> Notice:
    return Notice(
        "",
        months,
        N_(
            "Not adjusted for trend and season: that takes {needed} months, and there are {months}."
        ),
        {"needed": needed, "months": months},
    )


def _smeared(line: Line) -> Line:
    """The line of logarithms, made to give the mean of the values (Duan's smearing)."""
    base = line.series.base or {}
    seen = [line.series.values[month] + base.get(month, 0.0) for month in line.months]
    smear = float(exponential(np.array(seen)).sum() / line.levels(line.months, step=True).sum())
    return replace(line, smear=smear)


def _by_month(months: Months) -> dict[str, tuple[float, int]]:
    return {
        month: (value, n)
        for month, value, n in zip(months.months, months.values, months.n, strict=True)
        if value is not None
    }


def _precision(records: Sequence[int], weighted: bool) -> float:
    """1 ÷ the variance of a month's value, up to a factor; a difference's variances add up."""
    return 1 / sum(1 / max(n, 1) for n in records) if weighted else 1.0


def exponential(x: Array) -> Array:
    """The exponential, cut off where it would be no number."""
    return np.exp(np.clip(x, -_LARGEST, _LARGEST))
