"""The starting set: three solutions made from a case, each difference with its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.ready_made import SOLUTIONS
from crmroi.model.projection import project
from tests.files.scenarios import scenarios

CASE = Scenario()


@settings(max_examples=25)
@given(scenarios())
def test_every_case_makes_three_scenarios_that_can_be(case):
    for solution in SOLUTIONS.values():
        made = solution.of(case)
        assert made.currency == case.currency
        keys = {each.key for each in solution.differences}
        assert {k: v for k, v in made.values().items() if k not in keys} == {
            k: v for k, v in case.values().items() if k not in keys
        }


@settings(max_examples=25)
@given(scenarios())
def test_doing_nothing_costs_nothing_and_gains_nothing(case):
    projection = project(SOLUTIONS["nothing"].of(case))
    assert projection.metrics["total_costs"] == 0
    assert projection.metrics["total_gains"] == pytest.approx(0, abs=1e-6)


def test_a_custom_one_has_development_and_maintenance_and_goes_live_later():
    custom, standard = (SOLUTIONS[name].of(CASE) for name in ("custom", "standard"))
    assert custom.costs.licence_per_user_per_month == 0
    assert custom.costs.custom_development > CASE.costs.custom_development
    assert custom.costs.maintenance_rate > standard.costs.maintenance_rate
    assert custom.adoption.go_live_month > standard.adoption.go_live_month


def test_a_standard_one_has_licences_and_fits_less_well():
    standard = SOLUTIONS["standard"].of(CASE)
    assert standard.costs.licence_per_user_per_month > 0
    assert standard.costs.custom_development == 0
    assert standard.adoption.target_rate < CASE.adoption.target_rate
    assert standard.gains.conversion_uplift < CASE.gains.conversion_uplift


def test_each_difference_says_what_is_typical_and_where_it_is_from():
    for solution in SOLUTIONS.values():
        for each in solution.differences:
            assert each.key in assumptions()
            assert str(each.source)
            assert each.said.endswith(".")
