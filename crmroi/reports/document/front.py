"""The two pages: the answer with its proof, then what must hold for it and what speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from crmroi.charts.labels import text_width
from crmroi.charts.text_cards import text_cards
from crmroi.charts.theme import FONT_SIZE
from crmroi.model.lines import LINES, Line
from crmroi.reports.document.blocks import (
    Block,
    Cell,
    Column,
    Row,
    chart,
    heading,
    pair,
    points,
    small,
    table,
    text,
)
from crmroi.reports.document.letterhead import letterhead
from crmroi.reports.findings import Findings
from crmroi.text import _, money, years

_TILE = 76.0
"""Points of a tile that words may take."""
_LARGE, _SMALL = 15.0, 9.0
_COLUMNS_FROM = 5
"""So many points stand in two columns."""


def answer(findings: Findings) -> list[Block]:
    """The first page: the sentence, the five measures, the charts that prove them."""
    charts = findings.charts
    blocks = [letterhead(findings), heading(findings.headline, 1), _tiles(findings)]
    if charts["cash"].empty is None:
        blocks += [chart(charts["cash"]), pair([charts["years"], charts["waterfall"]])]
    else:
        blocks.append(text(charts["cash"].empty.message))
    return blocks


def conditions(findings: Findings) -> list[Block]:
    """The second page: what must be true, what is unusual, the usual mistakes, what is hidden."""
    blocks = [heading(_("What must be true"), 1, break_before=True)]
    must = findings.must_be_true
    if must:
        blocks.append(small(_("For the case to be worth something today, each by itself:")))
        blocks.append(points(must, 2 if len(must) >= _COLUMNS_FROM else 1))
    else:
        blocks.append(text(_("No assumption in front decides alone whether the case pays.")))
    if findings.warnings:
        blocks += [heading(_("What to check")), points(findings.warnings)]
    for card in text_cards(findings.projection):
        blocks += _card(card)
    return [*blocks, *_hidden(findings)]


def _tiles(findings: Findings) -> Block:
    """The five numbers, in one size in which the longest fits."""
    kpis = findings.kpis
    widest = max(text_width(kpi.value, bold=True) for kpi in kpis) / FONT_SIZE
    return {
        "kind": "tiles",
        "size": max(min(_LARGE, _TILE / widest), _SMALL),
        "height": 62 if any(kpi.reason for kpi in kpis) else 44,
        "items": [
            {"label": kpi.label, "value": kpi.value, "note": kpi.reason or ""} for kpi in kpis
        ],
    }


def _card(card: dict[str, object]) -> Iterator[Block]:
    """Give a card of the What-if page: finding, subtitle, table, note."""
    yield heading(str(card["title"]))
    yield small(str(card["subtitle"]))
    shown = card["table"]
    if not isinstance(shown, dict):
        raise TypeError("a card without a table")
    heads: list[str] = shown["columns"]
    last = len(heads) - 1
    worded = card["id"] == "mistakes"
    columns = [
        Column(head, 2.4 if worded and at == last else 1.0 if at else 1.5,
               right=at > 0 and not (worded and at == last))
        for at, head in enumerate(heads)
    ]  # fmt: skip
    yield table(columns, shown["rows"], whole=True)
    if card["notes"]:
        yield small(str(card["notes"]))


def _hidden(findings: Findings) -> list[Block]:
    """Hidden costs and intangibles by name, each with what it comes to."""
    projection = findings.projection
    currency = projection.scenario.currency
    n = years(projection.scenario.finance.horizon_years)
    hidden = [line for line in LINES if line.hidden]
    soft = [line for line in LINES if line.kind == "intangible"]
    counted = projection.scenario.gains.include_intangibles

    def amounts(lines: list[Line]) -> list[Row]:
        totals = {**projection.gains, **projection.costs}
        return [[_(line.label), money(totals[line.name], currency)] for line in lines]

    total = sum(projection.costs[line.name] for line in hidden)
    sums: Row = [Cell(text, bold=True) for text in (_("All hidden costs"), money(total, currency))]
    rows = [*amounts(hidden), sums]
    if counted:
        rows += amounts(soft)
    else:
        rows += [[_(line.label), _("not counted")] for line in soft]
    return [
        heading(_("Hidden costs and intangibles")),
        table([Column(_("Line"), 3), Column(_("Over {n}", n=n), 1, right=True)], rows, whole=True),
    ]
