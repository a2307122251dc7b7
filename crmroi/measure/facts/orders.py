"""Facts of orders and of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ibis import _

from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Relation

if TYPE_CHECKING:
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
