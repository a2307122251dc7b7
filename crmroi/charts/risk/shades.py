"""What the cells of a grid are worth: which of them pay, and which of ten shades each has."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from types import MappingProxyType

import numpy as np

from crmroi.analysis.heat_map import HeatMap
from crmroi.charts.scale import Series
from crmroi.charts.theme import colours

DIVERGING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "light": (
            "#8F3200", "#B45523", "#D9793F", "#E9AA85", "#F6D9C6",
            "#CFE9E4", "#92C7BD", "#4FA698", "#2D8274", "#005F52",
        ),
        "dark": (
            "#FFB585", "#DC8A59", "#B9602C", "#77452A", "#3A2A22",
            "#1C3330", "#265D55", "#2B8A7C", "#54B6A6", "#7BE3D2",
        ),
    }
)  # fmt: skip
"""Ten steps from loss to gain: the sixth is the first above zero."""
STEPS = 5
"""Shades on either side of zero."""
_NEVER = -0.5
"""A cell that never pays back is drawn in the middle shade of a loss: there is no less and more."""


def scores(found: HeatMap, measure: str) -> Series:
    """Return how good each cell is: at least 0 where it pays, NaN where the measure has no value.

    NPV in money, ROI as a share; of months, the share of the latest one that a cell is earlier.
    """
    if measure == "npv":
        return found.npv
    if measure == "roi":
        return found.roi
    months = found.break_even_month
    return np.where(np.isnan(months), _NEVER, 1 - months / (latest(found) + 1))


def crossing(found: HeatMap, measure: str) -> Series:
    """Return what is zero where a case just pays: months jump there, but net cash does not."""
    return found.npv if measure == "npv" else found.roi


def latest(found: HeatMap) -> float:
    """Return the latest month in which a cell pays back, 0 where none does."""
    return float(np.nanmax(found.break_even_month, initial=0.0))


def step(found: HeatMap, measure: str) -> float:
    """Return how much one shade is, in the unit of the scores."""
    if measure == "break_even_month":
        return 1 / STEPS
    return (float(np.nanmax(np.abs(scores(found, measure)), initial=0.0)) or 1.0) / STEPS


def fills(found: HeatMap, measure: str, theme: str) -> list[str]:
    """Return the colour of each cell, row by row; one without a value has that of an empty page."""
    size, none = step(found, measure), colours(theme)["panel"]
    values = scores(found, measure).ravel().tolist()
    return [none if isnan(value) else _fill(value, size, theme) for value in values]


def _fill(score: float, size: float, theme: str) -> str:
    shade = min(int(abs(score) / size), STEPS - 1)
    return DIVERGING[theme][STEPS + shade if score >= 0 else STEPS - 1 - shade]
