"""How far a simulated figure may be off by chance: its spread over independent scrambles."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from crmroi.analysis.draws import DRAWS, SEED, Uncertainty, blocks, next_power_of_two
from crmroi.analysis.quantiles import quantile
from crmroi.analysis.simulation import KeepGoing
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array
from crmroi.model.batch import evaluate_batch

SCRAMBLES = 8


@dataclass(frozen=True)
class StandardError:
    """The standard error of two figures of the NPV, in the scenario's currency.

    Of a simulation of more than `draws.DRAWS` it is a bound: taken from runs of that many, and
    made smaller as for plain random draws, than which Sobol' points are no worse.
    """

    scenario: Scenario
    seed: int
    draws: int
    scrambles: int
    mean: float
    p10: float
    model: str = FORMAT


def standard_error(
    scenario: Scenario,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    keep_going: KeepGoing | None = None,
) -> StandardError | None:
    """The error of a simulation of so many draws; None where `keep_going` says no."""
    wanted = next_power_of_two(draws)
    run = min(wanted, DRAWS)
    uncertainty = Uncertainty.of(scenario)
    means, tenths = np.empty(SCRAMBLES), np.empty(SCRAMBLES)
    for scramble in range(SCRAMBLES):
        if keep_going is not None and not keep_going(scramble, SCRAMBLES):
            return None
        values = _npv(scenario, run, (seed, scramble + 1), uncertainty)
        means[scramble], tenths[scramble] = values.mean(), quantile(np.sort(values), 10)
    shrink = math.sqrt(run / wanted)
    return StandardError(
        scenario=scenario,
        seed=seed,
        draws=wanted,
        scrambles=SCRAMBLES,
        mean=float(means.std(ddof=1)) * shrink,
        p10=float(tenths.std(ddof=1)) * shrink,
    )


def _npv(scenario: Scenario, draws: int, seed: tuple[int, int], uncertainty: Uncertainty) -> Array:
    return np.concatenate(
        [
            evaluate_batch(columns, scenario, measures=("npv",))["npv"]
            for columns in blocks(scenario, draws, seed, uncertainty)
        ]
    )
