"""Scenarios for property tests, and comparisons of what comes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from crmroi.assumptions import Assumption, Scenario, assumptions

EVERYTHING_ON = Scenario().with_values(
    {
        "business.tickets_per_month": 300,
        "business.legacy_tools_cost_per_month": 200,
        "business.returns_cost_per_month": 800,
        "business.selling_price_increase_per_year": 0.02,
        "team.staff_turnover": 0.1,
        "costs.maintenance_rate": 0.18,
        "costs.infrastructure_per_month": 150,
        "costs.contingency_rate": 0.1,
        "costs.hardware": 3000,
        "costs.productivity_dip_hours_per_user_per_week": 2,
        "costs.productivity_dip_months": 2,
        "costs.future_customisation_per_year": 2500,
        "costs.continuing_training_hours_per_user_per_year": 4,
        "gains.repeat_order_uplift": 0.04,
        "gains.include_intangibles": True,
        "gains.brand_value_per_year": 6000,
        "gains.employee_value_per_year": 4000,
        "gains.agility_value_per_year": 5000,
        "gains.intangible_confidence": 0.5,
        "finance.gains_risk": 0.1,
        "finance.costs_risk": 0.05,
    }
)
"""A case in which every line runs and every assumption matters."""


def value_of(item: Assumption, *, allowed: bool = False) -> st.SearchStrategy[Any]:
    """A value in the plausible range, or in the allowed one."""
    if item.kind == "flag":
        return st.booleans()
    if item.choices:
        return st.sampled_from(list(item.choices))
    low, high = (item.allowed if allowed else item.plausible) or (0, 0)
    return st.integers(int(low), int(high)) if item.kind == "whole" else st.floats(low, high)


@st.composite
def scenarios(draw: st.DrawFn, *, allowed: bool = False, **fixed: Any) -> Scenario:
    """The case with everything on, some of its values drawn anew; `fixed` by field name."""
    keys = draw(st.lists(st.sampled_from(list(assumptions())), max_size=25, unique=True))
    values = {
        key: draw(value_of(assumptions()[key], allowed=allowed))
        for key in keys
        if assumptions()[key].name not in fixed
    }
    values |= {key: fixed[item.name] for key, item in assumptions().items() if item.name in fixed}
    return EVERYTHING_ON.with_values(values)


def fields_of(scenario: Scenario) -> Mapping[str, Any]:
    """The values by field name, as the month loop takes them."""
    return {key.rpartition(".")[2]: value for key, value in scenario.values().items()}


def same(
    found: ArrayLike | None,
    expected: ArrayLike | None,
    *,
    relative: float = 1e-9,
    absolute: float = 0.0,
) -> bool:
    """Whether two figures or series are the same, a figure without value like another such."""
    if found is None or expected is None or isinstance(found, str):
        return found is expected or found == expected
    return bool(np.allclose(found, expected, rtol=relative, atol=absolute, equal_nan=True))
