from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from crmroi.charts.outcome import Outcome
from crmroi.charts.yearly import BUCKETS, buckets_by_year
from crmroi.charts.years import years
from crmroi.charts.years_words import _overtaking
from crmroi.model.lines import LINES
from crmroi.model.projection import project
from tests.charts.cases import NO_SALES_GAINS, OUTCOMES, case, exact
from tests.model.scenarios import EVERYTHING_ON, scenarios

NET, ENDS = 6, 7


def test_every_line_is_in_one_bucket():
    for line in LINES:
        assert sum(bucket.holds(line) for bucket in BUCKETS) == 1


@given(scenarios())
def test_the_buckets_of_a_year_sum_to_its_net(scenario):
    projection = project(scenario)
    amounts = buckets_by_year(projection)
    total = sum(bucket.sign * amounts[bucket.name] for bucket in BUCKETS)
    size = projection.metrics["total_gains"] + projection.metrics["total_costs"]
    assert np.allclose(total, projection.by_year(projection.monthly["net"]), atol=1e-9 * size)


def test_cash_time_intangible_and_hidden_are_told_apart_by_fill_and_pattern():
    figure = years(project(EVERYTHING_ON)).figure
    markers = [trace["marker"] for trace in figure["data"][:6]]
    assert len({marker["color"] for marker in markers}) == 6
    assert [marker.get("pattern", {}).get("shape") for marker in markers] == [
        None, None, ".", None, None, "/",
    ]  # fmt: skip
    assert figure["data"][ENDS]["text"] == [
        "Cash gained",
        "Time saved",
        "Intangibles",
        "Cash spent",
        "Time spent",
        "Hidden costs",
        "<b>Net</b>",
    ]


def test_a_bucket_without_an_amount_is_neither_drawn_nor_named():
    figure = years(case()).figure
    assert set(figure["data"][2]["y"]) == {None}
    assert figure["data"][ENDS]["text"][2] == ""


def test_gains_go_up_and_costs_down_with_the_net_between():
    projection = case()
    figure = years(projection).figure
    assert all(y is None or y > 0 for trace in figure["data"][:3] for y in trace["y"])
    assert all(y is None or y < 0 for trace in figure["data"][3:6] for y in trace["y"])
    net = projection.by_year(projection.monthly["net"])
    assert np.allclose(figure["data"][NET]["y"], net, atol=5)


@pytest.mark.parametrize(
    ("ahead", "finding"),
    [
        ([True], "Gains exceed costs in year 1"),
        ([False], "Costs exceed gains in year 1"),
        ([True] * 3, "Gains exceed costs in every year"),
        ([False] * 3, "Costs exceed gains in every year"),
        ([False, True, True], "Gains overtake costs in year 2"),
        ([False, False, True], "Gains overtake costs in year 3"),
        ([True, False, True], "Gains exceed costs in 2 of 3 years"),
        ([True, True, False], "Gains exceed costs in 2 of 3 years"),
    ],
)
def test_the_title_says_from_when_on_gains_exceed_costs(ahead, finding):
    assert _overtaking(ahead) == finding


@pytest.mark.parametrize(
    ("ending", "finding"),
    [
        (Outcome.NOTHING, "Nothing to compare yet"),
        (Outcome.NO_GAINS, "Only costs are counted, no gains"),
        (Outcome.NOT_LIVE, "Only costs are counted, no gains"),
        (Outcome.NO_COSTS, "Only gains are counted, no costs"),
        (Outcome.NEVER, "Costs exceed gains in every year"),
        (Outcome.BREAKS_EVEN, "Gains overtake costs in year 2"),
    ],
)
def test_the_title_fits_the_case(ending, finding):
    assert years(case(OUTCOMES[ending])).title == finding


def test_the_hover_of_the_net_says_the_difference_to_the_pin():
    texts = years(case(), case(NO_SALES_GAINS)).figure["data"][NET]["customdata"]
    assert texts[0] == f"<b>{exact(case().monthly['net'][0])}</b>, as pinned"
    assert texts[5].endswith(" more than pinned")


def test_a_narrow_screen_has_short_names():
    chart = years(case())
    assert chart.narrow["data"][str(ENDS)]["text"][:2] == ["Cash", "Time"]
    wide = chart.figure["layout"]["margin"]["r"]
    assert chart.narrow["layout"]["margin"]["r"] < wide
