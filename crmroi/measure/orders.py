"""Facts of orders and of those who buy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ibis import _

from crmroi.measure.engine import Engine
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.relation import Relation, number, wide
from crmroi.measure.stock import Stock, first_day
from crmroi.measure.windows import month_of, ordinal, whole_months

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir

_CENTS = "decimal(38, 4)"
"""What a quantity times a unit price is rounded to."""


def lines(engine: Engine) -> Relation:
    """Amounts by the date of each row: credits count against the month they are given in."""
    rows = _dated(engine)
    facts: dict[str, Any] = {}
    if "amount" in rows.columns:
        facts = {"revenue": _.amount.sum(), "priced": _.amount.count()}
        if "customer" in rows.columns:
            facts["of_customers"] = _.amount.sum(where=_.customer.notnull())
            facts["customers"] = _.customer.nunique()
    return Relation(engine, "lines", rows, facts)


def orders(engine: Engine) -> Relation:
    """Orders by the date of their first row; a row without an order number is an order."""
    rows = _whole(_dated(engine))
    facts: dict[str, Any] = {"records": _.count()}
    if "amount" in rows.columns:
        facts |= {"revenue": _.amount.sum(), "priced": _.amount.count()}
    if "customer" in rows.columns:
        facts["customers"] = _.customer.nunique()
    return Relation(engine, "orders", rows, facts)


def _dated(engine: Engine) -> ir.Table:
    rows = engine.tables["orders"].mutate(day=_.date_day, month=_.date_month)
    if "amount" not in rows.columns and {"quantity", "unit_price"} <= set(rows.columns):
        total = _.quantity * _.unit_price.cast("float64")
        rows = rows.mutate(amount=total.cast(_CENTS))
    return rows


def _whole(rows: ir.Table) -> ir.Table:
    """One row an order."""
    if "order" not in rows.columns:
        return rows
    merged: dict[str, Any] = {"day": _.day.min(), "month": _.month.min()}
    merged |= {
        name: aggregate
        for name, aggregate in {
            "amount": _.amount.sum(),
            "customer": _.customer.max(),
            "part": _.part.max(),
            "control": _.control.any(),
        }.items()
        if name in rows.columns
    }
    key = {"number": _.order, "unnumbered": _.order.isnull().ifelse(_.row, None)}
    return rows.group_by(**key).aggregate(**merged)


@dataclass(frozen=True)
class Buyers:
    """Customers with an order: how many come again, how soon, and for how long they are known."""

    orders: Relation

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        more = ("started", "years", "repeat_orders", "current", "base", "again")
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
        first, last = self._span(period)
        end = number(self.days()[-1]) + 1 if period is None else number(period[1])
        base, again = self._returning(period, group)
        return facts | {
            **self._stocked(facts, self.stock(group), first, last),
            "buyers.current": self._between(end - 365, end, group),
            "buyers.base": base,
            "buyers.again": again,
        }

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts by month, of every month of the data."""
        if not self.days():
            return {}
        found, stock = self._relation.months(group), self.stock(group)
        first, last = self._span(None)
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

    def _span(self, period: Period | None) -> tuple[int, int]:
        """First and last month of a window, or of the data."""
        if period is None:
            return ordinal(month_of(self.days()[0])), ordinal(month_of(self.days()[-1]))
        return ordinal(month_of(period[0])), ordinal(month_of(period[1])) - 1

    def _returning(self, period: Period | None, group: Group) -> tuple[int, int]:
        """Customers of a year, and those of them who bought again in the next; 0 without years."""
        begin = self._year_pair(period)
        if begin is None:
            return 0, 0
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
        return row["base"], row["again"]

    def _year_pair(self, period: Period | None) -> int | None:
        """The first of twenty-four whole months: two calendar years, else the last there are.

        Of a window its last twelve months are the second year: a shorter one has none.
        """
        covered = {ordinal(month) for month in whole_months(self.days())}
        if not covered:
            return None
        if period is not None:
            first, last = self._span(period)
            candidates = [last - 23] if last - first >= 11 else []
        else:
            last = max(covered)
            year = (last + 1) // 12 * 12 - 24  # the last two years that end by then
            candidates = [*range(year, min(covered) - 1, -12), last - 23]
        for begin in candidates:
            if covered.issuperset(range(begin, begin + 24)):
                return begin
        return None

    def _between(self, first: int, end: int, group: Group) -> int:
        rows = self.orders.of(group)
        within = rows.filter(rows.day >= first, rows.day < end)
        counted = self.orders.engine.rows(within.aggregate(customers=_.customer.nunique()))
        return int(counted[0]["customers"])
