"""The numbers behind the pictures of a measurement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from crmroi.charts.chart import Cell, Column, Table
from crmroi.charts.measured.amounts import monthly_unit
from crmroi.charts.measured.naming import column_label
from crmroi.charts.measured.realised_words import part_name, rate, sum_name
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import BeforeAfter, Breakdown, Months, Part, Realised, Return
from crmroi.text import Unit, _, money, number, percent, show, unit_name
from crmroi.text.calendar_months import calendar_month


@dataclass(frozen=True)
class _Numbers:
    """A column of numbers, and how each is shown; an empty cell is None."""

    column: Column
    values: Sequence[float | None]
    shower: Callable[[float], str]

    def shown(self, at: int) -> str:
        """Return a cell in words."""
        value = self.values[at]
        return "" if value is None else self.shower(value)


def series_table(
    name: str, months: Months, before_after: BeforeAfter | None, setting: Setting
) -> Table:
    """Return a row for each month: value, records, and what was expected without the CRM."""
    kpi = setting.kpi(name)
    unit = monthly_unit(kpi)
    columns = [
        _of_unit(_(kpi.label), months.values, unit, setting),
        _Numbers(Column(_("Records")), months.n, number),
        *(
            _of_unit(head, values, unit, setting)
            for head, values in _expected(months, before_after).items()
        ),
    ]
    return _table(_("Month"), months.months, [*map(calendar_month, months.months)], columns)


def _expected(months: Months, compared: BeforeAfter | None) -> dict[str, list[float | None]]:
    """Return the counterfactual and the ends of its band by month, with their heads."""
    adjusted = compared.adjusted if compared else None
    if adjusted is None or not adjusted.counterfactual:
        return {}
    lows, highs = zip(*adjusted.band, strict=True)
    found = {}
    for head, series in (
        (_("Expected"), adjusted.counterfactual),
        (_("Expected, lowest"), lows),
        (_("Expected, highest"), highs),
    ):
        by_month = dict(zip(adjusted.months, series, strict=True))
        found[head] = [by_month.get(month) for month in months.months]
    return found


def parts_table(breakdown: Breakdown, name: str, setting: Setting) -> Table:
    """Return a row for each part: the KPI and the records behind it."""
    kpi = setting.kpi(name)
    found = [part.kpis.get(name) for part in breakdown.parts]
    columns = [
        _of_unit(
            _(kpi.label), [value.value if value else None for value in found], kpi.unit, setting
        ),
        _Numbers(Column(_("Records")), [value.n if value else None for value in found], number),
    ]
    return _by_part(column_label(breakdown.by), breakdown.parts, columns)


def campaigns_table(breakdown: Breakdown, setting: Setting) -> Table:
    """Return a row for each campaign: what it cost and what it returned."""
    parts = [part for part in breakdown.parts if part.cost is not None or part.roi is not None]
    amount = partial(money, currency=setting.currency)
    columns = [
        _Numbers(Column(_("Cost"), setting.currency), [part.cost for part in parts], amount),
        _Numbers(
            Column(_("Return (ROI)"), _("share, 0 to 1")), [part.roi for part in parts], percent
        ),
    ]
    return _by_part(column_label(breakdown.by), parts, columns)


def _by_part(by: str, parts: Sequence[Part], columns: Sequence[_Numbers]) -> Table:
    small = _("{part} (too few records to tell)", part="\0")
    names = [part.name for part in parts]
    shown = [small.replace("\0", part.name) if part.small else part.name for part in parts]
    return _table(by, names, shown, columns)


def realised_table(realised: Realised, setting: Setting) -> Table:
    """Return the parts of the realised return, simple beside adjusted; the last row is the ROI."""
    both = (realised.simple, realised.adjusted)
    names = list(dict.fromkeys([*realised.simple.parts, *realised.adjusted.parts]))
    heads = [part_name(name) for name in names]
    amounts: list[list[float | None]] = [
        [found.parts.get(name) for name in names] for found in both
    ]
    if realised.costs is not None:
        heads.append(part_name("costs"))
        amounts = [[*column, -realised.costs] for column in amounts]
    heads.append(sum_name(realised))
    amounts = [
        [*column, _left(realised, found)] for column, found in zip(amounts, both, strict=True)
    ]
    show_amount = partial(money, currency=setting.currency)
    columns = [
        _Numbers(Column(head, setting.currency), column, show_amount)
        for head, column in zip(
            (_("Against the mean before"), _("Adjusted for trend and season")), amounts, strict=True
        )
    ]
    table = _table(_("Part"), heads, heads, columns)
    name = _("Return (ROI)")
    return Table(
        table.columns,
        raw=(*table.raw, (name, *(found.roi for found in both))),
        shown=(*table.shown, (name, *(rate(found.roi) for found in both))),
    )


def _left(realised: Realised, found: Return) -> float | None:
    if found.contribution is None or realised.costs is None:
        return found.contribution
    return found.contribution - realised.costs


def _of_unit(head: str, values: Sequence[float | None], unit: Unit, setting: Setting) -> _Numbers:
    currency = setting.currency
    shower = partial(show, unit=unit, currency=currency)
    name = currency if unit is Unit.MONEY else _raw_unit(unit, currency)
    return _Numbers(Column(head, name), values, shower)


def _raw_unit(unit: Unit, currency: str) -> str:
    """Return what the raw numbers count: shares are fractions there."""
    return _("share, 0 to 1") if unit is Unit.SHARE else unit_name(unit, currency)


def _table(
    first: str, names: Sequence[str], shown: Sequence[str], columns: Sequence[_Numbers]
) -> Table:
    """Return a table whose rows are named twice: to compute with, and to read."""
    raw: list[tuple[Cell, ...]] = [
        (name, *(column.values[at] for column in columns)) for at, name in enumerate(names)
    ]
    return Table(
        columns=(Column(first), *(column.column for column in columns)),
        raw=tuple(raw),
        shown=tuple(
            (name, *(column.shown(at) for column in columns)) for at, name in enumerate(shown)
        ),
    )
