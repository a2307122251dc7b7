"""A KPI's months as a native chart: points, means on both sides of the go-live, what was expected.

The go-live and the words at the means are shapes over it, where its plot is known to stand.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Pt

from crmroi.charts import Chart
from crmroi.charts.measured.amounts import axis_word, least_step
from crmroi.charts.measured.history import History
from crmroi.charts.measured.series import BAND, MEAN
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, NORMAL
from crmroi.reports.deck.colour import faded, rgb
from crmroi.reports.deck.history_columns import band, lines
from crmroi.reports.deck.history_words import end_words, name_ends, name_start
from crmroi.reports.deck.natives import (
    TYPE,
    Frame,
    Picture,
    add_picture,
    name_every,
    on_lines,
    paint,
    stroke,
)
from crmroi.reports.deck.number_codes import unit_code
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Sheet
from crmroi.reports.deck.writing import wide
from crmroi.text.calendar_months import calendar_month

_POINT, _HOLLOW = 7, 0.3
"""The size of a point; how much of its colour is left inside one that is hollow."""
_LEFT, _TOP, _FOOT, _GAP = 0.15, 0.05, 0.4, 0.15
"""Inches kept free beside the words of the axis, above and under the plot, between its words."""


def draw_history(slide: Slide, box: Box, shown: History, chart: Chart, made_on: date) -> None:
    """Draw the months; `chart` are the same on screen, whose words those who hear it are told."""
    scale = _scale(shown)
    currency = shown.setting.currency
    words = [axis_word(end, shown.unit, currency) for end in (scale.low, scale.high)]
    left = max(wide(word, TYPE) for word in words) + _LEFT
    right = max((wide(text, style) for text, _at, style in end_words(shown)), default=0.0) + _GAP
    plot = Box(box.x + left, box.y + _TOP, box.width - left - right, box.height - _TOP - _FOOT)
    every, named = _named(shown, plot.width)
    code = unit_code(scale.step, axis_word(1.0, shown.unit, currency), shown.unit, currency)
    drawn, filled = lines(shown), band(shown)
    months = [calendar_month(month) for month in shown.months.months]
    sheet = Sheet(named, [*drawn, *filled], code, made_on, months=months)
    kind = XL_CHART_TYPE.COLUMN_STACKED if filled else XL_CHART_TYPE.LINE_MARKERS
    picture = add_picture(slide, kind, sheet, Frame(box, plot, scale), chart)
    if filled:
        on_lines(picture.native, len(drawn))
    name_every(picture.native, every)
    _colour(picture, shown)
    name_start(slide, picture, shown)
    name_ends(slide, picture, shown)


def _scale(shown: History) -> Scale:
    low, high = shown.span
    least = 4 * least_step(shown.unit, high - low)
    return Scale.around(low, high, least=least)


def _named(shown: History, width: float) -> tuple[int, list[str]]:
    """Return after how many months one is named, and the names; "" for the others."""
    count = len(shown.months.months)

    def fits(word: str, months: int) -> bool:
        return wide(word, TYPE) + _GAP <= months * width / count

    every, words = shown.calendar.even_ticks(fits)
    return every, [words[at // every] if at % every == 0 else "" for at in range(count)]


def _colour(picture: Picture, shown: History) -> None:
    light = colours("light")
    *columns, drawn = picture.native.plots
    before, after = light["without"], light["with"]
    expected, *means, earlier, later, low, high = drawn.series
    stroke(expected, before, NORMAL, MSO_LINE.DASH)
    for series, ink in zip(means, (before, after), strict=True):
        stroke(series, ink, NORMAL, opacity=MEAN)
    for series, ink in ((earlier, before), (later, after)):
        _dot(series, ink, shown.left_out)
    for series, ink in ((low, before), (high, after)):
        stroke(series, ink, BOLD)
    for plot in columns:
        _fill(plot, before)


def _dot(series: Any, ink: str, hollow: frozenset[int]) -> None:
    """Draw points, those that are part of no window hollow.

    Not all of their ink is gone: LibreOffice draws no edges, so that they would be unseen there.
    """
    pale = faded(ink, colours("light")["page"], _HOLLOW)
    stroke(series, ink, 1.0)
    series.format.line.fill.background()
    _mark(series.marker, ink, ink)
    for at in sorted(hollow):
        if series.values[at] is not None:
            point = series.points[at]
            _mark(point.marker, ink, pale, _POINT - 1)
            point.format.line.fill.background()


def _mark(marker: Any, edge: str, fill: str, size: int = _POINT) -> None:
    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, size
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb(fill)
    marker.format.line.color.rgb = rgb(edge)
    marker.format.line.width = Pt(1.5)


def _fill(plot: Any, ink: str) -> None:
    """Paint the columns of the band; what they stand on is unseen."""
    plot.gap_width, plot.overlap = 0, 100
    foot, *filled = plot.series
    foot.format.fill.background()
    foot.format.line.fill.background()
    for series in filled:
        series.invert_if_negative = False
        paint(series, ink, opacity=BAND)
        series.format.line.fill.background()
