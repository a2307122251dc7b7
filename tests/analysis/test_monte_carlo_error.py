"""How far a simulated figure may be off by chance."""

from __future__ import annotations

import numpy as np
import pytest

from crmroi.analysis import monte_carlo_error
from crmroi.analysis.monte_carlo_error import standard_error
from crmroi.analysis.simulation import simulate
from crmroi.assumptions import Scenario
from tests.analysis.cases import UNCERTAIN


def test_the_stated_error_is_about_how_far_simulations_lie_apart() -> None:
    stated = standard_error(UNCERTAIN, draws=256)
    means, tenths = zip(
        *(
            (found.npv.mean, found.npv.percentiles[10])
            for seed in range(20, 52)
            for found in [simulate(UNCERTAIN, draws=256, seed=seed)]
        ),
        strict=True,
    )
    assert stated.mean == pytest.approx(np.std(means, ddof=1), rel=0.7)
    assert stated.p10 == pytest.approx(np.std(tenths, ddof=1), rel=0.7)


def test_sobol_points_are_nearer_than_plain_random_ones() -> None:
    spread = simulate(UNCERTAIN, draws=1024).npv_of_draws.std()
    assert standard_error(UNCERTAIN, draws=1024).mean < 0.2 * spread / np.sqrt(1024)


def test_of_more_draws_than_a_run_the_error_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    run = standard_error(UNCERTAIN, draws=64)
    monkeypatch.setattr(monte_carlo_error, "DRAWS", 64)
    more = standard_error(UNCERTAIN, draws=250)
    assert (more.draws, more.scrambles) == (256, 8)
    assert (more.mean, more.p10) == pytest.approx((run.mean / 2, run.p10 / 2))


def test_where_nothing_is_uncertain_there_is_no_error() -> None:
    found = standard_error(Scenario(), draws=4, seed=6)
    assert (found.mean, found.p10, found.seed) == pytest.approx((0, 0, 6), abs=1e-6)


def test_it_can_be_stopped() -> None:
    assert standard_error(UNCERTAIN, draws=4, keep_going=lambda done, _wanted: done < 2) is None
