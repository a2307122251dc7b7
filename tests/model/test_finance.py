"""Measures of cash flows, beside numpy-financial where that is right."""

from __future__ import annotations

import numpy as np
import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.model import finance

amounts = st.floats(-1e6, 1e6).map(lambda amount: round(amount, 2))
flows = st.lists(amounts, min_size=2, max_size=60).map(np.array)
rates = st.floats(0, 0.2)


def column(flow: np.ndarray) -> np.ndarray:
    return flow[:, None]


@given(flows, rates)
def test_the_npv_is_numpy_financials(flow: np.ndarray, rate: float) -> None:
    found = finance.npv(column(flow), np.array([rate]))
    assert found[0] == pytest.approx(npf.npv(rate, flow), rel=1e-9, abs=1e-6)


@given(flows, rates)
def test_the_mirr_is_numpy_financials_over_periods_of_a_year(flow: np.ndarray, rate: float) -> None:
    last = len(flow) - 1
    inflow, outflow = finance.split_flows(column(flow))
    factors = finance.discount_factors(np.array([rate]), last)
    found = finance.mirr(inflow, outflow, factors, np.array([rate]), np.array([float(last)]))[0]
    if inflow.any() and outflow.any():
        assert found == pytest.approx(npf.mirr(flow, rate, rate), rel=1e-9, abs=1e-9)
    else:
        assert np.isnan(found)


def test_a_month_compounds_to_a_year() -> None:
    monthly = finance.monthly_rate(np.array([0.1, 0.0]))
    assert monthly == pytest.approx([1.1 ** (1 / 12) - 1, 0])
    assert finance.annual_rate(monthly) == pytest.approx([0.1, 0])


def test_a_ratio_to_nothing_has_no_value() -> None:
    found = finance.ratio(np.array([3.0, 3.0, 0.0]), np.array([2.0, 0.0, 0.0]))
    assert found[0] == 1.5
    assert np.isnan(found[1:]).all()


@pytest.mark.parametrize(
    ("flow", "month"),
    [
        ([-2, 1, 1, 1], 2),
        ([-2, 1, 0, 0], np.nan),
        ([-2, 3, -2, 2], 3),
        ([-2, 3, -2, 0], np.nan),
        ([1, 1], 0),
        ([0, 0, 0], 0),
        ([0, -1, 1], 2),
        ([-1, 1 - 1e-12, 0], 1),
        ([-1, 0, 1], 2),
    ],
)
def test_break_even_is_the_month_from_which_the_sum_stays_at_zero_or_above(
    flow: list[float], month: float
) -> None:
    sums = finance.cumulative_sum(column(np.array(flow, dtype=float)))
    zero = np.array([1e-9 * -np.minimum(flow, 0).sum()])
    np.testing.assert_equal(finance.break_even(sums, zero, len(flow) - 1), [month])


def test_break_even_knows_a_horizon_before_the_last_month() -> None:
    sums = finance.cumulative_sum(np.array([[-2.0, -2], [3, 1], [0, 0], [0, 0]]))
    found = finance.break_even(sums, np.zeros(2), np.array([1.0, 1.0]))
    np.testing.assert_equal(found, [1, np.nan])


def test_peak_funding_is_the_deepest_fall_as_a_positive_amount() -> None:
    sums = finance.cumulative_sum(np.array([[-2.0, 1, -1e-12], [-3, 1, 1], [9, 1, 1]]))
    assert finance.peak_funding(sums, np.full(3, 1e-9)).tolist() == [5, 0, 0]


def test_running_sums_are_those_of_numpy() -> None:
    flows = np.arange(12.0).reshape(4, 3)
    assert (finance.cumulative_sum(flows) == np.cumsum(flows, axis=0)).all()
