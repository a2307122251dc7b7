from __future__ import annotations

import numpy as np
import pytest

from crmroi.charts.customers import customers
from crmroi.model.projection import Projection
from tests.charts.cases import NO_SALES_GAINS, case

WITHOUT, GAP, WITH, ENDS = range(4)


def ending(more):
    """A case that ends with so many customers more than 500."""
    projection = case()
    monthly = {**projection.monthly}
    monthly["customers_without"] = np.full(61, 500.0)
    monthly["customers_with"] = np.linspace(500, 500 + more, 61)
    return Projection(**{**vars(projection), "monthly": monthly})


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        (55, "55 more customers by year 5"),
        (1, "1 more customer by year 5"),
        (0, "As many customers with the CRM as without it"),
        (-1, "1 fewer customer by year 5"),
        (-1200, "1,200 fewer customers by year 5"),
    ],
)
def test_the_title_is_the_gap_at_the_end(more, finding):
    assert customers(ending(more)).title == finding


def test_the_gap_is_the_difference_of_the_two_counts_shown():
    ends = customers(ending(1.4)).figure["data"][ENDS]["text"]
    assert ends == ["Without CRM<br>500", "<b>With CRM<br>501</b><br>1 more"]


def test_without_is_dashed_and_the_gap_is_shaded_up_to_with():
    data = customers(case()).figure["data"]
    assert data[WITHOUT]["line"]["dash"] == "6px,4px"
    assert data[GAP]["fill"] == "tonexty"
    assert data[GAP]["y"] == data[WITH]["y"]


def test_a_gap_of_a_few_is_not_made_a_cliff():
    low, high = customers(ending(1)).figure["layout"]["yaxis"]["range"]
    assert high - low >= 50


def test_the_hover_says_the_gap_and_the_difference_to_the_pin():
    texts = customers(ending(55), case(NO_SALES_GAINS)).figure["data"][WITH]["customdata"]
    pinned = case(NO_SALES_GAINS).monthly["customers_with"][60]
    assert texts[60] == f"<b>555</b>, 55 more, {pinned - 555:.0f} less than pinned"


def test_counts_are_never_below_zero():
    low, _high = customers(case({"business.customers": 1})).figure["layout"]["yaxis"]["range"]
    assert low >= 0
