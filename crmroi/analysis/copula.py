"""Assumptions that move together: rank correlations made among normal scores.

Scores that are normal and correlated by 2 sin(π ρ ÷ 6) have ranks correlated by ρ, whatever the
distributions that are read off them: a Gaussian copula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from crmroi.assumptions import ScenarioError
from crmroi.assumptions.written import as_written
from crmroi.model.arrays import Array
from crmroi.text import N_, Notice

Pair = tuple[str, str, float]
"""Two dotted names and the correlation of their ranks."""

LEAST = 1e-10
"""The least that an eigenvalue may be: below it a matrix is as good as singular."""


def mixing(keys: Sequence[str], pairs: Sequence[Pair]) -> Array | None:
    """What independent scores are multiplied by, (keys, keys) lower triangular; None for no pairs.

    Pairs with a name that is not among the keys count for nothing. Raises ScenarioError, naming
    the pairs, where no numbers can be correlated so: the matrix is not positive definite.
    """
    kept = [pair for pair in pairs if pair[0] in keys and pair[1] in keys]
    if not kept:
        return None
    for group in _groups(kept):
        names = sorted({name for pair in group for name in pair[:2]})
        if np.linalg.eigvalsh(_matrix(names, group)).min() < LEAST:
            raise ScenarioError([_contradiction(group)])
    return np.asarray(np.linalg.cholesky(_matrix(keys, kept)))


def _matrix(keys: Sequence[str], pairs: Sequence[Pair]) -> Array:
    place = {key: at for at, key in enumerate(keys)}
    matrix = np.eye(len(keys))
    for first, second, strength in pairs:
        correlation = 2.0 * np.sin(np.pi * strength / 6.0)
        matrix[place[first], place[second]] = matrix[place[second], place[first]] = correlation
    return matrix


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs that hang together by the names that they share."""
    left = list(pairs)
    while left:
        group = [left.pop(0)]
        names = set(group[0][:2])
        while joined := [pair for pair in left if names & set(pair[:2])]:
            group += joined
            names |= {name for pair in joined for name in pair[:2]}
            left = [pair for pair in left if pair not in joined]
        yield group


def _contradiction(group: Sequence[Pair]) -> Notice:
    told = "; ".join(
        f"{as_written(first)}, {as_written(second)}: {as_written(strength)}"
        for first, second, strength in group
    )
    template = N_(
        "“{field}”: no numbers can move together like this ({pairs}): the matrix is not positive"
        " definite. Weaken one of the correlations."
    )
    return Notice("correlation", tuple(group), template, {"field": "correlation", "pairs": told})
