"""Rows of the lines of the business case, their totals and the flows that measures are taken of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from crmroi.assumptions import assumptions
from crmroi.model.arrays import Array
from crmroi.model.internal_rate import DUST
from crmroi.model.lines import KINDS, LINES, SALES, Line, Side
from crmroi.model.printing import amounts, excel
from crmroi.model.zeros import carried_signs
from crmroi.reports.workbook.held import Held, shifted
from crmroi.reports.workbook.rows import Row, Section
from crmroi.reports.workbook.time_rows import series_formula
from crmroi.text import N_, _

RISK: Mapping[Side, str] = MappingProxyType({"gain": "(1-gains_risk)", "cost": "(1+costs_risk)"})
"""What a gain and a cost are multiplied by for risk."""

TOTALS: Mapping[Side, str] = MappingProxyType({"gain": "total_gains", "cost": "total_costs"})


def line_section(held: Held, side: Side) -> Section:
    """The lines of one side, adjusted for risk, and their total."""
    lines = [line for line in LINES if line.side == side]
    unadjusted = amounts(held.case.values)
    rows = [_line(held, line, float(np.ravel(unadjusted[line.name])[0])) for line in lines]
    total = TOTALS[side]
    label = _("Total gains") if side == "gain" else _("Total costs")
    title = _("Gains") if side == "gain" else _("Costs")
    rows.append(
        Row(
            total,
            label,
            "money",
            f"SUM({{{lines[0].name}}}:{{{lines[-1].name}}})",
            held.monthly(total),
            summed=True,
            strong=True,
        )
    )
    return Section(title, tuple(rows))


def _line(held: Held, line: Line, amount: float) -> Row:
    series = f"{{share_{line.name}}}" if line.series == SALES else series_formula(line.series)
    words = _(KINDS[line.kind])
    return Row(
        line.name,
        _(line.label),
        "money",
        f"{{{line.name}$}}*{series}*{RISK[line.side]}",
        held.line(line.name),
        kind=_("{kind}, hidden", kind=words) if line.hidden else words,
        amount=(excel(line.amount), amount),
        summed=True,
    )


def named_lines() -> tuple[str, ...]:
    """Lines that the amount of another names, and that no assumption is called like."""
    fields = {item.name for item in assumptions().values()}
    used = {symbol.name for line in LINES for symbol in line.amount.free_symbols}
    return tuple(line.name for line in LINES if line.name in used - fields)


def net_section(held: Held) -> Section:
    """Net flow, its running sums, and the same in today's money."""
    net = held.monthly("net")
    discount = (1 + held.value("discount_rate")) ** (-held.months / 12)
    ends = (held.months > 12 * held.years) * 1.0  # a running sum stays what it was

    def running(name: str) -> Array:
        return np.asarray(held.monthly(name) + ends * held.projection.monthly[name][-1])

    def row(name: str, label: str, formula: str, values: object, first: str | None = None) -> Row:
        cumulative = first is not None
        figures = np.asarray(values, dtype=np.float64)
        return Row(
            name, label, "money", formula, figures, first, summed=not cumulative, strong=cumulative
        )

    return Section(
        _("Net flow"),
        (
            row("net", _("Net"), "{total_gains}-{total_costs}", net),
            row(
                "cumulative",
                _("Cumulative net"),
                "{cumulative<}+{net}",
                running("cumulative"),
                "{net}",
            ),
            row("discounted_net", _("Net, discounted"), "{net}*{discount}", net * discount),
            row(
                "discounted_cumulative",
                _("Cumulative net, discounted"),
                "{discounted_cumulative<}+{discounted_net}",
                running("discounted_cumulative"),
                "{discounted_net}",
            ),
            *_cash(held),
        ),
    )


def _cash(held: Held) -> tuple[Row, ...]:
    rows = []
    for side, label in (("gain", N_("Gains, cash alone")), ("cost", N_("Costs, cash alone"))):
        names = [line.name for line in LINES if line.side == side and line.kind == "cash"]
        formula = "+".join(f"{{{name}}}" for name in names)
        values = np.sum([held.line(name) for name in names], axis=0)
        rows.append(Row(f"cash_{side}s", _(label), "money", formula, values, summed=True))
    return tuple(rows)


def helper_section(held: Held) -> Section:
    """What the measures are found by: months not yet paid back, signs of the flow."""
    zero = float(held.case.zero[0])
    counted = held.months <= 12 * held.years
    flow = clean(held.monthly("net"))

    def below(name: str) -> Row:
        sums = held.monthly(name)
        label = (
            N_("Below zero until this month")
            if name == "cumulative"
            else N_("Below zero until this month, discounted")
        )
        return Row(
            f"{name}_below",
            _(label),
            "whole",
            f"IF(AND({{month}}<=months_counted,{{{name}}}<-counts_as_zero),{{month}}+1,0)",
            np.where(counted & (sums < -zero), held.months + 1, 0.0),
        )

    signs = carried_signs(flow[:, None])[:, 0].astype(np.float64)
    return Section(
        _("What the measures are found by"),
        (
            Row(
                "last_shown",
                _("Month, the last one counted at most"),
                "whole",
                "MIN({month},months_counted)",
                np.clip(held.months, 0.0, 12.0 * held.years),
            ),
            below("cumulative"),
            below("discounted_cumulative"),
            Row(
                "flow",
                _("Net flow without rounding dust"),
                "money",
                "IF(ABS({net})<=smallest_flow,0,{net})",
                flow,
            ),
            Row(
                "sign",
                _("Sign of the last flow so far"),
                "whole",
                "IF({flow}=0,{sign<},SIGN({flow}))",
                signs,
                "SIGN({flow})",
            ),
            Row(
                "turn",
                _("The sign changes"),
                "whole",
                "IF({sign<}*{sign}<0,1,0)",
                np.where(shifted(signs) * signs < 0, 1.0, 0.0),
                "0",
                summed=True,
            ),
        ),
    )


def clean(net: Array) -> Array:
    """The flow in which what is dust beside the largest is 0."""
    return np.where(np.abs(net) <= DUST * np.abs(net).max(), 0.0, net)
