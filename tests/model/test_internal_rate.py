"""Internal rates: found where numpy-financial finds them, none missed, none picked in silence."""

from __future__ import annotations

import numpy as np
import numpy_financial as npf
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crmroi.model.finance import IRR_STATUSES, irr, irr_roots, split_flows
from tests.model.slow import monthly_rates

amounts = st.floats(-1e4, 1e4).map(lambda amount: round(amount, 1))
cents = st.integers(0, 10**7).map(lambda amount: amount / 100)
flows = st.lists(amounts, min_size=2, max_size=40).map(np.array)


def rate_and_status(flow: object) -> tuple[float, str]:
    rates, statuses = irr(*split_flows(np.asarray(flow, dtype=float)[:, None]))
    return float(rates[0]), IRR_STATUSES[statuses[0]]


def from_roots(*rates: float) -> np.ndarray:
    """A flow whose present value is 0 at these rates."""
    return np.poly([1 / (1 + rate) for rate in rates])[::-1]


@given(st.floats(1, 1e6), st.lists(cents, min_size=1, max_size=80))
def test_an_outlay_and_gains_have_numpy_financials_rate(outlay: float, gains: list[float]) -> None:
    assume(max(gains) > 1)
    flow = np.array([-outlay, *gains])
    rate, status = rate_and_status(flow)
    assume(-0.9 < rate < 100)
    assert status == "unique"
    present = np.exp(-np.log1p(rate) * np.arange(len(flow))) * flow
    assert abs(present.sum()) <= 1e-10 * np.abs(present).sum()
    oracle = npf.irr(flow)
    if not np.isnan(oracle):
        assert rate == pytest.approx(oracle, rel=1e-6, abs=1e-7)


def test_flows_of_many_months_have_numpy_financials_rate() -> None:
    generator = np.random.default_rng(3)
    flows = generator.normal(1, 1, (61, 100)).cumsum(axis=0) * 0.1 + 1
    flows[0] = -60 * generator.random(100) - 10
    rates, statuses = irr(*split_flows(flows))
    assert not statuses.any()
    assert rates == pytest.approx([npf.irr(flow) for flow in flows.T], rel=1e-9)


@settings(max_examples=100)
@given(flows)
def test_every_rate_that_a_fine_grid_sees_is_found(flow: np.ndarray) -> None:
    assume(np.abs(flow).max() > 0)
    seen = list(monthly_rates(flow.tolist()))
    found = irr_roots(flow)
    # a grid may step over a close pair; what it sees must be there
    assert len(found) >= len(seen)
    assert len(found) % 2 == len(seen) % 2
    for rate in seen:
        assert min(abs(rate - other) for other in found) <= 1e-6 * (1 + abs(rate))


@given(flows)
def test_the_batch_counts_as_many_rates_as_are_listed(flow: np.ndarray) -> None:
    roots = irr_roots(flow)
    rate, status = rate_and_status(flow)
    assert status == {0: "none", 1: "unique"}.get(len(roots), "multiple")
    if status == "unique":
        assert rate == pytest.approx(roots[0], rel=1e-7, abs=1e-9)
    else:
        assert np.isnan(rate)


@settings(max_examples=20)
@given(st.lists(flows, min_size=2, max_size=40))
def test_many_flows_at_once_are_what_they_are_one_by_one(several: list[np.ndarray]) -> None:
    longest = max(len(flow) for flow in several)
    padded = np.stack([np.pad(flow, (0, longest - len(flow))) for flow in several], axis=1)
    rates, statuses = irr(*split_flows(padded))
    for flow, rate, status in zip(several, rates, statuses, strict=True):
        alone, word = rate_and_status(flow)
        assert IRR_STATUSES[status] == word
        np.testing.assert_allclose(rate, alone, rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize(
    "rates",
    [(0.1, 0.2), (-0.5, 0.3), (0.1, 0.1001), (0.05, 0.06, 0.07), (-0.9, 0.0, 4.0)],
)
def test_all_rates_are_found_close_pairs_too(rates: tuple[float, ...]) -> None:
    assert irr_roots(from_roots(*rates)) == pytest.approx(sorted(rates), abs=1e-6)
    assert rate_and_status(from_roots(*rates))[1] == "multiple"


def test_two_rates_below_zero_are_both_counted() -> None:
    flow = np.array([-1.0, -1, 0, 0, 2, -1])
    assert irr_roots(flow) == pytest.approx([-0.381966, -0.317672], abs=1e-6)
    assert rate_and_status(flow)[1] == "multiple"


def test_where_the_present_value_only_touches_zero_there_is_no_rate() -> None:
    assert irr_roots(from_roots(0.1, 0.1)) == []
    assert rate_and_status(from_roots(0.1, 0.1))[1] == "none"


def test_three_changes_of_sign_may_hold_one_rate() -> None:
    flow = [-100, 300, -20, 5]
    rate, status = rate_and_status(flow)
    assert status == "unique"
    assert rate == pytest.approx(npf.irr(flow))


def test_a_rate_outside_the_range_is_none() -> None:
    assert rate_and_status([-1, 1002]) == pytest.approx((np.nan, "none"), nan_ok=True)
    assert rate_and_status([-1, 1000])[1] == "unique"
    assert rate_and_status([-1e5, 1])[1] == "none"


@pytest.mark.parametrize("flow", [[0, 0, 0], [1, 2, 3], [-1, -2], [0, -1e-9]])
def test_a_flow_without_both_signs_has_no_rate(flow: list[float]) -> None:
    assert rate_and_status(flow)[1] == "none"
    assert irr_roots(np.array(flow, dtype=float)) == []


def test_dust_is_nothing() -> None:
    assert rate_and_status([-100, 110, -1e-11])[0] == pytest.approx(0.1)
    assert rate_and_status([-100, 110, -1e-11])[1] == "unique"
    assert rate_and_status([1e-11, 100])[1] == "none"


@pytest.mark.parametrize("last", [3, 12, 63, 64, 65, 90, 120])
def test_no_length_overflows_at_the_ends_of_the_range(last: int) -> None:
    flow = np.zeros(last + 1)
    flow[0], flow[last] = -1e11, 1.0
    rate, status = rate_and_status(flow)
    assert status == "unique"
    assert rate == pytest.approx(10 ** (-11 / last) - 1)
    flow[0], flow[last] = -1.0, 1e6
    assert rate_and_status(flow)[0] == pytest.approx(10 ** (6 / last) - 1)
    flow[0], flow[1], flow[last] = 1.0, -1e11, 1.0  # one rate in range, one far below it
    assert len(irr_roots(flow)) in {0, 1, 2}
