"""The slide of the part "compare": each scenario's curve, and the measures of all."""

from __future__ import annotations

from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide

from crmroi.analysis.comparison import Comparison
from crmroi.charts import cash_words
from crmroi.charts.compare import curves, measure_rows, opening
from crmroi.charts.labels import dodge
from crmroi.charts.outcome import horizon
from crmroi.charts.theme import SCENARIO_COLOURS
from crmroi.charts.words import short_money, without_table
from crmroi.reports.deck import times
from crmroi.reports.deck.grids import add_grid, row_heights
from crmroi.reports.deck.natives import Frame, Picture, add_picture, stroke
from crmroi.reports.deck.number_codes import money_code
from crmroi.reports.deck.paper import INNER, Box
from crmroi.reports.deck.scale import Scale
from crmroi.reports.deck.sheet import Column
from crmroi.reports.deck.strokes import straight
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import LINE, Style, wide, write
from crmroi.reports.plain import plain
from crmroi.text import _

DASHES = (
    None, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT, MSO_LINE.LONG_DASH,
)  # fmt: skip
"""Each scenario's own dash, in the order of its colours."""
_NAME = Style(13)
_LETTERS = 26
"""Of a name at the end of a curve or over a column."""
_SWATCH, _GAP = 0.22, 0.1
_FIRST = 2.4
"""Inches of the table's first column."""


def side_by_side(talk: Talk) -> None:
    """Add the slide, where there is something to compare."""
    found = talk.findings.comparison
    if found is None:
        return
    chart = curves(found)
    scale = _scale(found)
    currency = found.scenarios[0].currency
    notes = [
        opening(found),
        without_table(chart.alt),
        *chart.notes,
        *(w.message for w in found.warnings),
    ]
    subtitle = cash_words.subtitle(scale.step, currency)
    page = talk.begin(chart.title, subtitle, notes)
    rows, strong = _table(found)
    widths = [_FIRST] + [(INNER - _FIRST) / len(found.members)] * len(found.members)
    high = sum(row_heights(rows, widths, strong=strong))
    rest = page.rest
    picture = _draw(talk, found, page.slide, rest._replace(height=rest.height - high - 0.2), scale)
    _name_ends(page.slide, picture, found)
    box = rest._replace(y=rest.y + rest.height - high, height=high)
    add_grid(page.slide, box, rows, shares=widths, name=_("Measures of each scenario"),
             strong=strong)  # fmt: skip


def _scale(found: Comparison) -> Scale:
    series = [member.projection.monthly["cumulative"] for member in found.members]
    lowest = min(0.0, *(float(each.min()) for each in series))
    return Scale.around(lowest, max(0.0, *(float(each.max()) for each in series)))


def _draw(talk: Talk, found: Comparison, slide: Slide, box: Box, scale: Scale) -> Picture:
    currency = found.scenarios[0].currency
    years = max(horizon(member.projection) for member in found.members)
    columns = []
    for member in found.members:
        curve = member.projection.monthly["cumulative"].tolist()
        columns.append(Column(member.name, [*curve, *[None] * (12 * years + 1 - len(curve))]))
    made_on = talk.findings.order.made_on
    code = money_code(scale.step, currency)
    sheet = times.sheet(years, columns, code, made_on)
    right = max(wide(text, _NAME) for text in _end_words(found)) + _SWATCH + 2 * _GAP
    plot = times.plot(box, scale.words(currency), right=right)
    picture = add_picture(slide, XL_CHART_TYPE.LINE, sheet, Frame(box, plot, scale), curves(found))
    times.along(picture.native, years)
    for member, series in zip(found.members, picture.native.plots[0].series, strict=True):
        stroke(series, _colour(member.number), 2.5, DASHES[member.number])
    return picture


def _colour(number: int) -> str:
    return SCENARIO_COLOURS["light"][number]


def _end_words(found: Comparison) -> list[str]:
    """Return each curve's name and what it ends at."""
    currency = found.scenarios[0].currency
    ends = (float(member.projection.monthly["cumulative"][-1]) for member in found.members)
    return [
        f"{plain(member.name, _LETTERS)} {short_money(end, currency)}"
        for member, end in zip(found.members, ends, strict=True)
    ]


def _name_ends(slide: Slide, picture: Picture, found: Comparison) -> None:
    """Write the names at the ends of the curves, each beside a stroke in its colour."""
    plot, high = picture.plot, LINE * _NAME.size / 72
    ends = [float(member.projection.monthly["cumulative"][-1]) for member in found.members]
    middles = [72 * (picture.down(end) - plot.y) for end in ends]
    places = dodge(middles, [72 * high] * len(ends), 72 * plot.height)
    x = plot.x + plot.width + _GAP
    for member, text, place in zip(found.members, _end_words(found), places, strict=True):
        y = plot.y + place / 72
        start, end = (x, y), (x + _SWATCH, y)
        straight(slide, start, end, _colour(member.number), 2.5, name=member.name)
        box = Box(x + _SWATCH + _GAP / 2, y - high / 2, wide(text, _NAME) + 0.05, high)
        write(slide, box, [(text, _NAME)], anchor="middle", name=member.name)


def _table(found: Comparison) -> tuple[list[list[str]], frozenset[tuple[int, int]]]:
    """Return the rows of the table, and its best values."""
    measured = measure_rows(found)
    heads = ["", *(plain(member.name, _LETTERS) for member in found.members)]
    rows = [heads, *([row.label, *row.values] for row in measured)]
    strong = {(at, 1 + place) for at, row in enumerate(measured, start=1) for place in row.best}
    return rows, frozenset(strong)
