"""The second slide: when it pays, as the curve of cumulative net cash."""

from __future__ import annotations

import numpy as np
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.slide import Slide
from pptx.util import Pt

from crmroi.charts import cash_words
from crmroi.charts.cash_places import worth_a_word
from crmroi.charts.outcome import horizon, measure
from crmroi.charts.theme import FILL, colours
from crmroi.charts.words import short_money, without_table
from crmroi.model import Projection
from crmroi.reports.deck import times
from crmroi.reports.deck.colour import rgb
from crmroi.reports.deck.marks import name_point
from crmroi.reports.deck.natives import Frame, Picture, add_picture, on_lines, paint, stroke
from crmroi.reports.deck.number_codes import money_code
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Column
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import SMALL, Style, tall, wide, write
from crmroi.text import _, month

_WORD = Style(14, bold=True)
_LINE = 2.75
"""Points."""
_EDGE = 0.1
"""The share of the months in which a word under its point would stand on the axis."""


def pays(talk: Talk) -> None:
    """Add the slide."""
    findings, chart = talk.findings, talk.findings.charts["cash"]
    projection = findings.projection
    scale = _scale(projection)
    subtitle = cash_words.subtitle(scale.step, projection.scenario.currency)
    page = talk.begin(chart.title, subtitle, [without_table(chart.alt), *chart.notes])
    foot = tall([(note, SMALL) for note in chart.notes], page.rest.width)
    box = page.rest._replace(height=page.rest.height - foot - 0.1)
    _draw(talk, page.slide, box, scale)
    write(
        page.slide,
        Box(box.x, box.y + box.height + 0.1, box.width, foot),
        [(note, SMALL) for note in chart.notes],
        name=_("Notes"),
    )


def _scale(projection: Projection) -> Scale:
    curve = projection.monthly["cumulative"]
    return Scale.around(min(float(curve.min()), 0.0), max(float(curve.max()), 0.0))


def _draw(talk: Talk, slide: Slide, box: Box, scale: Scale) -> None:
    projection, chart = talk.findings.projection, talk.findings.charts["cash"]
    code = money_code(scale.step, projection.scenario.currency)
    made_on = talk.findings.order.made_on
    sheet = times.sheet(horizon(projection), _columns(projection), code, made_on)
    last = float(projection.monthly["cumulative"][-1])
    end = short_money(last, projection.scenario.currency)
    words = scale.words(projection.scenario.currency)
    plot = times.plot(box, words, right=wide(end, _WORD) + 0.25)
    picture = add_picture(slide, XL_CHART_TYPE.AREA, sheet, Frame(box, plot, scale), chart)
    on_lines(picture.native, 1)
    times.along(picture.native, horizon(projection))
    _colour(picture)
    _mark(picture, projection, end)


def _columns(projection: Projection) -> list[Column]:
    """Return the curve, and what of it lies below and above zero."""
    curve = projection.monthly["cumulative"]
    return [
        Column(_("Cumulative net"), curve.tolist()),
        Column(_("Below zero"), np.minimum(curve, 0.0).tolist(), "=MIN(B{row},0)"),
        Column(_("Above zero"), np.maximum(curve, 0.0).tolist(), "=MAX(B{row},0)"),
    ]


def _colour(picture: Picture) -> None:
    light, native = colours("light"), picture.native
    areas, lines = native.plots
    for series, token in zip(areas.series, ("cost", "gain"), strict=True):
        paint(series, light[token], opacity=FILL)
    [curve] = lines.series
    stroke(curve, light["net"], _LINE)


def _mark(picture: Picture, projection: Projection, end: str) -> None:
    """Name the end, the month that breaks even, and the lowest point where it is deep."""
    light = colours("light")
    [curve] = picture.native.plots[1].series
    values = projection.monthly["cumulative"]
    last, lowest = len(values) - 1, int(values.argmin())
    name_point(curve.points[last], end, _WORD, XL_LABEL_POSITION.RIGHT)
    when = measure(projection, "break_even_month")
    if when:
        point = curve.points[int(when)]
        point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 11
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.rgb = rgb(light["page"])
        point.marker.format.line.color.rgb = rgb(light["net"])
        point.marker.format.line.width = Pt(_LINE)
        said = _("Break-even: {month}", month=month(when))
        name_point(point, said, _WORD, XL_LABEL_POSITION.RIGHT, down=0.05)
    if worth_a_word(values, picture.scale.high - picture.scale.low) and lowest != last:
        depth = short_money(float(values[lowest]), projection.scenario.currency)
        said = _("Lowest: {x}", x=depth)
        early = lowest < last * _EDGE
        position = XL_LABEL_POSITION.RIGHT if early else XL_LABEL_POSITION.BELOW
        name_point(curve.points[lowest], said, _WORD, position)
