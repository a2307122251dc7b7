"""Gains and costs of each year, by what a finance director asks: cash, time, intangible, hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from crmroi.charts.scale import Series
from crmroi.model.lines import LINES, Line
from crmroi.model.projection import Projection
from crmroi.text import N_


@dataclass(frozen=True)
class Bucket:
    """One colour of the bars: which lines it holds, how it is drawn, what it is called."""

    name: str
    sign: int
    label: str
    short_label: str
    fill: str
    """A colour's name in the theme."""
    edge: str
    """The colour of its edge and, if dark enough to read, of its label."""
    shape: str = ""
    """Its pattern."""

    def holds(self, line: Line) -> bool:
        """Tell whether a line belongs here; a hidden cost is hidden before all else."""
        return self.name == ("hidden" if line.hidden else f"{line.side} {line.kind}")


BUCKETS: tuple[Bucket, ...] = (
    Bucket("gain cash", 1, N_("Cash gained"), N_("Cash"), "gain", "gain"),
    Bucket("gain time", 1, N_("Time saved"), N_("Time"), "gain-time", "gain"),
    Bucket(
        "gain intangible", 1, N_("Intangibles"), N_("Intangible"), "intangible", "intangible", "."
    ),
    Bucket("cost cash", -1, N_("Cash spent"), N_("Cash"), "cost", "cost"),
    Bucket("cost time", -1, N_("Time spent"), N_("Time"), "cost-time", "cost"),
    Bucket("hidden", -1, N_("Hidden costs"), N_("Hidden"), "hidden", "hidden", "/"),
)
"""From zero outwards on each side."""

_LINES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {bucket.name: tuple(line.name for line in LINES if bucket.holds(line)) for bucket in BUCKETS}
)


def buckets_by_year(projection: Projection) -> dict[str, Series]:
    """Return each bucket's amount at the decision and in each year, positive as a rule."""
    lines = projection.lines
    return {
        name: projection.by_year(np.sum([lines[line] for line in names], axis=0))
        for name, names in _LINES_OF.items()
    }


def net_by_year(projection: Projection) -> Series:
    """Return the net flow at the decision and in each year."""
    return projection.by_year(projection.monthly["net"])
