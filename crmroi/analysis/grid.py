"""The weighted grid: solutions scored from 1 to 5 by criteria, some of which weigh more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from crmroi.files.scenario_set import LEAST_SCORE, MOST_SCORE
from crmroi.text import N_

LOWEST, HIGHEST = float(LEAST_SCORE), float(MOST_SCORE)
MIDDLE = (LOWEST + HIGHEST) / 2

CRITERIA: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "total_cost": (N_("Total cost"), 0.25),
        "roi": (N_("Return (ROI)"), 0.2),
        "fit": (N_("Fit to needs"), 0.25),
        "scalability": (N_("Scalability"), 0.1),
        "time_to_deploy": (N_("Time to deploy"), 0.1),
        "support": (N_("Support"), 0.1),
    }
)
"""The criteria to start from: label and weight, an own estimate."""

FROM_THE_MODEL: Mapping[str, tuple[str, Literal["low", "high"]]] = MappingProxyType(
    {"total_cost": ("total_costs", "low"), "roi": ("roi", "high")}
)
"""The criteria that the model scores: by which measure, and which way is better."""


@dataclass(frozen=True)
class Grid:
    """Weights by criterion, 0 or more, and by criterion the score of each solution, 1 to 5.

    A score of None is not known: its criterion then counts for no solution. ValueError for a grid
    that cannot be.
    """

    solutions: tuple[str, ...]
    weights: Mapping[str, float]
    scores: Mapping[str, tuple[float | None, ...]]

    def __post_init__(self) -> None:
        _check(self)

    @property
    def counted(self) -> tuple[str, ...]:
        """The criteria for which every solution has a score."""
        return tuple(name for name in self.weights if None not in self.scores[name])

    @property
    def shares(self) -> Mapping[str, float]:
        """The weights of the criteria that count, together 1; alike where all are 0."""
        names = self.counted
        total = sum(self.weights[name] for name in names)
        return {
            name: self.weights[name] / total if total else 1 / max(1, len(names)) for name in names
        }

    def with_share(self, criterion: str, share: float) -> Grid:
        """The grid in which one criterion has this share, the others rescaled alike to the rest."""
        whole = sum(self.weights[name] for name in self.counted) or 1.0
        others = {name: part for name, part in self.shares.items() if name != criterion}
        total = sum(others.values())
        rescaled = {
            name: whole * (1 - share) * (part / total if total else 1 / len(others))
            for name, part in others.items()
        }
        return replace(self, weights={**self.weights, **rescaled, criterion: whole * share})


def scored(
    values: Sequence[float | None], better: Literal["low", "high"]
) -> tuple[float | None, ...]:
    """Scores of figures of the model: 5 for the best, 1 for the worst, in proportion between.

    3 for all where they are the same; None for what has no value.
    """
    known = [value for value in values if value is not None]
    if not known:
        return (None,) * len(values)
    worst, best = (max(known), min(known)) if better == "low" else (min(known), max(known))

    def score(value: float) -> float:
        if best == worst:
            return MIDDLE
        return LOWEST + (HIGHEST - LOWEST) * (value - worst) / (best - worst)

    return tuple(None if value is None else score(value) for value in values)


def _check(grid: Grid) -> None:
    if len(grid.solutions) < 1 or set(grid.weights) != set(grid.scores):
        raise ValueError("a grid needs a solution, and scores for the criteria that have weights")
    for name, weight in grid.weights.items():
        if not 0 <= weight < float("inf"):
            raise ValueError(f"{name}: a weight is 0 or more, not {weight}")
        scores = grid.scores[name]
        if len(scores) != len(grid.solutions):
            raise ValueError(f"{name}: a score is needed for each solution")
        if any(score is not None and not LOWEST <= score <= HIGHEST for score in scores):
            raise ValueError(f"{name}: a score lies from {LOWEST:g} to {HIGHEST:g}")
