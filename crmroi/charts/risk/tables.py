"""The numbers behind the pictures of the cases drawn."""

from __future__ import annotations

from functools import partial

from crmroi.analysis.quantiles import PERCENTILES
from crmroi.analysis.simulation import Simulation
from crmroi.charts.chart import Column, Table
from crmroi.charts.risk.chances import share_said
from crmroi.charts.risk.histogram import histogram
from crmroi.text import _, money, number, percent


def fan_table(simulation: Simulation) -> Table:
    """Return a row for each month: the cumulative net below which a share of the cases lies."""
    currency = simulation.scenario.currency
    rows = list(zip(*(simulation.fan[at].tolist() for at in PERCENTILES), strict=True))
    show = partial(money, currency=currency)
    heads = [_("{share} lie below", share=percent(at / 100, decimals=0)) for at in PERCENTILES]
    return Table(
        columns=(Column(_("Month")), *(Column(head, currency) for head in heads)),
        raw=tuple((month, *row) for month, row in enumerate(rows)),
        shown=tuple((number(month), *map(show, row)) for month, row in enumerate(rows)),
    )


def payback_table(simulation: Simulation) -> Table:
    """Return a row for each month: the cases that have paid back, and their share."""
    counts, shares = simulation.paid_back.tolist(), simulation.paid_back_by_month
    rows = list(zip(counts, shares, strict=True))
    return Table(
        columns=(
            Column(_("Month")),
            Column(_("Cases that have paid back")),
            Column(_("Share of cases"), _("share, 0 to 1")),
        ),
        raw=tuple((month, *row) for month, row in enumerate(rows)),
        shown=tuple(
            (number(month), number(count), share_said(share))
            for month, (count, share) in enumerate(rows)
        ),
    )


def spread_table(simulation: Simulation) -> Table:
    """Return a row for each bar: its ends, its cases and their share."""
    found, currency = histogram(simulation), simulation.scenario.currency
    rows = list(
        zip(found.edges[:-1].tolist(), found.edges[1:].tolist(), found.counts.tolist(), strict=True)
    )
    show = partial(money, currency=currency)
    return Table(
        columns=(
            Column(_("NPV from"), currency),
            Column(_("to"), currency),
            Column(_("Cases")),
            Column(_("Share of cases"), _("share, 0 to 1")),
        ),
        raw=tuple((low, high, int(n), n / simulation.draws) for low, high, n in rows),
        shown=tuple(
            (show(low), show(high), number(n), percent(n / simulation.draws))
            for low, high, n in rows
        ),
    )
