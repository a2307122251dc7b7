"""Pictures of results: pure functions from a projection to a `Chart`, and the words around them."""

from __future__ import annotations

from crmroi.charts.chart import Chart, Kpi, Table
from crmroi.charts.gallery import CHARTS, draw
from crmroi.charts.headline import headline
from crmroi.charts.kpis import RETURNS, kpis
from crmroi.charts.tables import csv_text, table

__all__ = [
    "CHARTS",
    "RETURNS",
    "Chart",
    "Kpi",
    "Table",
    "csv_text",
    "draw",
    "headline",
    "kpis",
    "table",
]
