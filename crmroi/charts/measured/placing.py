"""Words inside the picture: the go-live beside its line, the mean before clear of the points."""

from __future__ import annotations

import numpy as np

from crmroi.charts import template
from crmroi.charts.labels import text_width
from crmroi.charts.measured.history import History
from crmroi.charts.measured.series_words import before_texts
from crmroi.charts.placing import Plot, beside, close_by
from crmroi.charts.scale import Axis, Series
from crmroi.charts.traces import Spots
from crmroi.text import _

_STARTS = (0.0, 0.3, 0.6)
"""Where along its line the words are tried, as shares of its length."""
_BELOW = 11
"""Pixels from the upper end of the plot to the middle of the words there: no point is so high."""
_LATE = 0.6
"""From this share of the months on, the word "Go-live" stands left of its line."""
_GAP = 8
"""Pixels between two words, and between a word and the go-live line."""


def go_live_word(shown: History, y: Axis) -> Spots:
    """Return the word beside the upper end of the go-live line, on the side where there is room."""
    place = shown.go_live
    side = "middle left" if place is not None and _is_late(shown, place) else "middle right"
    text = "" if place is None else _("Go-live")
    return _spots(place, None if place is None else _top(y), text, side)


def before_word(shown: History, y: Axis, width: float) -> Spots:
    """Return the words of the mean before, in a plot `width` pixels wide; empty without one.

    They stand close to its line where that is free of points, else left of the go-live above all
    points, there perhaps the value alone, without its unit where that is the subtitle's, else at
    the line over the points.
    """
    if shown.before is None:
        return _spots(None, None, "", "top right")
    text, *shorter = before_texts(shown)
    plot = Plot(shown.calendar.span(), y, width, template.LEAST_PLOT_HEIGHT)
    first, last = max(shown.before.first - 0.5, plot.x.low), shown.before.last + 0.5
    points = [(first + share * (last - first), shown.before.level) for share in _STARTS]
    tried = (close_by(text, point, plot, [_filled(shown)], []) for point in points)
    place = next((found for found in tried if found), None)
    if place is None:
        for words in (text, *shorter):
            above = _above(shown, plot, words)
            if above is not None:
                return _spots(round(above, 2), _top(y), f"<b>{words}</b>", "middle left")
    place = place or beside(text, points[0], plot, [], [])
    return _spots(round(place.x, 2), float(f"{place.y:.5g}"), f"<b>{text}</b>", place.side)


def _above(shown: History, plot: Plot, text: str) -> float | None:
    """Return where words left of the go-live line end; None without room for them."""
    if shown.go_live is None:
        return None
    end = plot.x.pixels(shown.go_live, plot.width) - _GAP
    if _is_late(shown, shown.go_live):
        end -= text_width(_("Go-live")) + _GAP
    return plot.x.value(end, plot.width) if end > text_width(text, bold=True) else None


def _is_late(shown: History, place: float) -> bool:
    return place > _LATE * len(shown.months.months)


def _top(y: Axis) -> float:
    length = template.LEAST_PLOT_HEIGHT
    return y.value(length - _BELOW, length)


def _spots(x: float | None, y: float | None, text: str, side: str) -> Spots:
    return {"x": [x], "y": [y], "text": [text], "textposition": [side]}


def _filled(shown: History) -> Series:
    """Return the months' values, gaps bridged, to keep words off them."""
    values = np.array([np.nan if v is None else v for v in shown.months.values])
    there = np.flatnonzero(~np.isnan(values))
    bridged: Series = np.interp(np.arange(len(values)), there, values[there])
    return bridged
