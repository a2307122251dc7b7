"""The measures as formulas over the rows of months, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crmroi.model.figures import STATUSES
from crmroi.model.measures import MEASURES
from crmroi.model.projection import Projection
from crmroi.reports.workbook.rate_search import BETWEEN, FOUND
from crmroi.reports.workbook.words import NEVER, SEE_THE_APP, literal
from crmroi.text import _, no_value

Shown = float | str


class Computed(NamedTuple):
    """A formula, without "=", and what it comes to."""

    formula: str
    value: Shown


def cell_name(measure: str) -> str:
    """The name of the cell of a measure."""
    return f"measure_{measure}"


_PRESENT_COSTS = "SUMPRODUCT({total_costs:},{discount:})"
_EARNED = "SUMPRODUCT(({flow:}>0)*{flow:}*{discount:})"
_PAID = "SUMPRODUCT(({flow:}<0)*{flow:}*{discount:})"


def measure_formulas(projection: Projection, turns: int) -> Mapping[str, Computed]:
    """Every measure; `turns` is how often the net flow changes sign."""
    return {
        name: Computed(formula, shown(projection, name, turns))
        for name, formula in _templates().items()
    }


def shown(projection: Projection, name: str, turns: int) -> Shown:
    """What the cell of a measure holds: a figure, or words where it has none.

    Where the flow changes sign more than once a spreadsheet cannot tell how many internal rates
    there are; the app can.
    """
    value = projection.metrics[name]
    if name in ("irr", "irr_status") and turns > 1:
        return _(SEE_THE_APP)
    if name == "irr" and value is None:
        return _(STATUSES["none"])
    if isinstance(value, str):
        return _(STATUSES[value])
    if value is None:
        return _(NEVER) if MEASURES[name].form == "month" else no_value()
    return value


def _templates() -> Mapping[str, str]:
    none, never = literal(no_value()), literal(_(NEVER))
    gains, costs = cell_name("total_gains"), cell_name("total_costs")

    def ratio(value: str, base: str) -> str:
        return f"IF({base}=0,{none},({value})/{base})"

    def month(name: str) -> str:
        last = f"MAX({{{name}_below:}})"
        return f"IF({last}>months_counted,{never},{last})"

    return {
        "total_gains": "{total_gains#}",
        "total_costs": "{total_costs#}",
        "net_gain": f"{gains}-{costs}",
        "roi": ratio(f"{gains}-{costs}", costs),
        "npv": "{discounted_net#}",
        "discounted_roi": ratio(cell_name("npv"), _PRESENT_COSTS),
        "benefit_cost_ratio": ratio("SUMPRODUCT({total_gains:},{discount:})", _PRESENT_COSTS),
        "irr": f"IF(AND({{turn#}}=1,{BETWEEN}=1),"
        f"(1+IFERROR(IRR({{flow:}},{FOUND}),{FOUND}))^12-1,{cell_name('irr_status')})",
        "irr_status": f"IF({{turn#}}>1,{literal(_(SEE_THE_APP))},IF(AND({{turn#}}=1,{BETWEEN}=1),"
        f"{literal(_(STATUSES['unique']))},{literal(_(STATUSES['none']))}))",
        "mirr": f"IF({_EARNED}*{_PAID}=0,{none},"
        f"(1+discount_rate)*({_EARNED}/-{_PAID})^(1/horizon_years)-1)",
        "break_even_month": month("cumulative"),
        "discounted_break_even_month": month("discounted_cumulative"),
        "peak_funding": "IF(-MIN({cumulative:})<=counts_as_zero,0,-MIN({cumulative:}))",
        "annual_yield": ratio(f"{gains}/horizon_years", costs),
        "roi_cash": ratio("{cash_gains#}-{cash_costs#}", "{cash_costs#}"),
        "npv_cash": "SUMPRODUCT({cash_gains:}-{cash_costs:},{discount:})",
    }
