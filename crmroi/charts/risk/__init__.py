"""How likely it pays, what moves the answer: pictures and words of `crmroi.analysis`.

Not part of `crmroi.charts` on import: only the page that asks needs it.
"""

from __future__ import annotations

from crmroi.charts.risk.chances import all_alike, breaking, cases, opening, share_said, short_chance
from crmroi.charts.risk.fan import fan
from crmroi.charts.risk.heat import heat
from crmroi.charts.risk.heat_words import heat_table
from crmroi.charts.risk.payback import payback
from crmroi.charts.risk.spread import EVERY_CASE, spread
from crmroi.charts.risk.tables import fan_table, payback_table, spread_table
from crmroi.charts.risk.tornado import EVERY, tornado_chart
from crmroi.charts.risk.tornado_words import tornado_table

__all__ = [
    "EVERY",
    "EVERY_CASE",
    "all_alike",
    "breaking",
    "cases",
    "fan",
    "fan_table",
    "heat",
    "heat_table",
    "opening",
    "payback",
    "payback_table",
    "share_said",
    "short_chance",
    "spread",
    "spread_table",
    "tornado_chart",
    "tornado_table",
]
