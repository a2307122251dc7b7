"""The layout of amounts or counts along the months, each curve named at its end."""

from __future__ import annotations

from collections.abc import Sequence

from crmroi.charts import template
from crmroi.charts.chart import Layout
from crmroi.charts.labels import margin
from crmroi.charts.scale import Axis
from crmroi.charts.traces import End


def over_time(theme: str, years: int, y: Axis, ends: Sequence[End]) -> Layout:
    """Return the layout, with margins that hold the tick labels and the names."""
    layout = template.layout(
        theme,
        left=template.left_margin(y.words),
        right=margin([end.text for end in ends], extra=16, bold=True),
    )
    layout["xaxis"] = template.time_axis(theme, years)
    layout["yaxis"] = template.value_axis(theme, y)
    return layout
