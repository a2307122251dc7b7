"""What the simulation's benchmark races must say the same before it means which is faster."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import simulation
from benchmarks.peers import squiggle_model
from crmroi.analysis.draws import draw


def test_simulation_and_loop_agree_on_every_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(squiggle_model, "missing", lambda: "not asked here")
    simulation.check_agreement()


def test_squiggle_agrees_where_it_is_installed() -> None:
    absent = squiggle_model.missing()
    if absent is not None:
        pytest.skip(absent)
    columns = draw(simulation.SCENARIO, 16)
    found = squiggle_model.npv(simulation.SCENARIO, columns)
    np.testing.assert_allclose(found, simulation.npv_of(columns), rtol=1e-9)


def test_fewer_sobol_points_are_needed_than_random_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulation, "ERROR_SHARE", 0.05)
    sobol, plain = (simulation.draws_needed(made) for made in (simulation.sobol, simulation.plain))
    assert sobol["draws_for_mean"] < plain["draws_for_mean"]
    assert sobol["draws_for_p10"] <= plain["draws_for_p10"]
