"""A simulation for people: how likely it pays, how far it spreads, when, and why."""

from __future__ import annotations

import sys

from crmroi.analysis.indices import Indices
from crmroi.analysis.monte_carlo_error import StandardError
from crmroi.analysis.simulation import Simulation
from crmroi.assumptions import assumptions
from crmroi.cli.console import write_section, write_table
from crmroi.model.measures import MEASURES
from crmroi.text import _, money, month, no_value, number, percent

_SEEN = 0.005
"""The least share of the spread that is shown; all are in the JSON."""


def write_simulation(found: Simulation, shares: Indices, error: StandardError) -> None:
    """Print a summary in the language spoken now, under the case's own answer."""
    sys.stdout.write("\n")
    rows = [
        (_("Likely to be worth something (NPV above 0)"), found.probability_npv_positive),
        (_("Likely to pay for itself within the years counted"), 1 - found.never_breaks_even),
    ]
    write_table(
        [
            *((name, percent(share, decimals=1)) for name, share in rows),
            (_("Draws"), number(found.draws)),
            (_("Seed"), str(found.seed)),
        ]
    )
    _write_spread(found, error)
    _write_months(found)
    if shares.total_sobol:
        _write_shares(shares)


def _write_spread(found: Simulation, error: StandardError) -> None:
    currency = found.scenario.currency
    write_section(_("Spread"))
    worth, returned = MEASURES["npv"], MEASURES["roi"]
    rows = [["", _(worth.label), _(returned.label)]]
    average = _("On average")
    rows.append([f"  {average}", money(found.npv.mean, currency), _rate(found.roi.mean)])
    for share, value in found.npv.percentiles.items():
        name = _("{share} of draws below", share=percent(share / 100, decimals=0))
        rows.append([f"  {name}", money(value, currency), _rate(found.roi.percentiles[share])])
    of_mean = _("Standard error of the average")
    of_tenth = _("Standard error of the {share} value", share=percent(0.1))
    rows.append([f"  {of_mean}", money(error.mean, currency), ""])
    rows.append([f"  {of_tenth}", money(error.p10, currency), ""])
    write_table(rows)


def _write_months(found: Simulation) -> None:
    """The share of draws that have paid for themselves by the end of each year."""
    write_section(_("Pays for itself by"))
    shares = found.paid_back_by_month
    years_ends = range(12, len(shares), 12)
    write_table([(f"  {month(end)}", percent(shares[end], decimals=1)) for end in years_ends])


def _write_shares(found: Indices) -> None:
    """What makes at least some of the spread, most first."""
    first, total = found.first_order or {}, found.total_sobol or {}
    write_section(_("Where the spread of the NPV comes from"))
    rows = [["", _("Alone"), _("With the others")]]
    for key in sorted(total, key=lambda key: -total[key]):
        if total[key] >= _SEEN:
            name = f"  {_(assumptions()[key].label)}"
            rows.append([name, percent(max(first[key], 0)), percent(total[key])])
    write_table(rows)


def _rate(value: float | None) -> str:
    return no_value() if value is None else percent(value, decimals=1)
