"""What may stand between the two pages and the appendix: likelihood, comparison, measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from crmroi.reports.document import measured
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
    """How often it pays, what to know before that is quoted, the fan, and what moves the answer."""
    from crmroi.charts import risk as pictures  # noqa: PLC0415 - only where it is asked for
    from crmroi.charts.risk.tornado import FRONT  # noqa: PLC0415

    simulation, found = findings.simulation, findings.tornado
    bars = findings.bars[:FRONT]  # no table here holds the others
    cautions = [notice.message for notice in simulation.warnings]
    return [
        heading(_(PARTS["risk"]), 1, break_before=True),
        text(pictures.opening(simulation, findings.doubts)),
        *map(text, cautions),
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


SECTIONS: Mapping[Part, Callable[[Findings], list[Block]]] = MappingProxyType(
    {"risk": risk, "compare": compare, "measure": measured.measure}
)
"""What each part adds, in the order of reading."""
