"""Draws of the uncertain assumptions: scrambled Sobol' points, one dimension an assumption.

An assumption's dimension is its place in the declaration, so that with one seed every scenario is
drawn from the same points: what differs between two is then theirs, not chance's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import numpy as np

from crmroi.analysis.copula import mixing
from crmroi.analysis.pert import perts
from crmroi.analysis.ranges import whole
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import Triple
from crmroi.model.arrays import Array

DRAWS = 16_384
BLOCK = 16_384
"""Draws made at a time: enough that Python is no cost, few enough to hold."""
MOST = 2**24
SEED = 1
_BITS = 30
_HALF_A_CELL = 2.0 ** -(_BITS + 1)
_ALWAYS_THERE = "finance.discount_rate"

Seed = int | Sequence[int]
Columns = dict[str, Array]
"""Values by dotted key, one a draw."""


def next_power_of_two(count: int) -> int:
    """The least power of two that is no less: Sobol' points are even in powers of two alone.

    Raises ValueError for fewer than one and for more than `MOST`.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"draws must lie from 1 to {MOST}, not {count}")
    return 1 << (count - 1).bit_length()


def normal_scores(
    places: Sequence[int], count: int, seed: Seed, *, block: int = BLOCK, copies: int = 1
) -> Iterator[Array]:
    """Points as normal scores, (places, points) each time; `count` and `block` powers of two.

    A place is that of an assumption in the declaration; in the second of two `copies` the
    dimensions of the first are gone through again, from `len(assumptions())` on.
    """
    from scipy.special import ndtri  # noqa: PLC0415 - scipy loads in half a second
    from scipy.stats import qmc  # noqa: PLC0415

    dimensions = copies * len(assumptions())
    points = qmc.Sobol(dimensions, bits=_BITS, rng=np.random.default_rng(seed))
    chosen = list(places)
    for _start in range(0, count, block):
        uniform = points.random(min(block, count))[:, chosen].T
        yield ndtri(uniform + _HALF_A_CELL)  # a point is the corner of a cell: 0 has no score


@dataclass(frozen=True)
class Uncertainty:
    """What is uncertain in a scenario, in declared order, and how it moves together."""

    ranges: Mapping[str, Triple]
    places: tuple[int, ...]
    """The dimension of each."""
    mixing: Array | None

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        """Raises ScenarioError for correlations that contradict each other."""
        given = scenario.uncertainty
        keys = [key for key in assumptions() if key in given]
        places = tuple(place for place, key in enumerate(assumptions()) if key in given)
        ranges = {key: given[key] for key in keys}
        return cls(ranges, places, mixing(keys, scenario.correlation))

    def columns(self, scores: Array) -> Columns:
        """The values at these scores, (uncertain assumptions, draws)."""
        mixed = scores if self.mixing is None else self.mixing @ scores
        found = dict(zip(self.ranges, perts(mixed, tuple(self.ranges.values())), strict=True))
        for key, drawn in found.items():
            if assumptions()[key].kind == "whole":
                np.rint(drawn, out=drawn)
        return found

    def years(self, scenario: Scenario) -> int:
        """The longest horizon that can be drawn."""
        item = assumptions()["finance.horizon_years"]
        range_ = self.ranges.get(item.key)
        return scenario.finance.horizon_years if range_ is None else int(whole(item, range_[2]))


def blocks(
    scenario: Scenario, count: int, seed: Seed, uncertainty: Uncertainty | None = None
) -> Iterator[Columns]:
    """All draws in order, some at a time; `count` a power of two. Never without a column."""
    drawn = uncertainty or Uncertainty.of(scenario)
    for scores in scores_of(drawn, count, seed):
        yield columns_at(scores, scenario, drawn)


def columns_at(scores: Array, scenario: Scenario, uncertainty: Uncertainty) -> Columns:
    """The values at these scores, (uncertain assumptions, draws). Never without a column."""
    found = uncertainty.columns(scores)
    return found or {_ALWAYS_THERE: np.full(scores.shape[1], scenario.finance.discount_rate)}


def scores_of(uncertainty: Uncertainty, count: int, seed: Seed) -> Iterable[Array]:
    """The points of all draws in order, some at a time: (uncertain assumptions, draws)."""
    places = uncertainty.places
    if count <= BLOCK and isinstance(seed, int):
        return (_remembered(places, count, seed),)
    return normal_scores(places, count, seed)


@lru_cache(maxsize=2)
def _remembered(places: tuple[int, ...], count: int, seed: int) -> Array:
    """The points of one block: those that the next scenario, or the same one moved, is drawn at."""
    (scores,) = normal_scores(places, count, seed)
    scores.setflags(write=False)
    return scores


def draw(scenario: Scenario, count: int, seed: Seed = SEED) -> Columns:
    """All draws at once, as `evaluate_batch` takes them."""
    several = list(blocks(scenario, next_power_of_two(count), seed))
    return {key: np.concatenate([each[key] for each in several]) for key in several[0]}
