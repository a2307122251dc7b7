"""What is left behind: one case as a workbook, a document, a deck, a live page, a table of months.

All are made of the same findings, so that they say the same. Nothing here is imported before
somebody asks for a report.
"""

from __future__ import annotations

from crmroi.reports.making import KINDS, Kind, Progress, make
from crmroi.reports.order import PARTS, Logo, Order, Part

__all__ = ["KINDS", "PARTS", "Kind", "Logo", "Order", "Part", "Progress", "make"]
