"""Two assumptions at a time: the NPV over a grid, in colours split at zero.

The cells are bars one unit wide and one unit high: the basic build of plotly.js has no heat map
(see docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from crmroi.analysis.answers import Answer
from crmroi.analysis.heat_map import HeatMap
from crmroi.analysis.ranges import number_of
from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.risk.chances import share_said
from crmroi.charts.risk.contour import word_beside, zero_line
from crmroi.charts.risk.naming import label, outcome, value
from crmroi.charts.scale import Series
from crmroi.charts.theme import colours
from crmroi.charts.traces import BOLD, line, words
from crmroi.charts.words import alternative, short_money
from crmroi.text import _

DIVERGING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "light": (
            "#8F3200", "#B45523", "#D9793F", "#E9AA85", "#F6D9C6",
            "#CFE9E4", "#92C7BD", "#4FA698", "#2D8274", "#005F52",
        ),
        "dark": (
            "#FFB585", "#DC8A59", "#B9602C", "#77452A", "#3A2A22",
            "#1C3330", "#265D55", "#2B8A7C", "#54B6A6", "#7BE3D2",
        ),
    }
)  # fmt: skip
"""Ten steps from loss to gain: the sixth is the first above zero."""
HEIGHT, NARROW_HEIGHT = 420, 320
_STEPS = 5
_TICKS, _NARROW_TICKS = 5, 3


def heat(found: HeatMap, theme: str = "light") -> Chart:
    """Return the grid with its line of NPV = 0 and the present case."""
    rows = _ticks(found.down_values, _TICKS)
    row_words = [value(found.down, found.down_values[at], found.scenario) for at in rows]
    left = margin(row_words, extra=10)
    layout = template.layout(theme, left=left, right=24, height=HEIGHT, unified=False)
    layout |= {"barmode": "overlay", "bargap": 0}
    layout["xaxis"] = _axis(found, found.across, found.across_values, theme)
    layout["yaxis"] = _axis(found, found.down, found.down_values, theme)
    return Chart(
        id="heat",
        title=_title(found),
        subtitle=_(
            "Worth today (NPV) by {across} (across) and {down} (up)",
            across=label(found.across), down=label(found.down),
        ),
        alt=_alt(found),
        figure=template.figure(_traces(found, theme), layout),
        narrow=_narrow(found),
        notes=_notes(found),
    )  # fmt: skip


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


def _traces(found: HeatMap, theme: str) -> list[Trace]:
    """Return the traces, always four: the cells, the line of zero, the present case, the word."""
    colour = colours(theme)
    contour = zero_line(found.npv)
    here = present(found)
    return [
        _cells(found, theme),
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
        words(
            word_beside(_("breaks even"), contour, here, found.npv.shape), colour["text"],
            halo=colour["page"],
        ),
    ]  # fmt: skip


def present(found: HeatMap) -> tuple[float, float]:
    """Return where the present case stands, in cells from the lower left one."""
    x, y = (
        float(np.interp(number_of(found.scenario, key), values, np.arange(len(values))))
        for key, values in ((found.across, found.across_values), (found.down, found.down_values))
    )
    return round(x, 3), round(y, 3)


def _cells(found: HeatMap, theme: str) -> Trace:
    rows, columns = found.npv.shape
    fills = [_fill(npv, _reach(found), theme) for npv in found.npv.ravel().tolist()]
    return {
        "type": "bar",
        "x": np.tile(np.arange(columns), rows).tolist(),
        "base": (np.repeat(np.arange(rows), columns) - 0.5).tolist(),
        "y": [1] * (rows * columns),
        "width": 1,
        "marker": {"color": fills, "line": {"color": fills, "width": 1}},
        "customdata": _hovers(found),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _reach(found: HeatMap) -> float:
    return float(np.abs(found.npv).max()) or 1.0


def _fill(npv: float, reach: float, theme: str) -> str:
    step = min(int(abs(npv) / reach * _STEPS), _STEPS - 1)
    return DIVERGING[theme][_STEPS + step if npv >= 0 else _STEPS - 1 - step]


def _hovers(found: HeatMap) -> list[str]:
    across, down = label(found.across), label(found.down)
    columns = [f"{across} {value(found.across, at, found.scenario)}" for at in found.across_values]
    lines = [f"{down} {value(found.down, at, found.scenario)}" for at in found.down_values]
    return [
        f"{column}<br>{row}<br>{outcome(answer_at(found, y, x), found.scenario)}"
        for y, row in enumerate(lines)
        for x, column in enumerate(columns)
    ]


def answer_at(found: HeatMap, y: int, x: int) -> Answer:
    """Return what one cell comes to."""
    roi, month = float(found.roi[y, x]), float(found.break_even_month[y, x])
    return Answer(
        float(found.npv[y, x]),
        None if np.isnan(roi) else roi,
        None if np.isnan(month) else int(month),
    )


def _title(found: HeatMap) -> str:
    if (found.npv >= 0).all():
        return _("It pays at every pair of values")
    if (found.npv < 0).all():
        return _("It pays at no pair of values")
    share = share_said(float((found.npv >= 0).mean()))
    return _("It pays at {share} of these pairs of values", share=share)


def _notes(found: HeatMap) -> tuple[str, ...]:
    step = short_money(_reach(found) / _STEPS, found.scenario.currency)
    return (
        _("Teal gains, orange loses; each stronger shade is {x} more.", x=step),
        _("The circle is the present case."),
    )


def _alt(found: HeatMap) -> str:
    rest = [
        _(
            "At {across} {x} and {down} {y}: NPV {npv}.",
            across=label(found.across),
            down=label(found.down),
            x=value(found.across, found.across_values[x], found.scenario),
            y=value(found.down, found.down_values[y], found.scenario),
            npv=short_money(float(found.npv[y, x]), found.scenario.currency),
        )
        for y, x in ((0, 0), (-1, -1))
    ]
    return alternative(_("Heat map of the NPV over two assumptions."), _title(found), rest)


def _narrow(found: HeatMap) -> Layout:
    overrides: Layout = {"height": NARROW_HEIGHT}
    for axis, key, values in (
        ("xaxis", found.across, found.across_values),
        ("yaxis", found.down, found.down_values),
    ):
        ticks = _ticks(values, _NARROW_TICKS)
        overrides[f"{axis}.tickvals"] = ticks
        overrides[f"{axis}.ticktext"] = [value(key, values[at], found.scenario) for at in ticks]
    return {"layout": overrides, "data": {}}
