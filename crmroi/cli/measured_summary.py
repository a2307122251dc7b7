"""A measurement for people: the KPIs, what changed, what came back, and how the files were read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from crmroi.assumptions import assumptions
from crmroi.charts.measured import Setting, realised_table
from crmroi.charts.measured.amounts import changed, monthly_unit, said
from crmroi.charts.measured.finding import finding
from crmroi.charts.measured.history import levels_of
from crmroi.charts.measured.realised_words import notes, title
from crmroi.cli.console import one_line, write_table
from crmroi.cli.read_summary import write_reading
from crmroi.files.exports.table import Table
from crmroi.measure.results import (
    Adjusted,
    BeforeAfter,
    Breakdown,
    Measured,
    Measurement,
    Realised,
)
from crmroi.measure.verdicts import MANY_KPIS
from crmroi.text import N_, Unit, _, no_value, number, percent, show

_PART_COLUMNS = 6
"""KPIs that are shown for each part; all are in the JSON."""
_OTHERS: Mapping[str, str] = {
    "unclear": N_("Not distinguishable from no change: {kpis}."),
    "short": N_("Too short to tell: {kpis}."),
}
"""Verdicts that say nothing of a KPI but this: one line for all of them."""


def write_measurement(
    tables: Mapping[str, Table], measurement: Measurement, setting: Setting
) -> None:
    """Print a summary in the language spoken now."""
    write_reading(tables.values())
    _section(_("KPIs"))
    _kpis(measurement, setting)
    _lines(_("What changed"), _findings(measurement, setting))
    _lines(_("Not adjusted for trend and season"), _not_adjusted(measurement, setting))
    _lines(_("Not calculated"), _not_calculated(measurement, setting))
    if measurement.breakdown is not None:
        _breakdown(measurement.breakdown, setting)
    if measurement.realised is not None:
        _realised(measurement.realised, setting)
    _into_the_model(_("Baseline for a scenario"), measurement.baseline, setting)
    _into_the_model(_("Uplifts for a scenario"), measurement.uplifts, setting)


def _section(name: str) -> None:
    sys.stdout.write(f"\n{name}\n")


def _lines(name: str, lines: Iterable[str]) -> None:
    """A section of sentences; nothing where there are none."""
    shown = [f"  {line}\n" for line in lines]
    if shown:
        _section(name)
        sys.stdout.writelines(shown)


def _kpis(measurement: Measurement, setting: Setting) -> None:
    """A row for each KPI that has a value; before, after and change where a go-live is told."""
    heads = ["", _("Value"), "n"]
    if measurement.before_after:
        heads += [_("Before"), _("After"), _("Change"), _("Adjusted"), _("95% interval")]
    rows = [heads]
    for name, value in measurement.kpis.items():
        if value.value is None:
            continue
        kpi = setting.kpi(name)
        row = [f"  {_(kpi.label)}", said(value.value, kpi.unit, setting.currency), number(value.n)]
        if measurement.before_after:
            row += _compared(name, measurement.before_after.get(name), setting)
        rows.append(row)
    write_table(rows)


def _compared(name: str, compared: BeforeAfter | None, setting: Setting) -> list[str]:
    """Before, after, the change, the adjusted change and its interval."""
    if compared is None:
        return [""] * 5
    before, after = levels_of(compared)
    if before is None or after is None:
        return [""] * 5
    unit, currency = monthly_unit(setting.kpi(name)), setting.currency
    adjusted = compared.adjusted
    return [
        said(before, unit, currency, beside=after),
        said(after, unit, currency, beside=before),
        changed(compared.change, compared.change_relative, unit, currency),
        changed(adjusted.change, adjusted.change_relative, unit, currency),
        _interval(adjusted, unit, currency),
    ]


def _interval(adjusted: Adjusted, unit: Unit, currency: str) -> str:
    if adjusted.interval is None:
        return ""
    relative = adjusted.interval_relative or (None, None)
    low, high = (
        changed(end, share, unit, currency)
        for end, share in zip(adjusted.interval, relative, strict=True)
    )
    return _("{low} to {high}", low=low, high=high)


def _findings(measurement: Measurement, setting: Setting) -> Iterator[str]:
    """A sentence on each KPI that chance does not explain, and the names of the others."""
    others: dict[str, list[str]] = {}
    told = 0
    for name, compared in measurement.before_after.items():
        if compared.verdict in _OTHERS:
            others.setdefault(compared.verdict, []).append(_(setting.kpi(name).label))
        elif sentence := finding(name, compared, setting):
            told += 1
            yield f"{sentence}."
    for verdict, names in others.items():
        yield _(_OTHERS[verdict], kpis=", ".join(names))
    if told > 1:
        yield _(MANY_KPIS)


def _not_adjusted(measurement: Measurement, setting: Setting) -> list[str]:
    """Why, and of which KPIs; those that could not be compared at all are told elsewhere."""
    found = {
        name: compared.adjusted.reason.message
        for name, compared in measurement.before_after.items()
        if compared.adjusted.reason and not compared.reason and measurement.kpis[name].value
    }
    return _by_reason(found, setting)


def _not_calculated(measurement: Measurement, setting: Setting) -> list[str]:
    found = {name: value.reason.message for name, value in measurement.kpis.items() if value.reason}
    return _by_reason(found, setting)


def _by_reason(reasons: Mapping[str, str], setting: Setting) -> list[str]:
    """Each reason once, before it the KPIs that it holds for."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons.items():
        names.setdefault(reason, []).append(_(setting.kpi(name).label))
    return [
        _("{kpis}: {reason}", kpis=", ".join(kpis), reason=reason) for reason, kpis in names.items()
    ]


def _breakdown(breakdown: Breakdown, setting: Setting) -> None:
    _section(_("By “{column}”", column=breakdown.by))
    if breakdown.reason:
        sys.stdout.write(f"  {breakdown.reason.message}\n")
    there = [
        name
        for name in dict.fromkeys(name for part in breakdown.parts for name in part.kpis)
        if any(name in part.kpis and part.kpis[name].value is not None for part in breakdown.parts)
    ][:_PART_COLUMNS]
    if not there:
        return
    rows = [["", *(_(setting.kpi(name).label) for name in there), _("Return (ROI)")]]
    for part in breakdown.parts:
        shown = [
            said(part.kpis[name].value, setting.kpi(name).unit, setting.currency)
            if name in part.kpis
            else no_value()
            for name in there
        ]
        name = one_line(part.name)
        told = _("{part} (too few records to tell)", part=name) if part.small else name
        rows.append([f"  {told}", *shown, "" if part.roi is None else percent(part.roi)])
    write_table(rows)


def _realised(realised: Realised, setting: Setting) -> None:
    """What came back, its parts, and what it was measured against."""
    _section(_("Realised return"))
    told = realised.adjusted if realised.adjusted.contribution is not None else realised.simple
    if told.contribution is None:
        reasons = (realised.reason, realised.simple.reason, realised.adjusted.reason)
        said_once = dict.fromkeys(reason.message for reason in reasons if reason)
        sys.stdout.writelines(f"  {reason}\n" for reason in said_once)
        return
    sys.stdout.write(f"  {title(realised, told, setting)}.\n")
    table = realised_table(realised, setting)
    write_table([[f"  {column.name}" for column in table.columns], *_cells(table.shown)])
    sys.stdout.writelines(f"  {note}\n" for note in notes(realised, told))


def _cells(rows: Iterable[Iterable[object]]) -> list[list[str]]:
    return [[f"  {cell}" for cell in row] for row in rows]


def _into_the_model(name: str, values: Mapping[str, Measured], setting: Setting) -> None:
    """Measured values for assumptions, with what says how sure they are."""
    if not values:
        return
    _section(name)
    rows = [["", _("Measured"), _("95% interval"), "n"]]
    for key, measured in values.items():
        assumption = assumptions()[key]
        ends = [show(end, assumption.unit, setting.currency) for end in measured.interval or ()]
        rows.append(
            [
                f"  {_(assumption.label)}",
                show(measured.value, assumption.unit, setting.currency),
                _("{low} to {high}", low=ends[0], high=ends[1]) if ends else "",
                number(measured.n),
            ]
        )
    write_table(rows)
