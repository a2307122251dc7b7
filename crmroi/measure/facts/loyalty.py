"""Facts of the customers' own records: who started, who ended, who stayed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ibis import _

from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Relation, number, wide
from crmroi.measure.facts.stock import Stock
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.windows import ordinal, ordinal_of, whole_months

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir


def customers(engine: Engine) -> Relation:
    """Records of customers by the date of their start."""
    rows = engine.tables["customers"]
    facts: dict[str, Any] = {"records": _.count()}
    if "start_day" in rows.columns:
        rows = rows.mutate(day=_.start_day, month=_.start_month)
        facts["started"] = _.start_day.count()
    return Relation(engine, "customers", rows, facts)


def flags(engine: Engine) -> Relation:
    """Customers with a flag of those lost: of an unknown period, so without dates."""
    facts = {"flagged": _.churned.count(), "kept": _.count(where=~_.churned)}
    return Relation(engine, "flags", engine.tables["customers"], facts)


def ends(engine: Engine) -> Relation:
    """Records of customers by the date of their end."""
    rows = engine.tables["customers"].mutate(day=_.end_day, month=_.end_month)
    return Relation(engine, "ends", rows, {"records": _.count()})


def people(engine: Engine) -> ir.Table | None:
    """One row a customer by name: `customer`, the days and months of start and end; or None."""
    rows = engine.tables.get("customers")
    if rows is None or not {"id", "start_day"} <= set(rows.columns):
        return None
    asked = {name: _[name].min() for name in ("start_day", "start_month")}
    if "end_day" in rows.columns:
        asked |= {name: _[name].max() for name in ("end_day", "end_month")}
    return rows.filter(_.id.notnull()).group_by(customer=_.id).aggregate(**asked)


@dataclass(frozen=True)
class Loyalty:
    """Customers at the start of a year or a month, and those of them who stayed to its end."""

    starts: Relation
    ends: Relation | None

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        told = ("retention", "retention_by_year", "at_start") if self._both else ()
        return frozenset(f"loyalty.{fact}" for fact in ("current", *told))

    @property
    def controlled(self) -> bool:
        """Whether customers belong to groups."""
        return self.starts.controlled

    def days(self) -> tuple[date, ...]:
        """The days on which a customer started or ended."""
        ended = self.ends.days() if self.ends is not None else ()
        return tuple(sorted({*self.starts.days(), *ended}))

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Retention of the last twelve whole months, or of a window; customers at its end."""
        found: dict[str, float | None] = {"loyalty.current": self._current(period, group)}
        span = self._span(period) if self._both else None
        return found if span is None else {**found, **self._kept(self.stock(group), *span)}

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Retention of each month, as a year of such months would have it.

        From the first end on: files seldom hold those who were lost before they begin.
        """
        if not self._both or self.ends is None or not self.ends.days():
            return {}
        stock = self.stock(group)
        first, last = (ordinal_of(day) for day in (self.ends.days()[0], self.days()[-1]))
        return {month: self._kept(stock, month, month) for month in range(first, last + 1)}

    def stock(self, group: Group) -> Stock:
        """The customers by the months of their start and end."""
        if group not in self._stocks:
            rows = self.starts.of(group)
            asked = {name: _[name] for name in ("start_month", "end_month") if name in rows.columns}
            facts: dict[str, Any] = {"customers": _.count()}
            if "start_day" in rows.columns:
                facts["start_days"] = wide(_.start_day).sum()
            query = rows.group_by(**asked).aggregate(**facts) if asked else rows.aggregate(**facts)
            last = number(self.days()[-1]) if self.days() else 0
            self._stocks[group] = Stock.of(self.starts.engine.rows(query), last)
        return self._stocks[group]

    @property
    def _both(self) -> bool:
        return self.starts.dated and self.ends is not None

    @cached_property
    def _stocks(self) -> dict[Group, Stock]:
        return {}

    def _span(self, period: Period | None) -> tuple[int, int] | None:
        if period is not None:
            return ordinal_of(period[0]), ordinal_of(period[1]) - 1
        covered = [ordinal(month) for month in whole_months(self.days())]
        return (covered[-1] - 11, covered[-1]) if len(covered) >= 12 else None

    @staticmethod
    def _kept(stock: Stock, first: int, last: int) -> Facts:
        there = stock.at_start(first)
        kept = 1.0 - stock.lost(first, last) / there if there else None
        by_year = None if kept is None else kept ** (12.0 / (last - first + 1))
        return {
            "loyalty.at_start": there,
            "loyalty.retention": kept,
            "loyalty.retention_by_year": by_year,
        }

    def _current(self, period: Period | None, group: Group) -> int:
        """Customers who have not ended by the end of a window, or at all."""
        if period is not None:
            month = ordinal_of(period[1])
            return self.stock(group).at_start(month)
        rows = self.starts.of(group)
        if self.ends is not None:
            rows = rows.filter(rows.end_day.isnull())
        if "churned" in rows.columns:
            rows = rows.filter(~rows.churned.fill_null(False))
        return int(self.starts.engine.rows(rows.aggregate(customers=_.count()))[0]["customers"])
