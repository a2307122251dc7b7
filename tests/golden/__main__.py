"""Write the golden cases anew: python -m tests.golden

Their answers come from the plain month loop, not from the engine that they hold to account.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from crmroi.assumptions import Scenario
from crmroi.assumptions.presets import PRESETS, preset_scenario
from tests.model.scenarios import EVERYTHING_ON, fields_of
from tests.model.slow import answer

NOTHING = Scenario().with_values(
    {
        "team.users": 20,
        "business.tickets_per_month": 0,
        "business.legacy_tools_cost_per_month": 0,
        "business.leads_per_month": 0,
        "business.customers": 0,
        "business.acquisition_spend_per_month": 0,
        "business.operating_cost_per_month": 0,
        "business.returns_cost_per_month": 0,
        "team.hourly_cost": 0,
        "costs.installation": 0,
        "costs.custom_development": 0,
        "costs.data_migration": 0,
        "costs.hardware": 0,
        "costs.change_management": 0,
        "costs.trainer_cost_per_user_hour": 0,
        "costs.licence_per_user_per_month": 0,
        "costs.infrastructure_per_month": 0,
        "costs.administrator_fte": 0,
        "costs.future_customisation_per_year": 0,
        "gains.include_intangibles": False,
        "gains.brand_value_per_year": 0,
        "gains.employee_value_per_year": 0,
        "gains.agility_value_per_year": 0,
        "adoption.go_live_month": 0,
        "adoption.ramp_months": 0,
        "gains.long_term_lag_months": 0,
    }
)
"""No money moves."""

ON, OFF = EVERYTHING_ON, NOTHING
CASES: dict[str, tuple[str, Scenario, dict[str, Any]]] = {
    "default": ("The case that everybody sees first.", Scenario(), {}),
    "everything-on": ("Every line in play.", ON, {}),
    "nothing": ("No money moves: ratios and rates have no value.", OFF, {}),
    "free": (
        "It costs nothing and gains from the first month: no ratio has a value.",
        OFF,
        {"business.legacy_tools_cost_per_month": 100},
    ),
    "flows-of-both-signs": (
        "Outlay, gains, then licences that run away: two rates, so none is the IRR.",
        OFF,
        {
            "adoption.target_rate": 1,
            "costs.installation": 38_000,
            "costs.maintenance_rate": 0,
            "costs.contingency_rate": 0,
            "costs.licence_per_user_per_month": 38,
            "costs.price_increase_per_year": 0.5,
            "gains.include_intangibles": True,
            "gains.brand_value_per_year": 47_000,
            "gains.intangible_confidence": 1,
            "finance.horizon_years": 7,
        },
    ),
    "ten-years-at-once": (
        "The longest horizon, all users at once, no lag.",
        ON,
        {
            "finance.horizon_years": 10,
            "adoption.curve": "immediate",
            "adoption.ramp_months": 0,
            "gains.short_term_lag_months": 0,
            "gains.medium_term_lag_months": 0,
            "gains.long_term_lag_months": 0,
        },
    ),
    "one-year-linear": (
        "The shortest horizon; the ramp, the dip and the lags run past it.",
        ON,
        {
            "finance.horizon_years": 1,
            "adoption.curve": "linear",
            "adoption.go_live_month": 5,
            "adoption.ramp_months": 11,
            "costs.productivity_dip_months": 12,
            "gains.long_term_lag_months": 8,
        },
    ),
    "live-at-the-horizon": (
        "Go-live on the last day counted: nothing is gained, nobody works in it.",
        ON,
        {"finance.horizon_years": 2, "adoption.go_live_month": 24},
    ),
    "conversion-at-its-cap": (
        "No more than all leads are won; a lever at its cap gains less than it asks for.",
        ON,
        {"business.conversion_rate": 0.8, "gains.conversion_uplift": 2.5},
    ),
    "worse-with-it": (
        "Measured uplifts may be negative: more customers are lost, and orders shrink.",
        ON,
        {
            "gains.conversion_uplift": -0.1,
            "gains.order_value_uplift": -0.02,
            "gains.repeat_order_uplift": -0.05,
            "gains.churn_reduction": -5,
        },
    ),
    "no-discounting-falling-prices": (
        "A rate of nothing, prices and wages that fall.",
        ON,
        {
            "finance.discount_rate": 0,
            "costs.price_increase_per_year": -0.2,
            "costs.wage_increase_per_year": -0.1,
            "business.selling_price_increase_per_year": -0.05,
        },
    ),
    **{name.replace("_", "-"): ("A sector.", preset_scenario(name), {}) for name in PRESETS},
}


def main() -> None:
    """Write one file a case."""
    for name, (why, base, values) in CASES.items():
        scenario = base.with_values(values)
        content = {
            "name": name,
            "why": why,
            "scenario": scenario.model_dump(
                include={"format", "business", "team", "costs", "adoption", "gains", "finance"}
            ),
            "expected": answer(fields_of(scenario)),
        }
        path = Path(__file__).with_name(f"{name}.json")
        path.write_text(json.dumps(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
