"""What a reader of the KPIs should know: records that did not count, and what figures rest on."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.measure.facts.books import Books
from crmroi.measure.facts.service import satisfied_from
from crmroi.measure.formulas import Formula
from crmroi.measure.kpis import KPIS
from crmroi.measure.measures import TableMeasures
from crmroi.text import N_, Label, N_n, Notice

_YOUNG = N_n(
    "{n} lead is younger than {days} days, the time in which nine of ten wins come: lead conversion"
    " by month leaves it out.",
    "{n} leads are younger than {days} days, the time in which nine of ten wins come: lead"
    " conversion by month leaves them out.",
)
_BACKWARDS = N_n(
    "{table}: {n} ends before it begins. It has no duration and is left out of it; look at its"
    " dates.",
    "{table}: {n} end before they begin. They have no duration and are left out of it; look at"
    " their dates.",
)
_UNPRICED = N_n(
    "{n} order has no amount: it counts as an order, and not in the average order value.",
    "{n} orders have no amount: they count as orders, and not in the average order value.",
)
_SCALE = N_("Satisfaction is on a scale of {low} to {high}; satisfied is {least} or more.")
_FLAG = N_("Retention comes from a flag alone: nobody knows over which period.")
_FLAGGED = ("retention_rate", "customers.retention_rate")


def remarks(measures: TableMeasures) -> tuple[Notice, ...]:
    """Records that did not count, scales, and figures without a period."""
    books = measures.books
    found = [*_young(books), *_backwards(books), *_unpriced(books), *_scales(measures)]
    flagged = [name for name in _FLAGGED if _is_flag(measures, name)]
    return (*found, *(Notice(name, None, _FLAG) for name in flagged[:1]))


def _young(books: Books) -> list[Notice]:
    name = "leads" if "leads" in books.by_name else "pipeline"
    wait = books.waits.get(name)
    if wait is None:
        return []
    facts = books.by_name[name].totals(None, "all")
    young = int((facts[f"{name}.dated"] or 0.0) - (facts[f"{name}.old_enough"] or 0.0))
    values = {"n": young, "days": wait.days}
    return [_counted("lead_conversion_rate", _YOUNG, values)] if young else []


def _backwards(books: Books) -> list[Notice]:
    found = []
    for name, kpi in (("deals", "sales_cycle_days"), ("tickets", "resolution_hours_median")):
        if f"{name}.backwards" in books.names:
            count = int(books.by_name[name].totals(None, "all")[f"{name}.backwards"] or 0)
            label = Label(KPIS[kpi].label)
            if count:
                found.append(_counted(kpi, _BACKWARDS, {"n": count, "table": label}))
    return found


def _unpriced(books: Books) -> list[Notice]:
    if not {"orders.records", "orders.priced"} <= books.names:
        return []
    facts = books.by_name["orders"].totals(None, "all")
    without = int((facts["orders.records"] or 0.0) - (facts["orders.priced"] or 0.0))
    return [_counted("average_order_value", _UNPRICED, {"n": without})] if without else []


def _scales(measures: TableMeasures) -> list[Notice]:
    source = measures.source("csat_mean")
    scale = measures.books.scales.get(source.table) if source is not None else None
    if scale is None or scale.words:
        return []
    values = {"low": f"{scale.low:g}", "high": f"{scale.high:g}"}
    least = f"{satisfied_from(scale):g}"
    return [Notice("csat_mean", None, _SCALE, {**values, "least": least})]


def _is_flag(measures: TableMeasures, name: str) -> bool:
    source = measures.source(name)
    formula: Formula | None = source.formula if source is not None else None
    return formula is not None and formula.needs[0].startswith("flags.")


def _counted(kpi: str, message: tuple[str, str], values: Mapping[str, object]) -> Notice:
    return Notice(kpi, values["n"], message[0], values, message[1])
