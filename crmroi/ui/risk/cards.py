"""The cards of words and figures: the spread in percentiles, the sceptic's table, waiting."""

from __future__ import annotations

from typing import Any

from crmroi.analysis.monte_carlo_error import StandardError
from crmroi.analysis.quantiles import PERCENTILES
from crmroi.analysis.sceptic import Scepticism
from crmroi.analysis.simulation import Simulation
from crmroi.analysis.waiting import cost_of_waiting
from crmroi.charts.risk import EVERY_CASE, all_alike, breaking
from crmroi.charts.risk.naming import pays_back, returned
from crmroi.charts.words import short_money
from crmroi.model import Projection
from crmroi.text import _, _n, money, months, no_value, percent, round_money

Card = dict[str, Any]


def likelihood_cards(simulation: Simulation, error: StandardError | None) -> list[Card]:
    """Return the percentiles of NPV and ROI, and how far chance may have moved them."""
    currency = simulation.scenario.currency
    npv, roi = simulation.npv.percentiles, simulation.roi.percentiles
    low, high = (short_money(npv[at] or 0.0, currency) for at in (5, 95))
    rows = [
        [
            percent(at / 100, decimals=0),
            _amount(npv[at], currency),
            _rate(roi[at]),
        ]
        for at in PERCENTILES
    ]
    rows.append([_("Mean"), _amount(simulation.npv.mean, currency), _rate(simulation.roi.mean)])
    return [
        {
            "id": "percentiles",
            "title": _(EVERY_CASE, x=low)
            if all_alike(simulation)
            else _("9 in 10 cases: between {low} and {high}", low=low, high=high),
            "subtitle": _("Worth today (NPV) and return (ROI) that a share of cases stay below"),
            "table": {
                "columns": [_("Cases below"), _("Worth today (NPV)"), _("Return (ROI)")],
                "rows": rows,
            },
            "notes": _how_drawn(simulation, error),
        }
    ]


def _how_drawn(simulation: Simulation, error: StandardError | None) -> str:
    said = [] if error is None else [_by_chance(error)]
    return " ".join([*said, _together(simulation)])


def _together(simulation: Simulation) -> str:
    """Say whether the assumptions are drawn each by itself."""
    n = len(simulation.scenario.correlation)
    if not n:
        return _("Each assumption is drawn by itself: none follows another.")
    return _n("{n} pair of assumptions is drawn to move together.",
              "{n} pairs of assumptions are drawn to move together.", n, n=n)  # fmt: skip


def _by_chance(error: StandardError) -> str:
    """Say the standard errors as what they mean: other draws would give other figures."""
    mean, tenth = (
        money(round_money(each), error.scenario.currency) for each in (error.mean, error.p10)
    )
    return _(
        "Drawn again, the mean would differ by about {mean} and the {share} figure by about {tenth}"
        " (standard errors).",
        mean=mean, share=percent(0.1, decimals=0), tenth=tenth,
    )  # fmt: skip


def sceptic_cards(found: Scepticism, projection: Projection) -> list[Card]:
    """Return the case under each doubt, worst first, and what waiting costs."""
    return [_doubts(found), _waiting(projection)]


def _doubts(found: Scepticism) -> Card:
    currency = found.scenario.currency
    rows = [
        [
            _(doubt.label),
            money(round_money(doubt.answer.npv), currency),
            returned(doubt.answer),
            pays_back(doubt.answer),
            _("breaks") if doubt.breaks else _("stands"),
            _(doubt.meaning),
        ]
        for doubt in (*found.doubts, found.together)
    ]
    return {
        "id": "sceptic",
        "title": breaking(found).removesuffix("."),
        "subtitle": _("The case under each doubt alone, the worst first, then under all at once"),
        "table": {
            "columns": [
                _("Doubt"), _("Worth today (NPV)"), _("Return (ROI)"), _("Pays back"),
                _("The case"), _("What changes"),
            ],
            "rows": rows,
        },
        "notes": _today(found),
    }  # fmt: skip


def _today(found: Scepticism) -> str:
    npv = money(round_money(found.today.npv), found.scenario.currency)
    return _("Without any doubt it is worth {npv} today.", npv=npv)


def _waiting(projection: Projection) -> Card:
    found, currency = cost_of_waiting(projection), projection.scenario.currency
    rows = [
        [months(waited), money(round_money(abs(cost)), currency)] for waited, cost in found.costs
    ]
    year = rows[-1][1]
    costs, saves = _("Waiting a year costs {x}", x=year), _("Waiting a year saves {x}", x=year)
    return {
        "id": "waiting",
        "title": costs if found.npv >= 0 else saves,
        "subtitle": _("The whole case begun later, just as long, in today’s money"),
        "table": {
            "columns": [_("Begun later by"), _("Costs") if found.npv >= 0 else _("Saves")],
            "rows": rows,
        },
        "notes": "",
    }


def _amount(value: float | None, currency: str) -> str:
    return no_value() if value is None else money(round_money(value), currency)


def _rate(value: float | None) -> str:
    return no_value() if value is None else percent(value)
