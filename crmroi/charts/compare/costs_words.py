"""What the stacked costs say: who costs least; the table of every line and year behind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crmroi.analysis.comparison import Comparison, Member
from crmroi.charts.chart import Column, Table
from crmroi.charts.outcome import horizon, metric
from crmroi.charts.words import alternative, short_money, spoken_money
from crmroi.model.lines import LINES
from crmroi.text import _, money, number


def total(member: Member) -> float:
    """Return the total cost of ownership."""
    return metric(member.projection, "total_costs")


def title(found: Comparison) -> str:
    """Return which scenario costs least, of those that cost anything, and how much less."""
    paid = sorted((member for member in found.members if total(member)), key=total)
    if not paid:
        return _("None of the scenarios costs anything")
    if len(paid) == 1:
        amount = short_money(total(paid[0]), found.scenarios[0].currency)
        return _("{name} costs {x}", name=paid[0].name, x=amount)
    less = total(paid[-1]) - total(paid[0])
    amount = short_money(less, found.scenarios[0].currency)
    return _("{name} costs {x} less than {other}",
             name=paid[0].name, x=amount, other=paid[-1].name)  # fmt: skip


def alt(found: Comparison) -> str:
    """Return the text alternative: the finding and each total."""
    rest = [
        _("{name}: {x}.", name=each.name, x=spoken_money(total(each), found.scenarios[0].currency))
        for each in found.members
    ]
    return alternative(_("Stacked bars of the total cost of ownership."), title(found), rest)


def costs_table(found: Comparison) -> Table:
    """Return a row for each scenario and cost line that somebody has: month 0, years, total."""
    currency = found.scenarios[0].currency
    last = max(horizon(member.projection) for member in found.members)
    heads = (_("At the decision"), *(_("Year {y}", y=number(y)) for y in range(1, last + 1)))
    there = [
        line
        for line in LINES
        if line.side == "cost" and any(any(m.costs[line.name]) for m in found.members)
    ]
    raw, shown = [], []
    for member in found.members:
        lines = [(_(line.label), member.costs[line.name]) for line in there]
        sums = [sum(amounts) for amounts in zip(*(years_ for _name, years_ in lines), strict=True)]
        for name, amounts in [*lines, (_("All costs"), tuple(sums))]:
            row = [*amounts, *[None] * (last + 1 - len(amounts)), float(np.sum(amounts))]
            raw.append((member.name, name, *row))
            shown.append((member.name, name, *_texts(row, currency)))
    columns = (
        Column(_("Scenario")), Column(_("Cost")),
        *(Column(head, currency) for head in (*heads, _("Total"))),
    )  # fmt: skip
    return Table(columns, tuple(raw), tuple(shown))


def _texts(amounts: Sequence[float | None], currency: str) -> list[str]:
    return ["" if amount is None else money(amount, currency) for amount in amounts]
