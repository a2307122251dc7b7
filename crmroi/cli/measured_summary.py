"""A measurement for people: the KPIs, what changed, what came back, and how the files were read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from crmroi.assumptions import assumptions
from crmroi.charts.measured import Setting, realised_table
from crmroi.charts.measured.amounts import said
from crmroi.charts.measured.realised_words import notes, title
from crmroi.cli.console import one_line, write_section, write_table
from crmroi.cli.measured_kpis import write_kpis
from crmroi.cli.read_summary import write_reading
from crmroi.files.exports.table import Table
from crmroi.measure.results import Breakdown, Measured, Measurement, Realised
from crmroi.text import _, no_value, number, percent, show

_PART_COLUMNS = 6
"""KPIs that are shown for each part; all are in the JSON."""


def write_measurement(
    tables: Mapping[str, Table], measurement: Measurement, setting: Setting
) -> None:
    """Print a summary in the language spoken now."""
    write_reading(tables.values())
    write_kpis(measurement, setting)
    if measurement.breakdown is not None:
        _breakdown(measurement.breakdown, setting)
    if measurement.realised is not None:
        _realised(measurement.realised, setting)
    _into_the_model(_("Baseline for a scenario"), measurement.baseline, setting)
    _into_the_model(_("Uplifts for a scenario"), measurement.uplifts, setting)


def _breakdown(breakdown: Breakdown, setting: Setting) -> None:
    write_section(_("By “{column}”", column=breakdown.by))
    if breakdown.reason:
        sys.stdout.write(f"  {breakdown.reason.message}\n")
    there = [
        name
        for name in dict.fromkeys(name for part in breakdown.parts for name in part.kpis)
        if any(name in part.kpis and part.kpis[name].value is not None for part in breakdown.parts)
    ][:_PART_COLUMNS]
    if not there:
        return
    paid = any(part.roi is not None for part in breakdown.parts)
    heads = [_("Return (ROI)")] if paid else []
    rows = [["", *(_(setting.kpi(name).label) for name in there), *heads]]
    for part in breakdown.parts:
        shown = [
            said(part.kpis[name].value, setting.kpi(name).unit, setting.currency)
            if name in part.kpis
            else no_value()
            for name in there
        ]
        name = one_line(part.name)
        told = _("{part} (too few records to tell)", part=name) if part.small else name
        returned = ["" if part.roi is None else percent(part.roi)] if paid else []
        rows.append([f"  {told}", *shown, *returned])
    write_table(rows)


def _realised(realised: Realised, setting: Setting) -> None:
    """What came back, its parts, and what it was measured against."""
    write_section(_("Realised return"))
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
    write_section(name)
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
