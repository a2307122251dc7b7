"""The KPIs of an upload's tables: of all records, of a window, by month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from crmroi.files.exports.meaning.fields import KINDS, Type
from crmroi.measure.asked import Asked, combined
from crmroi.measure.declared.kpi import Kpi, Source
from crmroi.measure.facts.books import Books
from crmroi.measure.facts.relation import EPOCH, Book
from crmroi.measure.formulas import MARGIN, Facts, Figure, Formula, OverMonths, Total
from crmroi.measure.kpis import AUXILIARY, KPIS, Group, Period
from crmroi.measure.results import Months, Value
from crmroi.measure.windows import month_at, ordinal, ordinal_of, whole_months
from crmroi.text import N_, Label, Notice

NO_MONTHS = Months((), (), ())
_NO_COLUMN = N_(
    "{kpi} cannot be calculated: “{table}” has no column for “{field}”. Name the column, or add it"
    " to the export."
)
_NO_PERIOD = N_("{kpi} cannot be calculated: its records have no dates. Name the column of dates.")


class TableMeasures:
    """KPIs of tables in an engine; see `crmroi.measure.kpis.Measures`.

    `margin` is the gross margin, a fraction, where it is known.
    """

    def __init__(self, books: Books, margin: float | None = None) -> None:
        self.books = books
        self._margin = margin
        self._kpis = {**KPIS, **AUXILIARY}
        self._chosen = {name: self._choose(kpi) for name, kpi in self._kpis.items()}
        self._values: dict[tuple[Period | None, Group], Mapping[str, Value]] = {}
        self._months: dict[Group, Mapping[str, Months]] = {}

    def values(self, period: Period | None = None, group: Group = "all") -> Mapping[str, Value]:
        """Each KPI on all records of a window of whole months; of None, on all records."""
        key = (period, group)
        if key not in self._values:
            self._values[key] = Asked(
                self._shown(group), lambda name: self._value(name, period, group)
            )
        return self._values[key]

    def months(self, group: Group = "all") -> Mapping[str, Months]:
        """Each KPI by month; without months where it has none."""
        if group not in self._months:
            self._months[group] = {
                name: self._months_of(name, group) for name in self._shown(group)
            }
        return self._months[group]

    def days(self, kpi: str) -> tuple[date, ...]:
        """The distinct days on which a KPI has records, first to last; none without dates."""
        source = self._chosen[kpi]
        if source is None:
            return ()
        formula = self._dated(source)
        days = self._book(formula).days()
        wait = self.books.waits.get(_prefix(formula))
        if wait is None or formula is source.formula:
            return days
        last = date.fromordinal(EPOCH + wait.last - wait.days)
        return tuple(day for day in days if day <= last)  # younger leads say nothing yet

    def edges(self) -> Mapping[str, Period]:
        """The first and the last of those days, both included, of each KPI that has any."""
        found = {name: self.days(name) for name in self._shown("all")}
        return {name: (days[0], days[-1]) for name, days in found.items() if days}

    def source(self, kpi: str) -> Source | None:
        """The table's figure that a KPI comes from; None where nothing gives it."""
        return self._chosen[kpi]

    def _shown(self, group: Group) -> list[str]:
        return [
            name
            for name, kpi in self._kpis.items()
            if self._stands_beside(kpi) and (group == "all" or self._is_controlled(name))
        ]

    def _stands_beside(self, kpi: Kpi) -> bool:
        """Whether a KPI "beside" another has something else to say than that one."""
        if not kpi.beside:
            return True
        own, other = self._chosen[kpi.name], self._chosen[kpi.beside]
        return own is not None and other is not None and own.table != other.table

    def _is_controlled(self, name: str) -> bool:
        source = self._chosen[name]
        needs = self._dated(source).needs if source is not None else ()
        return bool(needs) and all(
            self.books.by_name[fact.partition(".")[0]].controlled for fact in needs
        )

    def _dated(self, source: Source) -> Formula:
        """The formula for windows and months; that of all records where no date tells more."""
        formula = source.by_period()
        return formula if self.books.names.issuperset(formula.needs) else source.formula

    def _choose(self, kpi: Kpi) -> Source | None:
        """The first source that gives the KPI; without falling back, of the first table given."""
        given = [source for source in kpi.sources if self._is_given(source)]
        for source in given if kpi.falls_back else given[:1]:
            if self._figure(source, None, "all").value is not None:
                return source
        return None

    def _is_given(self, source: Source) -> bool:
        return not source.table or source.table in self.books.tables

    def _figure(self, source: Source, period: Period | None, group: Group) -> Figure:
        """The KPI of a period, without records none."""
        formula = source.formula if period is None else self._dated(source)
        if not self.books.names.issuperset(formula.needs):
            return Figure(None, 0)
        if isinstance(formula, OverMonths):
            figure = self._over_months(formula, period, group)
        else:
            figure = formula.figure(self._facts(formula, period, group))
        summed = isinstance(formula, (Total, OverMonths)) and bool(formula.n)
        return Figure(None, 0) if summed and period is None and not figure.n else figure

    def _facts(self, formula: Formula, period: Period | None, group: Group) -> Facts:
        names = {fact.partition(".")[0] for fact in formula.needs}
        facts: dict[str, float | None] = {}
        for name in names:
            facts |= self.books.by_name[name].totals(period, group)
        return facts

    def _over_months(self, formula: OverMonths, period: Period | None, group: Group) -> Figure:
        monthly = self._monthly_facts(formula, group)
        if period is None:
            months = [ordinal(month) for month in whole_months(self._book(formula).days())]
            months = [month for month in months if month in monthly] or sorted(monthly)
            months = list(range(months[0], months[-1] + 1)) if months else []
        else:
            first, end = (ordinal_of(day) for day in period)
            months = list(range(first, end))
        return formula.over([monthly.get(month, {}) for month in months])

    def _monthly_facts(self, formula: Formula, group: Group) -> Mapping[int, Facts]:
        names = sorted({fact.partition(".")[0] for fact in formula.needs})
        found = [self.books.by_name[name].months(group) for name in names]
        merged: dict[int, dict[str, float | None]] = {}
        for months in found:
            for month, facts in months.items():
                merged.setdefault(month, {}).update(facts)
        return merged

    def _book(self, formula: Formula) -> Book:
        return self.books.by_name[_prefix(formula)]

    def _value(self, name: str, period: Period | None, group: Group) -> Value:
        kpi, source = self._kpis[name], self._chosen[name]
        if kpi.combined is not None:
            of = (
                Value(self._margin, 1) if part == MARGIN else self.values(period, group).get(part)
                for part in kpi.combined.of
            )
            return combined(kpi, kpi.combined, list(of))
        if source is None:
            return Value(None, 0, self._reason(kpi))
        figure = self._figure(source, period, group)
        if figure.value is not None:
            return Value(figure.value, figure.n)
        undated = period is not None and not self.days(kpi.name)
        return Value(None, figure.n, kpi.about(_NO_PERIOD if undated else source.empty))

    def _reason(self, kpi: Kpi) -> Notice:
        """Why there is no figure at all: the file, the column or the records that lack."""
        given = [source for source in kpi.sources if source.table in self.books.tables]
        for source in given:
            if self.books.names.issuperset(source.formula.needs):
                return kpi.about(source.empty)
        if kpi.falls_back and given and given[0] is not kpi.sources[0]:
            return kpi.about(kpi.missing)  # the file that is best asked for is not there
        for source in given:
            kind = KINDS[source.table]
            lacking = [field for field in source.fields if not self._has(source.table, field)]
            if lacking:
                words = {"table": Label(kind.label), "field": Label(kind.field(lacking[0]).label)}
                return kpi.about(_NO_COLUMN, **words)
        return kpi.about(kpi.missing)

    def _has(self, table: str, field: str) -> bool:
        column = "outcome" if KINDS[table].field(field).type is Type.OUTCOME else field
        return column in self.books.tables[table].frame.columns

    def _months_of(self, name: str, group: Group) -> Months:
        source = self._chosen[name]
        if source is None or not source.by_month:
            return NO_MONTHS
        formula = self._dated(source)
        facts = self._monthly_facts(formula, group)
        days = self.days(name)
        if not facts or not days:
            return NO_MONTHS
        first, last = (ordinal_of(day) for day in (days[0], days[-1]))
        found = [formula.figure(facts.get(month, {})) for month in range(first, last + 1)]
        if all(figure.value is None for figure in found):
            return NO_MONTHS
        values = tuple(
            formula.empty if figure.value is None or not facts.get(month) else figure.value
            for month, figure in enumerate(found, first)
        )
        months = tuple(month_at(month) for month in range(first, last + 1))
        return Months(months, values, tuple(figure.n for figure in found))


def _prefix(formula: Formula) -> str:
    return formula.needs[0].partition(".")[0]
