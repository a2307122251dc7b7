from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crmroi.charts.scale import axis, drawn, fewer_ticks, year_ticks

AMOUNTS = st.floats(-1e12, 1e12)


@given(AMOUNTS, AMOUNTS, st.integers(3, 8))
def test_an_axis_holds_its_values_with_few_round_ticks(one, other, most):
    low, high = min(one, other, 0), max(one, other, 0)
    found = axis(low, high, str, most=most)
    slack = 0.02 * found.span
    assert found.low <= low + slack
    assert found.high >= high - slack
    least = 2 if high - low >= 2 else 1  # ticks are a whole unit apart
    assert least <= len(found.ticks) <= most
    assert 0 in [round(tick / found.span, 9) for tick in found.ticks]
    assert all(found.low <= tick <= found.high for tick in found.ticks)


@given(AMOUNTS, AMOUNTS)
def test_a_narrow_axis_has_the_same_range_and_no_more_ticks(one, other):
    full = axis(min(one, other, 0), max(one, other, 0), str)
    few = fewer_ticks(full, str, 3)
    assert (few.low, few.high) == (full.low, full.high)
    assert 1 <= len(few.ticks) <= 3


def test_an_axis_holds_still_while_values_move_a_little():
    assert axis(-118_000, 179_000, str) == axis(-119_000, 181_000, str)


def test_zero_is_written_without_a_unit():
    assert axis(-10, 10, lambda amount: f"€{amount:.0f}").words == ["€-10", "€-5", "0", "€5", "€10"]


def test_no_range_is_empty():
    assert axis(0, 0, str).span > 0


def test_pixels_and_values_are_each_others_inverse():
    found = axis(-3, 17, str)
    assert found.value(found.pixels(5.5, 240), 240) == pytest.approx(5.5)


@given(st.lists(AMOUNTS, min_size=1, max_size=130))
def test_what_is_drawn_is_right_to_a_pixel(values):
    series = np.array(values)
    peak = np.abs(series).max()
    assume(peak == 0 or peak > 1e-6)
    assert np.abs(np.array(drawn(series)) - series).max() <= 1e-5 * peak


def test_large_amounts_are_sent_as_whole_numbers():
    assert drawn(np.array([123456.78, -1.0])) == [123457, -1]
    assert [type(value) for value in drawn(np.array([1234567.8, 0.0]))] == [int, int]


@pytest.mark.parametrize("years", range(1, 11))
@pytest.mark.parametrize("most", [3, 6])
def test_years_are_named_evenly_up_to_the_last(years, most):
    ticks = year_ticks(years, most)
    assert ticks[-1] == years
    assert 1 <= len(ticks) <= most
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) <= 1
    assert not steps or ticks[0] >= steps.pop()
