"""What the CRM's own data say: what came back, each KPI before and after, and its months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from crmroi.charts import Chart
from crmroi.reports.document.blocks import (
    Block,
    Cell,
    Column,
    Row,
    beside,
    chart,
    heading,
    small,
    small_picture,
    table,
)
from crmroi.reports.findings import Findings
from crmroi.reports.order import PARTS
from crmroi.text import _, number
from crmroi.text.phrases import named

if TYPE_CHECKING:
    from crmroi.charts.measured import Card
    from crmroi.measure.results import BeforeAfter

_COLOURS: Mapping[str, str] = MappingProxyType({"good": "gain", "bad": "cost"})
"""What a verdict is written in by its tone; the others tell neither a gain nor a cost."""

_SHORT = 12
"""Letters of a value that surely have room in a column."""


def measure(findings: Findings) -> list[Block]:
    """What came back since the go-live, and what each KPI did."""
    from crmroi.charts.measured import cards, ranked, realised_chart  # noqa: PLC0415 - only if asked

    found, setting = findings.order.measurement, findings.setting
    if found is None:
        return []
    blocks = [heading(_(PARTS["measure"]), 1, break_before=True)]
    realised = realised_chart(found.realised, setting) if found.realised else None
    if realised is not None:
        blocks.append(chart(realised))
    names = [
        name
        for name in ranked(found, findings.order.telling_kpis)
        if name in found.before_after and found.before_after[name].verdict != "none"
    ]
    shown = cards(found, names, "", setting)
    compared = [(card, found.before_after[card.id]) for card in shown]
    return [*blocks, *_table(compared), *_grid(findings.histories, shown)]


def _table(shown: Sequence[tuple[Card, BeforeAfter]]) -> list[Block]:
    """Return a row for each KPI compared; nothing where none is."""
    from crmroi.measure.change.verdicts import MANY_KPIS  # noqa: PLC0415 - as above

    if not shown:
        return []
    heads = [
        Column(_("KPI"), 1.55),
        Column(_("Before"), 1.05, right=True), Column(_("After"), 1.05, right=True),
        Column(_("Change"), 0.85), Column(_("Verdict"), 2.35), Column(_("Records"), 1.2),
    ]  # fmt: skip
    rows: list[Row] = [
        [f"{card.label} {card.per}".strip(), _loose(card.before), _loose(card.after), card.change,
         Cell(card.verdict, bold=card.tone != "neutral"), _records(compared)]
        for card, compared in shown
    ]  # fmt: skip
    head = heading(_("Before and after the go-live"))
    return [head, small(_(MANY_KPIS)), table(heads, rows)]


def _loose(value: str) -> str:
    """Return a value whose unit, where it is long, may stand under it."""
    return value if len(value) <= _SHORT else value.replace("\u00a0", " ")


def _records(compared: BeforeAfter) -> str:
    before, after = number(compared.n_before), number(compared.n_after)
    return _("{before} and {after}", before=before, after=after)


def _grid(histories: Mapping[str, Chart], shown: Sequence[Card]) -> list[Block]:
    """Return the months of each KPI as small pictures, two in a row, and once how to read them."""
    from crmroi.charts.measured.series_words import HOW_TO_READ  # noqa: PLC0415 - as above

    if not histories:
        return []
    common = [_(note) for note in HOW_TO_READ]
    said = [note for note in common if any(note in each.notes for each in histories.values())]
    verdicts = {card.id: _verdict(card) for card in shown}
    pictures = [
        small_picture(each, [n for n in each.notes if n not in common], verdicts.get(name))
        for name, each in histories.items()
    ]
    rows = [beside(pictures[at : at + 2], 3) for at in range(0, len(pictures), 2)]
    return [heading(_("Month by month")), small(" ".join(said)), *rows]


def _verdict(card: Card) -> Block:
    """Return what a comparison amounts to, and the change beside it."""
    text = named(_("Verdict"), card.verdict)
    return {"text": text, "change": card.change, "colour": _COLOURS.get(card.tone, "text-2")}
