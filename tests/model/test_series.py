"""Every series is a shape over months times an escalator over years."""

from __future__ import annotations

import numpy as np
import pytest

from crmroi.model.arrays import Workspace
from crmroi.model.lines import LINES, SALES
from crmroi.model.series import MONTH_0, Factors, Series, factors, series
from crmroi.model.values import values_of
from tests.model.scenarios import EVERYTHING_ON

CASE = EVERYTHING_ON.with_values(
    {
        "adoption.go_live_month": 2,
        "costs.productivity_dip_months": 3,
        "costs.price_increase_per_year": 0.5,
        "costs.wage_increase_per_year": -0.1,
        "finance.horizon_years": 2,
    }
)


@pytest.fixture
def running() -> Factors:
    return factors(values_of(CASE), 2, Workspace())


def test_every_line_names_a_series_that_exists(running: Factors) -> None:
    for name in {line.series for line in LINES} - {MONTH_0, SALES}:
        assert running.of(name).shape == (2, 12, 1)


@pytest.mark.parametrize(
    ("name", "factors_named"),
    [
        ("price", Series("always", "price")),
        ("long", Series("long", "even")),
        ("live × price", Series("live", "price")),
        ("dip × wage", Series("dip", "wage")),
    ],
)
def test_a_series_is_read_as_it_is_written(name: str, factors_named: Series) -> None:
    assert series(name) == factors_named


@pytest.mark.parametrize("name", ["prices", "price × wage", "live × long", "live×price", ""])
def test_what_is_no_series_is_refused(name: str) -> None:
    message = f"^“{name}” is not a shape, an escalator or the product of the two$"
    with pytest.raises(ValueError, match=message):
        series(name)


def test_prices_rise_once_a_year_from_the_second_year_on(running: Factors) -> None:
    assert running.of("price").ravel().tolist() == [1.0] * 12 + [1.5] * 12
    assert running.of("wage").ravel().tolist() == [1.0] * 12 + [0.9] * 12


def test_a_month_is_live_after_go_live_and_the_dip_follows_it(running: Factors) -> None:
    assert np.flatnonzero(running.shapes["live"]).tolist() == list(range(2, 24))
    assert np.flatnonzero(running.shapes["dip"]).tolist() == [2, 3, 4]


def test_beyond_a_scenarios_own_horizon_every_series_is_nothing() -> None:
    values = dict(values_of(CASE)) | {"horizon_years": np.array([1.0, 2.0])}
    both = factors(values, 2, Workspace())
    for name in {line.series for line in LINES} - {MONTH_0, SALES}:
        monthly = both.of(name)
        assert not monthly[1, :, 0].any()
        assert monthly[1, :, 1].any() or name == "dip × wage"
