"""Where the mean before the go-live is written: at its line, clear of the points."""

from __future__ import annotations

import numpy as np

from crmroi.charts import template
from crmroi.charts.measured.history import History
from crmroi.charts.measured.series_words import before_text
from crmroi.charts.placing import Plot, beside, close_by
from crmroi.charts.scale import Axis, Series
from crmroi.charts.traces import Spots

_STARTS = (0.0, 0.3, 0.6)
"""Where along its line the words are tried, as shares of its length."""


def before_word(shown: History, y: Axis, width: float) -> Spots:
    """Return the words of the mean before, in a plot `width` pixels wide; empty without one."""
    if shown.before is None:
        return {"x": [None], "y": [None], "text": [""], "textposition": ["top right"]}
    text = before_text(shown)
    plot = Plot(shown.calendar.span(), y, width, template.LEAST_PLOT_HEIGHT)
    first, last = max(shown.before.first - 0.5, plot.x.low), shown.before.last + 0.5
    points = [(first + share * (last - first), shown.before.level) for share in _STARTS]
    lines = [_filled(shown)]
    tried = (close_by(text, point, plot, lines, []) for point in points)
    place = next((found for found in tried if found), None)
    place = place or beside(text, points[0], plot, [], [])  # at its line, over the points
    return {
        "x": [round(place.x, 2)],
        "y": [float(f"{place.y:.5g}")],
        "text": [f"<b>{text}</b>"],
        "textposition": [place.side],
    }


def _filled(shown: History) -> Series:
    """Return the months' values, gaps bridged, to keep words off them."""
    values = np.array([np.nan if v is None else v for v in shown.months.values])
    there = np.flatnonzero(~np.isnan(values))
    bridged: Series = np.interp(np.arange(len(values)), there, values[there])
    return bridged
