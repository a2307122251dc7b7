"""Facts of those who buy: how many, how often, for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ibis import _

from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.relation import Relation, number, wide
from crmroi.measure.stock import Stock
from crmroi.measure.windows import month_of, ordinal

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Buyers:
    """Customers with an order: how many come again, how soon, and for how long they are known."""

    orders: Relation

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        more = ("started", "years", "repeat_orders")
        return self._relation.names | {f"buyers.{fact}" for fact in more}

    @property
    def controlled(self) -> bool:
        """Whether orders belong to groups."""
        return self.orders.controlled

    def days(self) -> tuple[date, ...]:
        """The days of the orders."""
        return self.orders.days()

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of the customers who ordered in a window, or at all."""
        facts = dict(self._relation.totals(period, group))
        if not self.days():
            return facts
        first, last = span(period, self.days())
        return {**facts, **self._stocked(facts, self.stock(group), first, last)}

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts by month, of every month of the data."""
        if not self.days():
            return {}
        found, stock = self._relation.months(group), self.stock(group)
        first, last = span(None, self.days())
        empty: Facts = {}
        return {
            month: {
                **found.get(month, empty),
                **self._stocked(found.get(month, empty), stock, month, month),
            }
            for month in range(first, last + 1)
        }

    @property
    def parted(self) -> Relation:
        """The rows behind the facts that can be told by part: a customer may be in several."""
        return self._relation

    @cached_property
    def _relation(self) -> Relation:
        facts = {
            "customers": _.count(),
            "repeat": _.count(where=_.bought >= 2),
            "orders": _.bought.sum(),
        }
        return Relation(
            self.orders.engine, "buyers", self.orders.rows, facts, "customer",
            {"bought": _.count()},
        )  # fmt: skip

    @cached_property
    def _stocks(self) -> dict[Group, Stock]:
        return {}

    def stock(self, group: Group) -> Stock:
        """The customers by the month of their first order."""
        if group not in self._stocks:
            rows = self.orders.of(group)
            named = rows.filter(rows.customer.notnull(), rows.day.notnull())
            first = named.group_by("customer").aggregate(day=_.day.min(), start_month=_.month.min())
            counted = first.group_by("start_month").aggregate(
                customers=_.count(), start_days=wide(_.day).sum()
            )
            found = [{**row, "end_month": None} for row in self.orders.engine.rows(counted)]
            self._stocks[group] = Stock.of(found, number(self.days()[-1]))
        return self._stocks[group]

    def _stocked(self, facts: Facts, stock: Stock, first: int, last: int) -> Facts:
        started = stock.started(first, last)
        return {
            "buyers.started": started,
            "buyers.years": stock.years(first, last),
            "buyers.repeat_orders": (facts.get("buyers.orders") or 0.0) - started,
        }


def span(period: Period | None, days: Sequence[date]) -> tuple[int, int]:
    """First and last month of a window; of None, of the data that has these days."""
    if period is None:
        return ordinal(month_of(days[0])), ordinal(month_of(days[-1]))
    return ordinal(month_of(period[0])), ordinal(month_of(period[1])) - 1
