"""A KPI month by month, with the go-live and the means on both sides of it."""

from __future__ import annotations

from crmroi.charts.chart import Chart
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter, Months


def series_chart(
    name: str, months: Months, before_after: BeforeAfter | None, setting: Setting
) -> Chart:
    """Return the months of a KPI as points and a line, before and after the go-live."""
    raise NotImplementedError
