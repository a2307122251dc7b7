"""How a KPI follows from facts: counts, sums and medians of records that an engine has found.

Facts are named "table.what" ("deals.won"). A formula divides sums by sums only when everything has
been added up, so that the KPI of a year is not the mean of its months.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Facts = Mapping[str, float | None]
"""Facts by name; None where there is no record to take a median of."""


@dataclass(frozen=True)
class Figure:
    """A figure and the number of records behind it; None where there is nothing to divide by."""

    value: float | None
    n: int


class Formula(Protocol):
    """What a KPI is, in facts."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The names of the facts."""

    @property
    def empty(self) -> float | None:
        """The value of a month without a record: 0 for counts and sums, None for the others."""

    def figure(self, facts: Facts) -> Figure:
        """The KPI and its n; a fact that is not there has no record."""


@dataclass(frozen=True)
class Total:
    """A count or a sum; `n` names the records that were added up, the count itself if empty."""

    fact: str
    n: str = ""
    empty: float | None = 0.0

    @property
    def needs(self) -> tuple[str, ...]:
        """The sum and its records."""
        return (self.fact, self.n or self.fact)

    def figure(self, facts: Facts) -> Figure:
        """The sum; 0 of no records."""
        return Figure(facts.get(self.fact) or 0.0, whole(facts.get(self.n or self.fact)))


@dataclass(frozen=True)
class Ratio:
    """`times` × top ÷ bottom; `n` names the records behind it, the bottom if empty."""

    top: str
    bottom: str
    n: str = ""
    times: float = 1.0
    empty: float | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """Both sides and the records."""
        return (self.top, self.bottom, self.n or self.bottom)

    def figure(self, facts: Facts) -> Figure:
        """The ratio; None where the bottom is 0."""
        bottom = facts.get(self.bottom)
        n = whole(facts.get(self.n or self.bottom))
        if not bottom:
            return Figure(None, n)
        return Figure(self.times * (facts.get(self.top) or 0.0) / bottom, n)


@dataclass(frozen=True)
class Found:
    """A figure that the engine gives as it is: a median."""

    fact: str
    n: str
    empty: float | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The figure and its records."""
        return (self.fact, self.n)

    def figure(self, facts: Facts) -> Figure:
        """The figure; None where there was no record."""
        return Figure(facts.get(self.fact), whole(facts.get(self.n)))


@dataclass(frozen=True)
class OverMonths:
    """Top ÷ bottom, or ÷ the number of months, each added up over months: what is counted anew in
    every month, and counts and sums per month.

    Of all records the whole months are taken, since a part of a month has less of everything.
    """

    top: str
    bottom: str = ""
    n: str = ""
    empty: float | None = 0.0

    @property
    def needs(self) -> tuple[str, ...]:
        """Both sides and the records."""
        return tuple(fact for fact in (self.top, self.bottom, self.n) if fact)

    def figure(self, facts: Facts) -> Figure:
        """The figure of one month."""
        return self.over([facts])

    def over(self, months: Sequence[Facts]) -> Figure:
        """The figure of several months; those without a record have no facts."""
        top, n = (_sum(months, fact) for fact in (self.top, self.n or self.top))
        bottom = _sum(months, self.bottom) if self.bottom else len(months)
        return Figure(top / bottom if bottom else None, whole(n))


MARGIN = "margin"
"""Stands for the gross margin among KPIs."""


@dataclass(frozen=True)
class Combined:
    """A figure made of other KPIs, which `of` names; the first gives its n. `MARGIN` may be one."""

    of: tuple[str, ...]
    combine: Callable[..., float | None]


def whole(count: float | None) -> int:
    """A count as an integer; of nothing 0."""
    return int(count or 0)


def _sum(months: Sequence[Facts], fact: str) -> float:
    return sum(facts.get(fact) or 0.0 for facts in months)
