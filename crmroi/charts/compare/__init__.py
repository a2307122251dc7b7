"""Scenarios side by side: pictures, tables and words of `crmroi.analysis.comparison`.

Not part of `crmroi.charts` on import: only the page that asks needs it.
"""

from __future__ import annotations

from crmroi.charts.compare.costs import costs
from crmroi.charts.compare.costs_words import costs_table
from crmroi.charts.compare.curves import curves
from crmroi.charts.compare.curves_words import curves_table
from crmroi.charts.compare.measures import ROWS, Row, measure_rows
from crmroi.charts.compare.naming import DASHES, pays_nothing
from crmroi.charts.compare.opening import opening
from crmroi.charts.compare.why import why, why_table

__all__ = [
    "DASHES",
    "ROWS",
    "Row",
    "costs",
    "costs_table",
    "curves",
    "curves_table",
    "measure_rows",
    "opening",
    "pays_nothing",
    "why",
    "why_table",
]
