"""Each assumption alone at both ends of its range."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from crmroi.analysis.answers import ANSWERS, answer_of
from crmroi.analysis.ranges import span
from crmroi.analysis.sensitivity import tornado
from crmroi.assumptions import Scenario, assumptions
from crmroi.model import project
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON, same, scenarios


def test_every_number_is_moved_and_the_widest_comes_first() -> None:
    found = tornado(EVERYTHING_ON)
    numeric = {key for key, item in assumptions().items() if item.numeric}
    assert {bar.assumption for bar in found.bars} == numeric
    widths = [bar.width for bar in found.bars]
    assert widths == sorted(widths, reverse=True)
    assert (found.scenario, found.model) == (EVERYTHING_ON, "crmroi/1")


@settings(max_examples=5)
@given(scenarios())
def test_an_end_is_the_scenario_with_that_one_value(scenario: Scenario) -> None:
    found = tornado(scenario)
    dust = 1e-9 * max(abs(bar.at_high.npv) + abs(bar.at_low.npv) for bar in found.bars)
    for bar in found.bars:
        assert (bar.low, bar.high) == span(scenario, bar.assumption)
        for value, answer in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
            alone = project(scenario.with_values({bar.assumption: value})).metrics
            assert same(answer.npv, alone["npv"], absolute=dust)
            assert same(answer.roi, alone["roi"], relative=1e-7)
            assert answer.break_even_month == alone["break_even_month"]
    assert same(found.today.npv, project(scenario).metrics["npv"], absolute=dust)


def test_of_equals_the_first_declared_comes_first() -> None:
    scenario = EVERYTHING_ON.with_values({"gains.include_intangibles": False})
    last = [bar.assumption for bar in tornado(scenario).bars[-4:]]
    assert last == [
        f"gains.{name}"
        for name in (
            "brand_value_per_year",
            "employee_value_per_year",
            "agility_value_per_year",
            "intangible_confidence",
        )
    ]


@pytest.mark.parametrize("scenario", [EVERYTHING_ON, NOTHING])
def test_a_projections_answer_is_made_of_its_measures(scenario: Scenario) -> None:
    projection = project(scenario)
    for name in ANSWERS:
        assert getattr(answer_of(projection), name) == projection.metrics[name]
