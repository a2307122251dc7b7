"""Results in pictures, figures and words: pure functions of a projection."""

from __future__ import annotations

from crmroi.charts.chart import Chart, Column, Empty, Kpi, Table
from crmroi.charts.gallery import CHARTS, draw
from crmroi.charts.headline import headline
from crmroi.charts.kpis import RETURNS, kpis
from crmroi.charts.tables import csv_text, table
from crmroi.charts.theme import THEMES, colours, css_variables

__all__ = [
    "CHARTS",
    "RETURNS",
    "THEMES",
    "Chart",
    "Column",
    "Empty",
    "Kpi",
    "Table",
    "colours",
    "css_variables",
    "csv_text",
    "draw",
    "headline",
    "kpis",
    "table",
]
