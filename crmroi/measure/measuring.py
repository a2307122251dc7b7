"""The whole way from typed tables to what they say: KPIs, before and after, what was realised."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.files.exports.table import Table
from crmroi.measure.breakdown import breakdown
from crmroi.measure.change.before_after import before_after
from crmroi.measure.change.comparison import Comparison
from crmroi.measure.facts.books import Books
from crmroi.measure.facts.engine import open_engine
from crmroi.measure.facts.parting import parts
from crmroi.measure.facts.prepared import prepared
from crmroi.measure.kpis import KPIS
from crmroi.measure.measures import TableMeasures
from crmroi.measure.remarks import remarks
from crmroi.measure.results import Measurement, Options
from crmroi.measure.worth.baseline import baseline
from crmroi.measure.worth.realised import margin_of, realised
from crmroi.measure.worth.uplifts import uplifts


def measure(tables: Mapping[str, Table], options: Options) -> Measurement:
    """What the tables of an upload say, by kind of table.

    Raises `MeasureError` where the engine that `options` name cannot be opened or is not able.
    """
    parted = parts(tables, options.by) if options.by else {}
    frames = {kind: prepared(table, parted.get(kind)) for kind, table in tables.items()}
    with open_engine(options.engine, frames) as engine:
        books = Books(engine, tables, options)
        return _measured(books, options)


def _measured(books: Books, options: Options) -> Measurement:
    margin = margin_of(options)
    measures = TableMeasures(books, margin)
    kpis = {name: value for name, value in measures.values().items() if name in KPIS}
    monthly = {name: months for name, months in measures.months().items() if name in kpis}
    comparison = Comparison(measures, options)
    live = options.go_live is not None
    filled, unfilled = uplifts(comparison)
    return Measurement(
        kpis=kpis,
        monthly=monthly,
        before_after=before_after(comparison, list(kpis)) if live else {},
        breakdown=breakdown(books, options.by, margin) if options.by else None,
        realised=realised(comparison) if live else None,
        baseline=baseline(comparison),
        uplifts=filled,
        remarks=(*remarks(measures), *unfilled),
    )
