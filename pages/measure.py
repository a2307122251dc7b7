"""Measure: a CRM's exports in; KPIs, before and after, and what came back out."""

from __future__ import annotations

from crmroi import ui
from crmroi.ui import measure

session = ui.session()
step = measure.head(session)

if step == "files":
    measure.files(session)
    ui.keep(session)
elif step == "check":
    measure.check(session)
    ui.keep(session)
else:
    found = measure.result(session)
    if found is None:
        ui.keep(session)
    else:
        measure.carry(session, found)

ui.tell(session)
