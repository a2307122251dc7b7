"""The formulas of every measure and line, each with the case's figures put in."""

from __future__ import annotations

from collections.abc import Iterable

from crmroi.model.formulas import TOPICS
from crmroi.model.lines import Side
from crmroi.model.method import formulas as method
from crmroi.model.method.lines import themes
from crmroi.model.method.parts import Entry
from crmroi.model.method.words import SECTIONS
from crmroi.model.projection import Projection
from crmroi.reports.document.blocks import Block, entry, heading, small
from crmroi.reports.document.mathematics import read
from crmroi.reports.findings import Findings
from crmroi.text import _
from crmroi.text.phrases import named

_SIDES: tuple[tuple[str, Side], ...] = (("gains", "gain"), ("costs", "cost"))


def formulas(findings: Findings) -> list[Block]:
    """Measures, lines of gains and costs, then what they are made of."""
    projection = findings.projection
    return [
        heading(_("Appendix: formulas"), 1),
        small(_("Under each formula in grey: the same with the figures of this case.")),
        heading(_(SECTIONS["measures"].title)),
        _letters(),
        *_entries(method.measures(projection)),
        *(block for anchor, side in _SIDES for block in _lines(anchor, side, projection)),
        *_topics(projection),
    ]


def _letters() -> Block:
    """What the letters stand for."""
    items = [
        {"formula": vars(one), "meaning": _(meaning)}
        for letter, meaning in method.NOTATION.items()
        for one in read(letter)
    ]
    return {"kind": "letters", "items": items}


def _lines(anchor: str, side: Side, projection: Projection) -> list[Block]:
    section = SECTIONS[anchor]
    blocks = [heading(_(section.title)), *(small(_(text)) for text in section.paragraphs)]
    for theme in themes(side, projection):
        blocks += [heading(named(theme.title, theme.total), 3), *_entries(theme.entries)]
    return blocks


def _topics(projection: Projection) -> list[Block]:
    blocks = []
    for topic, entries in method.topics(projection).items():
        blocks += [heading(_(TOPICS[topic])), *_entries(entries)]
    return blocks


def _entries(entries: Iterable[Entry]) -> list[Block]:
    return [
        entry(
            each.title, each.text, latex=each.latex, figures=each.figures,
            facts=" · ".join(each.facts), total=each.total,
        )
        for each in entries
    ]  # fmt: skip
