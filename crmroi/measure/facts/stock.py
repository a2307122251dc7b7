"""Customers who came and went, by month: how many there were, were lost, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crmroi.measure.facts.relation import EPOCH

_NEVER = 1 << 20
"""A month after all others: of those who have not ended."""
DAYS_OF_A_YEAR = 365.25

Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Stock:
    """Customers by the month of their start and that of their end, counted from year 0.

    Those without a start have been there from the beginning. `start_days` and `end_days` are sums
    of days since 1970; `last` is the last day of the data.
    """

    starts: Integers
    ends: Integers
    counts: Integers
    start_days: Integers
    end_days: Integers
    last: int

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]], last: int) -> Stock:
        """From rows of start_month, end_month, customers, start_days and end_days."""

        def column(name: str, empty: int) -> Integers:
            found = (row.get(name) for row in rows)
            return np.array([empty if value is None else value for value in found], dtype=np.int64)

        return cls(
            column("start_month", 0),
            column("end_month", _NEVER),
            column("customers", 0),
            column("start_days", 0),
            column("end_days", 0),
            last,
        )

    def at_start(self, first: int) -> int:
        """Customers when a month begins."""
        return self._count((self.starts < first) & (self.ends >= first))

    def lost(self, first: int, last: int) -> int:
        """Of those at the start of the first month, the ones who end by the end of the last."""
        there = (self.starts < first) & (self.ends >= first)
        return self._count(there & (self.ends <= last))

    def known(self, first: int, last: int) -> int:
        """Customers at any time from the first month to the last."""
        return self._count((self.starts <= last) & (self.ends >= first))

    def started(self, first: int, last: int) -> int:
        """Customers whose start is in these months."""
        return self._count((self.starts >= first) & (self.starts <= last))

    def years(self, first: int, last: int) -> float:
        """Customer-years within these months: from each start to the end, or to the last day."""
        begin = first_day(first)
        end = min(first_day(last + 1), self.last)
        if end <= begin:
            return 0.0
        there = (self.starts <= last) & (self.ends >= first)
        from_ = np.where(self.starts < first, self.counts * begin, self.start_days)
        to = np.where(self.ends > last, self.counts * end, self.end_days)
        to = np.minimum(to, self.counts * end)
        return int(np.maximum(to - from_, 0)[there].sum()) / DAYS_OF_A_YEAR

    def _count(self, which: NDArray[np.bool_]) -> int:
        return int(self.counts[which].sum())


def first_day(month: int) -> int:
    """The first day of a month: days since 1970."""
    return date(month // 12, month % 12 + 1, 1).toordinal() - EPOCH
