"""Two assumptions at a time: the answer over a grid of both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crmroi.analysis.answers import ANSWERS
from crmroi.analysis.ranges import numeric, plausible_span, span
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array
from crmroi.model.batch import evaluate_batch

STEPS = 21


@dataclass(frozen=True, eq=False)
class HeatMap:
    """The answer at every pair of values: (down, across), NaN where it has no value."""

    scenario: Scenario
    across: str
    down: str
    across_values: Array
    down_values: Array
    npv: Array
    roi: Array
    break_even_month: Array
    model: str = FORMAT


def heat_map(scenario: Scenario, across: str, down: str, *, steps: int = STEPS) -> HeatMap:
    """The grid over the spans of two numeric assumptions, ends included, `steps` values of each.

    Of whole numbers there may be fewer. Raises ValueError where both are the same, ScenarioError
    for what holds no number.
    """
    if across == down:
        raise ValueError(f"two assumptions are needed, not {across!r} twice")
    values = {key: _values(scenario, key, steps) for key in (across, down)}
    rows, columns = np.meshgrid(values[down], values[across], indexing="ij")
    found = evaluate_batch(
        {down: rows.ravel(), across: columns.ravel()}, scenario, measures=ANSWERS
    )
    npv, roi, month = (found[name].reshape(rows.shape) for name in ANSWERS)
    return HeatMap(scenario, across, down, values[across], values[down], npv, roi, month)


def _values(scenario: Scenario, key: str, steps: int) -> Array:
    low, high = span(scenario, key)
    if low == high:  # certain, but a question is asked of it
        low, high = plausible_span(scenario, key)
    values = np.linspace(low, high, steps)
    return np.unique(np.rint(values)) if numeric(key).kind == "whole" else values
