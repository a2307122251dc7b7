"""Report: the case as files to leave behind, all with the same figures."""

from __future__ import annotations

from crmroi import ui
from crmroi.ui import report

session = ui.session()

with report.frame():
    report.head(session)
    report.choices(session)
    report.make(session)
    report.previews(session)

ui.tell(session)
