"""Which uncertain assumption the spread comes from: Sobol' indices.

The first-order index of an assumption is the share of the variance that it makes on its own, the
total index its share together with all that it takes part in. Both are estimated after Saltelli
(2010) from two sets of points, and from the first with one assumption at a time taken from the
second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from crmroi.analysis.draws import SEED, Seed, Uncertainty, next_power_of_two, normal_scores
from crmroi.analysis.simulation import KeepGoing
from crmroi.assumptions import Scenario, assumptions
from crmroi.assumptions.entries import FORMAT
from crmroi.model.arrays import Array
from crmroi.model.batch import evaluate_batch
from crmroi.text import N_, Notice

POINTS = 4096
"""Points in either set: each uncertain assumption costs as many evaluations more."""


@dataclass(frozen=True)
class Indices:
    """The Sobol' indices of the NPV, by dotted name in declared order.

    None, and a warning that says why, where assumptions are correlated; 0 where nothing varies.
    """

    scenario: Scenario
    seed: int
    points: int
    first_order: Mapping[str, float] | None
    total_sobol: Mapping[str, float] | None
    warnings: tuple[Notice, ...] = ()
    model: str = FORMAT


def indices(
    scenario: Scenario,
    *,
    points: int = POINTS,
    seed: int = SEED,
    keep_going: KeepGoing | None = None,
) -> Indices | None:
    """The indices of a scenario's uncertain assumptions; None where `keep_going` says no."""
    uncertainty = Uncertainty.of(scenario)
    points = next_power_of_two(points)
    if uncertainty.mixing is not None:
        return Indices(scenario, seed, points, None, None, (_CORRELATED,))
    keys = tuple(uncertainty.ranges)
    if not keys:
        return Indices(scenario, seed, points, MappingProxyType({}), MappingProxyType({}))

    def npv(scores: Array) -> Array:
        return evaluate_batch(uncertainty.columns(scores), scenario, measures=("npv",))["npv"]

    found = sobol(npv, uncertainty.places, points, seed, keep_going)
    if found is None:
        return None
    first, total = (MappingProxyType(dict(zip(keys, row.tolist(), strict=True))) for row in found)
    return Indices(scenario, seed, points, first, total)


_CORRELATED = Notice(
    "correlation",
    None,
    N_(
        "Assumptions that move together have no share of the spread of their own: with"
        " correlations no indices are computed. Remove the correlations to see them."
    ),
)


def sobol(
    model: Callable[[Array], Array],
    places: Sequence[int],
    points: int,
    seed: Seed,
    keep_going: KeepGoing | None = None,
) -> tuple[Array, Array] | None:
    """First-order and total indices of a function of normal scores, (inputs,) each.

    `model` takes (inputs, points) and gives (points,). The points are scrambled Sobol' ones, input
    k on the dimension `places[k]`. None where `keep_going` says no.
    """
    from scipy.stats import sobol_indices  # noqa: PLC0415 - half a second, only where needed

    offset = len(assumptions())
    both = next(
        normal_scores([*places, *(offset + place for place in places)], points, seed,
                      block=points, copies=2)
    )  # fmt: skip
    one, other = both[: len(places)], both[len(places) :]
    values, values_other = model(one), model(other)
    mixed = np.empty((len(places) + 1, 1, points))
    mixed[-1] = values  # an input without effect: scipy cannot take a single one
    for at in range(len(places)):
        if keep_going is not None and not keep_going(at + 2, len(places) + 2):
            return None
        swapped = one.copy()
        swapped[at] = other[at]
        mixed[at] = model(swapped)
    found = sobol_indices(
        func={"f_A": values[None], "f_B": values_other[None], "f_AB": mixed}, n=points
    )
    return found.first_order[:-1], found.total_order[:-1]
