"""The cards of words and figures: what is often left out, and what counts as what."""

from __future__ import annotations

from typing import Any

from crmroi.analysis.mistakes import parts, unused_licences, usual_mistakes
from crmroi.model import Projection
from crmroi.text import _, money, no_value, percent, round_money, years

Card = dict[str, Any]


def text_cards(projection: Projection) -> list[Card]:
    """Return the cards of a case, ready for the page."""
    return [_parts(projection), _mistakes(projection)]


def _parts(projection: Projection) -> Card:
    """Cash, people's time and intangibles: three figures that add up."""
    currency = projection.scenario.currency
    found = parts(projection)
    npv = float(projection.metrics["npv_cash"] or 0)
    amount = money(round_money(abs(npv)), currency)
    worth = _("On cash alone it is worth {npv} today", npv=amount)
    lost = _("On cash alone it loses {npv} in today’s money", npv=amount)
    rows = [
        [_(part.label), *_amounts(currency, part.gains, part.costs, part.net_gain)]
        for part in found
    ]
    sums = (sum(part.gains for part in found), sum(part.costs for part in found))
    rows.append([_("All together"), *_amounts(currency, *sums, sums[0] - sums[1])])
    horizon = years(projection.scenario.finance.horizon_years)
    return {
        "id": "parts",
        "title": worth if npv >= 0 else lost,
        "subtitle": _("Cash, people’s time and intangibles, added up over {n}", n=horizon),
        "table": {"columns": ["", _("Gains"), _("Costs"), _("Net")], "rows": rows},
        "notes": _(
            "Licences of users who never work in the CRM cost {x} of it.",
            x=money(round_money(unused_licences(projection)), currency),
        ),
    }


def _mistakes(projection: Projection) -> Card:
    """The return as the usual mistakes would show it, beside the full figure."""
    views = usual_mistakes(projection)
    currency = projection.scenario.currency
    shown = {view.name: _rate(view.roi) for view in views}
    return {
        "id": "mistakes",
        "title": _("Without its hidden costs it would show {roi}", roi=shown["hidden_left_out"]),
        "subtitle": _("The usual mistakes: return and value today, beside the full figure"),
        "table": {
            "columns": [
                _("The case as"),
                _("Return (ROI)"),
                _("Worth today (NPV)"),
                _("Why it differs"),
            ],
            "rows": [
                [_(view.label), shown[view.name], *_amounts(currency, view.npv), _(view.meaning)]
                for view in views
            ],
        },
        "notes": "",
    }


def _rate(value: float | None) -> str:
    return no_value() if value is None else percent(value)


def _amounts(currency: str, *amounts: float) -> list[str]:
    return [money(amount, currency, compact=True) for amount in amounts]
