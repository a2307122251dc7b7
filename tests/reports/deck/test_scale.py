from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crmroi.reports.deck.scale import Scale

amounts = st.floats(0, 1e12)


@given(low=amounts, high=amounts)
def test_an_axis_holds_its_values_between_three_to_six_steps_with_zero_a_tick(low, high):
    scale = Scale.around(-low, high)
    hair = 1e-6 * scale.step
    assert scale.low <= -low + hair
    assert scale.high >= high - hair
    assert 3 <= scale.steps <= 6
    assert abs(scale.low / scale.step - round(scale.low / scale.step)) < 1e-6


def test_an_axis_whose_words_fit_goes_before_one_that_wastes_less():
    assert Scale.around(-650, 320).steps == 6
    assert Scale.around(-650, 320, fits=lambda scale: scale.steps < 4).steps == 3


def test_an_axis_whose_words_fit_in_no_usual_steps_has_fewer_and_longer_ones():
    scale = Scale.around(-556, 562, 5, fits=lambda scale: scale.steps < 3)
    assert (scale.low, scale.high, scale.step) == (-600, 600, 600)
