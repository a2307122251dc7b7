"""Two companies side by side, and what each lever contributes."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.model import project
from crmroi.model.customers import LEVERS, shapley
from tests.model.scenarios import EVERYTHING_ON, fields_of
from tests.model.slow import shares_of_levers

UPLIFTS = {
    "conversion": "gains.conversion_uplift",
    "order_value": "gains.order_value_uplift",
    "repeat_orders": "gains.repeat_order_uplift",
    "retention": "gains.churn_reduction",
}

worths = st.lists(st.floats(-1e6, 1e6), min_size=16, max_size=16).map(
    lambda values: np.array(values).reshape(2, 2, 2, 2)
)


@given(worths)
def test_a_share_is_the_mean_contribution_over_all_orders(worth: np.ndarray) -> None:
    shares = shapley(worth)
    for axis, lever in enumerate(LEVERS):
        contributions = []
        for order in permutations(range(4)):
            pulled = [0, 0, 0, 0]
            for other in order[: order.index(axis)]:
                pulled[other] = 1
            before = worth[tuple(pulled)]
            pulled[axis] = 1
            contributions.append(worth[tuple(pulled)] - before)
        assert shares[lever] == pytest.approx(np.mean(contributions), rel=1e-9, abs=1e-6)


@given(worths)
def test_shares_sum_to_what_all_levers_add(worth: np.ndarray) -> None:
    total = sum(float(share) for share in shapley(worth).values())
    assert total == pytest.approx(worth[1, 1, 1, 1] - worth[0, 0, 0, 0], rel=1e-9, abs=1e-6)


def test_shares_are_those_of_really_pulling_the_levers_in_every_order() -> None:
    gains = project(EVERYTHING_ON).gains
    keep = 1 - EVERYTHING_ON.finance.gains_risk
    for lever, share in shares_of_levers(fields_of(EVERYTHING_ON)).items():
        assert gains[lever] == pytest.approx(share * keep, rel=1e-10)


@pytest.mark.parametrize("lever", LEVERS)
def test_a_lever_alone_gets_all_of_the_gain(lever: str) -> None:
    alone = dict.fromkeys(UPLIFTS.values(), 0.0) | {UPLIFTS[lever]: 0.05}
    projection = project(EVERYTHING_ON.with_values(alone))
    shares = {name: projection.gains[name] for name in LEVERS}
    monthly = projection.monthly
    gained = (monthly["revenue_with"] - monthly["revenue_without"]).sum()
    margin = EVERYTHING_ON.business.gross_margin * (1 - EVERYTHING_ON.finance.gains_risk)
    assert shares.pop(lever) == pytest.approx(gained * margin)
    assert set(shares.values()) == {0.0}


def test_a_negative_uplift_takes_from_the_gain() -> None:
    worse = EVERYTHING_ON.with_values({"gains.order_value_uplift": -0.1})
    assert project(worse).gains["order_value"] < 0


def test_no_more_than_all_leads_are_won_and_no_more_than_all_customers_lost() -> None:
    extreme = EVERYTHING_ON.with_values(
        {
            "business.conversion_rate": 0.9,
            "gains.conversion_uplift": 5,
            "business.retention_rate": 0,
            "gains.churn_reduction": -5,
            "adoption.go_live_month": 0,
            "adoption.curve": "immediate",
            "gains.medium_term_lag_months": 0,
            "gains.long_term_lag_months": 0,
        }
    )
    customers = project(extreme).monthly["customers_with"]
    assert customers[1:] == pytest.approx(EVERYTHING_ON.business.leads_per_month)
