"""The only room that knows Streamlit: what pages are made of."""

from __future__ import annotations

from crmroi.ui.memory import settle_memory  # isort: skip - before all that it is about

from crmroi.ui.actions import action_row
from crmroi.ui.answer import answer
from crmroi.ui.drawing import keep
from crmroi.ui.editing import editing
from crmroi.ui.how import how
from crmroi.ui.layout import panel_and_result, stage
from crmroi.ui.panel import panel
from crmroi.ui.session import framed as session
from crmroi.ui.shell import open_app
from crmroi.ui.told import tell
from crmroi.ui.visit import Session

__all__ = [
    "Session",
    "action_row",
    "answer",
    "editing",
    "how",
    "keep",
    "open_app",
    "panel",
    "panel_and_result",
    "session",
    "settle_memory",
    "stage",
    "tell",
]
