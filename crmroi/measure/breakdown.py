"""KPIs by one column, each part with its n, and the return of each campaign."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.measure.declared.kpi import Kpi, Source
from crmroi.measure.facts.books import Books
from crmroi.measure.formulas import Facts, OverMonths, Ratio
from crmroi.measure.kpis import KPIS
from crmroi.measure.results import Breakdown, Part, Value
from crmroi.text import N_, Notice

SMALL = 30
"""Parts of fewer records are too small to tell: the 95% interval of a share of 30 records is up to
18 points wide on either side, and a mean of fewer is far from normal."""
MOST_PARTS = 200
"""More parts than these are not shown."""

_NO_COLUMN = N_(
    "Nothing can be broken down by “{column}”: no table has that column. Name another one."
)
_NOT_SHOWN = N_("The {shown} largest of {n} parts are shown.")
_COST_OF_CUSTOMER = "customer_acquisition_cost"


def breakdown(books: Books, by: str, margin: float | None) -> Breakdown:
    """Every KPI that can be told by part, the largest part first; `margin` is a fraction."""
    kpis = _by_part(books)
    costs = {_key(name): facts for name, facts in books.parts("costs").items()}
    names = {_key(name): name for found in kpis.values() for name in found}
    names |= {_key(name): name for name in books.parts("costs") if _key(name) not in names}
    if not names:
        return Breakdown(by, (), Notice("by", by, _NO_COLUMN, {"column": by}))
    of_sales = "revenue" in kpis
    parts = [
        _part(name, {kpi: found[name] for kpi, found in kpis.items() if name in found},
              costs.get(key), margin if of_sales else None)
        for key, name in names.items()
    ]  # fmt: skip
    parts.sort(key=lambda part: (-_records(part.kpis), part.name))
    shown = {"shown": MOST_PARTS, "n": len(parts)}
    reason = Notice("by", by, _NOT_SHOWN, shown) if len(parts) > MOST_PARTS else None
    return Breakdown(by, tuple(parts[:MOST_PARTS]), reason)


def _by_part(books: Books) -> dict[str, Mapping[str, Value]]:
    """KPI to part to value, of the KPIs that can be told by part."""
    found = {}
    for name, kpi in KPIS.items():
        for source in () if kpi.beside else kpi.sources:
            values = _of_source(books, kpi, source)
            if values:
                found[name] = values
                break
    return found


def _of_source(books: Books, kpi: Kpi, source: Source) -> Mapping[str, Value]:
    """A KPI by part from one table; empty where the table has no parts or not the facts."""
    formula = source.formula
    if isinstance(formula, OverMonths) or not books.names.issuperset(formula.needs):
        return {}
    facts = books.parts(formula.needs[0].partition(".")[0])
    known = {part: row for part, row in facts.items() if set(formula.needs) <= row.keys()}
    figures = {part: formula.figure(row) for part, row in known.items()}
    return {
        part: Value(figure.value, figure.n)
        if figure.value is not None
        else Value(None, figure.n, kpi.about(source.empty))
        for part, figure in figures.items()
    }


def _part(name: str, kpis: dict[str, Value], costs: Facts | None, margin: float | None) -> Part:
    small = _records(kpis) < SMALL
    if costs is None:
        return Part(name, kpis, small)
    cost = costs.get("costs.amount") or 0.0
    came = kpis.get("new_customers")
    if came is not None:
        each = Ratio("costs.acquisition", "came").figure({**costs, "came": float(came.n)})
        reason = None if each.value is not None else KPIS[_COST_OF_CUSTOMER].about_nothing()
        kpis[_COST_OF_CUSTOMER] = Value(each.value, came.n, reason)
    revenue = kpis["revenue"].value or 0.0 if "revenue" in kpis else 0.0
    roi = (margin * revenue - cost) / cost if margin is not None and cost > 0 else None
    return Part(name, kpis, small, cost, roi)


def _records(kpis: Mapping[str, Value]) -> int:
    return max((value.n for value in kpis.values()), default=0)


def _key(name: str) -> str:
    """Names of campaigns are compared without regard to case and blanks at the ends."""
    return name.strip().casefold()
