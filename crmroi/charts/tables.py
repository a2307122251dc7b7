"""The numbers behind each chart as a table, for people who read and programs that compute."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import StringIO
from types import MappingProxyType

from crmroi.charts.adoption import PHASES
from crmroi.charts.balance import balance, whole
from crmroi.charts.chart import Cell, Column, Table
from crmroi.charts.outcome import metric
from crmroi.charts.scale import Series
from crmroi.charts.waterfall_words import net_name
from crmroi.charts.yearly import BUCKETS, buckets_by_year, net_by_year
from crmroi.model.lines import THEMES
from crmroi.model.projection import Projection
from crmroi.text import _, money, number, percent

_UNSAFE = (*"=+-@\t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last four full-width


def table(chart_id: str, projection: Projection, pinned: Projection | None = None) -> Table:
    """Return the table of a chart, in the language spoken now; KeyError for an unknown chart."""
    return _TABLES[chart_id](projection, pinned)


def csv_text(table: Table) -> str:
    """Return a table as CSV: comma, decimal point, every digit, units in the heads.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        f"{column.name} ({column.unit})" if column.unit else column.name for column in table.columns
    )
    writer.writerows([_safe(cell) for cell in row] for row in table.raw)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_UNSAFE) else cell


Show = Callable[[float], str]
Columns = Mapping[str, Series]


def _over_time(
    name: str, count: int, columns: Columns, show: Show, unit: str, named: Show = number
) -> Table:
    """Return a table with a row for each month or year, `named` in its first cell.

    A pinned case that counts fewer years leaves its last cells empty, one that counts more is
    cut.
    """
    cells = [
        [*series[:count].tolist(), *[None] * (count - len(series))] for series in columns.values()
    ]
    rows = list(zip(*cells, strict=True))
    return Table(
        columns=(Column(name), *(Column(head, unit) for head in columns)),
        raw=tuple((at, *row) for at, row in enumerate(rows)),
        shown=tuple(
            (named(at), *("" if cell is None else show(cell) for cell in row))
            for at, row in enumerate(rows)
        ),
    )


def _cash(projection: Projection, pinned: Projection | None) -> Table:
    monthly, currency = projection.monthly, projection.scenario.currency
    columns = {
        _("Gains"): monthly["total_gains"],
        _("Costs"): monthly["total_costs"],
        _("Net"): monthly["net"],
        _("Cumulative net"): monthly["cumulative"],
        _("Cumulative net, discounted"): monthly["discounted_cumulative"],
    }
    if pinned is not None:
        columns[_("Pinned, cumulative net")] = pinned.monthly["cumulative"]
    show = partial(money, currency=currency)
    return _over_time(_("Month"), len(projection.months), columns, show, currency)


def _years(projection: Projection, pinned: Projection | None) -> Table:
    amounts, net = buckets_by_year(projection), net_by_year(projection)
    columns = {_(bucket.label): bucket.sign * amounts[bucket.name] for bucket in BUCKETS}
    columns[_("Net")] = net
    if pinned is not None:
        columns[_("Pinned, net")] = net_by_year(pinned)
    currency = projection.scenario.currency
    show = partial(money, currency=currency)
    return _over_time(_("Year"), len(net), columns, show, currency, _year)


def _year(year: float) -> str:
    return number(year) if year else _("At the decision")


def _adoption(projection: Projection, _pinned: Projection | None) -> Table:
    columns = {_("Users at work in the CRM"): projection.monthly["adoption"]}
    columns |= {_(label): projection.monthly[name] for name, (label, _token) in PHASES.items()}
    unit = _("share, 0 to 1")
    return _over_time(_("Month"), len(projection.months), columns, percent, unit)


def _customers(projection: Projection, pinned: Projection | None) -> Table:
    ours, theirs = (projection.monthly[f"customers_{name}"] for name in ("with", "without"))
    columns = {_("With CRM"): ours, _("Without CRM"): theirs, _("Difference"): ours - theirs}
    if pinned is not None:
        columns[_("Pinned, with CRM")] = pinned.monthly["customers_with"]
    return _over_time(_("Month"), len(projection.months), columns, number, "")


def _waterfall(projection: Projection, pinned: Projection | None) -> Table:
    """Return a row for each theme and the net gain; what is shown sums exactly, too."""
    currency, net = projection.scenario.currency, metric(projection, "net_gain")
    before = {entry.theme: entry for entry in balance(pinned)} if pinned else {}
    entries = balance(projection)
    here = {entry.theme for entry in entries}
    entries += [replace(entry, amount=0.0) for entry in before.values() if entry.theme not in here]
    amounts = [*(entry.amount for entry in entries), net]
    rounded, rounded_net = whole(amounts[:-1], net, 1.0)
    names = [*(_(THEMES[entry.theme]) for entry in entries), net_name()]
    columns = [Column(_("Theme")), Column(_("Amount"), currency)]
    raw: list[list[Cell]] = [[*pair] for pair in zip(names, amounts, strict=True)]
    shown = [
        [name, money(amount, currency)]
        for name, amount in zip(names, [*rounded, rounded_net], strict=True)
    ]
    if pinned is not None:
        columns.append(Column(_("Pinned"), currency))
        theirs = [before[e.theme].amount if e.theme in before else 0.0 for e in entries]
        for at, amount in enumerate([*theirs, metric(pinned, "net_gain")]):
            raw[at].append(amount)
            shown[at].append(money(amount, currency))
    return Table(tuple(columns), tuple(map(tuple, raw)), tuple(map(tuple, shown)))


_TABLES: Mapping[str, Callable[[Projection, Projection | None], Table]] = MappingProxyType(
    {
        "cash": _cash,
        "years": _years,
        "waterfall": _waterfall,
        "customers": _customers,
        "adoption": _adoption,
    }
)
