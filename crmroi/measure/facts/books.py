"""All facts that the tables of an upload give, and what a reader should know of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ibis import _

from crmroi.files.exports.table import Scale, Table
from crmroi.measure.facts.buyers import Buyers
from crmroi.measure.facts.costs import Acquisition, costs
from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.loyalty import Loyalty, customers, ends, flags, people
from crmroi.measure.facts.orders import lines, orders
from crmroi.measure.facts.relation import Book, Relation
from crmroi.measure.facts.returning import Recent, Returning
from crmroi.measure.facts.sales import Wait, deals, leads, pipeline
from crmroi.measure.facts.service import survey, tickets
from crmroi.measure.facts.work import Activity, Contacts, activity, contacts
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period

if TYPE_CHECKING:
    from datetime import date

    from crmroi.measure.results import Options

_CARTS = re.compile(
    r"\b(carts?|baskets?|paniers?|carrinhos?|warenk[oö]rbe?|carritos?)\b", re.IGNORECASE
)
"""Words by which leads are known as carts: in the file's name, or its headers."""


@dataclass(frozen=True)
class Carts:
    """Leads that are carts: those that did not become an order."""

    leads: Relation

    controlled = property(lambda self: self.leads.controlled)

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        whole = {"carts.records", "carts.lost"} if "leads.won" in self.leads.names else set()
        dated = {"carts.old_enough", "carts.lost_in_time"}
        return frozenset(whole | dated if "leads.old_enough" in self.leads.names else whole)

    def days(self) -> tuple[date, ...]:
        """The days on which carts were begun."""
        return self.leads.days()

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of a window."""
        return _lost(self.leads.totals(period, group))

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts by month."""
        return {month: _lost(facts) for month, facts in self.leads.months(group).items()}


def _lost(facts: Facts) -> Facts:
    old = facts.get("leads.old_enough") or 0.0
    return {
        "carts.records": facts["leads.records"],
        "carts.lost": (facts["leads.records"] or 0.0) - (facts["leads.won"] or 0.0),
        "carts.old_enough": old,
        "carts.lost_in_time": old - (facts.get("leads.won_in_time") or 0.0),
    }


class Books:
    """The facts of all tables, by the first part of their name."""

    def __init__(self, engine: Engine, tables: Mapping[str, Table], options: Options) -> None:
        self.engine = engine
        self.tables = tables
        self.waits: dict[str, Wait] = {}
        self.scales: dict[str, Scale] = {}
        self.by_name: dict[str, Book] = {}
        self._sales(options)
        self._customers()
        self._service()
        self._work(options)
        self._acquisition()
        self.names = frozenset(name for book in self.by_name.values() for name in book.names)

    def parts(self, name: str) -> Mapping[str, Facts]:
        """Facts by the column that KPIs are broken down by; none where a name has no such rows."""
        book = self.by_name.get(name)
        relation = book.parted if isinstance(book, Buyers) else book
        return relation.parts() if isinstance(relation, Relation) else {}

    def _sales(self, options: Options) -> None:
        if "leads" in self.tables:
            found, wait = leads(self.engine, options.go_live)
            self._add("leads", found, wait)
            if _are_carts(self.tables["leads"]):
                self._add("carts", Carts(found), wait)
        if "deals" in self.tables:
            if self._has("deals", "won"):
                self.by_name["deals"] = deals(self.engine)
            self._add("pipeline", *pipeline(self.engine, options.go_live))

    def _has(self, table: str, column: str) -> bool:
        """Whether a table is there, with the column without which it says nothing."""
        return table in self.tables and column in self.engine.tables[table].columns

    def _add(self, name: str, book: Book, wait: Wait | None) -> None:
        self.by_name[name] = book
        if wait is not None:
            self.waits[name] = wait

    def _customers(self) -> None:
        if "orders" in self.tables:
            self.by_name["lines"] = lines(self.engine)
            self.by_name["orders"] = whole = orders(self.engine)
            if "customer" in whole.rows.columns:
                self.by_name["buyers"] = Buyers(whole, people(self.engine))
                self.by_name["returning"] = Returning(whole)
                self.by_name["recent"] = Recent(whole)
        if "customers" in self.tables:
            starts = customers(self.engine)
            ended = "end_day" in starts.rows.columns
            self.by_name["customers"] = starts
            if "churned" in starts.rows.columns:
                self.by_name["flags"] = flags(self.engine)
            self.by_name["loyalty"] = Loyalty(starts, ends(self.engine) if ended else None)

    def _service(self) -> None:
        if "tickets" in self.tables:
            scale = self.tables["tickets"].report.scales.get("satisfaction")
            self.by_name["tickets"] = tickets(self.engine, scale)
            if scale is not None:
                self.scales["tickets"] = scale
        if self._has("survey", "score"):
            scale = self.tables["survey"].report.scales.get("score")
            self.by_name["survey"], rated = survey(self.engine, scale)
            if rated is not None:
                self.scales["survey"] = rated

    def _work(self, options: Options) -> None:
        if "activity" in self.tables:
            self.by_name["activity"] = Activity(activity(self.engine), options.licensed_users)
        buyers, loyalty = self.by_name.get("buyers"), self.by_name.get("loyalty")
        everyone = self.engine.tables.get("customers")
        if isinstance(loyalty, Loyalty) and everyone is not None and "id" in everyone.columns:
            named = everyone.filter(_.id.notnull()).select(customer=_.id)
            stock = loyalty.stock("all")
        elif isinstance(buyers, Buyers) and buyers.days():
            rows = buyers.orders.rows
            named = rows.filter(rows.customer.notnull()).select("customer")
            stock = buyers.stock("all")
        else:
            return
        relation = contacts(self.engine, named)
        if relation is not None:
            self.by_name["contacts"] = Contacts(relation, stock, int(stock.counts.sum()))

    def _acquisition(self) -> None:
        if not self._has("costs", "amount"):
            return
        spent = costs(self.engine)
        self.by_name["costs"] = spent
        if "costs.acquisition" not in spent.names:
            return
        starts = self.by_name.get("customers")
        if starts is not None and "customers.started" in starts.names:
            self.by_name["acquisition"] = Acquisition(spent, starts, "customers.started")
        else:
            buyers = self.by_name.get("buyers")
            self.by_name["acquisition"] = Acquisition(spent, buyers, "buyers.started")


def _are_carts(table: Table) -> bool:
    """Whether the file's name or one of the headers that were used speaks of carts."""
    words = (table.report.name, *table.report.mapping.values())
    return any(_CARTS.search(re.sub(r"[_\W]+", " ", word)) for word in words)
