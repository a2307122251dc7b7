"""The Report page: choose what is left behind, look at it, make it. Only that page imports it."""

from __future__ import annotations

from crmroi.ui.report.choices import choices
from crmroi.ui.report.head import frame, head
from crmroi.ui.report.offer import make
from crmroi.ui.report.previews import previews

__all__ = ["choices", "frame", "head", "make", "previews"]
