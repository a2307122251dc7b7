"""How far an assumption may lie from today's value."""

from __future__ import annotations

import pytest

from crmroi.analysis.ranges import (
    around_today,
    drawn_case,
    numeric,
    span,
    starting_ranges,
    with_ranges,
)
from crmroi.assumptions import Scenario, ScenarioError, assumptions


def test_without_a_range_of_its_own_an_assumption_spans_its_plausible_one() -> None:
    assert span(Scenario(), "adoption.target_rate") == (0.4, 0.9)


def test_a_span_is_widened_to_hold_todays_value() -> None:
    scenario = Scenario().with_values({"adoption.target_rate": 0.2, "team.users": 900})
    assert span(scenario, "adoption.target_rate") == (0.2, 0.9)
    assert span(scenario, "team.users") == (1, 900)


def test_the_scenarios_own_range_comes_first_and_is_widened_too() -> None:
    ranges = {"adoption.target_rate": (0.5, 0.6, 0.7), "adoption.go_live_month": (1.5, 2.0, 6.5)}
    scenario = with_ranges(Scenario(), ranges)
    assert span(scenario, "adoption.target_rate") == (0.5, 0.75)
    assert span(scenario, "adoption.go_live_month") == (2, 6)


def test_ranges_to_start_from_have_todays_value_as_the_likeliest() -> None:
    found = starting_ranges(Scenario().with_values({"adoption.target_rate": 0.95}))
    assert found["adoption.target_rate"] == (0.4, 0.95, 0.95)
    assert {key.partition(".")[0] for key in found} == {"adoption", "gains"}
    assert "adoption.curve" not in found
    assert "gains.include_intangibles" not in found


def test_ranges_can_be_asked_for_by_name_and_the_scenarios_own_stay() -> None:
    scenario = with_ranges(Scenario(), {"team.users": (10, 25, 40)})
    found = starting_ranges(scenario, ["team.users", "team.hourly_cost"])
    assert found == {"team.users": (10, 25, 40), "team.hourly_cost": (15, 60, 150)}


def test_every_starting_range_is_one_that_a_scenario_can_hold() -> None:
    keys = [key for key, item in assumptions().items() if item.numeric]
    ranges = starting_ranges(Scenario(), keys)
    assert with_ranges(Scenario(), ranges).uncertainty == ranges


def test_ranges_follow_the_value_of_today_and_what_is_certain_stays_so() -> None:
    ranges = {
        "adoption.target_rate": (0.6, 0.75, 0.9),
        "gains.conversion_uplift": (0.02, 0.05, 0.1),
        "adoption.go_live_month": (3, 3, 3),
    }
    given = with_ranges(Scenario(), ranges)
    assert around_today(given).uncertainty == ranges
    moved = given.with_values(
        {
            "adoption.target_rate": 0.5,
            "gains.conversion_uplift": 0.08,
            "adoption.go_live_month": 9,
        }
    )
    assert around_today(moved).uncertainty == {
        "adoption.target_rate": (0.5, 0.5, 0.9),
        "gains.conversion_uplift": (0.02, 0.08, 0.1),
        "adoption.go_live_month": (9, 9, 9),
    }


def test_a_case_is_drawn_from_its_own_ranges_alone_else_from_plausible_ones() -> None:
    own = with_ranges(Scenario(), {"team.users": (20, 25, 40)})
    assert drawn_case(own) == own
    assert drawn_case(Scenario()).uncertainty == starting_ranges(Scenario())


def test_ranges_that_cannot_be_are_all_refused_together() -> None:
    with pytest.raises(ScenarioError) as error:
        with_ranges(Scenario(), {"team.users": (0, 5, 9), "adoption.target_rate": (0.9, 0.5, 1)})
    assert len(error.value.problems) == 2


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "adoption.curve",
            "adoption.curve (Adoption curve): the field holds no number that could be moved."
            " Name another field.",
        ),
        (
            "adoption.target_rat",
            "“target_rat” is not a field. Did you mean “target_rate”?",
        ),
    ],
)
def test_what_holds_no_number_cannot_be_ranged_over(key: str, message: str) -> None:
    with pytest.raises(ScenarioError) as error:
        numeric(key)
    assert str(error.value) == message
