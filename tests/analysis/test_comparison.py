"""Scenarios side by side."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings

from crmroi.analysis.comparison import Overtake, compare, overtakes, share_better, simulate_all
from crmroi.analysis.ranges import with_ranges
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario, ScenarioError
from crmroi.model import LINES, project
from tests.analysis.cases import RANGES, UNCERTAIN
from tests.golden.__main__ import NOTHING
from tests.model.scenarios import EVERYTHING_ON, same, scenarios

CUSTOM = Scenario(name="Custom").with_values(
    {
        "costs.custom_development": 150_000,
        "costs.licence_per_user_per_month": 0,
        "gains.conversion_uplift": 0.12,
        "adoption.go_live_month": 9,
    }
)
STANDARD = Scenario(name="Standard")


@settings(max_examples=15)
@given(scenarios(), scenarios())
def test_the_difference_line_by_line_adds_up(one: Scenario, other: Scenario) -> None:
    (found,) = compare([one, other]).differences
    first, second = project(one), project(other)
    assert [step.line for step in found.steps] == [line.name for line in LINES]
    for name, ends in (("net_gain", found.net_gains), ("npv", found.npvs)):
        assert ends == (first.metrics[name], second.metrics[name])
        total = math.fsum(getattr(step, name) for step in found.steps)
        scale = max(1.0, abs(ends[0]), abs(ends[1]))
        assert abs(total - (ends[1] - ends[0])) <= 1e-9 * max(1.0, 1e-6 * scale)
    dust = 1e-9 * (first.metrics["total_costs"] + second.metrics["total_costs"])
    for step in found.steps:
        change = second.lines[step.line].sum() - first.lines[step.line].sum()
        sign = 1 if step.declared.side == "gain" else -1
        assert same(step.net_gain, sign * change, absolute=dust)


def test_costs_and_gains_by_line_and_year_are_those_of_the_projection() -> None:
    found = compare([STANDARD, CUSTOM])
    for member, scenario in zip(found.members, (STANDARD, CUSTOM), strict=True):
        metrics = project(scenario).metrics
        costs = [amount for years in member.costs.values() for amount in years]
        gains = [amount for years in member.gains.values() for amount in years]
        assert math.fsum(costs) == pytest.approx(metrics["total_costs"])
        assert math.fsum(gains) == pytest.approx(metrics["total_gains"])
        assert {len(years) for years in member.costs.values()} == {6}
        assert member.measures == metrics
    assert found.members[1].costs["custom_development"] == (150_000, 0, 0, 0, 0, 0)
    assert (found.scenarios, found.model) == ((STANDARD, CUSTOM), "crmroi/1")


def test_the_month_of_overtaking_is_found_and_told() -> None:
    found = compare([STANDARD, CUSTOM])
    (overtake,) = found.overtakes
    assert (overtake.ahead, overtake.behind) == (1, 0)
    lead = np.subtract(*(member.projection.monthly["cumulative"] for member in found.members))
    assert lead[overtake.month - 1] > 0 > lead[overtake.month]
    month = f"month\u00a0{overtake.month}"
    assert found.sentence(overtake).message == f"Custom overtakes Standard in {month}."


@settings(max_examples=15)
@given(scenarios(), scenarios())
def test_who_leads_changes_at_each_overtaking_and_only_there(
    one: Scenario, other: Scenario
) -> None:
    projections = [project(one), project(other)]
    found = overtakes(projections)
    months = min(len(each.months) for each in projections)
    lead = np.subtract(*(each.monthly["cumulative"][:months] for each in projections))
    dust = 1e-9 * max(each.metrics["total_costs"] for each in projections)
    signs = np.sign(lead[np.abs(lead) > dust])
    assert len(found) == np.count_nonzero(signs[1:] != signs[:-1])
    for overtake in found:
        assert (lead[overtake.month] > 0) == (overtake.ahead == 0)


def test_to_lead_from_the_start_or_to_be_the_same_is_not_to_overtake() -> None:
    assert overtakes([project(STANDARD), project(STANDARD)]) == ()
    assert overtakes([project(NOTHING), project(STANDARD)]) == (Overtake(25, 1, 0),)
    assert project(STANDARD).metrics["break_even_month"] == 25


def test_unnamed_scenarios_are_counted() -> None:
    found = compare([STANDARD, Scenario()])
    assert [member.name for member in found.members] == ["Standard", "Scenario 2"]


@pytest.mark.parametrize("count", [1, 6])
def test_two_to_five_are_compared(count: int) -> None:
    with pytest.raises(ScenarioError) as error:
        compare([STANDARD] * count)
    said = f"A comparison has 2 to 5 scenarios, here {count}: add or remove some."
    assert str(error.value) == said
    assert len(compare([STANDARD] * 5).members) == 5


def test_two_currencies_are_not_compared() -> None:
    with pytest.raises(ScenarioError) as error:
        compare([STANDARD, Scenario(currency="USD")])
    assert str(error.value) == (
        "Amounts in EUR, USD cannot be compared. Enter all scenarios in one currency."
    )


def test_scenarios_that_are_not_counted_alike_are_told() -> None:
    other = Scenario().with_values({"finance.horizon_years": 3, "finance.discount_rate": 0.05})
    found = compare([STANDARD, other])
    assert [warning.message for warning in found.warnings] == [
        f"{label} is not the same in all scenarios: part of the difference comes from how they"
        " are counted. Enter the same value in all."
        for label in ("Years counted", "Discount rate")
    ]
    assert compare([STANDARD, CUSTOM]).warnings == ()


def test_risks_are_taken_on_the_same_draws() -> None:
    dearer = UNCERTAIN.with_values({"costs.licence_per_user_per_month": 80})
    one, other = simulate_all([UNCERTAIN, dearer], draws=128, seed=4)
    assert one.npv_of_draws.tolist() == simulate(UNCERTAIN, draws=128, seed=4).npv_of_draws.tolist()
    lost = one.npv_of_draws - other.npv_of_draws
    assert lost == pytest.approx(lost[0], rel=1e-6)
    assert share_better(one, other) == 1
    assert share_better(other, one) == 0


def test_only_the_same_draws_can_be_paired() -> None:
    one, other = (simulate(UNCERTAIN, draws=8, seed=seed) for seed in (1, 2))
    with pytest.raises(ValueError, match="only simulations with the same seed"):
        share_better(one, other)


def test_all_can_be_stopped_at_once() -> None:
    found = simulate_all(
        [UNCERTAIN, with_ranges(EVERYTHING_ON, RANGES)],
        draws=16_384,
        keep_going=lambda _done, _wanted: False,
    )
    assert len(found) == 1
    assert found[0].stopped
