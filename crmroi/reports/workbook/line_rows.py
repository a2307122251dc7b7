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
    discounted = net * (1 + held.value("discount_rate")) ** (-held.months / 12)
    return Section(
        _("Net flow"),
        (
            _flow("net", _("Net"), "{total_gains}-{total_costs}", net),
            _running(held, "cumulative", _("Cumulative net"), "net"),
            _flow("discounted_net", _("Net, discounted"), "{net}*{discount}", discounted),
            _running(
                held,
                "discounted_cumulative",
                _("Cumulative net, discounted"),
                "discounted_net",
            ),
            *_cash(held),
        ),
    )


def _flow(name: str, label: str, formula: str, values: Array) -> Row:
    return Row(name, label, "money", formula, values, summed=True)


def _running(held: Held, name: str, label: str, flow: str) -> Row:
    """The running sum of a flow, which stays what it was when the months counted are over."""
    over = (held.months > 12 * held.years) * 1.0
    values = np.asarray(held.monthly(name) + over * held.projection.monthly[name][-1])
    formula, first = f"{{{name}<}}+{{{flow}}}", f"{{{flow}}}"
    return Row(name, label, "money", formula, values, first, strong=True)


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
    rows = (
        _last_shown(held),
        _below_zero(held, "cumulative", N_("Below zero until this month")),
        _below_zero(held, "discounted_cumulative", N_("Below zero until this month, discounted")),
        *_signs(held),
    )
    return Section(_("What the measures are found by"), rows)


def _last_shown(held: Held) -> Row:
    """Where each month stands in a picture: those not counted on the last that is."""
    return Row(
        "last_shown",
        _("Month, the last one counted at most"),
        "whole",
        "MIN({month},months_counted)",
        np.clip(held.months, 0.0, 12.0 * held.years),
    )


def _below_zero(held: Held, name: str, label: str) -> Row:
    """The month after each in which a running sum is below zero; else 0."""
    below = (held.months <= 12 * held.years) & (held.monthly(name) < -float(held.case.zero[0]))
    return Row(
        f"{name}_below",
        _(label),
        "whole",
        f"IF(AND({{month}}<=months_counted,{{{name}}}<-counts_as_zero),{{month}}+1,0)",
        np.where(below, held.months + 1, 0.0),
    )


def _signs(held: Held) -> tuple[Row, ...]:
    """How often the flow changes its sign: months without one keep that of the month before."""
    flow = clean(held.monthly("net"))
    signs = carried_signs(flow[:, None])[:, 0].astype(np.float64)
    without_dust = "IF(ABS({net})<=smallest_flow,0,{net})"
    carried = "IF({flow}=0,{sign<},SIGN({flow}))"
    turns = np.where(shifted(signs) * signs < 0, 1.0, 0.0)
    turned = "IF({sign<}*{sign}<0,1,0)"
    return (
        Row("flow", _("Net flow without rounding dust"), "money", without_dust, flow),
        Row("sign", _("Sign of the last flow so far"), "whole", carried, signs, "SIGN({flow})"),
        Row("turn", _("The sign changes"), "whole", turned, turns, "0", summed=True),
    )


def clean(net: Array) -> Array:
    """The flow in which what is dust beside the largest is 0."""
    return np.where(np.abs(net) <= DUST * np.abs(net).max(), 0.0, net)
