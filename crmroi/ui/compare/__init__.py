"""The Compare page: scenarios side by side. Only that page imports it."""

from __future__ import annotations

from crmroi.ui.compare.answer import answer
from crmroi.ui.compare.asked import compared
from crmroi.ui.compare.chips import frame, head
from crmroi.ui.compare.grid import grid
from crmroi.ui.compare.measures import measures
from crmroi.ui.compare.origins import origins
from crmroi.ui.compare.vendor import vendor
from crmroi.ui.compare.why import why

__all__ = [
    "answer",
    "compared",
    "frame",
    "grid",
    "head",
    "measures",
    "origins",
    "vendor",
    "why",
]
