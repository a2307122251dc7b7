from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from benchmarks.step_coverage import both_sides, errors, monthly
from crmroi.measure.change import simple
from crmroi.measure.change.before_after import before_after, compared
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.change.line import Line, line_of, series_of
from crmroi.measure.results import Months, Options, Value, Window
from tests.measure.fakes import NOT_THERE, Fake, months_from

NOISE = errors(48, 0.3, np.random.default_rng(8))
AT = np.arange(48)
LIVE = date(2025, 1, 1)


def comparison(kpis: dict[str, Months], go_live: date | None = LIVE, **given: object) -> Comparison:
    options = {key: given.pop(key) for key in ("window_months", "ramp_months") if key in given}
    return Comparison(Fake(kpis, **given), Options(go_live, **options))


def revenue(step: float = 1.2, trend: float = 0.0, length: int = 48) -> Months:
    found = 1000 * np.exp(0.05 * NOISE + trend * AT) * np.where(AT >= 24, step, 1)
    return months_from([round(float(value), 2) for value in found[:length]])


def test_sums_are_compared_by_month_and_given_in_whole() -> None:
    both = compared(comparison({"revenue": revenue()}), "revenue")
    values = revenue().values
    assert both.window == Window(("2023-01", "2024-12"), ("2025-01", "2026-12"), 24)
    assert both.before == pytest.approx(sum(values[:24]))
    assert both.before_per_month == pytest.approx(np.mean(values[:24]))
    assert both.change == pytest.approx(np.mean(values[24:]) - np.mean(values[:24]))
    assert both.change_relative == pytest.approx(both.change / both.before_per_month)
    assert (both.n_before, both.n_after) == (2400, 2400)


def test_the_simple_interval_is_welch_s() -> None:
    both = compared(comparison({"revenue": revenue()}), "revenue")
    values = np.array(revenue().values)
    welch = ttest_ind(values[24:], values[:24], equal_var=False).confidence_interval(0.95)
    assert both.interval == pytest.approx((welch.low, welch.high))
    low, high = both.interval_relative
    assert low < both.change_relative < high


def test_an_adjusted_change_of_a_sum_is_a_factor_and_its_money() -> None:
    both = compared(comparison({"revenue": revenue(1.2, trend=0.01)}), "revenue")
    low, high = both.adjusted.interval_relative
    assert low < 0.2 < high
    assert both.adjusted.change_relative == pytest.approx(0.2, abs=0.06)
    assert both.change_relative > 0.4  # the trend is in it
    assert both.adjusted.method == (
        "trend, months of the year and step, on logarithms; AR(1) errors"
    )
    assert both.adjusted.n == 48
    level = np.mean(both.adjusted.counterfactual)
    assert both.adjusted.change == pytest.approx(level * both.adjusted.change_relative, rel=0.01)
    assert both.verdict == "better"


def test_a_trend_alone_is_no_effect() -> None:
    both = compared(comparison({"revenue": revenue(1.0, trend=0.01)}), "revenue")
    assert both.interval[0] > 0
    assert both.verdict == "unclear"


def test_the_months_without_the_step_lie_in_their_band_beside_those_that_were() -> None:
    both = compared(comparison({"revenue": revenue(1.2)}), "revenue")
    found = both.adjusted
    assert found.months == revenue().months[24:]
    for without, (low, high), actual in zip(
        found.counterfactual, found.band, revenue().values[24:], strict=True
    ):
        assert low < without < high
        assert without == pytest.approx(actual / 1.2, rel=0.25)


def test_months_left_out_are_not_fitted_but_have_a_counterfactual() -> None:
    found = compared(
        comparison({"revenue": revenue()}, date(2025, 1, 15), ramp_months=2), "revenue"
    )
    assert found.window.split == "2025-01"
    assert found.window.ramp == ("2025-02", "2025-03")
    assert found.adjusted.n == 42
    assert found.adjusted.months == revenue().months[25:]


def test_a_rate_is_of_all_records_and_its_months_count_by_theirs() -> None:
    n = [10 + 3 * (place % 7) for place in AT]
    rate = 0.2 + 0.01 * NOISE + 0.05 * (AT >= 24)
    both = compared(comparison({"win_rate": months_from([float(r) for r in rate], n)}), "win_rate")
    assert both.before == pytest.approx(np.average(rate[:24], weights=n[:24]))
    assert both.change == pytest.approx(both.after - both.before)
    assert sum(both.interval) / 2 == pytest.approx(both.change)
    assert both.adjusted.method == "trend, months of the year and step; AR(1) errors"
    assert both.adjusted.change == pytest.approx(0.05, abs=0.02)
    assert both.before_per_month is None


def test_months_without_a_value_are_left_out() -> None:
    values: list[float | None] = [0.2 + 0.01 * float(e) for e in NOISE]
    for place in (3, 4, 30):
        values[place] = None
    both = compared(comparison({"win_rate": months_from(values)}), "win_rate")
    assert both.window.months == 24
    assert both.adjusted.n == 45
    assert both.adjusted.interval[0] < 0 < both.adjusted.interval[1]


def test_a_month_without_a_value_at_the_edge_leaves_the_season_in() -> None:
    values = 10.0 + NOISE[:24]
    values[0] = np.nan
    line = line_of(series_of(monthly(values), None, logs=False, weighted=True), both_sides(12))
    assert isinstance(line, Line)
    assert line.season == "harmonics"


def test_too_few_months_are_compared_simply_and_called_short() -> None:
    both = compared(comparison({"revenue": revenue()}, window_months=5), "revenue")
    assert both.adjusted.interval is not None  # ten months bear a trend
    assert both.verdict == "short"
    both = compared(comparison({"revenue": revenue()}, window_months=4), "revenue")
    assert str(both.adjusted.reason) == (
        "Not adjusted for trend and season: that takes 9 months, and there are 8."
    )
    assert both.interval is not None
    both = compared(comparison({"revenue": revenue()}, window_months=1), "revenue")
    assert both.interval is both.interval_relative is None
    assert both.verdict == "short"


def test_a_kpi_without_months_is_compared_without_a_word_on_chance() -> None:
    fixed = {
        "retention_rate": {"2023-01": Value(0.8, 90), "2025-01": Value(0.9, 95)},
    }
    both = compared(comparison({"revenue": revenue()}, fixed=fixed), "retention_rate")
    assert both.change == pytest.approx(0.1)
    assert both.interval is None
    assert both.verdict == "none"
    assert str(both.reason) == ("It has no value by month, so what chance does to it is not known.")


def test_without_a_go_live_nothing_is_compared() -> None:
    both = compared(comparison({"revenue": revenue()}, None), "revenue")
    assert both.verdict == "none"
    assert str(both.reason) == "Before and after need the date of the go-live."


def test_what_cannot_be_computed_at_all_says_why_and_not_that_months_lack() -> None:
    both = compared(comparison({"revenue": revenue()}), "nps")
    assert both.before is both.after is both.change is None
    assert both.reason == NOT_THERE


def test_a_window_s_figure_that_is_no_mean_of_its_months_scales_their_scatter() -> None:
    """A customer who buys in two months is one customer of the window."""
    fixed = {"revenue_per_customer": {"2023-01": Value(2500.0, 900), "2025-01": Value(3000.0, 950)}}
    kpis = {"revenue_per_customer": revenue()}
    months = compared(comparison(kpis), "revenue_per_customer")
    both = compared(comparison(kpis, fixed=fixed), "revenue_per_customer")
    assert both.change == 500
    low, high = both.interval_relative
    assert low < 0.2 < high
    alone = months.interval_relative
    assert high - low == pytest.approx(alone[1] - alone[0], rel=0.05)


def test_all_windows_that_are_the_same_are_asked_for_once() -> None:
    found = comparison({"revenue": revenue(), "orders": revenue()})
    before_after(found, ["revenue", "orders"])
    assert len(found.source.asked) == 2


def test_a_control_group_takes_what_happened_to_both_away() -> None:
    shock = np.where(AT >= 24, 1.5, 1.0) * np.exp(0.02 * NOISE)
    own = np.exp(0.03 * errors(48, 0.0, np.random.default_rng(3)))
    control = months_from([float(v) for v in 400 * shock])
    treated = months_from([float(v) for v in 800 * shock * own * np.where(AT >= 24, 1.1, 1.0)])
    whole = months_from([a + b for a, b in zip(control.values, treated.values, strict=True)])
    both = compared(
        comparison({"revenue": whole}, control={"revenue": control}, treated={"revenue": treated}),
        "revenue",
    )
    assert both.adjusted.change_relative > 0.4
    assert both.controlled.change_relative == pytest.approx(0.1, abs=0.04)
    low, high = both.controlled.interval_relative
    assert low < 0.1 < high
    expected = np.array(treated.values[24:]) / 1.1
    assert both.controlled.counterfactual == pytest.approx(expected, rel=0.12)


def test_a_rate_s_difference_to_the_control_group_is_in_points() -> None:
    control = months_from([0.3 + 0.01 * float(e) for e in NOISE])
    treated = months_from([0.25 + 0.01 * float(e) + 0.04 * (p >= 24) for p, e in enumerate(NOISE)])
    both = compared(
        comparison({"win_rate": treated}, control={"win_rate": control},
                   treated={"win_rate": treated}),
        "win_rate",
    )  # fmt: skip
    assert both.controlled.change == pytest.approx(0.04, abs=1e-6)


def test_without_a_control_group_there_is_no_difference_in_differences() -> None:
    assert compared(comparison({"revenue": revenue()}), "revenue").controlled is None


def test_credits_that_turn_a_month_negative_are_fitted_without_logarithms() -> None:
    values = [*revenue().values[:47], -5.0]
    both = compared(comparison({"revenue": months_from(values)}), "revenue")
    assert both.adjusted.method == "trend, months of the year and step; AR(1) errors"


@given(
    before=st.lists(st.floats(1, 100), min_size=3, max_size=9),
    after=st.lists(st.floats(1, 100), min_size=3, max_size=9),
)
def test_both_intervals_agree_on_whether_there_is_a_change(
    before: list[float], after: list[float]
) -> None:
    means = [simple.mean_of(np.array(side), np.ones(len(side))) for side in (before, after)]
    levels = (means[0].value, means[1].value)
    ends = simple.difference(*means, levels[1] - levels[0])
    ratio = simple.relative(*means, levels)
    if ends is not None and ratio is not None and min(map(abs, ends)) > 1e-6:
        assert (ends[0] <= 0 <= ends[1]) == (ratio[0] <= 0 <= ratio[1])


AMOUNT = st.none() | st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-1e12, 1e12)


@given(
    values=st.lists(AMOUNT, min_size=1, max_size=60),
    n=st.integers(0, 10_000),
    kpi=st.sampled_from(["revenue", "win_rate", "average_order_value", "tickets_per_month"]),
    go_live=st.dates(date(2022, 12, 1), date(2028, 1, 31)),
    ramp=st.integers(0, 4),
)
def test_whatever_the_months_are_the_intervals_are_in_order_and_hold_the_estimate(
    values: list[float | None], n: int, kpi: str, go_live: date, ramp: int
) -> None:
    both = compared(comparison({kpi: months_from(values, n)}, go_live, ramp_months=ramp), kpi)
    for change, interval in (
        (both.change, both.interval),
        (both.change_relative, both.interval_relative),
        (both.adjusted.change, both.adjusted.interval),
        (both.adjusted.change_relative, both.adjusted.interval_relative),
    ):
        if change is not None and interval is not None:
            low, high = interval
            slack = 1e-6 * (abs(low) + abs(high) + 1)
            assert low - slack <= change <= high + slack
    assert (both.adjusted.reason is None) == (both.adjusted.change is not None)
    assert both.verdict == "none" or both.window is not None
