"""The slide of the part "measure": what the CRM's own data say, verdict by verdict."""

from __future__ import annotations

from crmroi.charts.measured import ranked
from crmroi.charts.measured.finding import finding
from crmroi.charts.measured.realised import shown_return
from crmroi.charts.measured.realised_words import notes as realised_notes
from crmroi.charts.measured.realised_words import title as realised_title
from crmroi.measure.change.verdicts import DECIDED, MANY_KPIS
from crmroi.measure.results import Measurement
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import SMALL, Style, shrunk, tall, write
from crmroi.reports.findings import Findings
from crmroi.reports.order import PARTS
from crmroi.reports.plain import plain
from crmroi.text import _, number

_ITEM = Style(16, before=8)
_MORE, _MOST = 0.2, 1.8
"""Inches of the line that says how much is left out, and of all notes together."""


def measured(talk: Talk) -> None:
    """Add the slide, where something was measured."""
    found = talk.findings.order.measurement
    if found is None:
        return
    said = _said(talk.findings, found)
    realised = _realised(talk.findings, found)
    title = realised[0] if realised else said[0] if said else _("No change could be told yet")
    body = said if realised else said[1:]
    remarks = [plain(remark.message, 400) for remark in found.remarks]
    page = talk.begin(title, _(PARTS["measure"]), [*said, *realised, *remarks, _(MANY_KPIS)])
    box = page.rest
    foot = [(note, SMALL) for note in (*realised[1:], _(MANY_KPIS))]
    low = min(tall(foot, box.width) + _MORE, _MOST)
    room = box._replace(height=box.height - low - 0.2)
    kept, left_out = shrunk([(f"{text}.", _ITEM) for text in body], room, least=14)
    if left_out:
        foot = [(_("{n} more in the notes.", n=number(left_out)), SMALL), *foot]
    if kept:
        write(page.slide, room._replace(height=tall(kept, box.width)), kept,
              name=_("What changed"))  # fmt: skip
    place = box._replace(y=box.y + box.height - low, height=low)
    write(page.slide, place, shrunk(foot, place)[0], name=_("Notes"))


def _said(findings: Findings, found: Measurement) -> list[str]:
    """Return a sentence for each KPI compared, those that tell something first."""
    compared = found.before_after
    names = [name for name in ranked(found, findings.order.telling_kpis) if name in compared]
    names.sort(key=lambda name: compared[name].verdict not in DECIDED)
    sentences = (finding(name, compared[name], findings.setting) for name in names)
    return [sentence for sentence in sentences if sentence]


def _realised(findings: Findings, found: Measurement) -> list[str]:
    """Return what came back since the go-live, and how sure that is; nothing if unknown."""
    if found.realised is None or (shown := shown_return(found.realised)) is None:
        return []
    said = realised_title(found.realised, shown, findings.setting)
    return [said, *realised_notes(found.realised, shown)]
