"""crmroi: what a CRM costs, what it gains and when it has paid for itself."""

from __future__ import annotations

from crmroi import ui

ui.open_app().run()
ui.settle_memory()
