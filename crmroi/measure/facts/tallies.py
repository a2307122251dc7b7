"""Facts that do not add up over months, from counts that do: medians and numbers of customers.

How often each value occurs in each month is a small table, which an engine makes in one pass. The
fact of a month, of a window and of all records follows from it, and no record is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import polars as pl
from ibis import _

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from crmroi.measure.facts.engine import Engine

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Tally:
    """Distinct whole numbers, and how often each of them occurs."""

    values: Integers
    counts: Integers

    def distinct(self) -> float:
        """How many numbers there are."""
        return float(self.values.size)

    def median(self) -> float | None:
        """The middle number, or the mean of the two in the middle; None of none."""
        return self.quantile(0.5)

    def quantile(self, share: float) -> float | None:
        """The number below which a share of them lies; None of none.

        Between two numbers in proportion (type 7 of Hyndman and Fan, 1996), as engines have it.
        """
        if not self.values.size:
            return None
        order = np.argsort(self.values)
        ends = np.cumsum(self.counts[order])
        place = share * float(ends[-1] - 1)
        ranks = np.minimum([floor(place), floor(place) + 1], ends[-1] - 1)
        low, high = self.values[order[np.searchsorted(ends, ranks, side="right")]].tolist()
        return float(low + (place - floor(place)) * (high - low))


@dataclass(frozen=True)
class Tallied:
    """A fact that follows from how often each value of a column occurs.

    The column has whole numbers not far apart, as days are, and null where a row does not count.
    """

    column: Any
    told: Callable[[Tally], float | None]


@dataclass(frozen=True)
class Tallies:
    """Tallied facts of some rows of an engine, of all of them or by a key: a month, a part."""

    engine: Engine
    rows: ir.Table
    tallied: Mapping[str, Tallied]
    key: str = ""

    def facts(self, which: pl.Expr | None = None) -> dict[str, float | None]:
        """The facts of all rows, or of those whose key is one of some."""
        found = {}
        for fact, counts in self._counts.items():
            some = counts if which is None else counts.filter(which)
            found[fact] = self.tallied[fact].told(_summed(some) if self.key else _tally(some))
        return found

    def at(self, name: object) -> dict[str, float | None]:
        """The facts of one key."""
        return {
            fact: self.tallied[fact].told(_tally(parts.get((name,), self._counts[fact].clear())))
            for fact, parts in self._parts.items()
        }

    @cached_property
    def _counts(self) -> Mapping[str, pl.DataFrame]:
        keys = [self.key] if self.key else []
        found = {}
        for fact, each in self.tallied.items():
            named = self.rows.select(*keys, value=each.column).filter(_.value.notnull())
            found[fact] = self.engine.frame(
                named.group_by(*keys, "value").aggregate(count=_.count())
            )
        return found

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[tuple[object, ...], pl.DataFrame]]:
        return {
            f: counts.partition_by(self.key, as_dict=True) for f, counts in self._counts.items()
        }


def _summed(rows: pl.DataFrame) -> Tally:
    """The tally of rows in which a value may stand more than once."""
    several = _tally(rows)
    if not several.values.size:
        return several
    first = several.values.min()
    counts = np.bincount(several.values - first, weights=several.counts).astype(np.int64)
    places = np.flatnonzero(counts)
    return Tally(places + first, counts[places])


def _tally(rows: pl.DataFrame) -> Tally:
    values, counts = (rows[name].cast(pl.Int64).to_numpy() for name in ("value", "count"))
    return Tally(values, counts)
