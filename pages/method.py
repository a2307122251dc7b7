"""Method: every formula, line, default and source, printed from the code that computes them."""

from __future__ import annotations

from crmroi import ui
from crmroi.ui import method

session = ui.session()
contents, text = method.contents_and_text()

with contents:
    method.contents()

with text:
    method.opening(session)
    method.measures(session)
    method.lines(session)
    method.formulas(session)
    method.assumptions(session)
    method.sources()
    method.kpis()
    method.limits()
    method.glossary()

ui.keep(session)
ui.tell(session)
