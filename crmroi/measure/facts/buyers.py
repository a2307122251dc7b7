"""Facts of those who buy: how many, how often, for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ibis import _

from crmroi.measure.facts.relation import Relation, number, wide
from crmroi.measure.facts.stock import Stock
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.windows import ordinal_of

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir


@dataclass(frozen=True)
class Buyers:
    """Customers with an order: how many come again, how soon, and for how long they are known.

    `people` are the customers' own records (`customer`, `start_day`, `end_day` and their months),
    where they are given. Orders that begin in the middle of a company's life show its customers
    as new; their records tell since when they are there, and until when.
    """

    orders: Relation
    people: ir.Table | None = None

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
        # Of all orders the KPI is defined from each customer's first one.
        stock = self.stock(group, recorded=period is not None)
        return {**facts, **self._stocked(facts, stock, first, last)}

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
    def _stocks(self) -> dict[tuple[Group, bool], Stock]:
        return {}

    def stock(self, group: Group, *, recorded: bool = True) -> Stock:
        """The customers by the months of their start (first order or record) and their end."""
        key = (group, recorded and self.people is not None)
        if key not in self._stocks:
            known = self._known(group) if key[1] else self._first_orders(group)
            months = [name for name in ("start_month", "end_month") if name in known.columns]
            sums = {
                f"{end}s": wide(_[end]).sum()
                for end in ("start_day", "end_day")
                if end in known.columns
            }
            counted = known.group_by(*months).aggregate(customers=_.count(), **sums)
            last = number(self.days()[-1])
            self._stocks[key] = Stock.of(self.orders.engine.rows(counted), last)
        return self._stocks[key]

    def _first_orders(self, group: Group) -> ir.Table:
        rows = self.orders.of(group)
        named = rows.filter(rows.customer.notnull(), rows.day.notnull())
        return named.group_by("customer").aggregate(
            start_day=_.day.min(), start_month=_.month.min(), latest=_.day.max()
        )

    def _known(self, group: Group) -> ir.Table:
        """Each customer from the earlier of record and first order to the end, if one is told.

        An end before the latest order is none.
        """
        first = self._first_orders(group)
        people = self.people
        if people is None:
            return first
        record = {name: f"record_{name}" for name in people.columns if name != "customer"}
        renamed = people.rename({new: old for old, new in record.items()})
        both = first.left_join(renamed, "customer")
        columns = {"start_day": _.start_day, "start_month": _.start_month}
        if "start_day" in record:
            earlier = both.record_start_day < both.start_day
            columns = {name: earlier.ifelse(both[f"record_{name}"], both[name]) for name in columns}
        if "end_day" in record:
            after = both.record_end_day >= both.latest
            columns |= {
                name: after.ifelse(both[f"record_{name}"], None)
                for name in ("end_day", "end_month")
            }
        return both.select(**columns)

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
        return ordinal_of(days[0]), ordinal_of(days[-1])
    return ordinal_of(period[0]), ordinal_of(period[1]) - 1
