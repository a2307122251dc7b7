"""How likely it pays: a scenario's uncertain assumptions drawn many times over.

Draws stream through the batch engine in blocks; what is kept of each is its NPV, its ROI, the month
in which it breaks even and, of the first ones, the cumulative flow by month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from crmroi.analysis.cautions import cautions, leaning
from crmroi.analysis.draws import DRAWS, SEED, Columns, Uncertainty, blocks, next_power_of_two
from crmroi.analysis.quantiles import PERCENTILES, Spread, quantile, spread
from crmroi.assumptions import Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array
from crmroi.model.batch import Chunk, each_chunk
from crmroi.model.case import Case
from crmroi.model.measures import measure
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
    tally = _Tally(wanted, 12 * uncertainty.years(scenario))
    drawn = blocks(scenario, wanted, seed, uncertainty)
    for _chunk in chain.from_iterable(tally.count(columns, scenario) for columns in drawn):
        if keep_going is not None and not keep_going(tally.done, wanted):
            break
    done, fan = tally.done, tally.fan()
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
        fan=fan,
        fan_draws=min(done, FAN_DRAWS),
        paid_back=np.cumsum(tally.paid_back),
        npv_of_draws=_locked(tally.npv[:done]),
        warnings=(*cautions(scenario, uncertainty), *leaning(scenario, npv.percentiles)),
    )


class _Tally:
    """What is kept of the draws, in arrays made once."""

    def __init__(self, draws: int, last_month: int) -> None:
        self.npv, self.roi = np.empty(draws), np.empty(draws)
        self.flows = np.empty((last_month + 1, min(draws, FAN_DRAWS)))
        self.paid_back = np.zeros(last_month + 1, dtype=np.int64)
        self.done = 0

    def count(self, columns: Columns, scenario: Scenario) -> Iterator[int]:
        """Count the draws of one block, and say after each chunk how many are done."""
        start = self.done

        def keep(chunk: Chunk) -> tuple[int, NDArray[np.int64]]:
            return chunk.place.stop, self._keep(start + chunk.place.start, chunk.case)

        for end, paid_back in each_chunk(columns, scenario, keep):
            self.paid_back += paid_back
            self.done = start + end
            yield self.done

    def _keep(self, start: int, case: Case) -> NDArray[np.int64]:
        """Keep what is told of each draw of a chunk; return those that break even, by month.

        Chunks are kept at once, in threads of their own, each in its own place.
        """
        found = measure(case, ("npv", "roi", "break_even_month"))
        end = start + case.net.shape[1]
        self.npv[start:end], self.roi[start:end] = found["npv"], found["roi"]
        room = self.flows[:, start:end]
        months_here = len(case.cumulative)  # draws of a chunk may all have a shorter horizon
        kept = case.cumulative[:, : room.shape[1]]
        room[:months_here] = kept
        room[months_here:] = kept[-1]
        months = found["break_even_month"]
        paid = months[~np.isnan(months)].astype(np.intp)
        return np.bincount(paid, minlength=len(self.paid_back))

    def fan(self) -> Mapping[int, Array]:
        """The quantiles by month. The flows are sorted where they lie."""
        flows = self.flows[:, : min(self.done, self.flows.shape[1])]
        for month in flows:
            month.sort()
        found = {percent: _locked(quantile(flows, percent)) for percent in PERCENTILES}
        return MappingProxyType(found)


def _locked(array: Array) -> Array:
    array.setflags(write=False)
    return array
