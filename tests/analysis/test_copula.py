"""Rank correlations, and those that cannot be."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from crmroi.analysis.copula import mixing
from crmroi.analysis.draws import draw
from crmroi.assumptions import ScenarioError
from tests.analysis.cases import UNCERTAIN, with_pairs

A, B, C = "adoption.target_rate", "gains.conversion_uplift", "costs.custom_development"


@pytest.mark.parametrize("strength", [-0.9, -0.3, 0.5, 0.95])
def test_draws_have_the_rank_correlation_that_was_asked_for(strength: float) -> None:
    drawn = draw(with_pairs(UNCERTAIN, (A, B, strength)), 16_384)
    assert spearmanr(drawn[A], drawn[B]).statistic == pytest.approx(strength, abs=0.005)
    assert spearmanr(drawn[A], drawn[C]).statistic == pytest.approx(0, abs=0.02)


def test_what_is_not_paired_is_drawn_as_before() -> None:
    alone, paired = draw(UNCERTAIN, 256), draw(with_pairs(UNCERTAIN, (A, B, 0.7)), 256)
    np.testing.assert_allclose(paired[C], alone[C], rtol=1e-12)
    np.testing.assert_allclose(paired["adoption.go_live_month"], alone["adoption.go_live_month"])


def test_pairs_of_what_is_not_uncertain_count_for_nothing() -> None:
    assert mixing([A, B], [(A, C, 0.5)]) is None


def test_correlations_that_contradict_each_other_are_refused_and_named() -> None:
    pairs = [(A, B, 0.9), (B, C, 0.9), (A, C, -0.9), ("team.users", "team.hourly_cost", 0.5)]
    with pytest.raises(ScenarioError) as error:
        mixing([A, B, C, "team.users", "team.hourly_cost"], pairs)
    assert str(error.value) == (
        "“correlation”: no numbers can move together like this"
        " (“adoption.target_rate”, “gains.conversion_uplift”: 0.9;"
        " “gains.conversion_uplift”, “costs.custom_development”: 0.9;"
        " “adoption.target_rate”, “costs.custom_development”: -0.9):"
        " the matrix is not positive definite. Weaken one of the correlations."
    )


@pytest.mark.parametrize("strength", [-1.0, 1.0])
def test_ranks_that_are_the_same_are_as_good_as_one_assumption(strength: float) -> None:
    with pytest.raises(ScenarioError, match="not positive definite"):
        mixing([A, B], [(A, B, strength)])
