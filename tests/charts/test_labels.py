from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.charts.labels import GAP, dodge, height, margin, text_width, widest

LABELS = st.lists(st.tuples(st.floats(-50, 300), st.sampled_from([17, 34, 51])), max_size=7)


@given(LABELS)
def test_labels_that_fit_never_touch_and_keep_their_order(labels):
    length = 400
    middles, heights = [at for at, _ in labels], [tall for _, tall in labels]
    placed = dodge(middles, heights, length)
    order = sorted(range(len(labels)), key=lambda at: middles[at])
    for lower, upper in pairwise(order):
        apart = placed[upper] - placed[lower]
        assert apart >= (heights[lower] + heights[upper]) / 2 + GAP - 1e-6
    for at, middle in enumerate(placed):
        assert heights[at] / 2 - 1e-6 <= middle <= length - heights[at] / 2 + 1e-6


def test_labels_far_apart_stay_where_they_are():
    assert dodge([20, 100, 200], [17, 17, 17], 250) == [20, 100, 200]


def test_labels_at_one_place_move_to_both_sides():
    assert dodge([100, 100, 100], [17, 17, 17], 250) == [81, 100, 119]


def test_one_line_labels_are_at_least_eighteen_pixels_apart():
    low, high = dodge([100, 101], [17, 17], 250)
    assert high - low >= 18


@pytest.mark.parametrize(
    ("text", "pixels"), [("This case", 53), ("Break-even: month 25", 129), ("€1,250,000", 68)]
)
def test_widths_are_those_of_the_font_or_a_little_more(text, pixels):
    assert pixels <= text_width(text) <= 1.15 * pixels


def test_an_accented_letter_is_as_wide_as_the_plain_one():
    assert text_width("é") == text_width("e")


def test_bold_is_wider():
    assert text_width("Net", bold=True) > text_width("Net")


def test_the_widest_line_counts():
    assert widest(["Net", "This case<br>€1"]) == text_width("This case")


def test_tags_take_no_room():
    assert widest(["<b>Net</b>"]) == text_width("Net")


def test_a_margin_moves_in_steps():
    assert margin(["Net"], extra=10) % 8 == 0
    assert margin(["Net"], extra=10) >= text_width("Net") + 10


def test_each_line_has_its_height():
    assert height("a<br>b") == 2 * height("a")
