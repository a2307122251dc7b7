"""Facts of one relation, asked of an engine: of all rows, of a window, by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

import ibis.expr.operations as ops
import polars as pl

from crmroi.measure.facts.tallies import Tallied, Tallies
from crmroi.measure.formulas import Facts
from crmroi.measure.kpis import Group, Period

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from crmroi.measure.facts.engine import Engine

EPOCH = date(1970, 1, 1).toordinal()


class Book(Protocol):
    """Facts under one name: "deals" gives "deals.won"."""

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""

    @property
    def controlled(self) -> bool:
        """Whether it can be told by group."""

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of all records of a window of whole months; of None, of all records."""

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts by month, counted from year 0; those of records without a date are not there."""

    def days(self) -> tuple[date, ...]:
        """The distinct days that have records, first to last."""


@dataclass(frozen=True)
class Relation:
    """Rows of an engine's table, and the facts that are aggregated over them.

    The rows have columns `day` and `month` where they are dated, `control` where they belong to
    groups. `facts` are aggregates on such rows; with `per` they are aggregates over the groups
    that its column makes, of which `each` are the aggregates. `tallied` are further facts.
    """

    engine: Engine
    name: str
    rows: ir.Table
    facts: Mapping[str, Any]
    per: str = ""
    each: Mapping[str, Any] = field(default_factory=dict)
    tallied: Mapping[str, Tallied] = field(default_factory=dict)
    _known: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The facts that it gives, named in full."""
        return frozenset(f"{self.name}.{fact}" for fact in (*self.facts, *self.tallied))

    @property
    def dated(self) -> bool:
        """Whether the rows have a date."""
        return "day" in self.rows.columns

    @property
    def controlled(self) -> bool:
        """Whether the rows belong to groups."""
        return "control" in self.rows.columns

    def totals(self, period: Period | None, group: Group) -> Facts:
        """Facts of the rows in a window, or of all."""
        key = ("totals", period, group)
        if key not in self._known:
            added = self._added_up(period, group)
            asked = {fact: each for fact, each in self.facts.items() if fact not in added}
            if asked:
                rows = self._within(period, self.of(group))
                added |= self.engine.rows(self._aggregated(rows, (), asked))[0]
            self._known[key] = self._named({**added, **self._tallied(period, group)})
        return self._known[key]  # type: ignore[no-any-return]

    def months(self, group: Group) -> Mapping[int, Facts]:
        """Facts by month of the rows that have a date."""
        key = ("facts", group)
        if key not in self._known:
            found, tallies = self._by_month(group), self._tallies(group)
            self._known[key] = {
                row["month"]: self._named({**row, **tallies.at(row["month"])})
                for row in found
                if row["month"] is not None
            }
        return self._known[key]  # type: ignore[no-any-return]

    def _by_month(self, group: Group) -> list[dict[str, Any]]:
        """Facts by month as the engine gives them; of rows without a date under None."""
        key = ("months", group)
        if key not in self._known:
            asked = self._aggregated(self.of(group), ("month",)) if self.dated else None
            self._known[key] = [] if asked is None else self.engine.rows(asked)
        return self._known[key]  # type: ignore[no-any-return]

    def _added_up(self, period: Period | None, group: Group) -> dict[str, Any]:
        """The facts of a window, or of all rows, that the months' add up to exactly.

        To add them here is far cheaper than to ask the engine to go through all rows again.
        """
        if self.per or not self._of_months(period):
            return {}
        rows = self._by_month(group)
        if period:
            first, end = map(_month, period)
            rows = [row for row in rows if row["month"] is not None and first <= row["month"] < end]
        found: dict[str, Any] = {}
        for fact, nothing in self._additive().items():
            parts = [row[fact] for row in rows if row[fact] is not None]
            found[fact] = sum(parts) if parts else nothing
        return found

    def _of_months(self, period: Period | None) -> bool:
        """Whether a window is made of whole months of the rows, as all of them are."""
        return self.dated and (period is None or all(day.day == 1 for day in period))

    def _tallied(self, period: Period | None, group: Group) -> dict[str, float | None]:
        """The tallied facts of a window, or of all rows."""
        if not self._of_months(period):
            rows = self._within(period, self.of(group))
            return Tallies(self.engine, rows, self.tallied).facts()
        if period is None:
            return self._tallies(group).facts()
        first, end = map(_month, period)
        return self._tallies(group).facts(pl.col("month").is_between(first, end - 1))

    def _tallies(self, group: Group) -> Tallies:
        """The tallies by month."""
        key = ("tallies", group)
        if key not in self._known:
            self._known[key] = Tallies(self.engine, self.of(group), self.tallied, "month")
        return self._known[key]  # type: ignore[no-any-return]

    def _additive(self) -> Mapping[str, int | None]:
        """The counts, and the sums that are exact, and what each is of no rows."""
        if "additive" not in self._known:
            asked = self._aggregated(self.rows, ()).op()
            self._known["additive"] = {
                fact: None if isinstance(each, ops.Sum) else 0
                for fact, each in asked.metrics.items()
                if isinstance(each, (ops.Count, ops.CountStar, ops.Sum))
                and (each.dtype.is_integer() or each.dtype.is_decimal())
            }
        return self._known["additive"]  # type: ignore[no-any-return]

    def parts(self) -> Mapping[str, Facts]:
        """Facts by the column `part` of the rows that have it."""
        if "part" not in self.rows.columns:
            return {}
        if "parts" not in self._known:
            rows = self.rows.filter(self.rows.part.notnull())
            found = self.engine.rows(self._aggregated(rows, ("part",)))
            tallies = Tallies(self.engine, rows, self.tallied, "part")
            self._known["parts"] = {
                row["part"]: self._named({**row, **tallies.at(row["part"])}) for row in found
            }
        return self._known["parts"]  # type: ignore[no-any-return]

    def days(self) -> tuple[date, ...]:
        """The distinct days of the rows."""
        if not self.dated:
            return ()
        if "days" not in self._known:
            days = self.rows.filter(self.rows.day.notnull()).select("day").distinct()
            numbers = sorted(row["day"] for row in self.engine.rows(days))
            self._known["days"] = tuple(date.fromordinal(day + EPOCH) for day in numbers)
        return self._known["days"]  # type: ignore[no-any-return]

    def of(self, group: Group) -> ir.Table:
        """The rows of a group."""
        if group == "all":
            return self.rows
        return self.rows.filter(self.rows.control == (group == "control"))

    def _within(self, period: Period | None, rows: ir.Table) -> ir.Table:
        if period is None:
            return rows
        if not self.dated:
            return rows.filter(False)  # rows without a date are in no window
        first, end = (number(day) for day in period)
        return rows.filter(rows.day >= first, rows.day < end)

    def _aggregated(
        self, rows: ir.Table, keys: tuple[str, ...], facts: Mapping[str, Any] | None = None
    ) -> ir.Table:
        if self.per:
            named = rows.filter(rows[self.per].notnull())
            rows = named.group_by(*keys, self.per).aggregate(**self.each)
        facts = facts or self.facts
        return rows.group_by(*keys).aggregate(**facts) if keys else rows.aggregate(**facts)

    def _named(self, row: Mapping[str, Any]) -> Facts:
        return {
            f"{self.name}.{fact}": None if row[fact] is None else float(row[fact])
            for fact in (*self.facts, *self.tallied)
        }


def _month(day: date) -> int:
    """The month of a day as rows have it: months since year 0."""
    return day.year * 12 + day.month - 1


def wide(column: Any) -> Any:
    """A column of whole numbers whose sum needs more room than they do."""
    return column.cast("int64")


def number(day: date) -> int:
    """A day as the engine counts it: days since 1970."""
    return day.toordinal() - EPOCH
