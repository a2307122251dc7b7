"""The measures of a business case, each declared once: its name, meaning, formula and computation.

Each is computed for one scenario or many: (scenarios,), NaN where it has no value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from crmroi.model import finance
from crmroi.model.arrays import Array
from crmroi.model.case import Case
from crmroi.model.names import fill
from crmroi.text import N_

Form = Literal["money", "rate", "month", "ratio", "status"]
"""What a measure is, and so how it is shown."""


@dataclass(frozen=True)
class Measure:
    """One measure: `label` and `definition` are messages."""

    label: str
    form: Form
    definition: str
    template: str
    """LaTeX in which a «name» stands for its words."""
    compute: Callable[[Case], Array]

    @property
    def latex(self) -> str:
        """The formula in the language spoken now."""
        return fill(self.template)


def _net_gain(case: Case) -> Array:
    return case.totals.gains - case.totals.costs


def _present_net(case: Case) -> Array:
    return case.totals.present_gains - case.totals.present_costs


def _mirr(case: Case) -> Array:
    return finance.mirr(*case.split, case.discount, case.rate, case.years)


def _irr(case: Case) -> Array:
    return finance.annual_rate(case.internal_rate[0])


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "total_gains": Measure(
            N_("Total gains"),
            "money",
            N_("All gains over the horizon, after risk adjustment."),
            r"\sum_{t=0}^{H} G(t)",
            lambda case: case.totals.gains,
        ),
        "total_costs": Measure(
            N_("Total cost of ownership"),
            "money",
            N_("All costs over the horizon, hidden ones and people’s time included."),
            r"\sum_{t=0}^{H} C(t)",
            lambda case: case.totals.costs,
        ),
        "net_gain": Measure(
            N_("Net gain"),
            "money",
            N_("What is left of the gains once all costs are paid."),
            r"\sum_{t=0}^{H} N(t), \quad N(t) = G(t) - C(t)",
            _net_gain,
        ),
        "roi": Measure(
            N_("Return (ROI)"),
            "rate",
            N_("What is left of the gains after costs, as a share of the costs."),
            r"\frac{\sum G - \sum C}{\sum C}",
            lambda case: finance.ratio(_net_gain(case), case.totals.costs),
        ),
        "npv": Measure(
            N_("Worth today (NPV)"),
            "money",
            N_("All net flows in today’s money: later money counts less."),
            r"\sum_{t=0}^{H} \frac{N(t)}{(1 + i)^t}, \quad i = (1 + r)^{1/12} - 1",
            _present_net,
        ),
        "discounted_roi": Measure(
            N_("Discounted ROI"),
            "rate",
            N_("The ROI in today’s money, as Forrester’s studies give it."),
            r"\frac{\sum N(t) / (1 + i)^t}{\sum C(t) / (1 + i)^t}",
            lambda case: finance.ratio(_present_net(case), case.totals.present_costs),
        ),
        "benefit_cost_ratio": Measure(
            N_("Benefit–cost ratio"),
            "ratio",
            N_("Gains in today’s money for each unit of costs in today’s money."),
            r"\frac{\sum G(t) / (1 + i)^t}{\sum C(t) / (1 + i)^t}",
            lambda case: finance.ratio(case.totals.present_gains, case.totals.present_costs),
        ),
        "irr": Measure(
            N_("Yearly rate (IRR)"),
            "rate",
            N_("The discount rate at which the case would be worth nothing today."),
            r"(1 + i^*)^{12} - 1, \quad \sum_{t=0}^{H} \frac{N(t)}{(1 + i^*)^t} = 0",
            _irr,
        ),
        "irr_status": Measure(
            N_("IRR status"),
            "status",
            N_("Whether one rate, none or several make the case worth nothing today."),
            r"\#\{i^* \in [10^{-4}-1,\, 1000]\}",
            lambda case: case.internal_rate[1].astype(np.float64),
        ),
        "mirr": Measure(
            N_("Modified rate (MIRR)"),
            "rate",
            N_(
                "The yearly rate if gains are reinvested, and costs financed, at the discount rate."
            ),
            r"\left(\frac{\sum N^+(t)\,(1 + i)^{H - t}}{\sum N^-(t) / (1 + i)^t}\right)^{12/H} - 1",
            _mirr,
        ),
        "break_even_month": Measure(
            N_("Pays for itself"),
            "month",
            N_("The first month from which the cumulative net flow stays at or above zero."),
            r"\min\Bigl\{m : \sum_{t=0}^{k} N(t) \ge 0 \;\; «for_all» \;\; k = m, \dots, H\Bigr\}",
            lambda case: case.break_even(case.cumulative),
        ),
        "discounted_break_even_month": Measure(
            N_("Pays for itself, discounted"),
            "month",
            N_("The same in today’s money."),
            r"\min\Bigl\{m : \sum_{t=0}^{k} \tfrac{N(t)}{(1 + i)^t} \ge 0"
            r" \;\; «for_all» \;\; k = m, \dots, H\Bigr\}",
            lambda case: case.break_even(case.discounted_cumulative),
        ),
        "peak_funding": Measure(
            N_("Cash tied up"),
            "money",
            N_("How far below zero the cumulative net flow falls at its deepest."),
            r"\max\Bigl(0,\; -\min_{m} \sum_{t=0}^{m} N(t)\Bigr)",
            lambda case: finance.peak_funding(case.cumulative, case.zero),
        ),
        "annual_yield": Measure(
            N_("Yield per year"),
            "rate",
            N_("An average year’s gains as a share of all costs."),
            r"\frac{\sum G / (H / 12)}{\sum C}",
            lambda case: finance.ratio(case.totals.gains / case.years, case.totals.costs),
        ),
        "roi_cash": Measure(
            N_("ROI on cash alone"),
            "rate",
            N_("The ROI without people’s time and intangibles."),
            r"\frac{\sum G_{«cash»} - \sum C_{«cash»}}{\sum C_{«cash»}}",
            lambda case: finance.ratio(
                case.totals.cash_gains - case.totals.cash_costs, case.totals.cash_costs
            ),
        ),
        "npv_cash": Measure(
            N_("NPV on cash alone"),
            "money",
            N_("The NPV without people’s time and intangibles."),
            r"\sum_{t=0}^{H} \frac{G_{«cash»}(t) - C_{«cash»}(t)}{(1 + i)^t}",
            lambda case: case.totals.present_cash_gains - case.totals.present_cash_costs,
        ),
    }
)
"""Every measure by its name, in the order in which results list them."""


def measure(case: Case, names: tuple[str, ...] = tuple(MEASURES)) -> dict[str, Array]:
    """The named measures of a case, (scenarios,) each. Fresh arrays."""
    size = case.net.shape[1]
    return {
        name: np.array(np.broadcast_to(MEASURES[name].compute(case), (size,))) for name in names
    }
