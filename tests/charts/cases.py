"""Cases that end in every way a case can end, and changes of the default one."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.assumptions import Scenario
from crmroi.assumptions.declare import Value
from crmroi.charts.outcome import Outcome
from crmroi.model.projection import Projection, project

DEFAULT = Scenario()

NO_SALES_GAINS: Mapping[str, Value] = {
    "gains.conversion_uplift": 0,
    "gains.order_value_uplift": 0,
    "gains.repeat_order_uplift": 0,
    "gains.churn_reduction": 0,
}
NO_GAINS: Mapping[str, Value] = NO_SALES_GAINS | {
    "gains.acquisition_saving": 0,
    "gains.hours_saved_per_user_per_week": 0,
    "gains.operating_cost_reduction": 0,
    "gains.returns_reduction": 0,
    "gains.handling_time_reduction": 0,
    "gains.include_intangibles": False,
    "business.legacy_tools_cost_per_month": 0,
}
NO_COSTS: Mapping[str, Value] = {"finance.costs_risk": 0} | {
    key: 0
    for key, value in DEFAULT.values().items()
    if key.startswith("costs.") and isinstance(value, int | float)
}


def case(changes: Mapping[str, Value] | None = None) -> Projection:
    """The default case with some values changed."""
    return project(DEFAULT.with_values(dict(changes or {})))


OUTCOMES: Mapping[Outcome, Mapping[str, Value]] = {
    Outcome.NOTHING: NO_GAINS | NO_COSTS,
    Outcome.NO_GAINS: NO_GAINS,
    Outcome.NO_COSTS: NO_COSTS,
    Outcome.NOT_LIVE: {"adoption.go_live_month": 60},
    Outcome.AT_ONCE: NO_COSTS
    | {
        "costs.licence_per_user_per_month": 1,
        "business.legacy_tools_cost_per_month": 1000,
        "adoption.go_live_month": 0,
    },
    Outcome.BREAKS_EVEN: {},
    Outcome.RECOVERS_NOT_WORTH: {"finance.horizon_years": 3, "finance.discount_rate": 0.8},
    Outcome.TOO_SHORT: {"finance.horizon_years": 2},
    Outcome.NEVER: NO_SALES_GAINS,
}
"""What makes the default case end in each way."""


def sign(amount: float) -> str:
    """The minus of the page, which is no hyphen."""
    return "−" if amount < 0 else ""


def exact(amount: float) -> str:
    """€936,677, as the page's English writes it."""
    return f"{sign(amount)}€{abs(amount):,.0f}"


def rounded(amount: float) -> str:
    """€937,000."""
    return exact(float(f"{amount:.3g}"))


def short(amount: float) -> str:
    """€937k, of an amount from a thousand on."""
    size = float(f"{abs(amount):.3g}")
    unit, word = (1e6, "M") if size >= 1e6 else (1e3, "k")
    return f"{sign(amount)}€{size / unit:.3g}{word}"
