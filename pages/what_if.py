"""What-if: one sentence, five figures and the charts, beside the sliders that move them."""

from __future__ import annotations

from crmroi import ui

session = ui.session()
ui.editing(session)
sliders, result = ui.panel_and_result(session)

with result:
    ui.answer(session)  # first: what moves is on its way before the sliders are described again
    ui.how(session)
    ui.action_row(session)

with sliders:
    ui.panel(session)

ui.tell(session)
