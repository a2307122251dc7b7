"""Quantiles of many draws, with linear interpolation between neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from crmroi.model.arrays import Array

PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
"""The percentages of draws below each quantile that is told."""


@dataclass(frozen=True)
class Spread:
    """How a measure spreads over the draws that have a value of it; None where none has one."""

    mean: float | None
    percentiles: Mapping[int, float | None]
    """By the percentage of draws that lie below: those of `PERCENTILES`."""
    without_value: int
    """Draws for which the measure has no value."""


def spread(values: Array) -> Spread:
    """The spread of a measure, (draws,), NaN where it has no value. The order may be lost."""
    known = values[~np.isnan(values)]
    missing = len(values) - len(known)
    if not len(known):
        return Spread(None, MappingProxyType(dict.fromkeys(PERCENTILES)), missing)
    mean = float(known.mean())
    known.sort()
    found = {percent: float(quantile(known, percent)) for percent in PERCENTILES}
    return Spread(mean, MappingProxyType(found), missing)


def quantile(ordered: Array, percent: float) -> Array:
    """The value below which this percentage of draws lies; draws along the last axis, sorted."""
    place = percent / 100.0 * (ordered.shape[-1] - 1)
    before = int(place)
    low = ordered[..., before]
    high = ordered[..., min(before + 1, ordered.shape[-1] - 1)]
    return np.asarray(np.minimum(low + (place - before) * (high - low), high))
