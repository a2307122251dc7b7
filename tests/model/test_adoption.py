"""Adoption rises from go-live to the target and never past it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.assumptions import assumptions
from crmroi.assumptions.groups.ranges import FIVE_YEARS_OF_MONTHS
from crmroi.model.adoption import CURVES, PHASES, phases, ramp
from crmroi.model.arrays import Workspace
from crmroi.model.values import values_of
from tests.model.scenarios import EVERYTHING_ON

months = np.arange(-5.0, 70)
a_span = st.integers(*FIVE_YEARS_OF_MONTHS)


def test_every_curve_that_can_be_chosen_is_computed() -> None:
    assert list(CURVES) == list(assumptions()["adoption.curve"].choices or {})


def test_no_ramp_lag_or_go_live_is_longer_than_the_table_holds() -> None:
    lags = (f"gains.{lag}" for lag in PHASES.values() if lag)
    for key in ("adoption.ramp_months", "adoption.go_live_month", *lags):
        assert assumptions()[key].allowed == FIVE_YEARS_OF_MONTHS


@given(st.sampled_from(list(CURVES)), a_span)
def test_a_ramp_is_nothing_before_whole_after_and_never_falls(curve: str, length: int) -> None:
    shares = ramp(months, np.array(float(length)), curve)
    assert (shares[months <= 0] == 0).all()
    assert (shares[(months >= length) & (months > 0)] == 1).all()
    assert (np.diff(shares) >= 0).all()


def test_the_curves_half_way() -> None:
    half = {curve: float(ramp(np.array(5.0), np.array(10.0), curve)) for curve in CURVES}
    assert half == {"logistic": pytest.approx(0.5), "linear": 0.5, "immediate": 1.0}


@given(
    st.sampled_from(list(CURVES)),
    a_span,
    a_span,
    a_span,
)
def test_looked_up_phases_are_the_ramp_seen_at_their_lag(
    curve: str, length: int, go_live: int, lag: int
) -> None:
    scenario = EVERYTHING_ON.with_values(
        {
            "adoption.curve": curve,
            "adoption.ramp_months": length,
            "adoption.go_live_month": go_live,
            "gains.long_term_lag_months": lag,
        }
    )
    target = np.full((10, 1, 1), 0.75)
    found = phases(values_of(scenario), target, 10, Workspace())
    since = np.arange(1.0, 121) - go_live
    expected = 0.75 * ramp(since, np.array(float(length)), curve)
    assert (found["adoption"].ravel() == expected).all()
    delayed = 0.75 * ramp(since - lag, np.array(float(length)), curve)
    assert (found["long"].ravel() == delayed).all()
