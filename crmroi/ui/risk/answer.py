"""The sentence of the page, and the pictures and tables of the view that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from crmroi.analysis.simulation import Simulation
from crmroi.charts import Chart, Table
from crmroi.charts import risk as pictures
from crmroi.charts.words import spoken_money
from crmroi.text import _, _n, no_value
from crmroi.ui import drawing
from crmroi.ui.controls import beside, css_name
from crmroi.ui.risk import asked
from crmroi.ui.risk.cards import likelihood_cards, sceptic_cards
from crmroi.ui.risk.matters import slider_of
from crmroi.ui.risk.shares import shares_card
from crmroi.ui.visit import Session

Picture = tuple[Chart, Callable[[], Table]]


def answer(current: Session) -> None:
    """Draw the sentence and what proves it."""
    drawing.mount(current, _payload(current))


def _payload(current: Session) -> dict[str, Any]:
    simulation = current.risks.simulation
    stale = asked.is_stale(current)
    case = simulation.scenario if simulation else asked.case_of(current)
    warnings = [*(simulation.warnings if simulation else ()), *asked.sceptic(case).warnings]
    n = len(warnings)
    pictures_shown = list(_pictures(current, simulation))
    current.uploads.tables = {chart.id: table() for chart, table in pictures_shown}
    tables = current.uploads.tables
    return {
        **drawing.frame(current),
        "headline": pictures.opening(simulation, asked.sceptic(case)),
        "stale": stale,
        "values": _values(current),
        "fields": {css_name(pictures.EVERY): pictures.EVERY},
        "kpis": [],
        "bar": _bar(simulation),
        "charts": [
            drawing.chart(chart, tables[chart.id] if chart.id in current.view.tables else None)
            for chart, _table in pictures_shown
        ],
        "tables": _cards(current, simulation),
        "warnings": [notice.message for notice in warnings],
        "checks": _n("{n} thing to check", "{n} things to check", n, n=n),
    }


def _pictures(current: Session, simulation: Simulation | None) -> Iterator[Picture]:
    """Give the pictures of the view, each with what makes the table behind it."""
    theme, view = drawing.theme(), current.risks.view
    if view == "likelihood" and simulation is not None:
        yield pictures.fan(simulation, theme), lambda: pictures.fan_table(simulation)
        yield pictures.payback(simulation, theme), lambda: pictures.payback_table(simulation)
        yield pictures.spread(simulation, theme), lambda: pictures.spread_table(simulation)
    if view == "matters":
        case = asked.case_of(current)
        found, bars = asked.tornado(case), asked.bars_shown(current)
        chart = pictures.tornado_chart(found, bars, theme)
        yield chart, lambda: pictures.tornado_table(found, bars)
        grid, measure = asked.heat_map(case, *current.risks.axes), current.risks.measure
        yield pictures.heat(grid, theme, measure), lambda: pictures.heat_table(grid, measure)


def _cards(current: Session, simulation: Simulation | None) -> list[dict[str, Any]]:
    if current.risks.view == "likelihood" and simulation is not None:
        return likelihood_cards(simulation, current.risks.error)
    if current.risks.view == "matters":
        shown = current.risks.shown
        awaited = shown is None or not shown.ended
        return [shares_card(current.risks.indices, awaited=awaited)]
    if current.risks.view == "sceptic":
        case = asked.case_of(current)
        return sceptic_cards(asked.sceptic(case), current.projection(current.scenario))
    return []


def _values(current: Session) -> dict[str, str]:
    """Return what stands beside the slider, if there is one."""
    key = slider_of(current) if current.risks.view == "matters" else ""
    return {css_name(key): beside(current, key)} if key else {}


def _bar(simulation: Simulation | None) -> list[dict[str, str]]:
    """The three figures that stay in sight on a small screen."""
    if simulation is None:
        return [{"label": label, "value": no_value()} for label in _bar_labels()]
    currency, found = simulation.scenario.currency, simulation.npv.percentiles
    values = [
        pictures.short_chance(1.0 - simulation.never_breaks_even),
        *(spoken_money(found[at] or 0.0, currency) for at in (50, 10)),
    ]
    return [
        {"label": label, "value": value} for label, value in zip(_bar_labels(), values, strict=True)
    ]


def _bar_labels() -> list[str]:
    return [_("Pays back"), _("Middle (NPV)"), _("1 in 10 below")]
