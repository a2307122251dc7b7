from __future__ import annotations

import numpy as np

from crmroi.charts.placing import Plot, beside
from crmroi.charts.scale import Axis

PLOT = Plot(Axis(0, 60, [], []), Axis(-100, 200, [], []), 480, 240)
RISING = np.linspace(-100, 200, 61)


def place(at, lines=(RISING,), text="Break-even: month 20", taken=()):
    return beside(text, at, PLOT, lines, list(taken))


def test_below_right_of_a_rising_curve_is_free():
    assert place((20, 0)).side == "bottom right"


def test_a_ghost_below_right_sends_the_word_above_left():
    ghost = np.full(61, -20.0)
    assert place((20, 0), (RISING, ghost)).side == "top left"


def test_the_word_stays_inside_the_plot():
    for month in (0, 1, 30, 59, 60):
        box = place((month, 0), text="Break-even: month 20").box
        assert box.left >= 0
        assert box.right <= PLOT.width


def test_a_word_far_from_its_point_is_led_to():
    crowded = tuple(np.full(61, level) for level in (-60.0, -40.0, -20.0, 20.0, 40.0))
    found = place((20, 0), crowded, text="month 20")
    assert found.leader is not None


def test_words_do_not_cover_each_other():
    first = place((20, 0))
    second = place((22, 0), taken=[first.box])
    assert not second.box.touches(first.box)


def test_where_nothing_is_free_the_nearest_place_is_taken():
    full = tuple(np.full(61, level) for level in np.linspace(-100, 200, 60))
    assert place((20, 0), full).side == "bottom right"
