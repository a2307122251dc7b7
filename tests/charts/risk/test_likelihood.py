from __future__ import annotations

import numpy as np
import pytest

from crmroi.analysis.sceptic import sceptic
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario
from crmroi.charts.risk import (
    breaking,
    cases,
    fan,
    fan_table,
    opening,
    payback,
    payback_table,
    share_said,
    short_chance,
    spread,
    spread_table,
)
from crmroi.charts.risk.histogram import BINS, histogram
from crmroi.charts.risk.payback import half_by
from tests.charts.risk_cases import simulated
from tests.support import in_plain_spaces


@pytest.mark.parametrize(
    ("share", "said", "short"),
    [
        (0.0, "no case", "never"),
        (0.001, "fewer than 1 case out of 20", "1 of 20"),
        (0.07, "1 case out of 10", "1 of 10"),
        (0.8, "8 cases out of 10", "8 of 10"),
        (0.949, "9 cases out of 10", "9 of 10"),
        (0.999, "more than 19 cases out of 20", "19 of 20"),
        (1.0, "all cases", "always"),
    ],
)
def test_a_share_of_cases_is_said_in_cases(share, said, short):
    assert (cases(share), short_chance(share)) == (said, short)


def test_a_hundred_percent_is_said_of_all_alone():
    assert [share_said(share) for share in (0, 0.003, 0.5, 0.997, 1)] == [
        "0%", "0.3%", "50%", "99.7%", "100%",
    ]  # fmt: skip


def test_the_page_opens_with_how_often_it_pays_back_and_what_breaks_it_first():
    found = sceptic(Scenario())
    assert opening(None, found) == "First to break it: half the gains."
    said = opening(simulated(), found)
    assert said == f"It pays back in {cases(1 - simulated().never_breaks_even)}. {breaking(found)}"


def test_the_fan_has_three_bands_around_its_middle_and_counts_what_ends_below_zero():
    chart = fan(simulated("loss"))
    *bands, middle, _ends = chart.figure["data"]
    for low, high in zip(bands[::2], bands[1::2], strict=True):
        assert all(np.less_equal(low["y"], middle["y"]))
        assert all(np.less_equal(middle["y"], high["y"]))
        assert high["fill"] == "tonexty"
    never = share_said(simulated("loss").never_breaks_even)
    assert chart.notes[1] == f"{never} end below zero."


def test_the_curve_of_paying_back_counts_those_that_never_do():
    chart, found = payback(simulated("loss")), simulated("loss")
    curve = chart.figure["data"][1]["y"]
    assert curve[-1] == pytest.approx(100 * (1 - found.never_breaks_even), abs=0.01)
    assert "counted here, not dropped" in chart.notes[0]


def test_the_halfway_month_is_in_the_title_and_on_the_curve():
    found = simulated()
    half = half_by(found)
    assert found.paid_back_by_month[half] >= 0.5 > found.paid_back_by_month[half - 1]
    assert (
        in_plain_spaces(payback(found).title) == f"Half of the cases have paid back by month {half}"
    )
    assert half_by(simulated("no gains")) is None


def test_every_draw_is_in_one_bar_and_no_bar_reaches_over_zero():
    for name in ("default", "loss", "no gains"):
        found = histogram(simulated(name))
        assert found.counts.sum() == simulated(name).draws
        assert not any((found.edges[:-1] < -1e-6) & (found.edges[1:] > 1e-6))
        assert len(found.counts) <= BINS + 2


def test_losses_are_orange_gains_teal_and_the_marks_are_the_percentiles():
    chart, found = spread(simulated("loss")), simulated("loss")
    losses, gains, *marks, _words = chart.figure["data"]
    assert max(losses["x"]) < 0 <= min(gains["x"], default=0)
    assert [mark["x"][0] for mark in marks] == [found.npv.percentiles[at] for at in (10, 50, 90)]


def test_words_of_the_marks_stand_at_three_heights():
    for name in ("default", "loss"):
        words = spread(simulated(name)).figure["data"][-1]
        assert len(set(words["y"])) == 3
        assert "1 in 10 below" in in_plain_spaces(words["text"][0])


def test_tables_hold_every_month_and_every_bar():
    found = simulated()
    assert len(fan_table(found).raw) == len(payback_table(found).raw) == 61
    assert [row[1] for row in payback_table(found).raw] == found.paid_back.tolist()
    assert sum(row[2] for row in spread_table(found).raw) == found.draws
    assert fan_table(found).columns[1].name == "5% lie below"


def test_a_few_cases_in_very_many_are_not_rounded_to_none_or_all():
    assert [share_said(share) for share in (1 / 16_384, 1 - 1 / 16_384, 1 / 2**20)] == [
        "0.01%", "99.99%", "0.0001%",
    ]  # fmt: skip


CERTAIN = simulate(Scenario(), draws=64)


def test_where_nothing_is_uncertain_one_bar_has_one_mark_and_the_fan_one_name():
    found = histogram(CERTAIN)
    assert sorted(found.counts.tolist())[-2:] == [0, 64]
    assert 10 < int(found.counts.argmax()) < len(found.counts) - 10
    chart = spread(CERTAIN)
    assert [bool(text) for text in chart.figure["data"][-1]["text"]] == [False, True, False]
    assert "Every case: €" in chart.figure["data"][-1]["text"][1]
    assert chart.notes == ()
    assert [bool(text) for text in fan(CERTAIN).figure["data"][-1]["text"]] == [False, False, True]


def test_where_there_is_nothing_to_pay_back_no_month_is_the_halfway_one():
    found = simulated("no costs")
    assert half_by(found) is None
    assert payback(found).title == "It pays back in all cases"
