"""The change adjusted for trend and season, and what the months would have been without it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from crmroi.measure.change.line import Line, exponential
from crmroi.measure.change.regression import Season
from crmroi.measure.results import Adjusted
from crmroi.measure.windows import Sides
from crmroi.text import N_

_METHODS: Mapping[tuple[Season, bool], str] = {
    ("", False): N_("trend and step; AR(1) errors"),
    ("", True): N_("trend and step, on logarithms; AR(1) errors"),
    ("harmonics", False): N_("trend, two yearly harmonics and step; AR(1) errors"),
    ("harmonics", True): N_("trend, two yearly harmonics and step, on logarithms; AR(1) errors"),
    ("months", False): N_("trend, months of the year and step; AR(1) errors"),
    ("months", True): N_("trend, months of the year and step, on logarithms; AR(1) errors"),
}


def adjusted(line: Line, sides: Sides) -> Adjusted:
    """The step as a change of the KPI, and the months since go-live without it.

    The change is of the mean level after go-live; relative, of what that would have been.
    """
    step, ends = line.step()
    after = [month for month in sides.after if month in line.months]
    level = float(line.levels(after, step=True).mean())
    months = line.predictable(sides.live)
    low, high = (_change(end, level, logs=line.series.logs) for end in ends)
    change, relative = _change(step, level, logs=line.series.logs)
    bounds = None if low[1] is None or high[1] is None else (low[1], high[1])
    return Adjusted(
        change=change,
        change_relative=relative if bounds else None,
        interval=(low[0], high[0]),
        interval_relative=bounds,
        method=_METHODS[line.season, line.series.logs],
        n=len(line.months),
        months=months,
        counterfactual=tuple(line.levels(months, step=False).tolist()),
        band=tuple((float(a), float(b)) for a, b in line.bands(months)),
    )


def _change(step: float, level: float, *, logs: bool) -> tuple[float, float | None]:
    """A step as a change, absolute and relative, from the level reached with it.

    From there, not from the level without: the months after go-live say the former surely, and the
    latter is as unsure as the step itself. None where the level without is not above 0.
    """
    if logs:
        factor = float(exponential(np.array(step)))
        return level * (1 - 1 / factor), factor - 1
    return step, step / (level - step) if level > step else None
