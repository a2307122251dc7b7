"""Facts of the work in the CRM: who used it, and who of the customers was in touch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import ibis
from ibis import _

from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Relation
from crmroi.measure.facts.stock import Stock
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.windows import ordinal_of

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir

CONTACTS = ("activity", "tickets", "orders")
"""The tables whose records with a customer are interactions."""


def activity(engine: Engine) -> Relation:
    """Records of activity, and those who were active."""
    rows = engine.tables["activity"].mutate(day=_.date_day, month=_.date_month)
    facts: dict[str, Any] = {"records": _.count()}
    if "user" in rows.columns:
        facts |= {"users": _.user.nunique(), "records": _.user.count()}
    return Relation(engine, "activity", rows, facts)


@dataclass(frozen=True)
class Activity:
    """Who was active, and how many could have been, in every month of the data."""

    relation: Relation
    licensed_users: int | None

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        return self.relation.names | {"activity.licences"}

    @property
    def controlled(self) -> bool:
        """Whether users belong to groups; licences are not known by group."""
        return self.relation.controlled and self.licensed_users is None

    def days(self) -> tuple[date, ...]:
        """The days with activity."""
        return self.relation.days()

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of a window: records only, since users are counted by month."""
        return self.relation.totals(period, group)

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts of every month of the data."""
        if not self.days():
            return {}
        found = self.relation.months(group)
        first, last = (ordinal_of(day) for day in (self.days()[0], self.days()[-1]))
        licences: Facts = {"activity.licences": self.licensed_users}
        return {month: {**found.get(month, {}), **licences} for month in range(first, last + 1)}


def contacts(engine: Engine, known: ir.Table) -> Relation | None:
    """Interactions of known customers: activity, tickets, orders; None where none names any.

    `known` has the column `customer`.
    """
    parts = [
        _contacts_of(kind, engine.tables[kind])
        for kind in CONTACTS
        if kind in engine.tables and "customer" in engine.tables[kind].columns
    ]
    if not parts:
        return None
    rows = ibis.union(*parts) if len(parts) > 1 else parts[0]
    facts = {"records": _.count(), "engaged": _.customer.nunique()}
    return Relation(engine, "contacts", rows.semi_join(known, "customer"), facts)


def _contacts_of(kind: str, rows: ir.Table) -> ir.Table:
    """Day, month and customer of a table's records; an order of several rows is one."""
    date_field = "created" if kind == "tickets" else "date"
    named = rows.filter(rows.customer.notnull())
    day, month = named[f"{date_field}_day"], named[f"{date_field}_month"]
    if kind != "orders" or "order" not in rows.columns:
        return named.select(day=day, month=month, customer=named.customer)
    key = {"number": named.order, "unnumbered": named.order.isnull().ifelse(named.row, None)}
    merged = named.group_by(**key).aggregate(
        day=day.min(), month=month.min(), customer=named.customer.max()
    )
    return merged.select("day", "month", "customer")


@dataclass(frozen=True)
class Contacts:
    """Customers who were in touch in a month, beside those there were by then."""

    relation: Relation
    stock: Stock
    everyone: int

    names = frozenset(f"contacts.{fact}" for fact in ("records", "engaged", "customers", "known"))
    controlled = False

    def days(self) -> tuple[date, ...]:
        """The days with an interaction."""
        return self.relation.days()

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of a window's records, beside all customers."""
        return {**self.relation.totals(period, group), "contacts.known": self.everyone}

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts of every month of the data."""
        return self._months if group == "all" else {}

    @cached_property
    def _months(self) -> Mapping[int, Facts]:
        if not self.days():
            return {}
        found = self.relation.months("all")
        first, last = (ordinal_of(day) for day in (self.days()[0], self.days()[-1]))
        filled = {}
        for month in range(first, last + 1):
            known: Facts = {"contacts.customers": self.stock.known(month, month)}
            filled[month] = {**found.get(month, {}), **known}
        return filled
