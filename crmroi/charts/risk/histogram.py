"""The NPVs drawn, counted in bins that split at zero."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from crmroi.analysis.simulation import Simulation
from crmroi.charts.scale import Series

BINS = 30


@dataclass(frozen=True)
class Histogram:
    """Bins with an edge at zero: `edges` (bins + 1,), `counts` (bins,)."""

    edges: Series
    counts: Series

    @property
    def width(self) -> float:
        """The width of a bin."""
        return float(self.edges[1] - self.edges[0])


def histogram(simulation: Simulation) -> Histogram:
    """Count the NPVs drawn in some thirty bins of which none reaches over zero."""
    values = simulation.npv_of_draws
    low, high = float(values.min()), float(values.max())
    width = (high - low) / BINS or max(abs(low) / BINS, 1.0)
    first, last = floor(low / width), max(ceil(high / width), floor(low / width) + 1)
    if low == high:  # one bar, in the middle of what there might have been
        first, last = first - BINS // 2, last + BINS // 2
    edges = width * np.arange(first, last + 1)
    edges[0], edges[-1] = min(edges[0], low), max(edges[-1], high)
    counts, _edges = np.histogram(values, edges)
    return Histogram(edges.astype(np.float64), counts.astype(np.float64))
