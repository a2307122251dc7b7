"""The usual mistakes beside the full figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from crmroi.analysis.mistakes import parts, unused_licences, usual_mistakes
from crmroi.assumptions import Scenario
from crmroi.model import project
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON, same, scenarios

HIDDEN = ("contingency", "future_customisation", "usage_time", "productivity_dip")


def views(scenario: Scenario) -> dict[str, tuple[float | None, float]]:
    return {view.name: (view.roi, view.npv) for view in usual_mistakes(project(scenario))}


def figures(scenario: Scenario) -> tuple[object, object]:
    metrics = project(scenario).metrics
    return metrics["roi"], metrics["npv"]


def test_the_full_figure_comes_first_and_is_the_measure() -> None:
    found = views(EVERYTHING_ON)
    assert next(iter(found)) == "full"
    assert found["full"] == figures(EVERYTHING_ON)


def test_without_hidden_costs_the_return_looks_better() -> None:
    metrics = project(EVERYTHING_ON).metrics
    costs = project(EVERYTHING_ON).costs
    left = metrics["total_costs"] - sum(costs[name] for name in HIDDEN)
    roi, npv = views(EVERYTHING_ON)["hidden_left_out"]
    assert roi == pytest.approx((metrics["total_gains"] - left) / left)
    assert npv > metrics["npv"]


@pytest.mark.parametrize("counted", [True, False])
def test_intangibles_are_shown_both_ways_whatever_the_scenario_counts(counted: bool) -> None:
    scenario = EVERYTHING_ON.with_values({"gains.include_intangibles": counted})
    found = views(scenario)
    for name, included in (("intangibles_left_out", False), ("intangibles_counted", True)):
        other = scenario.with_values({"gains.include_intangibles": included})
        assert found[name] == pytest.approx(figures(other))
    assert found["intangibles_counted"][0] > found["intangibles_left_out"][0]


def test_one_year_is_the_case_with_a_horizon_of_one_year() -> None:
    one_year = EVERYTHING_ON.with_values({"finance.horizon_years": 1})
    assert views(EVERYTHING_ON)["one_year"] == pytest.approx(figures(one_year))


def test_where_nothing_is_spent_no_return_has_a_value() -> None:
    assert {view.roi for view in usual_mistakes(project(NOTHING))} == {None}


@settings(max_examples=25)
@given(scenarios())
def test_cash_time_and_intangibles_add_up_to_the_whole(scenario: Scenario) -> None:
    projection = project(scenario)
    found = parts(projection)
    assert [part.kind for part in found] == ["cash", "time", "intangible"]
    dust = 1e-9 * projection.metrics["total_costs"]
    for name in ("net_gain", "npv"):
        total = sum(getattr(part, name) for part in found)
        assert same(total, projection.metrics[name], absolute=dust)
    assert same(found[0].npv, projection.metrics["npv_cash"], absolute=dust)


def test_licences_that_nobody_uses_are_those_beyond_the_target() -> None:
    projection = project(EVERYTHING_ON.with_values({"adoption.target_rate": 0.7}))
    assert unused_licences(projection) == pytest.approx(0.3 * projection.costs["licences"])
    everybody = project(EVERYTHING_ON.with_values({"adoption.target_rate": 1}))
    assert unused_licences(everybody) == 0
