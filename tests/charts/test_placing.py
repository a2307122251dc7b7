from __future__ import annotations

import numpy as np

from crmroi.charts.placing import Plot, beside, close_by
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


def test_a_word_that_would_be_read_as_another_points_stands_elsewhere():
    level = np.full(61, 190.0)
    alone = close_by("month 20", (20, 0), PLOT, [level], [])
    assert alone is not None
    assert alone.side == "bottom right"
    crowded = close_by("month 20", (20, 0), PLOT, [level], [], [(25, 0)])
    assert crowded is not None
    assert crowded.side == "top left"


def test_a_word_that_any_place_would_give_to_another_point_is_left_out():
    assert close_by("month 20", (20, 0), PLOT, [RISING], [], [(15, 0), (25, 0)]) is None
