"""The Measure page: files in, what was read, what the CRM did. Only that page imports it."""

from __future__ import annotations

from crmroi.ui.measure.carry import carry
from crmroi.ui.measure.check import check
from crmroi.ui.measure.files import files
from crmroi.ui.measure.result import result
from crmroi.ui.measure.steps import head

__all__ = ["carry", "check", "files", "head", "result"]
