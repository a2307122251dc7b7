"""A level, a trend, a season and a step, by generalised least squares with AR(1) errors.

The errors' correlation ρ from one month to the next is not known, and a short series says little
of it: put in as if it were known, it makes intervals too narrow. So it is not put in but averaged
over: each ρ of a grid gives a t distribution for what is estimated, and counts by its restricted
likelihood and Jeffreys' prior (docs/decisions/0007-step-intervals-average-over-rho.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from crmroi.measure.change import mixture
from crmroi.measure.change.mixture import Array

Season = Literal["", "harmonics", "months"]

STEP = 2
"""The column of a design that holds the step."""
FREEDOM = 6
"""Fewest degrees of freedom, months less coefficients, that a fit is trusted with."""
CONDITION = 1e6
"""Largest condition number of a design whose columns have length 1."""
_HARMONICS_FROM, _MONTHS_FROM = 24, 48
_NODES = 48
_DUST = 1e-24
"""Residuals below this share of the values' squares are rounding."""


def season_of(span: int) -> Season:
    """How a season is described over so many months, first to last: richer where there are more."""
    if span < _HARMONICS_FROM:
        return ""
    return "harmonics" if span < _MONTHS_FROM else "months"


def design(months: Array, step: Array, middle: float, season: Season) -> Array:
    """Rows of level, trend (years from `middle`), step and season; `months` count from year 0."""
    columns = [np.ones_like(months), (months - middle) / 12, step]
    if season == "harmonics":
        for cycles in (1, 2):
            angle = 2 * np.pi * cycles * months / 12
            columns += [np.cos(angle), np.sin(angle)]
    elif season == "months":
        columns += [(months % 12 == month).astype(np.float64) for month in range(1, 12)]
    return np.column_stack(columns)


def condition(x: Array) -> float:
    """The condition number of a design once each column has length 1; inf where one is empty."""
    lengths = np.linalg.norm(x, axis=0)
    return float(np.linalg.cond(x / lengths)) if lengths.all() else float("inf")


@dataclass(frozen=True)
class Fit:
    """Coefficients for each ρ of the grid, how much each counts, and how sure they are."""

    coefficients: Array
    """(ρ, columns)."""
    roots: Array
    """(ρ, columns, columns): each, times its transpose, is the coefficients' covariance ÷ σ²."""
    deviations: Array
    """σ for each ρ."""
    weights: Array
    """Of each ρ; they add up to 1."""
    freedom: int
    """Months less coefficients."""
    correlation: float
    """ρ, averaged."""

    @property
    def mean(self) -> Array:
        """The coefficients, averaged over ρ."""
        return self.weights @ self.coefficients

    def interval(self, rows: Array) -> Array:
        """95 % intervals of combinations of the coefficients, one a row: (rows, 2)."""
        centres = rows @ self.coefficients.T
        spread = np.einsum("rc,kcd->rkd", rows, self.roots)
        scales = np.linalg.norm(spread, axis=2) * self.deviations
        return mixture.interval(centres, scales, self.weights, self.freedom)


def fit(months: Array, values: Array, precision: Array, x: Array) -> Fit:
    """Fit values of some months, in order; months between them may be missing.

    `precision` says how much each value is trusted: its error's variance is σ² ÷ precision. The
    design `x` has more rows than columns, and these are independent.
    """
    n, p = x.shape
    # ρ = sin θ with θ evenly spaced: Jeffreys' prior of ρ, 1 ÷ √(1 − ρ²), is even over θ.
    rho = np.sin(np.pi * ((np.arange(_NODES) + 0.5) / _NODES - 0.5))
    scaled = np.column_stack([x, values]) * np.sqrt(precision)[:, None]
    white, log_sizes = _whitened(scaled, rho, np.diff(months))
    triangle: Array = np.asarray(np.linalg.qr(white, mode="r"))
    factors, last = triangle[:, :p, :p], triangle[:, :p, p:]
    roots = np.linalg.inv(factors)
    residual = triangle[:, p, p] ** 2 + _DUST * float(scaled[:, p] @ scaled[:, p]) + 1e-300
    diagonals = np.abs(np.diagonal(factors, axis1=1, axis2=2))
    likelihood = -log_sizes - np.log(diagonals).sum(axis=1) - (n - p) / 2 * np.log(residual)
    weights = np.exp(likelihood - likelihood.max())
    weights /= weights.sum()
    counted = weights > 1e-6
    weights = weights[counted] / weights[counted].sum()
    return Fit(
        coefficients=(roots @ last)[counted, :, 0],
        roots=roots[counted],
        deviations=np.sqrt(residual[counted] / (n - p)),
        weights=weights,
        freedom=n - p,
        correlation=float(rho[counted] @ weights),
    )


def _whitened(rows: Array, rho: Array, gaps: Array) -> tuple[Array, Array]:
    """Rows freed of their correlation for each ρ, and the log of what that divided them by.

    Two months so far apart correlate by ρ to the power of their distance.
    """
    carried = rho[:, None] ** gaps
    sizes = np.sqrt(1 - carried * carried)
    white = np.empty((len(rho), *rows.shape))
    white[:, 0] = rows[0]
    white[:, 1:] = (rows[1:] - carried[:, :, None] * rows[:-1]) / sizes[:, :, None]
    return white, np.log(sizes).sum(axis=1)
