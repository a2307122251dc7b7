"""From gains to net gain as native bars that lie: each begins where the one above it ends.

A bar that begins away from zero stands on one that is not painted, as in every office; one that
crosses zero is two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.slide import Slide

from crmroi.charts import Chart
from crmroi.charts.balance import balance
from crmroi.charts.outcome import metric
from crmroi.charts.theme import colours
from crmroi.charts.waterfall import FILLS
from crmroi.reports.deck.marks import name_point
from crmroi.reports.deck.natives import TYPE, Frame, Picture, add_picture, from_top, paint
from crmroi.reports.deck.number_codes import money_code
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Column, Sheet
from crmroi.reports.deck.writing import Style, wide
from crmroi.reports.findings import Findings
from crmroi.text import _

_WORD = Style(13)
_FOOT, _GAP, _PAD, _APART = 0.4, 0.15, 0.2, 0.1
_MOST_STEPS = 5
"""On the axis: its words stand beside each other."""


@dataclass(frozen=True)
class _Bar:
    name: str
    low: float
    high: float
    fill: str
    word: str

    @property
    def foot(self) -> float:
        """Where it begins beside zero: what it stands on."""
        return max(self.low, 0.0) + min(self.high, 0.0)

    @property
    def above(self) -> float:
        """What of it lies above zero."""
        return max(self.high, 0.0) - max(self.low, 0.0)

    @property
    def below(self) -> float:
        """What of it lies below zero, negative."""
        return min(self.low, 0.0) - min(self.high, 0.0)

    @property
    def leftward(self) -> bool:
        """Whether its word stands at its left."""
        return self.high <= 0


def draw_themes(findings: Findings, slide: Slide, box: Box) -> float:
    """Draw the bars, gains first, the net gain last; return the step of their axis."""
    chart, currency = findings.charts["waterfall"], findings.projection.scenario.currency
    bars = _bars(findings, chart)
    left = max(wide(bar.name, TYPE) for bar in bars) + _GAP
    plot = Box(box.x + left, box.y + 0.05, box.width - left - 0.05, box.height - 0.05 - _FOOT)
    scale, rooms = _scale(bars, plot.width, currency)
    code = money_code(scale.step, currency)
    columns = [
        Column(_("Begins at"), [bar.foot for bar in bars]),
        Column(_("Amount above zero"), [bar.above for bar in bars]),
        Column(_("Amount below zero"), [bar.below for bar in bars]),
        Column(
            _("Room for the label"),
            [-room if bar.leftward else room for bar, room in zip(bars, rooms, strict=True)],
        ),
    ]
    sheet = Sheet([bar.name for bar in bars], columns, code, findings.order.made_on)
    kind = XL_CHART_TYPE.BAR_STACKED
    picture = add_picture(slide, kind, sheet, Frame(box, plot, scale), chart)
    from_top(picture.native)
    _colour(picture, bars)
    return scale.step


def _bars(findings: Findings, chart: Chart) -> list[_Bar]:
    """Return the bars in full digits, with the words and colours of our own picture."""
    projection = findings.projection
    amounts = [entry.amount for entry in balance(projection)]
    ends = list(accumulate(amounts, initial=0.0))
    pairs = [*pairwise(ends), (0.0, metric(projection, "net_gain"))]
    names = chart.figure["layout"]["yaxis"]["ticktext"]
    drawn = {
        row: (fill, word)
        for fill, trace in zip(FILLS, chart.figure["data"], strict=True)
        for row, word in zip(trace["y"], trace["text"], strict=True)
    }
    return [
        _Bar(name, min(pair), max(pair), drawn[row][0], _plain(drawn[row][1]))
        for row, (name, pair) in enumerate(zip(names, pairs, strict=True))
    ]


def _plain(word: str) -> str:
    return word.replace("<b>", "").replace("</b>", "")


def _scale(bars: Sequence[_Bar], width: float, currency: str) -> tuple[Scale, list[float]]:
    """Return the axis with room for every word, and the room of each in its unit."""
    shares = [min((wide(bar.word, _WORD) + _PAD) / width, 0.4) for bar in bars]
    worded = list(zip(bars, shares, strict=True))
    low, high = min(0.0, *(bar.low for bar in bars)), max(0.0, *(bar.high for bar in bars))
    left, right = low, high
    for _round in range(8):  # the room for a word is a share of the axis that it widens
        span = right - left
        left = min(low, *(bar.low - span * share * bar.leftward for bar, share in worded))
        right = max(high, *(bar.high + span * share * (not bar.leftward) for bar, share in worded))

    def fits(scale: Scale) -> bool:  # a word that is wider is turned
        widest = max(wide(each, TYPE) for each in scale.words(currency))
        return (widest + _APART) * scale.steps <= width

    scale = Scale.around(left, right, _MOST_STEPS, fits)
    return scale, [share * (scale.high - scale.low) for share in shares]


def _colour(picture: Picture, bars: Sequence[_Bar]) -> None:
    light = colours("light")
    [plot] = picture.native.plots
    plot.gap_width, plot.overlap = 35, 100
    foot, above, below, room = plot.series
    for unseen in (foot, room):
        unseen.format.fill.background()
        unseen.format.line.fill.background()
    for series in (above, below):
        series.invert_if_negative = False
        for at, bar in enumerate(bars):
            paint(series.points[at], light[bar.fill], FILLS[bar.fill])
    for at, bar in enumerate(bars):
        style = Style(_WORD.size, bold=bar.fill == "net")
        name_point(room.points[at], bar.word, style, XL_LABEL_POSITION.INSIDE_BASE)
