"""A KPI by the parts of one column, and the return of each campaign."""

from __future__ import annotations

from crmroi.charts.chart import Chart
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import Breakdown


def parts_chart(breakdown: Breakdown, name: str, setting: Setting) -> Chart | None:
    """Return a bar for each part's value of a KPI; None where no part has one."""
    raise NotImplementedError


def campaigns_chart(breakdown: Breakdown, setting: Setting) -> Chart | None:
    """Return a bar for each campaign's return; None where no part has a cost."""
    raise NotImplementedError
