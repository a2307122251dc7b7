"""What must be true: the values of one assumption at which the case meets a goal.

The allowed range is scanned, and so is the plausible one inside it, in which a range of 0 to 1e12
has no point; between two points of which one meets the goal and one does not, the edge is searched
for. Where a case changes sides twice between two neighbouring points, that is not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import numpy as np

from crmroi.analysis.goals import Goal
from crmroi.analysis.ranges import number_of, numeric
from crmroi.assumptions import FRONT, Assumption, Scenario
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array, Mask
from crmroi.model.batch import evaluate_batch

POINTS = 257
CUTS = 63
"""Points that a bracket is searched with at a time."""
CLOSE = 1e-14
"""How near an edge is searched for, as a share of its size or of the plausible range."""

Status = Literal["value", "always", "never"]
Interval = tuple[float, float]


@dataclass(frozen=True)
class Solution:
    """Where one assumption, over all that it may be, meets a goal; all others as they are.

    `value` is the edge nearest today's value and meets the goal; None where the goal is met always
    or never. `holds` are the intervals in which it is met, ends included, in order.
    """

    scenario: Scenario
    assumption: str
    goal: Goal
    today: float
    met_today: bool
    status: Status
    value: float | None
    holds: tuple[Interval, ...]
    model: str = FORMAT


def solve(scenario: Scenario, key: str, goal: Goal | None = None) -> Solution:
    """Solve for one numeric assumption; the goal is an NPV of 0 or more unless given.

    Raises ScenarioError for what holds no number.
    """
    search = _Search(scenario, numeric(key), goal or Goal())
    points = search.points()
    met = search.met(points)
    holds, edges = [], []
    for holding, run in groupby(range(len(points)), key=lambda at: bool(met[at])):
        at = list(run)
        if not holding:
            continue
        low, high = points[at[0]], points[at[-1]]
        if at[0] > 0:
            low = search.edge(points[at[0] - 1], low)
            edges.append(low)
        if at[-1] < len(points) - 1:
            high = search.edge(points[at[-1] + 1], high)
            edges.append(high)
        holds.append((search.plain(low), search.plain(high)))
    today = number_of(scenario, key)
    nearest = min(edges, key=lambda edge: abs(edge - today), default=None)
    return Solution(
        scenario=scenario,
        assumption=key,
        goal=search.goal,
        today=search.plain(today),
        met_today=bool(met[np.searchsorted(points, today)]),
        status="value" if edges else "always" if holds else "never",
        value=None if nearest is None else search.plain(nearest),
        holds=tuple(holds),
    )


def must_be_true(
    scenario: Scenario, goal: Goal | None = None, keys: Sequence[str] = FRONT
) -> tuple[Solution, ...]:
    """The solution for each of these assumptions."""
    return tuple(solve(scenario, key, goal) for key in keys)


class _Search:
    """Looks for the edges of a goal along one assumption."""

    def __init__(self, scenario: Scenario, item: Assumption, goal: Goal) -> None:
        self.scenario, self.item, self.goal = scenario, item, goal
        self.whole = item.kind == "whole"

    def points(self) -> Array:
        """The points of the scan in order, today's value among them."""
        spans = [self.item.allowed or (0.0, 0.0), self.item.plausible or (0.0, 0.0)]
        scan = np.concatenate([np.linspace(*span, POINTS) for span in spans])
        scan = np.rint(scan) if self.whole else scan
        return np.unique(np.append(scan, number_of(self.scenario, self.item.key)))

    def met(self, points: Array) -> Mask:
        """Where the goal is met."""
        name = self.goal.measure
        found = evaluate_batch({self.item.key: points}, self.scenario, measures=(name,))
        return self.goal.met(found[name])

    def edge(self, outside: float, inside: float) -> float:
        """The last value that meets the goal on the way from one that does to one that does not."""
        reach = inside
        while abs(inside - outside) > self._step(inside):
            cuts = np.linspace(inside, outside, CUTS + 2)
            cuts = np.unique(np.rint(cuts)) if self.whole else cuts
            cuts = cuts if cuts[0] == inside else cuts[::-1]
            met = [True, *self.met(cuts[1:-1]), False]
            first = met.index(False)
            if {cuts[first - 1], cuts[first]} == {inside, outside}:
                break  # neighbours: nothing lies between
            inside, outside = cuts[first - 1], cuts[first]
        return self._held(inside, reach)

    def _held(self, edge: float, reach: float) -> float:
        """The edge, or the nearest value further in that meets the goal when it is put back.

        A case computed alone may differ from one in a batch in its last digit.
        """
        step = self._step(edge)
        while edge != reach and not self.met(np.array([edge]))[0]:
            edge = min(edge + step, reach) if reach > edge else max(edge - step, reach)
            step *= 2
        return edge

    def _step(self, value: float) -> float:
        low, high = self.item.plausible or (0.0, 0.0)
        return 1.0 if self.whole else CLOSE * max(abs(value), high - low)

    def plain(self, value: float) -> float:
        """A plain number, whole where the field is."""
        return int(value) if self.whole else float(value)
