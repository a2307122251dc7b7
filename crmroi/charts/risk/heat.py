"""Two assumptions at a time: a measure over a grid, in colours split at zero.

The cells are bars one unit wide and one unit high: the basic build of plotly.js has no heat map
(see docs/decisions/0008).
"""

from __future__ import annotations

import numpy as np

from crmroi.analysis.heat_map import HeatMap
from crmroi.analysis.ranges import number_of
from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.risk import heat_words as said
from crmroi.charts.risk.contour import PLOT, word_beside, zero_line
from crmroi.charts.risk.naming import value
from crmroi.charts.risk.shades import crossing, fills
from crmroi.charts.scale import Series
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, Spots, line, words
from crmroi.text import _

HEIGHT, NARROW_HEIGHT = 420, 320
_TICKS, _NARROW_TICKS = 5, 3
_RIGHT = 24
WORD = "3"
"""The number of the trace that holds the word beside the line."""


def heat(found: HeatMap, theme: str = "light", measure: str = "npv") -> Chart:
    """Return the grid of one of `ANSWERS`, with the line where it is zero and the present case."""
    rows = _ticks(found.down_values, _TICKS)
    row_words = [value(found.down, found.down_values[at], found.scenario) for at in rows]
    left = margin(row_words, extra=10)
    layout = template.layout(theme, left=left, right=_RIGHT, height=HEIGHT, unified=False)
    layout |= {"barmode": "overlay", "bargap": 0}
    layout["xaxis"] = _axis(found, found.across, found.across_values, theme)
    layout["yaxis"] = _axis(found, found.down, found.down_values, theme)
    return Chart(
        id="heat",
        title=said.title(found, measure),
        subtitle=said.subtitle(found, measure),
        alt=said.alt(found, measure),
        figure=template.figure(_traces(found, measure, theme), layout),
        narrow=_narrow(found, measure, left),
        notes=said.notes(found, measure),
    )


def _axis(found: HeatMap, key: str, values: Series, theme: str) -> Layout:
    ticks = _ticks(values, _TICKS)
    return {
        **template.plain_axis(theme, grid=False),
        "showline": False,
        "range": [-0.5, len(values) - 0.5],
        "tickvals": ticks,
        "ticktext": [value(key, values[at], found.scenario) for at in ticks],
    }


def _ticks(values: Series, most: int) -> list[int]:
    last = len(values) - 1
    return sorted({round(last * at / (most - 1)) for at in range(most)})


def _traces(found: HeatMap, measure: str, theme: str) -> list[Trace]:
    """Return the traces, always four: the cells, the line of zero, the present case, the word."""
    colour = colours(theme)
    contour = zero_line(crossing(found, measure))
    here = present(found)
    return [
        _cells(found, measure, theme),
        line(*contour, colour["net"], width=BOLD),
        {
            "type": "scatter", "mode": "markers", "x": [here[0]], "y": [here[1]],
            "cliponaxis": False, "hovertemplate": "%{customdata}<extra></extra>",
            "customdata": [_("The present case")],
            "marker": {
                "symbol": "circle", "size": 12, "color": colour["page"],
                "line": {"color": colour["net"], "width": 2.5},
            },
        },
        words(_word(found, measure, PLOT), colour["text"], halo=colour["page"]),
    ]  # fmt: skip


def _word(found: HeatMap, measure: str, plot: tuple[float, float]) -> Spots:
    contour = zero_line(crossing(found, measure))
    return word_beside(_("breaks even"), contour, present(found), found.npv.shape, plot)


def present(found: HeatMap) -> tuple[float, float]:
    """Return where the present case stands, in cells from the lower left one."""
    x, y = (
        float(np.interp(number_of(found.scenario, key), values, np.arange(len(values))))
        for key, values in ((found.across, found.across_values), (found.down, found.down_values))
    )
    return round(x, 3), round(y, 3)


def _cells(found: HeatMap, measure: str, theme: str) -> Trace:
    rows, columns = found.npv.shape
    colour = fills(found, measure, theme)
    return {
        "type": "bar",
        "x": np.tile(np.arange(columns), rows).tolist(),
        "base": (np.repeat(np.arange(rows), columns) - 0.5).tolist(),
        "y": [1] * (rows * columns),
        "width": 1,
        "marker": {"color": colour, "line": {"color": colour, "width": 1}},
        "customdata": said.hovers(found),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _narrow(found: HeatMap, measure: str, left: int) -> Layout:
    overrides: Layout = {"height": NARROW_HEIGHT}
    for axis, key, values in (
        ("xaxis", found.across, found.across_values),
        ("yaxis", found.down, found.down_values),
    ):
        ticks = _ticks(values, _NARROW_TICKS)
        overrides[f"{axis}.tickvals"] = ticks
        overrides[f"{axis}.ticktext"] = [value(key, values[at], found.scenario) for at in ticks]
    plot = (
        template.NARROW_WIDTH - template.SCROLL_BAR - left - _RIGHT,
        NARROW_HEIGHT - template.TOP - template.BOTTOM,
    )
    return {"layout": overrides, "data": {WORD: dict(_word(found, measure, plot))}}
