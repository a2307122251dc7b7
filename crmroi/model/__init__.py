"""The model: what a scenario means, month by month. Knows no page, no chart, no file."""

from __future__ import annotations

from crmroi.model.batch import evaluate_batch
from crmroi.model.figures import with_numbers
from crmroi.model.lines import KINDS, LINES, THEMES, Line
from crmroi.model.measures import MEASURES, Measure
from crmroi.model.projection import Projection, project

__all__ = [
    "KINDS",
    "LINES",
    "MEASURES",
    "THEMES",
    "Line",
    "Measure",
    "Projection",
    "evaluate_batch",
    "project",
    "with_numbers",
]
