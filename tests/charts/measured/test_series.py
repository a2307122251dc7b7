from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crmroi.charts.measured import Setting, series_chart
from crmroi.charts.measured.series import INNER_WORD
from crmroi.measure.kpis import KPIS
from crmroi.measure.results import Months
from crmroi.text import speaking
from tests.charts.measured_cases import (
    COMPARED,
    LIVE,
    MONTHLY,
    MONTHS,
    RAMP,
    SETTING,
    compared,
    series,
)
from tests.support import in_plain_spaces

(
    GO_LIVE, GO_LIVE_WORD, LOW, HIGH, EXPECTED, MEAN_BEFORE, MEAN_AFTER, POINTS, BEFORE, AFTER,
    BEFORE_WORD, ENDS,
) = range(12)  # fmt: skip


def chart(name="win_rate", compared=True, setting=SETTING):
    return series_chart(name, MONTHLY[name], COMPARED[name] if compared else None, setting)


def trace(at, name="win_rate", **asked):
    return chart(name, **asked).figure["data"][at]


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("win_rate", "Win rate rose from 18% to 23%: more than chance explains"),
        ("leads", "Leads went from 130/month to 156/month. Against its trend and season that is a "
         "change of −7%: more than chance explains"),
        ("nps", "Net promoter score (NPS) rose from −5.5 to 10: more than chance explains"),
    ],
)  # fmt: skip
def test_the_title_is_the_verdict_without_its_full_stop(name, finding):
    assert chart(name).title == finding


def test_without_a_comparison_the_title_says_both_ends():
    assert (
        in_plain_spaces(chart(compared=False).title)
        == "Win rate: 19% in January 2023, 22% in December 2025"
    )


def test_a_single_month_is_told_as_a_value():
    one = Months(("2026-01",), (0.5,), (4,))
    assert series_chart("win_rate", one, None, SETTING).title == "Win rate: 50%"


@pytest.mark.parametrize("months", [Months((), (), ()), Months(("2026-01",), (None,), (0,))])
def test_there_is_no_chart_without_a_value(months):
    assert series_chart("win_rate", months, None, SETTING) is None


def test_the_subtitle_is_measure_unit_and_period():
    assert (
        in_plain_spaces(chart("revenue").subtitle)
        == "Revenue by month, €, January 2023 – December 2025"
    )


def test_a_plain_number_needs_no_unit():
    assert (
        in_plain_spaces(chart("leads").subtitle) == "Leads by month, January 2023 – December 2025"
    )


def test_the_months_are_named_in_the_language_spoken():
    with speaking("fr"):
        assert chart().figure["layout"]["xaxis"]["labelalias"]["1"] == "février\u00a02023"


def test_the_go_live_stands_between_two_months():
    assert trace(GO_LIVE)["x"] == [LIVE - 0.5, LIVE - 0.5]
    assert trace(GO_LIVE_WORD)["text"] == ["Go-live"]


def test_a_go_live_inside_a_month_stands_inside_it():
    setting = replace(SETTING, go_live=date(2024, 7, 16))
    assert trace(GO_LIVE, setting=setting)["x"][0] == pytest.approx(LIVE - 0.5 + 15 / 31)


def test_a_go_live_outside_the_data_is_not_drawn():
    assert trace(GO_LIVE, setting=replace(SETTING, go_live=date(2030, 1, 1)))["x"] == [None, None]


def test_the_months_left_out_are_hollow():
    symbols = trace(POINTS)["marker"]["symbol"]
    hollow = [at for at, symbol in enumerate(symbols) if symbol == "circle-open"]
    assert hollow == list(range(LIVE, LIVE + RAMP))


def test_the_means_span_their_windows():
    assert (trace(BEFORE)["x"], trace(BEFORE)["y"]) == ([2.5, 17.5], [0.18, 0.18])
    assert (trace(AFTER)["x"], trace(AFTER)["y"]) == ([20.5, 35.5], [0.23, 0.23])


def test_a_unit_the_axis_leaves_out_is_left_out_beside_a_mean_in_a_place_too_small_for_it():
    months, found = series(29.5, 34.9, wave=0.15), compared(29.5, 34.9, effect=5.0)
    early = replace(SETTING, go_live=date(2023, 8, 1))
    drawn = series_chart("sales_cycle_days", months, found, early)
    assert drawn.narrow["data"][INNER_WORD]["text"] == ["<b>29.5</b>"]


def test_counts_and_sums_are_drawn_by_month():
    assert trace(BEFORE, "revenue")["y"] == [96_250.0, 96_250.0]


def test_a_gap_is_not_joined():
    points, means = trace(POINTS, "csat_mean")["y"], trace(MEAN_BEFORE, "csat_mean")["y"]
    assert points[7] is None
    assert means[6:10] == [pytest.approx(means[6]), None, None, pytest.approx(means[9])]


def test_the_mean_of_three_keeps_to_its_side_of_the_go_live():
    before, after = trace(MEAN_BEFORE)["y"], trace(MEAN_AFTER)["y"]
    assert max(value for value in before if value is not None) < 0.2
    assert min(value for value in after if value is not None) > 0.2
    assert before[LIVE:] == [None] * LIVE
    assert after[:LIVE] == [None] * LIVE


def test_a_ratio_weighs_its_months_by_their_records():
    months = Months(MONTHS[:3], (0.1, 0.4, 0.4), (300, 100, 0))
    setting = Setting(KPIS)
    drawn = series_chart("win_rate", months, None, setting).figure["data"][MEAN_BEFORE]["y"]
    assert drawn[1] == pytest.approx((300 * 0.1 + 100 * 0.4) / 400)


def test_what_was_expected_is_dashed_in_its_band():
    expected = trace(EXPECTED)
    assert expected["line"]["dash"] == "6px,4px"
    assert expected["x"] == list(range(LIVE, 36))
    assert trace(HIGH)["fill"] == "tonexty"
    assert trace(LOW)["y"][0] < expected["y"][0] < trace(HIGH)["y"][0]
    assert expected["customdata"][0] == "18%, between 16% and 20%"


def test_the_ends_are_named():
    assert trace(ENDS)["text"] == ["Expected<br>18%", "<b>After<br>23%</b>"]
    assert trace(BEFORE_WORD)["text"] == ["<b>Before: 18%</b>"]


def test_without_an_adjusted_change_the_reason_is_said():
    assert trace(EXPECTED, "csat_mean")["x"] == []
    assert "Not adjusted: too few months." in chart("csat_mean").notes


def test_an_axis_that_leaves_zero_out_says_so():
    low, _high = chart("csat_mean").figure["layout"]["yaxis"]["range"]
    assert low > 0
    assert chart("csat_mean").notes[-1] == "The axis does not start at zero."


def test_a_point_tells_its_value_and_records():
    assert trace(POINTS)["customdata"][0] == "Win rate  <b>19%</b>, 100 records"


def test_traces_keep_their_number_and_order():
    kinds = {
        tuple((part["type"], part["mode"]) for part in chart(name, compared=c).figure["data"])
        for name in MONTHLY
        for c in (True, False)
    }
    assert len(kinds) == 1
