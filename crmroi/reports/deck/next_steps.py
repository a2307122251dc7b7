"""The fifth slide: what to check first, since it moves the answer most, and where it comes from."""

from __future__ import annotations

from typing import Any

from crmroi.analysis.ranges import number_of
from crmroi.analysis.sensitivity import Bar
from crmroi.assumptions import assumptions
from crmroi.assumptions.presets import sources_of
from crmroi.charts.risk.naming import label, value
from crmroi.charts.risk.tornado_words import title, tornado_table
from crmroi.charts.words import short_money
from crmroi.reports.deck.grids import add_grid, row_heights
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.writing import BODY, tall, write
from crmroi.reports.findings import Findings
from crmroi.reports.plain import plain
from crmroi.text import _, show
from crmroi.text.phrases import named

_MOST = 6
"""Assumptions that are shown; the notes hold all."""
_NOTE = 160
"""Letters of a note in the table; the notes of the slide hold all of it."""
_SHARES = (2.2, 1.2, 1.7, 1.4, 1.4, 4.0)
_GAP = 0.25


def next_steps(talk: Talk) -> None:
    """Add the slide."""
    findings = talk.findings
    bars = [bar for bar in findings.bars if bar.width > 0][:_MOST]
    finding = title(bars)
    page = talk.begin(finding, _("Check these figures first, and whose they are"), _notes(findings))
    words, rest = _steps(findings), page.rest
    room = rest.height - tall(words, rest.width) - _GAP
    end = page.top
    if bars:
        rows = _rows(findings, bars)
        while sum(row_heights(rows, [rest.width * each / sum(_SHARES) for each in _SHARES])) > room:
            rows.pop()
        end = add_grid(
            page.slide, rest, rows, shares=_SHARES, name=finding, words=frozenset({0, 5})
        )
    box = Box(rest.x, end + _GAP, rest.width, tall(words, rest.width))
    shape = write(page.slide, box, words, name=_("What next"))
    if findings.order.link:
        run: Any = shape.text_frame.paragraphs[-1].runs[0]
        run.hyperlink.address = findings.order.link


def _rows(findings: Findings, bars: list[Bar]) -> list[list[str]]:
    """Return each assumption today, its range, the NPV at both ends, and its source."""
    scenario = findings.order.scenario
    sources = sources_of(scenario)
    shown = tornado_table(findings.tornado, bars).shown
    currency = scenario.currency
    heads = [
        _("Assumption"), _("Today"), _("Range"), _("NPV at low"), _("NPV at high"), _("Source"),
    ]  # fmt: skip
    rows = []
    for bar, cells in zip(bars, shown, strict=True):
        name, low, high, *_rest = cells
        worth = (short_money(end.npv, currency) for end in (bar.at_low, bar.at_high))
        today = value(bar.assumption, number_of(scenario, bar.assumption), scenario)
        span = _("{low} to {high}", low=low, high=high)
        note = scenario.notes.get(bar.assumption)
        source = plain(note, _NOTE) if note else sources[bar.assumption].briefly
        rows.append([name, today, span, *worth, source])
    return [heads, *rows]


def _steps(findings: Findings) -> list[tuple[str, Any]]:
    words = [
        (_("Next: put in your own figures for these, beginning at the top; the other assumptions "
           "and their sources are in the notes of this slide."), BODY),
    ]  # fmt: skip
    if findings.order.link:
        words.append((_("Open this case in the app"), BODY))
    return words


def _notes(findings: Findings) -> list[str]:
    """Return every assumption with its value and its source."""
    scenario = findings.order.scenario
    found, sources = [], sources_of(scenario)
    for key, item in assumptions().items():
        held = scenario.value(key)
        shown = (
            _(item.choices[str(held)]) if item.choices else show(held, item.unit, scenario.currency)
        )
        said = named(label(key), shown)
        note = plain(scenario.notes.get(key, ""))
        found.append(f"{said}. {note or sources[key]}")
    return found
