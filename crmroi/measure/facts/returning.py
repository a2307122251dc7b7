"""Who of the customers bought again, and who bought of late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibis import _

from crmroi.measure.facts.buyers import span
from crmroi.measure.facts.relation import Relation, number
from crmroi.measure.facts.stock import first_day
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.windows import ordinal, whole_months

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class _OfOrders:
    """What is asked of the orders of a window, and not by month."""

    orders: Relation

    @property
    def controlled(self) -> bool:
        """Whether orders belong to groups."""
        return self.orders.controlled

    def days(self) -> tuple[date, ...]:
        """The days of the orders."""
        return self.orders.days()

    def months(self, group: Group) -> Mapping[int, Facts]:  # noqa: ARG002 - the same for each
        """No facts: a month is too short for them."""
        return {}


class Returning(_OfOrders):
    """Customers of one year who buy again in the next."""

    names = frozenset({"returning.base", "returning.again"})

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Customers of a year, and those of them who bought again in the next; 0 without years."""
        begin = _year_pair(period, self.days())
        if begin is None:
            return {"returning.base": 0, "returning.again": 0}
        first, second, end = (first_day(begin + months) for months in (0, 12, 24))
        rows = self.orders.of(group)
        within = rows.filter(rows.customer.notnull(), rows.day >= first, rows.day < end)
        bought = within.group_by("customer").aggregate(
            base=_.count(where=_.day < second), again=_.count(where=_.day >= second)
        )
        counted = bought.aggregate(
            base=_.count(where=_.base > 0), again=_.count(where=(_.base > 0) & (_.again > 0))
        )
        row = self.orders.engine.rows(counted)[0]
        return {f"returning.{name}": row[name] for name in ("base", "again")}


class Recent(_OfOrders):
    """Customers with an order in the last year of a window, or of the data."""

    names = frozenset({"recent.customers"})

    def totals(self, period: Period | None, group: Group) -> Facts:
        """How many they are."""
        days = self.days()
        if not days:
            return {"recent.customers": 0}
        end = number(days[-1]) + 1 if period is None else number(period[1])
        rows = self.orders.of(group)
        within = rows.filter(rows.day >= end - 365, rows.day < end)
        counted = within.aggregate(customers=_.customer.nunique())
        return {"recent.customers": self.orders.engine.rows(counted)[0]["customers"]}


def _year_pair(period: Period | None, days: Sequence[date]) -> int | None:
    """The first of twenty-four whole months: two calendar years, else the last there are.

    Of a window its last twelve months are the second year: a shorter one has none.
    """
    covered = {ordinal(month) for month in whole_months(days)}
    if not covered:
        return None
    if period is not None:
        first, last = span(period, days)
        candidates = [last - 23] if last - first >= 11 else []
    else:
        last = max(covered)
        year = (last + 1) // 12 * 12 - 24  # the last two years that end by then
        candidates = [*range(year, min(covered) - 1, -12), last - 23]
    for begin in candidates:
        if covered.issuperset(range(begin, begin + 24)):
            return begin
    return None
