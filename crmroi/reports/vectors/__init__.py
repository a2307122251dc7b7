"""Any chart of `crmroi.charts` drawn as SVG, with no browser: as it looks on the screen."""

from __future__ import annotations

from crmroi.reports.vectors.drawing import svg
from crmroi.reports.vectors.known import UnknownPartError

__all__ = ["UnknownPartError", "svg"]
