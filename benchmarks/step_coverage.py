"""How often do intervals of a step hold it: ours, and those of two simpler methods?

Run: python -m benchmarks.step_coverage [SIMULATIONS]

Series of a KPI are made up with a known change at the go-live; a 95 % interval should hold it in 95
of 100. Rivals: ordinary least squares with Newey and West's errors, and generalised least squares
with ρ put in at the maximum of its restricted likelihood.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from crmroi.measure.change import regression
from crmroi.measure.change.adjusted import adjusted
from crmroi.measure.change.line import Line, line_of, series_of
from crmroi.measure.change.mixture import Interval, t_quantile
from crmroi.measure.results import Months
from crmroi.measure.windows import Sides, month_at, ordinal, sides

Array = NDArray[np.float64]

FIRST = ordinal("2023-01")
SIMULATIONS = 2000


@dataclass(frozen=True)
class Case:
    """A KPI with a level, a trend, perhaps a season, AR(1) errors of variance 1 and a step."""

    side: int
    rho: float
    season: bool
    effect: float

    @property
    def name(self) -> str:
        """What it is made of, in words."""
        season = "season" if self.season else "no season"
        return f"{self.side} + {self.side} months, ρ {self.rho}, {season}, effect {self.effect}"


CASES = tuple(
    Case(side, rho, season, effect)
    for side in (12, 24)
    for rho in (0.0, 0.4)
    for season in (False, True)
    for effect in (0.0, 1.5)
)


def monthly(values: Sequence[float] | Array, n: Sequence[int] | None = None) -> Months:
    """Values as the months of a KPI, from the first one on; NaN is a month without a value."""
    return Months(
        tuple(month_at(FIRST + place) for place in range(len(values))),
        tuple(None if np.isnan(value) else float(value) for value in values),
        tuple(int(count) for count in (np.ones(len(values)) if n is None else n)),
    )


def both_sides(side: int, ramp: int = 0) -> Sides:
    """So many months before and after a go-live, and the ramp between them."""
    live = FIRST + side
    whole = [month_at(FIRST + place) for place in range(2 * side + ramp)]
    return sides(whole, date(live // 12, live % 12 + 1, 1), ramp_months=ramp)


def errors(length: int, rho: float, rng: np.random.Generator) -> Array:
    """A stationary AR(1) series with variance 1."""
    found = rng.standard_normal(length)
    for place in range(1, length):
        found[place] = rho * found[place - 1] + np.sqrt(1 - rho**2) * found[place]
    return found


def shape(case: Case) -> Array:
    """Level, trend, season and step, without errors."""
    at = np.arange(2 * case.side, dtype=np.float64)
    yearly = 2 * np.pi * (FIRST + at) / 12
    season = 1.5 * np.sin(yearly + 0.5) + 0.7 * np.cos(2 * yearly)
    return 20 + 0.05 * at + case.season * season + case.effect * (at >= case.side)


def ours(values: Array, found: Sides) -> Interval:
    """The interval as a measurement gives it, with all that it gives besides."""
    line = line_of(series_of(monthly(values), None, logs=False, weighted=False), found)
    interval = adjusted(line, found).interval if isinstance(line, Line) else None
    return interval or (-np.inf, np.inf)


def newey_west(values: Array, found: Sides) -> Interval:
    """Ordinary least squares, errors by Bartlett's kernel over 4 (n / 100)^(2/9) months."""
    x, (n, _p) = _design(found), _design(found).shape
    inverse = np.linalg.inv(x.T @ x)
    coefficients = inverse @ x.T @ values
    scores = x * (values - x @ coefficients)[:, None]
    lags = int(4 * (n / 100) ** (2 / 9))
    middle = scores.T @ scores
    for lag in range(1, lags + 1):
        shifted = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (shifted + shifted.T)
    error = np.sqrt((inverse @ middle @ inverse)[regression.STEP, regression.STEP])
    return _around(coefficients[regression.STEP], NormalDist().inv_cdf(0.975) * error)


def plugged_in(values: Array, found: Sides) -> Interval:
    """Generalised least squares with the likeliest ρ, as if that were known."""
    x, (n, p) = _design(found), _design(found).shape
    best: tuple[float, float, float] | None = None
    for rho in np.linspace(-0.98, 0.98, 99):
        size = np.sqrt(1 - rho**2)
        both = np.column_stack([x, values])
        white = np.vstack([both[:1], (both[1:] - rho * both[:-1]) / size])
        triangle = np.linalg.qr(white, mode="r")
        inverse = np.linalg.inv(triangle[:p, :p])
        deviation = abs(triangle[p, p]) / np.sqrt(n - p)
        likelihood = -(n - 1) * np.log(size) - np.log(np.abs(np.diag(triangle)[:p])).sum()
        likelihood -= (n - p) * np.log(deviation)
        if best is None or likelihood > best[0]:
            step = (inverse @ triangle[:p, p])[regression.STEP]
            best = (likelihood, step, deviation * np.linalg.norm(inverse[regression.STEP]))
    assert best is not None  # noqa: S101 - the grid is not empty
    return _around(best[1], t_quantile(n - p) * best[2])


Method = Callable[[Array, Sides], Interval]

METHODS: dict[str, Method] = {
    "OLS, Newey–West": newey_west,
    "GLS, ρ plugged in": plugged_in,
    "GLS, averaged over ρ": ours,
}


def coverage(case: Case, method: Method, simulations: int, seed: int = 7) -> float:
    """The share of simulated series whose 95 % interval holds the effect."""
    rng, found, level = np.random.default_rng(seed), both_sides(case.side), shape(case)
    held = 0
    for _simulation in range(simulations):
        low, high = method(level + errors(2 * case.side, case.rho, rng), found)
        held += low <= case.effect <= high
    return held / simulations


def _design(found: Sides) -> Array:
    at = np.array([ordinal(month) for month in (*found.before, *found.after)], dtype=np.float64)
    step = (at >= ordinal(found.live[0])).astype(np.float64)
    return regression.design(at, step, float(at.mean()), regression.season_of(len(at)))


def _around(centre: float, half: float) -> Interval:
    return float(centre - half), float(centre + half)


def main() -> None:
    """Print the table, a row for each kind of series."""
    simulations = int(sys.argv[1]) if len(sys.argv) > 1 else SIMULATIONS
    print("| Series | " + " | ".join(METHODS) + " |")
    print("|---" * (len(METHODS) + 1) + "|")
    for case in CASES:
        found = [coverage(case, method, simulations) for method in METHODS.values()]
        print(f"| {case.name} | " + " | ".join(f"{share:.1%}" for share in found) + " |")
    start = perf_counter()
    coverage(CASES[-1], ours, 200)
    print(f"\nOurs takes {(perf_counter() - start) / 200 * 1000:.1f} ms a series of 48 months.")


if __name__ == "__main__":
    main()
