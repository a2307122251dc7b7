"""Sobol' indices: of a function whose indices are known, and of scenarios."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import ndtr

from crmroi.analysis.indices import indices, sobol
from crmroi.analysis.ranges import with_ranges
from crmroi.assumptions import Scenario
from tests.analysis.cases import RANGES, UNCERTAIN, with_pairs

A, B = 7.0, 0.1
"""Ishigami and Homma's function: sin x₁ + A sin² x₂ + B x₃⁴ sin x₁, each x even on −π … π."""


def ishigami(scores: np.ndarray) -> np.ndarray:
    x = np.pi * (2 * ndtr(scores) - 1)
    return np.sin(x[0]) + A * np.sin(x[1]) ** 2 + B * x[2] ** 4 * np.sin(x[0])


@pytest.mark.parametrize("seed", [1, 2])
def test_ishigamis_indices_are_found_to_a_hundredth(seed: int) -> None:
    variance = A**2 / 8 + B * np.pi**4 / 5 + B**2 * np.pi**8 / 18 + 1 / 2
    first = [(1 + B * np.pi**4 / 5) ** 2 / 2 / variance, A**2 / 8 / variance, 0]
    together = 8 * B**2 * np.pi**8 / 225 / variance
    found = sobol(ishigami, (0, 1, 2), 4096, seed)
    assert found is not None
    assert found[0] == pytest.approx(first, abs=0.01)
    assert found[1] == pytest.approx([first[0] + together, first[1], together], abs=0.01)


def test_every_uncertain_assumption_has_both_indices() -> None:
    found = indices(UNCERTAIN, points=256, seed=3)
    assert found is not None
    assert set(found.first_order) == set(found.total_sobol) == set(RANGES)
    assert sum(found.first_order.values()) == pytest.approx(1, abs=0.1)
    assert (found.points, found.seed, found.model) == (256, 3, "crmroi/1")
    assert found.scenario == UNCERTAIN
    assert indices(UNCERTAIN, points=256, seed=3) == found


def test_a_single_uncertain_assumption_makes_all_the_spread() -> None:
    found = indices(with_ranges(Scenario(), {"adoption.target_rate": (0.4, 0.75, 0.9)}))
    assert found.first_order == {"adoption.target_rate": pytest.approx(1, abs=1e-3)}
    assert found.total_sobol == {"adoption.target_rate": pytest.approx(1, abs=1e-3)}


def test_where_nothing_varies_nothing_makes_it() -> None:
    still = with_ranges(Scenario(), {"adoption.target_rate": (0.75,) * 3})
    assert indices(still, points=16).total_sobol == {"adoption.target_rate": 0}
    assert indices(Scenario(), points=16).total_sobol == {}


def test_with_correlations_there_are_none_and_it_is_said() -> None:
    pair = ("adoption.target_rate", "gains.conversion_uplift", 0.5)
    found = indices(with_pairs(UNCERTAIN, pair))
    assert found.first_order is None
    assert found.total_sobol is None
    assert [warning.message for warning in found.warnings] == [
        "Assumptions that move together have no share of the spread of their own: with"
        " correlations no indices are computed. Remove the correlations to see them."
    ]


def test_it_can_be_stopped() -> None:
    assert indices(UNCERTAIN, points=16, keep_going=lambda done, _wanted: done < 4) is None
