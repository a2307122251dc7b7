"""PERT quantiles are those of a stretched beta distribution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import beta

from crmroi.analysis.pert import REACH, pert

SHARES = np.concatenate([[1e-9, 1e-6, 1e-3], np.linspace(0.005, 0.995, 199), [1 - 1e-6, 1 - 1e-9]])


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.floats(0, 1))
def test_quantiles_are_those_of_scipys_beta(low: float, width: float, place: float) -> None:
    high = low + width
    mode = min(low + place * width, high)
    shape = (mode - low) / (high - low)
    expected = low + (high - low) * beta.ppf(SHARES, 1 + 4 * shape, 1 + 4 * (1 - shape))
    found = pert(ndtri(SHARES), low, mode, high)
    np.testing.assert_allclose(found, expected, rtol=1e-14, atol=1e-13 * width)


@pytest.mark.parametrize("mode", [0.0, 0.2, 0.5, 1.0])
def test_the_mean_counts_the_mode_four_times(mode: float) -> None:
    share = (np.arange(100_000) + 0.5) / 100_000
    assert pert(ndtri(share), 0, mode, 1).mean() == pytest.approx((4 * mode + 1) / 6, abs=1e-6)


@given(st.floats(0, 1), st.lists(st.floats(-40, 40), min_size=2, max_size=20))
def test_a_higher_score_never_has_a_lower_value(mode: float, scores: list[float]) -> None:
    found = pert(np.sort(scores), 0.0, mode, 1.0)
    assert (np.diff(found) >= -1e-15).all()
    assert ((found >= 0) & (found <= 1)).all()


def test_scores_beyond_reach_count_as_the_farthest() -> None:
    beyond = pert(np.array([-np.inf, -50.0, 50.0, np.inf]), 2, 3, 4)
    low, high = pert(np.array([-REACH, REACH]), 2, 3, 4)
    assert beyond.tolist() == [low, low, high, high]


def test_a_range_of_no_width_is_its_value() -> None:
    assert pert(np.array([-1.0, 0.0, 2.0]), 0.1, 0.1, 0.1).tolist() == [0.1, 0.1, 0.1]
