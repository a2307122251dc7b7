"""What intangibles would need to be worth."""

from __future__ import annotations

import pytest

from crmroi.analysis.worth import needed_worth
from crmroi.assumptions import Scenario
from crmroi.model import project
from tests.model.scenarios import EVERYTHING_ON

POOR = EVERYTHING_ON.with_values({"finance.gains_risk": 0.6})


@pytest.mark.parametrize("counted", [True, False])
def test_with_that_worth_the_case_is_worth_nothing_today(counted: bool) -> None:
    scenario = POOR.with_values({"gains.include_intangibles": counted})
    found = needed_worth(project(scenario))
    assert found.npv_without < 0 < found.needed_per_year
    assert found.stated_per_year == 15_000
    put_back = scenario.with_values(
        {
            "gains.include_intangibles": True,
            "gains.brand_value_per_year": found.needed_per_year,
            "gains.employee_value_per_year": 0,
            "gains.agility_value_per_year": 0,
        }
    )
    metrics = project(put_back).metrics
    assert abs(metrics["npv"]) <= 1e-9 * metrics["total_costs"]
    assert (found.scenario, found.model) == (scenario, "crmroi/1")


def test_a_good_case_would_have_to_lose_by_them() -> None:
    assert needed_worth(project(Scenario())).needed_per_year < 0


@pytest.mark.parametrize(
    "values", [{"gains.intangible_confidence": 0}, {"adoption.go_live_month": 60}]
)
def test_what_is_not_trusted_or_comes_too_late_changes_nothing(values: dict) -> None:
    assert needed_worth(project(EVERYTHING_ON.with_values(values))).needed_per_year is None


def test_it_can_be_asked_for_any_npv_that_decides() -> None:
    at_nothing, at_more = (needed_worth(project(POOR), target) for target in (0.0, 50_000.0))
    assert at_more.target == 50_000
    per_year = (at_more.needed_per_year - at_nothing.needed_per_year) / 50_000
    assert per_year == pytest.approx(-at_nothing.needed_per_year / at_nothing.npv_without)
