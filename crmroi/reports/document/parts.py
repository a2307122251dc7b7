"""What may stand between the two pages and the appendix: likelihood, comparison, measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from crmroi.reports.document.blocks import (
    Block,
    Cell,
    Column,
    Row,
    chart,
    heading,
    small,
    table,
    text,
)
from crmroi.reports.findings import Findings
from crmroi.reports.order import PARTS, Part
from crmroi.text import _


def risk(findings: Findings) -> list[Block]:
    """How often it pays, the fan of cases, and what moves the answer."""
    from crmroi.charts import risk as pictures  # noqa: PLC0415 - only where it is asked for
    from crmroi.charts.risk.tornado import FRONT  # noqa: PLC0415

    simulation, found = findings.simulation, findings.tornado
    bars = findings.bars[:FRONT]  # no table here holds the others
    return [
        heading(_(PARTS["risk"]), 1, break_before=True),
        text(pictures.opening(simulation, findings.doubts)),
        chart(pictures.fan(simulation)),
        chart(pictures.tornado_chart(found, bars)),
    ]


def compare(findings: Findings) -> list[Block]:
    """The scenarios: who is best at what, their curves, their costs."""
    from crmroi.charts import compare as pictures  # noqa: PLC0415 - only where it is asked for

    found = findings.comparison
    if found is None:
        return []
    heads = [
        Column(_("Measures"), 1.4),
        *(Column(each.name, 1, right=True) for each in found.members),
    ]
    rows: list[Row] = [
        [row.label, *(Cell(value, bold=at in row.best) for at, value in enumerate(row.values))]
        for row in pictures.measure_rows(found)
    ]
    return [
        heading(_(PARTS["compare"]), 1, break_before=True),
        text(pictures.opening(found)),
        table(heads, rows),
        small(_("The best of each row is in bold.")),
        chart(pictures.curves(found)),
        chart(pictures.costs(found)),
    ]


def measure(findings: Findings) -> list[Block]:
    """What came back since the go-live, and what each KPI did."""
    from crmroi.charts.measured import cards, realised_chart  # noqa: PLC0415 - as above
    from crmroi.measure.verdicts import MANY_KPIS  # noqa: PLC0415

    found, setting = findings.order.measurement, findings.setting
    if found is None:
        return []
    blocks = [heading(_(PARTS["measure"]), 1, break_before=True)]
    realised = realised_chart(found.realised, setting) if found.realised else None
    if realised is not None:
        blocks.append(chart(realised))
    names = [name for name, compared in found.before_after.items() if compared.verdict != "none"]
    shown = cards(found, names, "", setting)
    heads = [
        Column(_("KPI"), 1.5),
        Column(_("Before"), 1, right=True), Column(_("After"), 1, right=True),
        Column(_("Change"), 1.3), Column(_("Verdict"), 1.3), Column(_("Records behind it"), 1.2),
    ]  # fmt: skip
    rows: list[Row] = [
        [f"{card.label} {card.per}".strip(), card.before, card.after, card.change,
         Cell(card.verdict, bold=card.tone != "neutral"), card.n]
        for card in shown
    ]  # fmt: skip
    if rows:
        blocks += [heading(_("Before and after the go-live")), table(heads, rows)]
        blocks.append(small(_(MANY_KPIS)))
    return blocks


SECTIONS: Mapping[Part, Callable[[Findings], list[Block]]] = MappingProxyType(
    {"risk": risk, "compare": compare, "measure": measure}
)
"""What each part adds, in the order of reading."""
