"""A scenario means what the definitions say: held to the reference cases, to our own golden ones
and to a plain month loop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from crmroi.assumptions import Scenario, assumptions
from crmroi.model import LINES, MEASURES, Projection, project
from tests.model.scenarios import EVERYTHING_ON, fields_of, same, scenarios
from tests.model.slow import answer
from tests.support import shared_files

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.json"))
SERIES = {
    "net", "cumulative", "adoption", "total_gains", "total_costs",
    "revenue_with", "revenue_without", "customers_with", "customers_without",
}  # fmt: skip


def differences(projection: Projection, expected: dict[str, Any], **tolerance: float) -> list[str]:
    """Every expected number that the projection does not give."""
    found: list[tuple[str, Any, Any]] = []
    for part in ("metrics", "gains", "costs"):
        given_part = getattr(projection, part)
        assert set(expected[part]) <= set(given_part)
        found += [(name, given_part[name], value) for name, value in expected[part].items()]
    series = expected.get("monthly") or {k: v for k, v in expected.items() if k in SERIES}
    assert set(series) == SERIES
    found += [(name, projection.monthly[name], values) for name, values in series.items()]
    return [name for name, here, there in found if not same(here, there, **tolerance)]


@pytest.mark.parametrize("path", shared_files("cases/*.json"))
def test_a_reference_case_is_met_to_nine_digits(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    assert differences(project(Scenario.from_mapping(case["scenario"])), case["expected"]) == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_golden_case_is_met_to_nine_digits(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    projection = project(Scenario.from_mapping(case["scenario"]))
    assert differences(projection, case["expected"]) == []
    assert set(case["expected"]["metrics"]) == set(projection.metrics)


@settings(max_examples=25)
@given(scenarios())
def test_the_engine_says_what_a_plain_month_loop_says(scenario: Scenario) -> None:
    expected = answer(fields_of(scenario))
    turnover = sum(expected["monthly"]["total_gains"]) + sum(expected["monthly"]["total_costs"])
    assert differences(project(scenario), expected, relative=1e-8, absolute=1e-10 * turnover) == []


def test_the_measures_come_in_the_order_of_their_declaration() -> None:
    assert list(project(Scenario()).metrics) == list(MEASURES)


def test_gains_and_costs_list_every_line_once_in_declared_order() -> None:
    projection = project(Scenario())
    assert [*projection.gains, *projection.costs] == [line.name for line in LINES]
    assert list(projection.lines) == [line.name for line in LINES]


def test_figures_are_plain_numbers_and_months_whole() -> None:
    metrics = project(Scenario()).metrics
    assert {type(value) for value in metrics.values()} == {float, int, str}
    assert type(metrics["break_even_month"]) is int


def test_the_case_with_everything_on_leaves_no_line_at_nothing() -> None:
    projection = project(EVERYTHING_ON)
    assert all({**projection.gains, **projection.costs}.values())


def test_a_year_is_the_sum_of_its_twelve_months_and_month_0_stands_alone() -> None:
    projection = project(Scenario())
    costs = projection.monthly["total_costs"]
    by_year = projection.by_year(costs)
    assert len(by_year) == 6
    assert by_year[0] == costs[0]
    assert by_year[2] == pytest.approx(costs[13:25].sum())
    assert by_year.sum() == pytest.approx(projection.metrics["total_costs"])


def test_lines_are_summed_by_side_kind_theme_and_hidden() -> None:
    projection = project(EVERYTHING_ON)
    training = projection.sum_of(side="cost", kind="time", theme="training", hidden=False)
    wanted = (
        projection.lines["initial_training_time"] + projection.lines["continuing_training_time"]
    )
    assert same(training, wanted)
    assert same(projection.sum_of(side="gain"), projection.monthly["total_gains"])


# ---- laws


@given(scenarios(discount_rate=0.0))
def test_at_a_rate_of_nothing_the_npv_is_the_net_gain(scenario: Scenario) -> None:
    metrics = project(scenario).metrics
    assert same(metrics["npv"], metrics["net_gain"], absolute=1e-9 * metrics["total_costs"])
    assert metrics["discounted_break_even_month"] == metrics["break_even_month"]


@given(scenarios())
def test_cash_time_and_intangible_lines_sum_to_the_whole(scenario: Scenario) -> None:
    projection = project(scenario)
    for side, total in (("gain", "total_gains"), ("cost", "total_costs")):
        kinds = [projection.sum_of(side=side, kind=kind) for kind in ("cash", "time", "intangible")]
        assert same(np.sum(kinds, axis=0), projection.monthly[total], absolute=1e-6)
        assert same(np.sum(kinds), projection.metrics[total], absolute=1e-6)


@given(scenarios())
def test_at_its_internal_rate_a_case_is_worth_nothing(scenario: Scenario) -> None:
    projection = project(scenario)
    rate = projection.metrics["irr"]
    if rate is None or rate < -0.999:  # nearer to −100 % too few digits of 1 + rate are left
        return
    present = projection.monthly["net"] / (1 + rate) ** (projection.months / 12)
    assert abs(present.sum()) <= 1e-9 * np.abs(present).sum()


@given(scenarios())
def test_another_unit_of_money_changes_amounts_and_no_rate_or_month(scenario: Scenario) -> None:
    thousand = {
        key: 1000 * scenario.value(key) for key, item in assumptions().items() if item.unit.is_money
    }
    before, after = project(scenario).metrics, project(scenario.with_values(thousand)).metrics
    for name, measure in MEASURES.items():
        scale = 1000 if measure.form == "money" else 1
        if isinstance(before[name], float):
            dust = 1e-9 * before["total_costs"] * scale if scale == 1000 else 1e-9
            assert same(after[name], before[name] * scale, absolute=dust), name
        else:
            assert after[name] == before[name], name


@given(scenarios(allowed=True, users=30))
def test_the_shares_of_the_levers_sum_to_the_gain_from_sales(scenario: Scenario) -> None:
    projection = project(scenario)
    monthly = projection.monthly
    gained = monthly["revenue_with"] - monthly["revenue_without"]
    gain = gained * scenario.business.gross_margin * (1 - scenario.finance.gains_risk)
    shares = [
        projection.lines[name]
        for name in ("conversion", "order_value", "repeat_orders", "retention")
    ]
    dust = 1e-12 * (monthly["revenue_with"] + monthly["revenue_without"]).max()
    assert same(np.sum(shares, axis=0), gain, absolute=dust)


def test_a_lever_that_is_not_pulled_gets_exactly_nothing() -> None:
    scenario = EVERYTHING_ON.with_values({"gains.repeat_order_uplift": 0})
    assert project(scenario).gains["repeat_orders"] == 0.0


@given(
    scenarios(
        productivity_dip_months=0, conversion_uplift=0.05, order_value_uplift=0.02,
        repeat_order_uplift=0.03, churn_reduction=0.05, short_term_lag_months=0,
        usage_hours_per_user_per_week=0.5, hours_saved_per_user_per_week=2,
        productivity_recapture=0.5, gains_risk=0.0, costs_risk=0.0, staff_turnover=0.0,
        continuing_training_hours_per_user_per_year=0, maintenance_rate=0.0,
        future_customisation_per_year=0,
    )
)  # fmt: skip
def test_going_live_later_never_helps_where_use_gains_more_than_it_costs(
    scenario: Scenario,
) -> None:
    """Each month of use saves twice the time that it takes, and sells more."""
    month = scenario.adoption.go_live_month
    later = scenario.with_values({"adoption.go_live_month": min(month + 1, 60)})
    now, then = project(scenario).metrics, project(later).metrics
    assert then["npv"] <= now["npv"] + 1e-9 * now["total_costs"]


# ---- the edges of time


def edge(**values: object) -> Projection:
    names = {key.rpartition(".")[2]: key for key in EVERYTHING_ON.values()}
    return project(EVERYTHING_ON.with_values({names[name]: v for name, v in values.items()}))


def test_going_live_at_the_horizon_gains_nothing_and_one_month_before_one_month() -> None:
    at_horizon = edge(horizon_years=2, go_live_month=24, curve="immediate", short_term_lag_months=0)
    assert not at_horizon.monthly["total_gains"].any()
    assert not at_horizon.monthly["adoption"].any()
    month_before = edge(
        horizon_years=2, go_live_month=23, curve="immediate", short_term_lag_months=0
    )
    assert np.flatnonzero(month_before.monthly["adoption"]).tolist() == [24]
    assert np.flatnonzero(month_before.lines["legacy_tools"]).tolist() == [24]
    assert np.flatnonzero(month_before.lines["productivity_dip"]).tolist() == [24]


def test_the_first_month_of_use_is_the_one_after_go_live() -> None:
    monthly = edge(go_live_month=3, ramp_months=0).monthly
    assert monthly["adoption"][:5].tolist() == [0, 0, 0, 0, 0.75]


def test_a_ramp_that_ends_with_the_horizon_reaches_the_target_in_its_last_month() -> None:
    monthly = edge(horizon_years=1, go_live_month=2, ramp_months=10).monthly
    assert monthly["adoption"][12] == 0.75
    assert monthly["adoption"][11] < 0.75


def test_a_lag_as_long_as_what_is_left_of_the_horizon_leaves_nothing_of_its_gains() -> None:
    lagged = edge(
        horizon_years=1, go_live_month=2, ramp_months=0, long_term_lag_months=10,
        medium_term_lag_months=9,
    )  # fmt: skip
    assert lagged.gains["brand"] == 0
    assert np.flatnonzero(lagged.monthly["medium"]).tolist() == [12]


def test_gains_recurring_costs_and_revenue_are_nothing_in_month_0() -> None:
    projection = project(EVERYTHING_ON)
    assert not any(projection.lines[name][0] for name in projection.gains)
    assert projection.lines["licences"][0] == 0
    assert projection.monthly["revenue_with"][0] == 0
    assert projection.monthly["customers_with"][0] == EVERYTHING_ON.business.customers


@pytest.mark.parametrize("years", [1, 10])
def test_the_shortest_and_the_longest_horizon_are_counted_to_their_last_month(years: int) -> None:
    projection = edge(horizon_years=years)
    assert projection.months.tolist() == list(range(12 * years + 1))
    assert projection.lines["licences"][-1] > 0
