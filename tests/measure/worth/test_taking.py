from __future__ import annotations

import pytest

from crmroi.assumptions import Scenario, ScenarioError
from crmroi.measure.results import Measured
from crmroi.measure.worth.taking import take_over


def measured(key: str, value: float, interval: tuple[float, float] | None = None) -> Measured:
    return Measured(key, value, n=100, interval=interval)


def taken(*values: Measured) -> Scenario:
    return take_over(Scenario(), {value.key: value for value in values})


def test_a_measured_value_takes_the_place_of_the_assumption_and_leaves_the_others() -> None:
    found = taken(measured("business.conversion_rate", 0.21))
    changed = {key for key, value in found.values().items() if value != Scenario().values()[key]}
    assert changed == {"business.conversion_rate"}
    assert found.value("business.conversion_rate") == 0.21


def test_the_interval_becomes_the_uncertainty_around_the_value() -> None:
    found = taken(measured("gains.conversion_uplift", 0.1, (0.02, 0.18)))
    assert found.uncertainty == {"gains.conversion_uplift": (0.02, 0.1, 0.18)}


def test_an_interval_ends_where_no_value_can_be() -> None:
    found = taken(measured("adoption.target_rate", 0.95, (0.88, 1.02)))
    assert found.uncertainty == {"adoption.target_rate": (0.88, 0.95, 1.0)}


def test_a_value_without_an_interval_brings_no_uncertainty() -> None:
    assert taken(measured("business.leads_per_month", 143.5)).uncertainty == {}


def test_a_value_that_the_model_cannot_take_is_refused_and_named() -> None:
    with pytest.raises(ScenarioError, match="Conversion rate"):
        taken(measured("business.conversion_rate", 1.2))
