"""The slides of the most telling KPIs that were measured: the months of one, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from crmroi.charts.measured import series_table
from crmroi.charts.measured.amounts import changed, monthly_unit
from crmroi.charts.measured.cards import kpi_card
from crmroi.charts.measured.finding import interval
from crmroi.charts.measured.history import history
from crmroi.charts.words import without_table
from crmroi.measure.change.verdicts import DECIDED, MANY_KPIS
from crmroi.measure.results import Measurement
from crmroi.reports.deck.grids import add_grid
from crmroi.reports.deck.history_picture import draw_history
from crmroi.reports.deck.paper import INNER, LEFT, Box
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import SMALL, tall, write
from crmroi.reports.findings import Findings
from crmroi.text import _, number

MOST = 2
"""KPIs that have a slide of their own."""
_WIDE, _GAP = 8.2, 0.4
"""Inches of the picture, and beside it."""


def before_after(findings: Findings) -> list[Callable[[Talk], None]]:
    """Return what adds a slide for each of the most telling KPIs; nothing where none tells."""
    found = findings.order.measurement
    if found is None:
        return []
    told = [
        name
        for name in findings.histories
        if name in found.before_after and found.before_after[name].verdict in DECIDED
    ]
    return [partial(_kpi, found=found, name=name) for name in told[:MOST]]


def _kpi(talk: Talk, *, found: Measurement, name: str) -> None:
    """Add the slide; its title is what the comparison finds."""
    findings = talk.findings
    chart, setting = findings.histories[name], findings.setting
    months, compared = found.monthly[name], found.before_after[name]
    table = series_table(name, months, compared, setting)
    rows = ["\t".join(row) for row in ([each.name for each in table.columns], *table.shown)]
    notes = [without_table(chart.alt), *chart.notes, _(MANY_KPIS), *rows]
    page = talk.begin(chart.title, chart.subtitle, notes)
    foot = [(" ".join(chart.notes), SMALL)]
    low = tall(foot, _WIDE)
    rest = page.rest
    box = Box(LEFT, rest.y, _WIDE, rest.height - low - 0.15)
    shown = history(name, months, compared, setting)
    draw_history(page.slide, box, shown, chart, findings.order.made_on)
    write(page.slide, Box(LEFT, rest.y + rest.height - low, _WIDE, low), foot, name=_("Notes"))
    right = Box(LEFT + _WIDE + _GAP, rest.y, INNER - _WIDE - _GAP, rest.height)
    figures = _figures(findings, found, name)
    strong = frozenset((at, 1) for at, row in enumerate(figures) if row[0] == _("Verdict"))
    add_grid(page.slide, right, figures, shares=(1, 1.1), strong=strong,
             name=_("Before and after the go-live"))  # fmt: skip


def _figures(findings: Findings, found: Measurement, name: str) -> list[list[str]]:
    """Return the comparison in figures, and how sure it is."""
    compared, setting = found.before_after[name], findings.setting
    card = kpi_card(name, found.kpis[name], None, compared, setting)
    unit, adjusted = monthly_unit(setting.kpi(name)), compared.adjusted
    effect = changed(adjusted.change, adjusted.change_relative, unit, setting.currency)
    rows = [
        ["", card.label],
        [_("Before"), card.before],
        [_("After"), card.after],
        [_("Change"), card.change],
        [_("Adjusted for trend and season"), effect],
        [_("95% interval"), interval(adjusted, unit, setting.currency)],
        [_("Verdict"), card.verdict],
        [_("Records before"), number(compared.n_before)],
        [_("Records after"), number(compared.n_after)],
    ]
    return [rows[0], *(row for row in rows[1:] if row[1])]
