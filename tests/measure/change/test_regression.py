from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student

from benchmarks.step_coverage import (
    CASES,
    Case,
    both_sides,
    coverage,
    errors,
    newey_west,
    ours,
    shape,
)
from crmroi.measure.change import mixture, regression
from crmroi.measure.change.regression import STEP, condition, design, season_of

TELLING = [Case(side, rho, True, 1.5) for side in (12, 24) for rho in (0.0, 0.4)]
QUICK = 250
MANY = 600
"""Enough for a test; `python -m benchmarks.step_coverage` runs more."""


def fit_of(values: np.ndarray, months: np.ndarray, x: np.ndarray) -> regression.Fit:
    return regression.fit(months, values, np.ones(len(values)), x)


def step_of(fit: regression.Fit) -> np.ndarray:
    row = np.zeros((1, fit.mean.size))
    row[0, STEP] = 1
    return fit.interval(row)[0]


def plain_design(months: np.ndarray, live: int, season: regression.Season = "") -> np.ndarray:
    return design(months, (months >= live).astype(float), float(months.mean()), season)


@pytest.mark.parametrize("case", TELLING, ids=lambda case: case.name)
def test_the_interval_holds_the_truth_as_often_as_it_says(case: Case) -> None:
    assert 0.90 <= coverage(case, ours, QUICK) <= 0.985


@pytest.mark.parametrize("case", TELLING, ids=lambda case: case.name)
def test_that_bar_is_too_high_for_least_squares_with_robust_errors(case: Case) -> None:
    assert coverage(case, newey_west, QUICK) < 0.90


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_interval_holds_the_truth_in_ninety_to_ninety_seven_of_a_hundred(case: Case) -> None:
    assert 0.90 <= coverage(case, ours, MANY) <= 0.97


@pytest.mark.slow
@pytest.mark.parametrize("side", [6, 9])
@pytest.mark.parametrize("rho", [0.0, 0.4, 0.7])
def test_short_windows_too_are_honest_where_there_is_no_season(side: int, rho: float) -> None:
    assert 0.90 <= coverage(Case(side, rho, False, 0.0), ours, MANY) <= 0.98


@given(
    effect=st.floats(-50, 50),
    level=st.floats(-1e3, 1e3),
    slope=st.floats(-5, 5),
    scale=st.floats(0.01, 100),
)
def test_a_level_a_trend_and_a_step_added_move_the_estimate_by_the_step_alone(
    effect: float, level: float, slope: float, scale: float
) -> None:
    months = np.arange(24.0)
    x = plain_design(months, 12)
    noise = errors(24, 0.3, np.random.default_rng(5))
    before = step_of(fit_of(noise, months, x))
    moved = noise * scale + level + slope * months + effect * x[:, STEP]
    assert step_of(fit_of(moved, months, x)) == pytest.approx(before * scale + effect, abs=1e-5)


def test_uncorrelated_errors_give_the_estimate_of_least_squares_nearly() -> None:
    months = np.arange(60.0)
    x = plain_design(months, 30)
    values = errors(60, 0.0, np.random.default_rng(1)) + 3 * x[:, STEP]
    fit = fit_of(values, months, x)
    (_rest, _more, least), *_others = np.linalg.lstsq(x, values, rcond=None)
    assert fit.mean[STEP] == pytest.approx(least, abs=0.25)
    assert abs(fit.correlation) < 0.25
    assert fit.freedom == 57


def test_a_correlated_series_is_noticed() -> None:
    months = np.arange(96.0)
    fit = fit_of(errors(96, 0.7, np.random.default_rng(2)), months, plain_design(months, 48))
    assert fit.correlation == pytest.approx(0.7, abs=0.2)


def test_months_further_apart_correlate_less() -> None:
    """Closed up over the gaps, a series looks less correlated than it is."""
    generator = np.random.default_rng(3)
    values = errors(300, 0.8, generator)
    kept = np.sort(generator.choice(300, 150, replace=False))
    months = kept.astype(float)
    fit = fit_of(values[kept], months, plain_design(months, 150))
    assert fit.correlation == pytest.approx(0.8, abs=0.08)
    beside = np.arange(150.0)
    assert fit_of(values[kept], beside, plain_design(beside, 75)).correlation < 0.7


def test_a_month_that_is_hardly_trusted_hardly_counts() -> None:
    months = np.arange(24.0)
    x = plain_design(months, 12)
    values = errors(24, 0.0, np.random.default_rng(4))
    precision = np.ones(24)
    precision[5] = 1e-6
    wild = values.copy()
    wild[5] += 100
    calm = regression.fit(months, values, precision, x).mean
    assert regression.fit(months, wild, precision, x).mean == pytest.approx(calm, abs=0.01)


def test_a_series_that_never_moves_has_no_step_and_a_point_for_an_interval() -> None:
    months = np.arange(24.0)
    low, high = step_of(fit_of(np.full(24, 7.0), months, plain_design(months, 12)))
    assert low <= 0 <= high
    assert high - low < 1e-3
    low, high = step_of(fit_of(np.zeros(24), months, plain_design(months, 12)))
    assert low <= 0 <= high


@pytest.mark.parametrize(
    ("span", "season"), [(23, ""), (24, "harmonics"), (47, "harmonics"), (48, "months")]
)
def test_a_season_is_told_in_as_much_detail_as_the_months_bear(span: int, season: str) -> None:
    assert season_of(span) == season


@pytest.mark.parametrize(("season", "columns"), [("", 3), ("harmonics", 7), ("months", 14)])
def test_a_design_has_level_trend_step_and_season(season: regression.Season, columns: int) -> None:
    months = np.arange(24_000.0, 24_048.0)
    x = plain_design(months, 24_024, season)
    assert x.shape == (48, columns)
    assert condition(x) < 100


def test_a_column_without_a_month_makes_a_design_useless() -> None:
    assert condition(plain_design(np.arange(12.0), 99)) == float("inf")


def test_a_mixture_of_one_is_student_s_t() -> None:
    found = mixture.interval(np.array([[2.0]]), np.array([[3.0]]), np.array([1.0]), 7)
    assert found[0] == pytest.approx(student.interval(0.95, 7, 2, 3))
    assert mixture.t_quantile(7) == pytest.approx(student.ppf(0.975, 7))


@given(
    centres=st.lists(st.floats(-1e3, 1e3), min_size=4, max_size=4),
    scales=st.lists(st.floats(1e-3, 1e3), min_size=4, max_size=4),
    weights=st.lists(st.floats(0.01, 1), min_size=4, max_size=4),
    freedom=st.integers(6, 60),
)
def test_a_mixture_leaves_as_much_below_its_interval_as_above(
    centres: list[float], scales: list[float], weights: list[float], freedom: int
) -> None:
    shares = np.array(weights) / sum(weights)
    m, s = np.array(centres), np.array(scales)
    low, high = mixture.interval(m[None], s[None], shares, freedom)[0]
    assert shares @ student.cdf((low - m) / s, freedom) == pytest.approx(0.025, abs=1e-4)
    assert shares @ student.cdf((high - m) / s, freedom) == pytest.approx(0.975, abs=1e-4)


def test_one_series_takes_a_few_milliseconds_at_most() -> None:
    from time import perf_counter

    case = CASES[-1]
    values = shape(case) + errors(48, 0.4, np.random.default_rng(1))
    ours(values, both_sides(24))
    start = perf_counter()
    for _time in range(5):
        ours(values, both_sides(24))
    assert (perf_counter() - start) / 5 < 0.05  # 3 ms on a machine that is not busy


def test_what_is_known_without_error_is_its_own_interval() -> None:
    found = mixture.interval(np.zeros((1, 3)), np.zeros((1, 3)), np.full(3, 1 / 3), 9)
    assert found[0] == pytest.approx((0, 0), abs=1e-200)
    found = mixture.interval(np.full((1, 3), 5.0), np.zeros((1, 3)), np.full(3, 1 / 3), 9)
    assert found[0] == pytest.approx((5, 5))
