"""Every KPI, declared once: what it is called, what it is, where it comes from.

Nothing here needs an engine: a page can name a KPI without loading one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal, Protocol

from crmroi.measure.declared.customers import CUSTOMER_KPIS
from crmroi.measure.declared.kpi import Kpi
from crmroi.measure.declared.sales import SALES_KPIS
from crmroi.measure.declared.service import SERVICE_KPIS
from crmroi.measure.results import Months, Value

__all__ = ["AUXILIARY", "KPIS", "Group", "Kpi", "Measures"]

Group = Literal["all", "control", "treated"]
Period = tuple[date, date]
"""From the first day of a month up to, but without, the first day of another."""

_DECLARED = (*SALES_KPIS, *CUSTOMER_KPIS, *SERVICE_KPIS)

KPIS: Mapping[str, Kpi] = MappingProxyType(
    {kpi.name: kpi for kpi in _DECLARED if not kpi.auxiliary}
)
"""Every KPI by name, in the order in which a page lists them."""

AUXILIARY: Mapping[str, Kpi] = MappingProxyType(
    {kpi.name: kpi for kpi in _DECLARED if kpi.auxiliary}
)
"""What is measured for the realised ROI and for the model, and is no KPI of its own."""


class Measures(Protocol):
    """KPIs of some tables, of all their records, of a window, by month. Auxiliary ones too.

    Names are those of `KPIS` and `AUXILIARY`, and always all of them, with two exceptions: a KPI
    "beside" another (`deals.revenue`) is there only where the other comes from another table, and
    a group's KPIs are only those whose tables all have the column `control`.
    """

    def values(self, period: Period | None = None, group: Group = "all") -> Mapping[str, Value]:
        """Each KPI on all records of a window of whole months; of None, on all records."""

    def months(self, group: Group = "all") -> Mapping[str, Months]:
        """Each KPI by month; without months where it has none (a customer's lifetime value).

        The mean of `customers` over months is not the window's number: a customer who buys in two
        months is one customer.
        """

    def days(self, kpi: str) -> Sequence[date]:
        """The distinct days on which a KPI has records, first to last; none without dates."""

    def edges(self) -> Mapping[str, Period]:
        """The first and the last of those days, both included, of each KPI that has any."""
