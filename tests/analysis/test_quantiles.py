"""Quantiles with linear interpolation, as numpy has them, never out of order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.analysis.quantiles import PERCENTILES, quantile, spread

AMOUNTS = st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=30)


@given(AMOUNTS, st.sampled_from(PERCENTILES))
def test_a_quantile_is_numpys(values: list[float], percent: int) -> None:
    expected = np.quantile(values, percent / 100)
    assert quantile(np.sort(values), percent) == pytest.approx(expected, rel=1e-12, abs=1e-6)


@given(AMOUNTS)
def test_quantiles_never_cross(values: list[float]) -> None:
    found = [quantile(np.sort(values), percent) for percent in PERCENTILES]
    assert found == sorted(found)


def test_draws_without_a_value_are_counted_and_not_averaged() -> None:
    found = spread(np.array([1.0, np.nan, 3.0]))
    assert (found.mean, found.percentiles[50], found.without_value) == (2, 2, 1)


def test_where_no_draw_has_a_value_the_spread_has_none() -> None:
    found = spread(np.array([np.nan, np.nan]))
    assert found.mean is None
    assert set(found.percentiles.values()) == {None}
    assert found.without_value == 2
