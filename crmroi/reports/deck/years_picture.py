"""Gains and costs of each year as native columns: gains up, costs down, the net as a diamond."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.slide import Slide
from pptx.util import Pt

from crmroi.charts.labels import dodge
from crmroi.charts.theme import colours
from crmroi.charts.yearly import BUCKETS, Bucket, buckets_by_year, net_by_year
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.natives import (
    TYPE,
    Frame,
    Picture,
    add_picture,
    name_every,
    on_lines,
    paint,
)
from crmroi.reports.deck.number_codes import money_code
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Column, Sheet
from crmroi.reports.deck.writing import LINE, Style, wide, write
from crmroi.reports.findings import Findings
from crmroi.text import _, number

_NAME = Style(13)
_LEFT, _FOOT, _GAP = 0.15, 0.4, 0.12
"""Inches kept free beside the words of the axis, under the plot, and beside the last column."""


def draw_years(findings: Findings, slide: Slide, box: Box) -> float:
    """Draw the columns and return the step of their axis.

    What has no amount in any year is left out.
    """
    projection, chart = findings.projection, findings.charts["years"]
    amounts = buckets_by_year(projection)
    shown = [bucket for bucket in BUCKETS if amounts[bucket.name].any()]
    signed = [bucket.sign * amounts[bucket.name] for bucket in shown]
    net = net_by_year(projection)
    up = np.sum([np.maximum(each, 0.0) for each in signed], axis=0) if signed else net
    down = np.sum([np.minimum(each, 0.0) for each in signed], axis=0) if signed else net
    scale = Scale.around(min(float(down.min()), 0.0), max(float(up.max()), 0.0))
    code = money_code(scale.step, projection.scenario.currency)
    names = [_(bucket.label) for bucket in shown]
    columns = [Column(_("Net"), net.tolist())]
    columns += [Column(*pair) for pair in zip(names, (s.tolist() for s in signed), strict=True)]
    years = [_("now"), *(number(year) for year in range(1, len(net)))]
    sheet = Sheet(years, columns, code, findings.order.made_on)
    left = max(wide(word, _NAME) for word in scale.words(projection.scenario.currency)) * 14 / 13
    right = max(wide(name, _NAME) for name in [*names, _("Net")]) + _GAP
    plot = Box(box.x + left + _LEFT, box.y + 0.1, box.width - left - _LEFT - right,
               box.height - 0.1 - _FOOT)  # fmt: skip
    kind = XL_CHART_TYPE.COLUMN_STACKED
    picture = add_picture(slide, kind, sheet, Frame(box, plot, scale), chart)
    on_lines(picture.native, 1)
    if wide(years[0], TYPE) > plot.width / len(years):
        name_every(picture.native, 2)
    _colour(picture, shown)
    _name(slide, picture, shown, [float(each[-1]) for each in signed], float(net[-1]))
    return scale.step


def _colour(picture: Picture, shown: Sequence[Bucket]) -> None:
    light = colours("light")
    columns, lines = picture.native.plots
    columns.gap_width, columns.overlap = 80, 100
    for series, bucket in zip(columns.series, shown, strict=True):
        paint(series, light[bucket.fill], bucket.shape)
        series.invert_if_negative = False
    [net] = lines.series
    net.format.line.fill.background()
    net.marker.style, net.marker.size = XL_MARKER_STYLE.DIAMOND, 11
    net.marker.format.fill.solid()
    net.marker.format.fill.fore_color.rgb = rgb(light["net"])
    net.marker.format.line.color.rgb = rgb(light["page"])
    net.marker.format.line.width = Pt(1.5)


def _name(
    slide: Slide, picture: Picture, shown: Sequence[Bucket], last: Sequence[float], net: float
) -> None:
    """Write the names beside the last year's columns, each where its colour lies."""
    ends = [(_("Net"), net, Style(_NAME.size, "net", bold=True))]
    reach = {1: 0.0, -1: 0.0}
    for bucket, amount in zip(shown, last, strict=True):
        side = 1 if amount > 0 or (amount == 0 and bucket.sign > 0) else -1
        middle = reach[side] + amount / 2
        reach[side] += amount
        token = "gain" if bucket.sign > 0 else "cost"
        ends.append((_(bucket.label), middle, Style(_NAME.size, token)))
    plot, high = picture.plot, LINE * _NAME.size / 72
    middles = [picture.down(value) - plot.y for _text, value, _style in ends]
    places = dodge([72 * at for at in middles], [72 * high] * len(ends), 72 * plot.height)
    for (text, _value, style), place in zip(ends, places, strict=True):
        box = Box(plot.x + plot.width + _GAP / 2, plot.y + place / 72 - high / 2,
                  wide(text, style) + 0.1, high)  # fmt: skip
        write(slide, box, [(text, style)], anchor="middle", name=text)
