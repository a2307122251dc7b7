"""A chart put on a sheet: under its traces the axes, then areas, bars, lines, marks and words."""

from __future__ import annotations

from crmroi.charts import Chart
from crmroi.reports.vectors.bars import draw_bars
from crmroi.reports.vectors.frame import Frame, draw_above, draw_below
from crmroi.reports.vectors.known import check
from crmroi.reports.vectors.pen import Pen
from crmroi.reports.vectors.scatter import draw_areas, draw_scatter


def svg(chart: Chart, width: float, height: float | None = None) -> str:
    """Return a chart's figure as one `<svg>` element, its words as outlines.

    `width` and `height` are in pixels; without a height it is that of the figure, which those
    made of rows have. The same chart gives the same text. Raises UnknownPartError if the figure
    holds something that is not drawn.
    """
    figure = chart.figure
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
