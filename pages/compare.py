"""Compare: up to five scenarios side by side, why one beats another, and which one to choose."""

from __future__ import annotations

from crmroi import ui
from crmroi.ui import compare

session = ui.session()

with compare.frame():
    compare.head(session)
    found = compare.compared(session)
    if found is None:
        ui.keep(session)
    else:
        compare.measures(session, found)
        compare.why(session, found)
        compare.answer(session, found)
        compare.grid(session, found)
        compare.vendor(session)
        compare.origins()

ui.tell(session)
