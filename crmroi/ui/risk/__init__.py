"""The Risk page: how likely it pays, what matters, what must be true, the sceptic's view."""

from __future__ import annotations

from crmroi.ui.risk.answer import answer
from crmroi.ui.risk.head import frame, head
from crmroi.ui.risk.matters import matters
from crmroi.ui.risk.must import must_be_true
from crmroi.ui.risk.ranges import ranges

__all__ = ["answer", "frame", "head", "matters", "must_be_true", "ranges"]
