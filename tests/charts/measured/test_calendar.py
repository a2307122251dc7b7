from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.charts.labels import text_width
from crmroi.charts.measured.calendar import Calendar
from crmroi.text import LANGUAGES, speaking
from tests.support import in_plain_spaces


def calendar(first, count):
    year, month = first
    return Calendar(
        tuple(
            f"{year + (month - 1 + at) // 12}-{(month - 1 + at) % 12 + 1:02d}"
            for at in range(count)
        )
    )


def words(found):
    return [in_plain_spaces(word) for word in found[1]]


@pytest.mark.parametrize(
    ("first", "count", "expected"),
    [
        ((2024, 1), 36, ["Jan 2024", "2025", "2026"]),
        ((2024, 3), 10, ["Mar 2024", "May", "Jul", "Sep", "Nov"]),
        ((2024, 11), 4, ["Nov 2024", "Dec", "Jan 2025", "Feb"]),
        ((2024, 5), 1, ["May 2024"]),
    ],
)
def test_ticks_are_round_months_named_in_short(first, count, expected):
    assert words(calendar(first, count).ticks(500, 5)) == expected


def test_the_first_of_a_month_lies_between_it_and_the_one_before():
    assert calendar((2024, 1), 12).place_of(date(2024, 7, 1)) == 5.5


@given(
    first=st.tuples(st.integers(1990, 2040), st.integers(1, 12)),
    count=st.integers(1, 240),
    width=st.integers(120, 600),
    most=st.integers(2, 5),
    language=st.sampled_from(sorted(LANGUAGES)),
)
def test_the_words_of_ticks_never_touch(first, count, width, most, language):
    months = calendar(first, count)
    with speaking(language):
        places, texts = months.ticks(width, most)
    pixels = [months.span().pixels(place, width) for place in places]
    ends = [
        (x - text_width(t) / 2, x + text_width(t) / 2) for x, t in zip(pixels, texts, strict=True)
    ]
    assert 1 <= len(ends) <= most
    assert all(one[1] < other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize(
    ("months_a_word_needs", "expected"),
    [
        (2, ["Nov 2024", "Jan 2025", "Mar", "May", "Jul"]),
        (6, ["Nov 2024", "May 2025"]),
        (1000, ["Nov 2024"]),
    ],
)
def test_even_ticks_begin_with_the_first_month_and_leave_each_word_its_room(
    months_a_word_needs, expected
):
    found = calendar((2024, 11), 10).even_ticks(lambda _word, months: months >= months_a_word_needs)
    assert words(found) == expected
