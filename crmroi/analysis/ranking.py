"""Which solution of a weighted grid wins, and how little would change that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crmroi.analysis.grid import CRITERIA, Grid
from crmroi.model.arrays import Array
from crmroi.text import N_, Label, Notice

EQUAL = 1e-9
"""Totals this near to each other are the same."""


@dataclass(frozen=True)
class Flip:
    """The smallest change of one weight, the others rescaled, that changes the winner."""

    criterion: str
    share: float
    """Today's share of the weights."""
    tie_at: float
    """The share at which two solutions have the same total."""
    beyond: float
    """A share just past it, in whole percentage points where one is possible."""
    winner: int
    """Who wins there: the place among the solutions."""


@dataclass(frozen=True)
class Ranking:
    """What a grid comes to. Totals are from 1 to 5; empty where no criterion counts."""

    grid: Grid
    totals: tuple[float, ...]
    ranks: tuple[int, ...]
    """1 is the best; equals have the same."""
    winners: tuple[int, ...]
    """The places of the best: several where they are equal."""
    flip: Flip | None
    """None where no single weight can change the winner, and where there is none."""
    warnings: tuple[Notice, ...]


def ranking(grid: Grid) -> Ranking:
    """Totals, ranks, and how firm the winner is."""
    totals = _totals(grid)
    ranks = tuple(1 + sum(other > total + EQUAL for other in totals) for total in totals)
    winners = tuple(place for place, rank in enumerate(ranks) if rank == 1)
    flip = _flip(grid, winners[0]) if len(winners) == 1 else None
    left_out = tuple(_left_out(name) for name in grid.weights if name not in grid.counted)
    return Ranking(grid, totals, ranks, winners, flip, left_out)


def _totals(grid: Grid) -> tuple[float, ...]:
    if not grid.counted:
        return ()
    weights = np.array(list(grid.shares.values()))
    return tuple((weights @ _scores(grid)).tolist())


def _scores(grid: Grid) -> Array:
    """Of the criteria that count, (criteria, solutions)."""
    return np.array([grid.scores[name] for name in grid.counted], dtype=np.float64)


def _flip(grid: Grid, winner: int) -> Flip | None:
    """The nearest share of any criterion at which any other solution draws level.

    With one criterion at share s, the winner's lead over another is s × its lead in that criterion
    + (1 − s) × its mean lead in the others: a straight line in s, which crosses 0 once or never.
    """
    shares, scores = grid.shares, _scores(grid)
    found: list[tuple[float, str, float]] = []
    for at, (criterion, share) in enumerate(shares.items()):
        alone = scores[at]
        others = np.array(_totals(grid.with_share(criterion, 0.0)))
        for place in range(len(grid.solutions)):
            at_one, at_none = alone[winner] - alone[place], others[winner] - others[place]
            if len(shares) > 1 and min(at_one, at_none) < -EQUAL:
                tie = float(at_none / (at_none - at_one))
                found.append((abs(tie - share), criterion, tie))
    for _change, criterion, tie in sorted(found):
        beyond = _beyond(grid, criterion, tie, winner)
        if beyond is not None:
            new = int(np.argmax(_totals(grid.with_share(criterion, beyond))))
            return Flip(criterion, shares[criterion], tie, beyond, new)
    return None


def _beyond(grid: Grid, criterion: str, tie: float, winner: int) -> float | None:
    """The roundest share near a tie, and past it, at which the winner is another."""
    rises = tie > grid.shares[criterion]
    for decimals in range(2, 9):
        step = 10.0**-decimals
        first = np.ceil(tie / step) if rises else np.floor(tie / step)
        for count in (first, first + (1 if rises else -1)):
            share = round(float(count) * step, decimals)
            if not 0 <= share <= 1:
                continue
            totals = _totals(grid.with_share(criterion, share))
            if max(totals) > totals[winner] + EQUAL:
                return share
    return None


def _left_out(criterion: str) -> Notice:
    template = N_(
        "A solution has no score for {criterion}, so it counts for none. Enter the missing score."
    )
    name = Label(CRITERIA[criterion][0]) if criterion in CRITERIA else criterion
    return Notice(criterion, None, template, {"criterion": name})
