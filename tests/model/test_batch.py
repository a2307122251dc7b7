"""Many scenarios at once are what they are one by one, whatever varies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crmroi.assumptions import Scenario, assumptions
from crmroi.model import LINES, MEASURES, evaluate_batch, project
from crmroi.model.batch import chunks
from crmroi.model.finance import IRR_STATUSES
from tests.model.scenarios import EVERYTHING_ON, same, scenarios


def columns(several: list[Scenario]) -> dict[str, list[object]]:
    return {key: [scenario.value(key) for scenario in several] for key in assumptions()}


def check(several: list[Scenario], **options: int) -> None:
    found = evaluate_batch(columns(several), EVERYTHING_ON, **options)
    for at, scenario in enumerate(several):
        expected = project(scenario).metrics
        dust = 1e-10 * (expected["total_costs"] + abs(expected["total_gains"]))
        for name, measure in MEASURES.items():
            here, there = found[name][at], expected[name]
            if measure.form == "status":
                assert IRR_STATUSES[int(here)] == there
            elif measure.form == "money":
                assert same(here, there, absolute=dust), name
            else:
                assert same(here, np.nan if there is None else there, relative=1e-8), name


@settings(max_examples=25)
@given(st.lists(scenarios(), min_size=2, max_size=5))
def test_every_assumption_may_vary_horizon_and_curve_included(several: list[Scenario]) -> None:
    check(several)


@settings(max_examples=15)
@given(st.lists(scenarios(allowed=True), min_size=2, max_size=5))
def test_the_ends_of_the_allowed_ranges_do_no_harm(several: list[Scenario]) -> None:
    found = evaluate_batch(columns(several), EVERYTHING_ON)
    for at, scenario in enumerate(several):
        alone = evaluate_batch(columns([scenario]), EVERYTHING_ON)
        turnover = found["total_costs"][at] + abs(found["total_gains"][at])
        for name in ("total_gains", "total_costs", "npv", "peak_funding"):
            assert same(found[name][at], alone[name][0], absolute=1e-10 * turnover), name


def test_chunks_do_not_show() -> None:
    generator = np.random.default_rng(5)
    varied = {
        "team.users": generator.integers(5, 200, 50),
        "finance.horizon_years": generator.integers(1, 11, 50),
        "adoption.go_live_month": generator.integers(0, 20, 50),
    }
    whole = evaluate_batch(varied, EVERYTHING_ON)
    for name, values in evaluate_batch(varied, EVERYTHING_ON, chunk=7).items():
        np.testing.assert_allclose(values, whole[name], rtol=1e-9)


def test_only_the_measures_asked_for_are_computed() -> None:
    found = evaluate_batch({"team.users": [10, 20]}, Scenario(), measures=("npv", "roi"))
    assert list(found) == ["npv", "roi"]


def test_a_batch_of_nothing_varied_is_the_scenario() -> None:
    assert evaluate_batch({}, Scenario())["npv"][0] == pytest.approx(
        project(Scenario()).metrics["npv"]
    )


def test_kinds_can_be_left_out() -> None:
    found = evaluate_batch({}, EVERYTHING_ON, kinds=frozenset({"cash", "intangible"}))
    projection = project(EVERYTHING_ON)
    names = [line.name for line in LINES if line.kind != "time"]
    totals = {**projection.gains, **projection.costs}
    signs = {line.name: 1 if line.side == "gain" else -1 for line in LINES}
    assert found["net_gain"][0] == pytest.approx(sum(totals[n] * signs[n] for n in names))
    without_cash = evaluate_batch({}, EVERYTHING_ON, kinds=frozenset({"time"}))
    assert without_cash["roi_cash"] == pytest.approx([np.nan], nan_ok=True)


def test_the_cumulative_flow_of_every_scenario_can_be_gone_through() -> None:
    varied = {"team.users": np.arange(10, 30)}
    for place, case in chunks(varied, Scenario(), chunk=8):
        assert case.cumulative.shape == (61, place.stop - place.start)
        alone = project(Scenario().with_values({"team.users": int(varied["team.users"][place][0])}))
        np.testing.assert_allclose(case.cumulative[:, 0], alone.monthly["cumulative"])


@pytest.mark.parametrize(
    ("varied", "message"),
    [
        ({"users": [1]}, "'users' is not an assumption"),
        (
            {"team.users": [1, 2], "team.hourly_cost": [3]},
            r"Columns are of different lengths: \{'team.users': 2, 'team.hourly_cost': 1\}",
        ),
        ({"team.users": [1, 0]}, "team.users: every value must lie from 1 to 100000"),
        ({"team.users": [1.5]}, "team.users: every value must be whole"),
        (
            {"team.hourly_cost": [np.nan]},
            r"team.hourly_cost: every value must lie from 0 to 1e\+12",
        ),
        ({"gains.include_intangibles": [2]}, "gains.include_intangibles: every value must lie"),
        ({"adoption.curve": ["steep"]}, "adoption.curve: 'steep' is not one of logistic"),
    ],
)
def test_what_the_model_does_not_allow_is_refused(varied: dict, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        evaluate_batch(varied, Scenario())


OTHER = {"curve": "linear", "include_intangibles": False}


@pytest.mark.parametrize("key", assumptions())
def test_no_assumption_is_without_effect(key: str) -> None:
    item = assumptions()[key]
    low, high = item.plausible or (0, 0)
    today = EVERYTHING_ON.value(key)
    other = OTHER.get(item.name, high if today != high else low)
    before, after = project(EVERYTHING_ON), project(EVERYTHING_ON.with_values({key: other}))
    assert before.metrics["npv"] != after.metrics["npv"]
    batch = evaluate_batch({key: [today, other]}, EVERYTHING_ON, measures=("npv",))["npv"]
    assert batch[0] != batch[1]
