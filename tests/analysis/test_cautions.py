"""What a simulation should be read with."""

from __future__ import annotations

from crmroi.analysis.cautions import cautions, leaning
from crmroi.analysis.draws import Uncertainty
from crmroi.analysis.ranges import with_ranges
from crmroi.assumptions import Scenario
from crmroi.model import project
from crmroi.text import Quantity, Unit, round_money
from tests.analysis.cases import with_pairs

RANGE = {"adoption.target_rate": (0.5, 0.75, 0.9)}


def warnings(scenario: Scenario) -> list[str]:
    return [warning.message for warning in cautions(scenario, Uncertainty.of(scenario))]


def test_a_range_around_todays_value_is_no_matter() -> None:
    assert warnings(with_ranges(Scenario(), RANGE)) == []


def test_without_ranges_nothing_is_simulated() -> None:
    still = [
        "No assumption has a range, so every draw is the same case. Give the uncertain ones a"
        " low, a likeliest and a high value."
    ]
    assert warnings(Scenario()) == still
    assert warnings(with_ranges(Scenario(), {"adoption.target_rate": (0.75,) * 3})) == still


def test_another_mode_is_another_case() -> None:
    scenario = with_ranges(Scenario().with_values({"adoption.target_rate": 0.6}), RANGE)
    assert warnings(scenario) == [
        "Users who work in it: the likeliest value of its range is 75%, but the scenario counts"
        " 60%. The simulation is of another case: bring the two together."
    ]


def test_a_mode_that_rounds_to_todays_whole_value_is_the_same_case() -> None:
    assert warnings(with_ranges(Scenario(), {"adoption.go_live_month": (0, 3.4, 9)})) == []


def test_risk_factors_count_the_risk_twice() -> None:
    scenario = Scenario().with_values({"finance.gains_risk": 0.1, "finance.costs_risk": 0.2})
    assert warnings(with_ranges(scenario, RANGE)) == [
        "Risk taken off gains is 10%, and the simulation draws the risk as well: it is counted"
        " twice. Set it to 0.",
        "Risk added to costs is 20%, and the simulation draws the risk as well: it is counted"
        " twice. Set it to 0.",
    ]


def test_a_risk_factor_that_is_drawn_is_one_too() -> None:
    ranges = {**RANGE, "finance.gains_risk": (0, 0, 0.3)}
    assert warnings(with_ranges(Scenario(), ranges)) == [
        "Risk taken off gains is 30%, and the simulation draws the risk as well: it is counted"
        " twice. Set it to 0."
    ]


def test_a_correlation_with_what_has_no_range_counts_for_nothing() -> None:
    pair = ("adoption.target_rate", "gains.conversion_uplift", 0.5)
    assert warnings(with_pairs(with_ranges(Scenario(), RANGE), pair)) == [
        "Users who work in it and More leads won are to move together, but More leads won has no"
        " range: the correlation counts for nothing. Give it a range."
    ]


def test_ranges_that_reach_further_up_than_down_are_told() -> None:
    today = float(project(Scenario()).metrics["npv"])
    (found,) = leaning(Scenario(), {25: today + 1, 75: today + 2})
    assert found.message == (
        "Three of four cases drawn are worth more than the scenario itself "
        f"({Quantity(round_money(today), Unit.MONEY, 'EUR')} today): the ranges reach further up "
        "than down. Check their high ends before the likelihood is quoted."
    )


def test_ranges_that_reach_further_down_are_told_and_even_ones_are_not() -> None:
    today = float(project(Scenario()).metrics["npv"])
    (found,) = leaning(Scenario(), {25: today - 2, 75: today - 1})
    assert found.message.startswith("Three of four cases drawn are worth less than")
    assert list(leaning(Scenario(), {25: today - 1, 75: today + 1})) == []
    assert list(leaning(Scenario(), {25: today + 1, 75: today + 1})) == []
