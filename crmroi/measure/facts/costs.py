"""Facts of costs, and what a new customer costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ibis import _

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.measure.facts.engine import Engine
from crmroi.measure.facts.relation import Book, Relation
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period
from crmroi.measure.windows import month_of, ordinal_of


class _ByMonth(Relation):
    """Costs that are written down once a month stand for the whole month."""

    def days(self) -> tuple[date, ...]:
        """The days with a cost; of costs by month the first and the last day of each."""
        found = super().days()
        if len({month_of(day) for day in found}) < len(found):
            return found
        return tuple(edge for day in found for edge in _edges(day))


def costs(engine: Engine) -> Relation:
    """Costs by date and category."""
    rows = engine.tables["costs"].mutate(day=_.date_day, month=_.date_month)
    facts: dict[str, Any] = {"records": _.count(), "amount": _.amount.sum()}
    if "category" in rows.columns:
        for category in KINDS["costs"].field("category").kinds:
            of_it = _.category == category
            facts[category] = _.amount.sum(where=of_it)
            facts[f"{category}_records"] = _.amount.count(where=of_it)
    return _ByMonth(engine, "costs", rows, facts)


@dataclass(frozen=True)
class Acquisition:
    """Acquisition costs and new customers, in the months that have both."""

    costs: Relation
    newcomers: Book | None
    started: str
    """The fact that counts new customers."""

    names = frozenset({"acquisition.cost", "acquisition.customers"})
    controlled = False

    def days(self) -> tuple[date, ...]:
        """The days on which customers came, in the months that have both."""
        shared = self._shared()
        days = self.newcomers.days() if self.newcomers is not None else ()
        return tuple(day for day in days if ordinal_of(day) in shared)

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Sums over the months of a window that have both."""
        months = self.months(group)
        if period is not None:
            first, end = (ordinal_of(day) for day in period)
            months = {month: facts for month, facts in months.items() if first <= month < end}
        return {name: sum(facts[name] or 0.0 for facts in months.values()) for name in self.names}

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Costs and new customers of each month that has both."""
        if self.newcomers is None:
            return {}
        spent, came = self.costs.months(group), self.newcomers.months(group)
        return {
            month: {
                "acquisition.cost": spent.get(month, {}).get("costs.acquisition") or 0.0,
                "acquisition.customers": came.get(month, {}).get(self.started) or 0.0,
            }
            for month in self._shared()
        }

    def _shared(self) -> range:
        """The months from where both have begun to where one ends."""
        if self.newcomers is None:
            return range(0)
        spent = [
            m for m, f in self.costs.months("all").items() if f.get("costs.acquisition_records")
        ]
        came = [month for month, f in self.newcomers.months("all").items() if f.get(self.started)]
        if not spent or not came:
            return range(0)
        return range(max(min(spent), min(came)), min(max(spent), max(came)) + 1)


def _edges(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
