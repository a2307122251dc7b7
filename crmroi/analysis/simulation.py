"""How likely it pays: a scenario's uncertain assumptions drawn many times over.

Draws stream through the batch engine in blocks; what is kept of each is its NPV, its ROI, the month
in which it breaks even and, of the first ones, the cumulative flow by month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crmroi.analysis.cautions import cautions, leaning
from crmroi.analysis.draws import (
    DRAWS,
    SEED,
    Uncertainty,
    columns_at,
    next_power_of_two,
    scores_of,
)
from crmroi.analysis.quantiles import Spread, spread
from crmroi.analysis.tally import Tally, locked
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array, Workspace
from crmroi.model.batch import at_a_time, case_of
from crmroi.model.threads import in_threads
from crmroi.model.values import values_of
from crmroi.text import Notice

FAN_DRAWS = 131_072
"""The most draws that the fan is made of, the first ones: their flows are all held at once."""

KeepGoing = Callable[[int, int], bool]
"""Told the draws done and the draws wanted, says whether to go on."""


@dataclass(frozen=True, eq=False)
class Simulation:
    """What the draws of one scenario give. Months are counted from 0 to the longest horizon."""

    scenario: Scenario
    seed: int
    requested: int
    draws: int
    """Draws made: the next power of two, fewer where the simulation was stopped."""
    stopped: bool
    npv: Spread
    roi: Spread
    positive: int
    """Draws whose NPV is above 0."""
    fan: Mapping[int, Array]
    """Cumulative net flow by month below which a percentage of draws lies, by that percentage."""
    fan_draws: int
    paid_back: NDArray[np.int64]
    """Draws that have broken even by each month."""
    npv_of_draws: Array
    """The NPV of each draw, in order: with one seed, draw k of two scenarios is the same point."""
    warnings: tuple[Notice, ...]
    model: str = FORMAT

    @property
    def probability_npv_positive(self) -> float:
        """The share of draws whose NPV is above 0."""
        return self.positive / self.draws

    @property
    def paid_back_by_month(self) -> tuple[float, ...]:
        """The share of draws that have broken even by each month, month 0 first."""
        return tuple(int(count) / self.draws for count in self.paid_back)

    @property
    def never(self) -> int:
        """Draws that do not break even within their horizon."""
        return self.draws - int(self.paid_back[-1])

    @property
    def never_breaks_even(self) -> float:
        """The share of draws that do not break even within their horizon."""
        return self.never / self.draws


def simulate(
    scenario: Scenario,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    keep_going: KeepGoing | None = None,
) -> Simulation:
    """The scenario simulated; where `keep_going` says no, with the draws made until then.

    Raises ScenarioError for correlations that contradict each other, ValueError for `draws`
    beyond `draws.MOST`.
    """
    uncertainty = Uncertainty.of(scenario)
    wanted = next_power_of_two(draws)
    tally = Tally(wanted, 12 * uncertainty.years(scenario), FAN_DRAWS)
    done = _draw(scenario, uncertainty, tally, seed, keep_going or _to_the_end)
    npv = spread(tally.npv[:done])
    return Simulation(
        scenario=scenario,
        seed=seed,
        requested=draws,
        draws=done,
        stopped=done < wanted,
        npv=npv,
        roi=spread(tally.roi[:done]),
        positive=int(np.count_nonzero(tally.npv[:done] > 0)),
        fan=tally.fan(done),
        fan_draws=min(done, FAN_DRAWS),
        paid_back=tally.paid_back(done),
        npv_of_draws=locked(tally.npv[:done]),
        warnings=(*cautions(scenario, uncertainty), *leaning(scenario, npv.percentiles)),
    )


def _to_the_end(_done: int, _wanted: int) -> bool:
    return True


def _draw(
    scenario: Scenario, uncertainty: Uncertainty, tally: Tally, seed: int, keep_going: KeepGoing
) -> int:
    """Count the draws in; return how many were made until `keep_going` said no."""
    base, wanted = values_of(scenario), len(tally.npv)

    def enter(piece: tuple[int, Array], work: Workspace) -> int:
        start, scores = piece
        return tally.enter(start, case_of(columns_at(scores, scenario, uncertainty), base, work))

    done = 0
    for done in in_threads(enter, _pieces(scenario, uncertainty, wanted, seed)):
        if not keep_going(done, wanted):
            break
    return done


def _pieces(
    scenario: Scenario, uncertainty: Uncertainty, wanted: int, seed: int
) -> Iterator[tuple[int, Array]]:
    """Where each piece of the draws starts, and its points: (uncertain assumptions, draws)."""
    step, start = at_a_time(uncertainty.years(scenario)), 0
    for scores in scores_of(uncertainty, wanted, seed):
        for at in range(0, scores.shape[1], step):
            yield start + at, scores[:, at : at + step]
        start += scores.shape[1]
