"""Risk: how likely it pays, what moves the answer, what must be true, what breaks it first."""

from __future__ import annotations

from crmroi import ui
from crmroi.ui import risk

session = ui.session()

ui.editing(session)
with risk.frame():
    view = risk.head(session)
    if view == "matters":
        risk.matters(session)
    risk.answer(session)
    if view == "true":
        risk.must_be_true(session)
    risk.ranges(session)

ui.tell(session)
