"""What must be true: the answer put back meets the goal, and just beyond it does not."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crmroi.analysis.goals import Goal
from crmroi.analysis.solve import Solution, must_be_true, solve
from crmroi.analysis.solve_words import rounded, sentence
from crmroi.assumptions import FRONT, Scenario, ScenarioError, assumptions
from crmroi.model import project
from tests.analysis.cases import NUMERIC
from tests.model.scenarios import scenarios

GOALS = st.one_of(
    st.just(Goal()),
    st.floats(-0.5, 3).map(lambda target: Goal("roi", target)),
    st.integers(0, 60).map(lambda month: Goal("break_even_month", month)),
)


def meets(scenario: Scenario, key: str, value: float, goal: Goal) -> bool:
    found = project(scenario.with_values({key: value})).metrics[goal.measure]
    return bool(goal.met(np.array([np.nan if found is None else found]))[0])


@settings(max_examples=60)
@given(scenarios(), st.sampled_from(NUMERIC), GOALS)
def test_the_answer_put_back_meets_its_goal(scenario: Scenario, item, goal: Goal) -> None:
    found = solve(scenario, item.key, goal)
    assume(found.value is not None)
    assert meets(scenario, item.key, found.value, goal)
    assert meets(scenario, item.key, rounded(found), goal)
    if goal.measure == "npv" and item.kind != "whole":
        metrics = project(scenario.with_values({item.key: found.value})).metrics
        assert abs(metrics["npv"]) <= 1e-6 * metrics["total_costs"]


@settings(max_examples=40)
@given(scenarios(), st.sampled_from(NUMERIC), GOALS)
def test_intervals_lie_in_order_and_end_where_the_goal_is_lost(
    scenario: Scenario, item, goal: Goal
) -> None:
    found = solve(scenario, item.key, goal)
    low, high = item.allowed
    flat = [end for interval in found.holds for end in interval]
    assert flat == sorted(flat)
    assert all(low <= end <= high for end in flat)
    assert found.met_today == meets(scenario, item.key, scenario.value(item.key), goal)
    assert found.met_today == any(a <= found.today <= b for a, b in found.holds)
    step = 1 if item.kind == "whole" else 1e-9 * max(1, *item.plausible)
    for first, last in found.holds:
        if first > low:
            assert not meets(scenario, item.key, max(low, first - step), goal)
        if last < high:
            assert not meets(scenario, item.key, min(high, last + step), goal)


@pytest.mark.parametrize(
    ("status", "goal"),
    [("always", Goal("npv", -1e15)), ("never", Goal("npv", 1e15))],
)
def test_a_goal_can_be_met_always_or_never(status: str, goal: Goal) -> None:
    found = solve(Scenario(), "adoption.target_rate", goal)
    assert found.status == status
    assert found.value is None
    assert rounded(found) is None
    assert found.holds == (((0.0, 1.0),) if status == "always" else ())


def test_a_known_edge_is_found() -> None:
    """Each unit of a one-off cost takes exactly 1.15 off the worth: contingency is 15 %."""
    key = "costs.installation"
    scenario = Scenario().with_values({"costs.maintenance_rate": 0})
    npv = project(scenario).metrics["npv"]
    found = solve(scenario, key)
    assert found.value == pytest.approx(scenario.costs.installation + npv / 1.15, rel=1e-12)
    assert found.holds == ((0.0, found.value),)


def test_whole_numbers_give_the_last_one_that_meets_it() -> None:
    found = solve(Scenario(), "adoption.go_live_month")
    assert isinstance(found.value, int)
    assert meets(Scenario(), found.assumption, found.value, found.goal)
    assert not meets(Scenario(), found.assumption, found.value + 1, found.goal)
    assert solve(Scenario(), "team.users").holds == ((1, solve(Scenario(), "team.users").value),)


def test_of_several_edges_the_one_nearest_today_is_told() -> None:
    """More users cost more, and with hours saved also gain more, until their time is worth less."""
    scenario = Scenario().with_values({"team.users": 30, "gains.hours_saved_per_user_per_week": 4})
    found = solve(scenario, "team.users", Goal("roi", 1.2))
    edges = {end for interval in found.holds for end in interval} - {1, 100_000}
    assert found.value == min(edges, key=lambda edge: abs(edge - 30))


def test_the_front_assumptions_are_solved_together() -> None:
    assert [each.assumption for each in must_be_true(Scenario())] == list(FRONT)
    assert must_be_true(Scenario(), Goal("roi", 1), ["team.users"]) == (
        solve(Scenario(), "team.users", Goal("roi", 1)),
    )


def test_what_holds_no_number_cannot_be_solved_for() -> None:
    with pytest.raises(ScenarioError):
        solve(Scenario(), "adoption.curve")


def test_a_result_says_what_it_was_made_of() -> None:
    found = solve(Scenario(), "team.users")
    assert (found.scenario, found.goal, found.model) == (Scenario(), Goal(), "crmroi/1")
    assert (found.today, found.met_today) == (25, True)


def solution(
    key: str,
    status: str,
    value: float | None,
    *holds: tuple[float, float],
    today: float | None = None,
) -> Solution:
    now = float(Scenario().value(key)) if today is None else today
    return Solution(Scenario(), key, Goal(), now, True, status, value, holds)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            solution("adoption.target_rate", "value", 0.5137, (0.5137, 1), today=0.45),
            "Users who work in it must reach 52%.",
        ),
        (
            solution("adoption.target_rate", "value", 0.5137, (0.5137, 1), today=0.75),
            "Users who work in it must stay at 52% at least.",
        ),
        (
            solution("costs.licence_per_user_per_month", "value", 151.37, (0, 151.37)),
            "Licence per user may reach €151/month at most.",
        ),
        (
            solution("adoption.go_live_month", "value", 7, (0, 7)),
            "Go-live may reach month\u00a07 at most.",
        ),
        (
            solution("adoption.target_rate", "value", 0.3333, (0.3333, 0.6666)),
            "Users who work in it must lie from 34% to 66%.",
        ),
        (
            solution("adoption.target_rate", "value", 0.5031, (0.5031, 0.5033)),
            "Users who work in it must lie from 50.31% to 50.33%.",
        ),
        (
            solution("gains.churn_reduction", "value", 0.1, (0.1, 1), today=0.05),
            "Fewer customers lost must reach −10%.",
        ),
        (
            solution("gains.churn_reduction", "value", 0.1, (0.1, 1), today=0.2),
            "Fewer customers lost must stay at −10% at least.",
        ),
        (
            solution("gains.churn_reduction", "value", -0.08, (-0.08, 1)),
            "Fewer customers lost may reach +8% at most.",
        ),
        (
            solution("team.users", "always", None, (1, 100_000)),
            "Users may be anything: the goal is met at every value.",
        ),
        (
            solution("team.users", "never", None),
            "Users cannot do it alone: the goal is met at no value.",
        ),
    ],
)
def test_an_answer_is_a_sentence(found: Solution, words: str) -> None:
    assert sentence(found).message == words
    assert sentence(found).field == found.assumption


def test_a_case_with_one_cost_may_spend_anything_up_to_the_edge() -> None:
    """Without any cost there is no return to meet a goal, yet less than the edge is no worse."""
    costs = {key: 0 for key in assumptions() if key.startswith("costs.")}
    scenario = Scenario().with_values({**costs, "costs.installation": 60_000})
    found = solve(scenario, "costs.installation", Goal("roi", 1))
    assert found.holds[0][0] > 0
    words = sentence(found).message
    assert re.fullmatch(r"Installation may reach €[\d,]+ at most\.", words)


@settings(max_examples=40)
@given(st.sampled_from([item for item in NUMERIC if item.kind == "number"]), st.floats(0, 1))
def test_a_rounded_value_lies_within(item, place: float) -> None:
    low, high = item.plausible
    edge = low + place * (high - low)
    assume(item.allowed[0] < edge < item.allowed[1])
    most, least = (item.allowed[0], edge), (edge, item.allowed[1])
    assert rounded(solution(item.key, "value", edge, most)) <= edge
    assert rounded(solution(item.key, "value", edge, least)) >= edge
    assert assumptions()[item.key].step is not None
