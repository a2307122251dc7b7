"""A chart put on a sheet: under its traces the axes, then areas, bars, lines, marks and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crmroi.charts import Chart
from crmroi.charts.chart import Figure
from crmroi.reports.vectors.bars import draw_bars
from crmroi.reports.vectors.frame import Frame, draw_above, draw_below
from crmroi.reports.vectors.known import check
from crmroi.reports.vectors.pen import Pen
from crmroi.reports.vectors.scatter import draw_areas, draw_scatter


def svg(chart: Chart, width: float, height: float | None = None, *, narrow: bool = False) -> str:
    """Return a chart's figure as one `<svg>` element, its words as outlines.

    `width` and `height` are in pixels; without a height it is that of the figure, which those
    made of rows have. `narrow` draws it as small screens show it. The same chart gives the same
    text. Raises UnknownPartError if the figure holds something that is not drawn.
    """
    figure = narrowed(chart) if narrow else chart.figure
    check(figure)
    layout, traces = figure["layout"], figure["data"]
    frame = Frame(layout, width, height or layout["height"])
    pen = Pen(frame.width, frame.height)
    bars = [trace for trace in traces if trace["type"] == "bar"]
    scatters = [trace for trace in traces if trace["type"] == "scatter"]
    draw_below(pen, frame)
    draw_bars(pen, frame, bars)
    draw_areas(pen, frame, scatters)
    for trace in scatters:
        if not trace["mode"].endswith("text"):
            draw_scatter(pen, frame, trace)
    draw_above(pen, frame)
    for trace in scatters:
        if trace["mode"].endswith("text"):
            draw_scatter(pen, frame, trace)
    return pen.svg()


def narrowed(chart: Chart) -> Figure:
    """Return the figure with what a small screen needs otherwise laid over it."""
    data = [
        _overlaid(trace, chart.narrow["data"].get(str(at), {}))
        for at, trace in enumerate(chart.figure["data"])
    ]
    return {"data": data, "layout": _overlaid(chart.figure["layout"], chart.narrow["layout"])}


def _overlaid(part: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return a part with values by dotted name laid over it; the part itself stays as it is."""
    found = dict(part)
    for name, value in over.items():
        key, dot, rest = name.partition(".")
        found[key] = _overlaid(found[key], {rest: value}) if dot else value
    return found
