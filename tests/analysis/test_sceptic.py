"""What is left of the case under each doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from crmroi.analysis.sceptic import Doubt, sceptic
from crmroi.assumptions import Scenario
from crmroi.model import evaluate_batch, project
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON, same, scenarios


def doubts(scenario: Scenario) -> dict[str, Doubt]:
    found = sceptic(scenario)
    return {doubt.name: doubt for doubt in (*found.doubts, found.together)}


def check(doubt: Doubt, scenario: Scenario, **options: object) -> None:
    metrics = evaluate_batch({}, scenario, measures=("npv", "roi", "total_costs"), **options)
    dust = 1e-9 * metrics["total_costs"][0]
    assert same(doubt.answer.npv, metrics["npv"][0], absolute=dust)
    assert same(doubt.answer.roi, metrics["roi"][0], relative=1e-8)


@settings(max_examples=15)
@given(scenarios(costs_risk=0, gains_risk=0))
def test_each_doubt_is_a_scenario_of_its_own(scenario: Scenario) -> None:
    found = doubts(scenario)
    half = {"finance.gains_risk": 0.5}
    dearer = {"finance.costs_risk": 0.3}
    late = {"adoption.go_live_month": scenario.adoption.go_live_month + 6}
    few = {"adoption.target_rate": min(0.4, scenario.adoption.target_rate)}
    counted = {"kinds": frozenset({"cash", "intangible"})}
    check(found["half_the_gains"], scenario.with_values(half))
    check(found["costs_higher"], scenario.with_values(dearer))
    check(found["later"], scenario.with_values(late))
    check(found["low_adoption"], scenario.with_values(few))
    check(found["time_not_counted"], scenario, **counted)
    check(found["together"], scenario.with_values({**half, **dearer, **late, **few}), **counted)
    month = project(scenario.with_values(late)).metrics["break_even_month"]
    assert found["later"].answer.break_even_month == month


def test_doubts_add_to_risk_factors_that_are_there() -> None:
    scenario = EVERYTHING_ON.with_values({"finance.gains_risk": 0.2, "finance.costs_risk": 5})
    before, found = project(scenario).metrics, doubts(scenario)
    half = (0.5 * before["total_gains"] - before["total_costs"]) / before["total_costs"]
    assert found["half_the_gains"].answer.roi == pytest.approx(half)
    dearer = before["total_gains"] / (1.3 * before["total_costs"]) - 1
    assert found["costs_higher"].answer.roi == pytest.approx(dearer)


def test_the_worst_comes_first_and_all_together_is_told_apart() -> None:
    found = sceptic(Scenario())
    npv = [doubt.answer.npv for doubt in found.doubts]
    assert npv == sorted(npv)
    assert [doubt.rank for doubt in found.doubts] == [1, 2, 3, 4, 5]
    assert found.together.rank == 0
    assert (found.scenario, found.model) == (Scenario(), "crmroi/1")
    assert found.today.npv == project(Scenario()).metrics["npv"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "First to break it: Half the gains."),
        ({"finance.horizon_years": 1}, "The case loses money before any doubt is raised."),
        (
            {"business.leads_per_month": 520},
            "No doubt alone breaks the case; all together do.",
        ),
        ({"business.leads_per_month": 10_000}, "The case stands even with all doubts together."),
    ],
)
def test_what_breaks_the_case_first_is_told(values: dict, words: str) -> None:
    found = sceptic(Scenario().with_values(values))
    assert found.sentence.message == words
    assert (found.first_to_break is None) == (found.doubts[0].answer.npv >= 0)


def test_a_go_live_that_cannot_come_later_is_told() -> None:
    scenario = Scenario().with_values({"adoption.go_live_month": 57, "finance.horizon_years": 10})
    found = sceptic(scenario)
    assert [warning.message for warning in found.warnings] == [
        "Go-live cannot come six months later: month\u00a060 is the last that it may be, and is"
        " taken instead."
    ]
    check(doubts(scenario)["later"], scenario.with_values({"adoption.go_live_month": 60}))
    assert sceptic(Scenario()).warnings == ()


def test_where_no_money_moves_nothing_breaks() -> None:
    found = sceptic(NOTHING)
    assert found.first_to_break is None
    assert {doubt.answer.roi for doubt in found.doubts} == {None}


def test_doubts_are_told_in_words() -> None:
    for doubt in doubts(Scenario()).values():
        assert doubt.label
        assert doubt.meaning.endswith(".")
