"""The appendix: every measure, every assumption with its source, what the model leaves out."""

from __future__ import annotations

from crmroi.charts import table as chart_table
from crmroi.model.measures import MEASURES
from crmroi.model.method.table import Row, named, published, rows
from crmroi.model.method.words import COUNTED_ONCE, LEFT_OUT, SECTIONS
from crmroi.reports.document.blocks import (
    TABLED,
    Block,
    Cell,
    Column,
    heading,
    points,
    small,
    table,
)
from crmroi.reports.document.blocks import Row as Line
from crmroi.reports.findings import Findings
from crmroi.reports.plain import noted
from crmroi.text import _, show
from crmroi.text.phrases import listed

_FEW_ROWS = 16
"""Rows of figures that have no page break within."""


def measures(findings: Findings) -> list[Block]:
    """Every measure with its meaning."""
    found: list[Line] = [
        [figure.label, Cell(figure.shown, bold=True), _(MEASURES[figure.name].definition)]
        for figure in findings.measures
    ]
    return [
        heading(_("Appendix: all measures"), 1, break_before=True),
        table([Column(_("Measures"), 1.3), Column(_("Value"), 1, right=True),
               Column(_("What it is"), 3)], found),
    ]  # fmt: skip


def figures(findings: Findings) -> list[Block]:
    """The figures behind the charts of the first page."""
    blocks = [heading(_("Appendix: the figures behind the charts"), 1)]
    for name in TABLED:
        found = chart_table(name, findings.projection)
        heads = [
            Column(column.name, 1.6 if at == 0 else 1, right=at > 0)
            for at, column in enumerate(found.columns)
        ]
        blocks += [
            heading(findings.charts[name].title),
            table(heads, [[*row] for row in found.shown], whole=len(found.shown) <= _FEW_ROWS),
        ]
    return blocks


def assumptions(findings: Findings) -> list[Block]:
    """Every assumption: today's value, the default, the source, what somebody noted."""
    scenario = findings.order.scenario
    numbers = {cited.anchor: at for at, cited in enumerate(published(), start=1)}
    heads = [
        Column(_("Assumption"), 2.2), Column(_("Today"), 1, right=True),
        Column(_("Default"), 1, right=True), Column(_("Source"), 2.1),
    ]  # fmt: skip
    blocks = [
        heading(_("Appendix: assumptions"), 1),
        small(
            _("What differs from the default is in bold and marked. Numbers name the sources at "
              "the end.")
        ),
    ]  # fmt: skip
    for group, found in rows(scenario).items():
        cells = [_cells(row, scenario.notes.get(row.key, ""), numbers) for row in found]
        blocks += [heading(group), table(heads, cells)]
    return blocks


def _cells(row: Row, note: str, numbers: dict[str, int]) -> Line:
    source = named(row.source, lambda anchor, _where: f"[{numbers[anchor]}]", str)
    marked = _("not the default") if row.changed else ""
    return [
        Cell(row.label, bold=row.changed, note=noted(note)),
        Cell(row.today, bold=row.changed, note=marked),
        row.default,
        source,
    ]


def ranges(findings: Findings) -> list[Block]:
    """The ranges that the cases of the part "risk" were drawn from; nothing without that part."""
    if "risk" not in findings.order.parts:
        return []
    from crmroi.analysis.ranges import numeric  # noqa: PLC0415 - only where it is asked for

    scenario = findings.simulation.scenario
    found: list[Line] = []
    for key, ends in scenario.uncertainty.items():
        if ends[0] == ends[-1]:
            continue  # certain: it was left unticked
        item = numeric(key)
        found.append([_(item.label), *(show(end, item.unit, scenario.currency) for end in ends)])
    own = bool(findings.order.scenario.uncertainty)
    heads = (_("Low"), _("Likeliest: today"), _("High"))
    return [
        heading(_("Ranges that cases were drawn from")),
        small(_("The scenario’s own ranges.") if own else _("The plausible ranges.")),
        table([Column(_("Uncertain"), 2.2), *(Column(head, 1, right=True) for head in heads)],
              found),
    ]  # fmt: skip


def limits(_findings: Findings) -> list[Block]:
    """What the model leaves out, and where the border between two figures lies."""
    return [
        heading(_(SECTIONS["left-out"].title)),
        points([_(text) for text in LEFT_OUT]),
        heading(_(SECTIONS["counted-once"].title)),
        points([_(text) for text in COUNTED_ONCE]),
    ]


def sources(_findings: Findings) -> list[Block]:
    """Every published source: what it states, where, how far it was checked, for what."""
    found: list[Line] = [
        [f"[{at}]", Cell(cited.text, note=_("For: {names}", names=listed(cited.used_by))
                         if cited.used_by else ""), cited.where, cited.mark]
        for at, cited in enumerate(published(), start=1)
    ]  # fmt: skip
    section = SECTIONS["sources"]
    return [
        heading(_("Appendix: sources"), 1),
        *(small(_(text)) for text in section.paragraphs),
        table([Column(_("No."), 0), Column(_("What it says"), 2.6), Column(_("Where"), 1.5),
               Column(_("How far checked"), 1.2)], found),
    ]  # fmt: skip
