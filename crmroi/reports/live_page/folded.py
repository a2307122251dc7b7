"""The folded tables of a live page: every measure, every assumption of the case."""

from __future__ import annotations

from html import escape

from crmroi.assumptions import assumptions
from crmroi.model.method.table import Row, rows
from crmroi.reports.findings import Findings
from crmroi.reports.plain import noted
from crmroi.text import _


def measures(findings: Findings) -> str:
    """Every measure; they follow the sliders."""
    rows = "".join(
        f'<tr><th scope="row">{escape(figure.label)}</th>'
        f'<td data-measure="{figure.name}">{escape(figure.shown)}</td></tr>'
        for figure in findings.measures
    )
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in (_("Measures"), _("Value")))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return _folded("measures", _("All measures"), table)


def all_assumptions(findings: Findings) -> str:
    """Every assumption with its value, unit, source and what was noted about it."""
    scenario = findings.order.scenario
    heads = (_("Assumption"), _("Value"), _("Unit"), _("Source"))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    groups = rows(scenario)
    body = "".join(
        f'<tbody><tr class="group"><th colspan="{len(heads)}" scope="rowgroup">{escape(group)}</th>'
        f"</tr>{''.join(_row(row, scenario.notes.get(row.key, '')) for row in listed)}</tbody>"
        for group, listed in groups.items()
    )
    table = f"<table><thead><tr>{head}</tr></thead>{body}</table>"
    label = _("All {n} assumptions", n=len(assumptions()))
    return _folded("assumptions", label, table)


def _row(row: Row, note: str) -> str:
    """An assumption; its value follows the slider, where it has one."""
    told = noted(note)
    said = f'<p class="note">{escape(told)}</p>' if told else ""
    return (
        f'<tr><th scope="row">{escape(row.label)}</th>'
        f'<td data-value="{row.key}">{escape(row.today)}</td><td>{escape(row.unit)}</td>'
        f"<td>{escape(str(row.source))}{said}</td></tr>"
    )


def _folded(name: str, label: str, table: str) -> str:
    return (
        f'<details class="folded {name}"><summary>{escape(label)}</summary>'
        f'<div class="aside" tabindex="0" role="region" aria-label="{escape(label)}">{table}</div>'
        "</details>"
    )
