"""What is kept of the draws of a simulation, in arrays made once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from crmroi.analysis.quantiles import PERCENTILES, quantile
from crmroi.model.arrays import Array, Workspace
from crmroi.model.case import Case
from crmroi.model.measures import measure
from crmroi.model.threads import in_threads

_NEVER = np.uint8(255)
"""No month: the longest horizon ends long before."""
_SHARES = 8
"""Shares of the months that are sorted at once."""


class Tally:
    """NPV, ROI and month of break-even of each draw; of the first ones the flow of each month.

    Draws may be entered in any order and from several threads.
    """

    def __init__(self, draws: int, last_month: int, fan_draws: int) -> None:
        self.npv, self.roi = np.empty(draws), np.empty(draws)
        self.months = np.empty(draws, dtype=np.uint8)
        self.flows = np.empty((last_month + 1, min(draws, fan_draws)))
        """Cumulative net flow: (months, draws)."""

    def enter(self, start: int, case: Case) -> int:
        """Keep the draws of a case, which are those from `start` on. Returns where they end."""
        found = measure(case, ("npv", "roi", "break_even_month"))
        end = start + int(case.net.shape[1])
        self.npv[start:end], self.roi[start:end] = found["npv"], found["roi"]
        months = found["break_even_month"]
        self.months[start:end] = np.where(np.isnan(months), float(_NEVER), months)
        room = self.flows[:, start:end]
        months_here = len(case.cumulative)  # draws of a piece may all have a shorter horizon
        kept = case.cumulative[:, : room.shape[1]]
        room[:months_here] = kept
        room[months_here:] = kept[-1]
        return end

    def paid_back(self, done: int) -> NDArray[np.int64]:
        """How many of the draws done have broken even by each month."""
        months = self.months[:done]
        counts = np.bincount(months[months != _NEVER], minlength=len(self.flows))
        return np.cumsum(counts)

    def fan(self, done: int) -> Mapping[int, Array]:
        """The quantiles of each month over the draws done. The flows are sorted where they lie."""
        flows = self.flows[:, : min(done, self.flows.shape[1])]
        for _sorted in in_threads(_sort, np.array_split(flows, _SHARES)):
            pass
        found = {percent: locked(quantile(flows, percent)) for percent in PERCENTILES}
        return MappingProxyType(found)


def _sort(months: Array, _work: Workspace) -> None:
    for month in months:
        month.sort()


def locked(array: Array) -> Array:
    """The array, which nobody can change from now on."""
    array.setflags(write=False)
    return array
