"""The model: what a scenario means, month by month. Knows no page, no chart, no file."""

from __future__ import annotations

from crmroi.model.projection import Projection, project

__all__ = ["Projection", "project"]
