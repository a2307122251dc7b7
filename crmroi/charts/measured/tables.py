"""The numbers behind the pictures of a measurement."""

from __future__ import annotations

from crmroi.charts.chart import Table
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter, Breakdown, Months, Realised


def series_table(
    name: str, months: Months, before_after: BeforeAfter | None, setting: Setting
) -> Table:
    """Return a row for each month: value, records, and what was expected without the CRM."""
    raise NotImplementedError


def parts_table(breakdown: Breakdown, name: str, setting: Setting) -> Table:
    """Return a row for each part: the KPI and the records behind it."""
    raise NotImplementedError


def campaigns_table(breakdown: Breakdown, setting: Setting) -> Table:
    """Return a row for each campaign: what it cost and what it returned."""
    raise NotImplementedError


def realised_table(realised: Realised, setting: Setting) -> Table:
    """Return the parts of the realised return, simple beside adjusted."""
    raise NotImplementedError
