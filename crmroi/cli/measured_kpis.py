"""The KPIs for people: before and after, what changed, and why some could not be told."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from crmroi.charts.measured import Setting
from crmroi.charts.measured.amounts import changed, monthly_unit, said
from crmroi.charts.measured.finding import finding, interval
from crmroi.charts.measured.history import levels_of
from crmroi.cli.console import write_section, write_table
from crmroi.measure.change.verdicts import MANY_KPIS
from crmroi.measure.results import BeforeAfter, Measurement
from crmroi.text import N_, Notice, _, number
from crmroi.text.phrases import listed

_OTHERS: Mapping[str, str] = {
    "unclear": N_("Not distinguishable from no change: {kpis}."),
    "short": N_("Too short to tell: {kpis}."),
}
"""Verdicts that say nothing of a KPI but this: one line for all of them."""


def write_kpis(measurement: Measurement, setting: Setting) -> None:
    """Print each KPI that has a value, what changed, and the reasons of all that is not there."""
    if any(value.value is not None for value in measurement.kpis.values()):
        write_section(_("KPIs"))
        _table(measurement, setting)
    _write_lines(_("What changed"), _findings(measurement, setting))
    _controlled(measurement, setting)
    _write_lines(_("Not compared"), _not_compared(measurement, setting))
    _write_lines(_("Not adjusted for trend and season"), _not_adjusted(measurement, setting))
    _write_lines(_("Not calculated"), _not_calculated(measurement))


def _write_lines(name: str, lines: Iterable[str]) -> None:
    """A section of sentences; nothing where there are none."""
    shown = [f"  {line}\n" for line in lines]
    if shown:
        write_section(name)
        sys.stdout.writelines(shown)


def _table(measurement: Measurement, setting: Setting) -> None:
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
        interval(adjusted, unit, currency),
    ]


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
        yield _(_OTHERS[verdict], kpis=listed(names))
    if told > 1:
        yield _(MANY_KPIS)


def _not_compared(measurement: Measurement, setting: Setting) -> list[str]:
    """Why KPIs that have a value could not be compared, and which they are."""
    return _by_reason(
        {
            name: compared.reason
            for name, compared in measurement.before_after.items()
            if measurement.kpis[name].value is not None
        },
        setting,
    )


def _not_adjusted(measurement: Measurement, setting: Setting) -> list[str]:
    """Why the change of KPIs that were compared was not adjusted, and which they are."""
    return _by_reason(
        {
            name: compared.adjusted.reason
            for name, compared in measurement.before_after.items()
            if compared.reason is None and compared.change is not None
        },
        setting,
    )


def _not_calculated(measurement: Measurement) -> Iterable[str]:
    """Why some KPIs have no value, each reason once: it names its KPI."""
    return dict.fromkeys(
        value.reason.message for value in measurement.kpis.values() if value.reason
    )


def _controlled(measurement: Measurement, setting: Setting) -> None:
    """The changes beside the control group's; nothing where there is none."""
    found = {
        name: compared.controlled
        for name, compared in measurement.before_after.items()
        if compared.controlled is not None and compared.controlled.change is not None
    }
    if not found:
        return
    write_section(_("Beside the control group"))
    rows = [["", _("Change"), _("95% interval")]]
    for name, fitted in found.items():
        kpi = setting.kpi(name)
        unit, currency = monthly_unit(kpi), setting.currency
        change = changed(fitted.change, fitted.change_relative, unit, currency)
        rows.append([f"  {_(kpi.label)}", change, interval(fitted, unit, currency)])
    write_table(rows)


def _by_reason(reasons: Mapping[str, Notice | None], setting: Setting) -> list[str]:
    """Each reason once, before it the KPIs that it holds for."""
    names: dict[str, list[str]] = {}
    for name, reason in reasons.items():
        if reason is not None:
            names.setdefault(reason.message, []).append(_(setting.kpi(name).label))
    return [
        _("{kpis}: {reason}", kpis=listed(kpis), reason=reason) for reason, kpis in names.items()
    ]
