"""Quantiles of mixtures of t distributions that share their degrees of freedom.

Where a correlation is not known but weighted over a grid, what is estimated with it follows one t
distribution for each value of the grid: together, a mixture.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Interval = tuple[float, float]
"""Its lower and its upper end."""

LEVEL = 0.95
"""How often an interval should hold the truth."""
_STEPS = 40
_CLOSE = 1e-9


def interval(centres: Array, scales: Array, weights: Array, freedom: float) -> Array:
    """The central 95 % of each mixture, as (mixtures, 2): its lower and its upper end.

    `centres` and `scales` are (mixtures, components), `weights` (components,) add up to 1.
    """
    tail = (1 - LEVEL) / 2
    # What is known without any error has an interval of its own point.
    scales = np.maximum(scales, 1e-14 * np.abs(centres).max(initial=0.0) + 1e-290)
    ends = [_quantile(p, centres, scales, weights, freedom) for p in (tail, 1 - tail)]
    return np.stack(ends, axis=1)


def t_quantile(freedom: float) -> float:
    """Half the width, in standard errors, of an interval from Student's t."""
    from scipy.special import stdtrit  # noqa: PLC0415 - a quarter of a second, late

    return float(stdtrit(freedom, (1 + LEVEL) / 2))


def _quantile(p: float, centres: Array, scales: Array, weights: Array, freedom: float) -> Array:
    """Newton's method inside a bracket: a mixture's quantile lies among its components'."""
    from scipy.special import stdtr, stdtrit  # noqa: PLC0415

    of_components = centres + scales * stdtrit(freedom, p)
    low, high = of_components.min(axis=1), of_components.max(axis=1)
    found: Array = of_components @ weights
    width = np.maximum(scales @ weights, np.finfo(float).tiny)
    for _step in range(_STEPS):
        x = (found[:, None] - centres) / scales
        below = stdtr(freedom, x) @ weights
        low, high = np.where(below < p, found, low), np.where(below < p, high, found)
        slope = (_density(x, freedom) / scales) @ weights
        better = found - (below - p) / slope
        better = np.where((better >= low) & (better <= high), better, (low + high) / 2)
        moved, found = np.abs(better - found), better
        if np.all(moved <= _CLOSE * width):
            break
    return found


def _density(x: Array, freedom: float) -> Array:
    from scipy.special import gammaln  # noqa: PLC0415

    log = gammaln((freedom + 1) / 2) - gammaln(freedom / 2) - 0.5 * np.log(freedom * np.pi)
    density: Array = np.exp(log - (freedom + 1) / 2 * np.log1p(x * x / freedom))
    return density
