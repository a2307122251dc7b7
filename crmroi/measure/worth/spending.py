"""What the CRM cost to date: from the costs table, else as the scenario planned it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crmroi.measure.change.comparison import Comparison
from crmroi.measure.windows import ordinal, ordinal_of
from crmroi.model import project
from crmroi.text import N_, Notice


@dataclass(frozen=True)
class Spending:
    """Costs to date, and where they are from: "costs", "plan" or "" for nowhere."""

    amount: float | None
    source: str
    remark: Notice | None = None


def spending(comparison: Comparison, last: str) -> Spending:
    """The costs up to the end of a month, those before the go-live included."""
    paid = comparison.months("crm_cost")
    if paid is not None:
        months = zip(paid.months, paid.values, strict=True)
        total = sum(value or 0.0 for month, value in months if month <= last)
        if total > 0:
            return Spending(total, "costs")
    scenario, go_live = comparison.options.scenario, comparison.options.go_live
    if scenario is None or go_live is None:
        return Spending(None, "", Notice("", None, _NO_COSTS))
    plan = project(scenario).monthly["total_costs"]
    month = scenario.adoption.go_live_month + months_live(go_live, last)
    remark = Notice("finance.horizon_years", month, _PLAN_ENDS) if month >= len(plan) else None
    return Spending(float(plan[: month + 1].sum()), "plan", remark)


def months_live(go_live: date, month: str) -> int:
    """Months of use at the end of a month: 1 for the first whole one, 0 or less before."""
    inside = go_live.day > 1
    return ordinal(month) - ordinal_of(go_live) + (0 if inside else 1)


_NO_COSTS = N_(
    "What the CRM cost is not known. Add a table of costs with the category crm, or a scenario "
    "with the planned costs."
)
_PLAN_ENDS = N_(
    "The planned costs end before the last month that is measured: what was spent since is not in "
    "the figure. Add a table of costs, or lengthen the scenario’s horizon."
)
