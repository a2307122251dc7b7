"""A measurement in pictures, figures and words: pure functions of `crmroi.measure.results`.

Not part of `crmroi.charts` on import: only the page that measures needs it.
"""

from __future__ import annotations

from crmroi.charts.measured.card import Card, Spark
from crmroi.charts.measured.cards import cards, kpi_card
from crmroi.charts.measured.finding import TONES
from crmroi.charts.measured.parts import campaigns_chart, parts_chart
from crmroi.charts.measured.ranking import ranked
from crmroi.charts.measured.realised import realised_chart
from crmroi.charts.measured.series import series_chart
from crmroi.charts.measured.setting import Declared, Setting
from crmroi.charts.measured.tables import (
    campaigns_table,
    parts_table,
    realised_table,
    series_table,
)

__all__ = [
    "TONES",
    "Card",
    "Declared",
    "Setting",
    "Spark",
    "campaigns_chart",
    "campaigns_table",
    "cards",
    "kpi_card",
    "parts_chart",
    "parts_table",
    "ranked",
    "realised_chart",
    "realised_table",
    "series_chart",
    "series_table",
]
