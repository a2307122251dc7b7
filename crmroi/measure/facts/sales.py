"""Facts of leads and deals: what came in, what was won, in what time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ibis import _

from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Relation, number
from crmroi.measure.facts.tallies import Tallied, Tallies, Tally

if TYPE_CHECKING:
    import ibis.expr.types as ir

WON_IN_TIME = 0.9
"""The share of wins that come within the time that a lead is given to be won."""


@dataclass(frozen=True)
class Wait:
    """How long a lead is given to be won, and the last day of the data: days as numbers."""

    days: int
    last: int


def deals(engine: Engine) -> Relation:
    """Deals by closing date."""
    rows = engine.tables["deals"]
    if "closed_day" in rows.columns:
        rows = rows.mutate(day=_.closed_day, month=_.closed_month)
    facts: dict[str, Any] = {
        "won": _.count(where=_.won),
        "lost": _.count(where=_.lost),
        "decided": _.count(where=_.won | _.lost),
    }
    tallied: dict[str, Tallied] = {}
    if "amount" in rows.columns:
        facts |= {"revenue": _.amount.sum(where=_.won), "priced": _.amount.count(where=_.won)}
        if "customer" in rows.columns:
            facts["of_customers"] = _.amount.sum(where=_.buyer.notnull())
            tallied["customers"] = Tallied(_.buyer, Tally.distinct)
    if {"created_day", "closed_day"} <= set(rows.columns):
        rows = rows.mutate(since=_.closed_day - _.created_day)
        facts |= _CYCLES
        tallied |= _CYCLE
    return Relation(engine, "deals", rows, facts, tallied=tallied)


def pipeline(engine: Engine, go_live: date | None) -> tuple[Relation, Wait | None]:
    """Deals by the date created: they stand in for leads, and those open are told here."""
    rows = engine.tables["deals"]
    if "created_day" in rows.columns:
        rows = rows.mutate(day=_.created_day, month=_.created_month)
    if "won" not in rows.columns:  # nothing says what became of them
        return _conversions(engine, "pipeline", rows, go_live)
    if "closed_day" in rows.columns:
        rows = rows.mutate(won_day=_.won.ifelse(_.closed_day, None))
    relation, wait = _conversions(engine, "pipeline", rows, go_live)
    return replace(relation, facts={**relation.facts, "open": _.count(where=_.open)}), wait


def leads(engine: Engine, go_live: date | None) -> tuple[Relation, Wait | None]:
    """Leads by the date created; what became of them by themselves, else by the deals."""
    rows = engine.tables["leads"]
    rows = rows.mutate(day=_.created_day, month=_.created_month)
    if "converted" in rows.columns:
        rows = rows.mutate(won=_.converted.fill_null(False))
        if "converted_day" in rows.columns:
            rows = rows.mutate(won_day=_.won.ifelse(_.converted_day, None))
    elif "deals" in engine.tables and "won" in engine.tables["deals"].columns:
        rows = _joined(rows, engine.tables["deals"])
    relation, wait = _conversions(engine, "leads", rows, go_live)
    if "since" in relation.rows.columns:
        relation = replace(relation, facts={**relation.facts, **_CYCLES}, tallied=_CYCLE)
    return relation, wait


def _joined(leads: ir.Table, deals: ir.Table) -> ir.Table:
    """Leads with what the deals say of them: by the lead's number, else by the customer."""
    if "lead" in deals.columns and "id" in leads.columns:
        key, of_lead = "lead", "id"
    elif "customer" in deals.columns and "customer" in leads.columns:
        key, of_lead = "customer", "customer"
    else:
        return leads
    won = deals.filter(deals.won, deals[key].notnull())
    dated = "closed_day" in deals.columns
    won = won.select(deal_key=won[key], won_day=won.closed_day if dated else won.won)
    same = [leads[of_lead] == won.deal_key]
    if dated and key == "customer":  # an earlier deal of the customer is not this lead's
        same.append(won.won_day >= leads.day)
    wins = leads.select("row", "day", of_lead).join(won, same).group_by("row")
    first = wins.aggregate(**({"won_day": _.won_day.min()} if dated else {"wins": _.count()}))
    first = first.rename(lead_row="row")
    joined = leads.left_join(first, leads.row == first.lead_row)
    return joined.mutate(won=_.lead_row.notnull()).drop("lead_row")


def _conversions(
    engine: Engine, name: str, rows: ir.Table, go_live: date | None
) -> tuple[Relation, Wait | None]:
    facts: dict[str, Any] = {"records": _.count()}
    if "won" not in rows.columns:
        return Relation(engine, name, rows, facts), None
    facts["won"] = _.count(where=_.won)
    if not {"day", "won_day"} <= set(rows.columns):
        return Relation(engine, name, rows, facts), None
    rows = rows.mutate(since=_.won_day - _.day)
    wait = _wait(engine, rows, go_live)
    if wait is not None:
        old = _.day <= wait.last - wait.days
        facts["dated"] = _.day.count()
        facts["old_enough"] = _.count(where=old)
        facts["won_in_time"] = _.count(where=old & _.won & (_.since <= wait.days))
    return Relation(engine, name, rows, facts), wait


_TIMED = (_.won & (_.since >= 0)).ifelse(_.since, None)
"""Whole days to the win; a win before the beginning is a slip and has no length."""
_CYCLE: Mapping[str, Tallied] = {"cycle_days": Tallied(_TIMED, Tally.median)}
_CYCLES: Mapping[str, Any] = {
    "cycles": _TIMED.count(),
    "backwards": _.since.count(where=_.won & (_.since < 0)),
}


def _wait(engine: Engine, rows: ir.Table, go_live: date | None) -> Wait | None:
    """The time in which nine of ten wins come: of wins before the go-live, else of all."""
    last = engine.rows(rows.aggregate(created=_.day.max(), won=_.won_day.max()))[0]
    days = None
    if go_live is not None:
        days = _nine_of_ten(engine, rows.filter(_.won_day < number(go_live)))
    if days is None:
        days = _nine_of_ten(engine, rows)
    if days is None:
        return None
    return Wait(math.ceil(days - 1e-9), max(day for day in last.values() if day is not None))


def _nine_of_ten(engine: Engine, rows: ir.Table) -> float | None:
    nine = Tallied(_TIMED, lambda tally: tally.quantile(WON_IN_TIME))
    return Tallies(engine, rows, {"days": nine}).facts()["days"]
