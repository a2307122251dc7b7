"""The fourth slide: what must be true, what breaks the case, what business cases forget."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.slide import Slide

from crmroi.charts.risk import breaking
from crmroi.charts.risk.naming import pays_back, returned
from crmroi.charts.words import spoken_money
from crmroi.model.lines import LINES
from crmroi.model.measures import MEASURES
from crmroi.reports.deck.grids import add_grid
from crmroi.reports.deck.paper import INNER, LEFT, Box
from crmroi.reports.deck.talk import Page, Talk
from crmroi.reports.deck.writing import BODY, HEADING, SMALL, Paragraph, Style, shrunk, tall, write
from crmroi.reports.findings import Findings
from crmroi.text import _
from crmroi.text.phrases import listed, named

_GAP = 0.5
_LEFT = 5.6
"""Inches of the left column, what must be true."""
_ITEM = Style(15, before=5)


def must_be_true(talk: Talk) -> None:
    """Add the slide; its title is what breaks the case first."""
    findings = talk.findings
    doubts = [named(_(each.label), _(each.meaning)) for each in findings.doubts.doubts]
    notes = [*findings.must_be_true, *doubts, *findings.warnings]
    page = talk.begin(breaking(findings.doubts).removesuffix("."), notes=notes)
    rest = page.rest._replace(y=page.top + 0.1, height=page.rest.height - 0.1)
    _true(page.slide, findings, rest._replace(width=_LEFT))
    right = Box(LEFT + _LEFT + _GAP, rest.y, INNER - _LEFT - _GAP, rest.height)
    _risks(page, findings, right)


def _true(slide: Slide, findings: Findings, box: Box) -> None:
    """Write a sentence for each assumption in front."""
    said: list[Paragraph] = [
        (_("What must be true"), HEADING),
        (_("For the case to be worth something today, one at a time, the others as they are:"),
         SMALL),
    ]  # fmt: skip
    if findings.must_be_true:
        said += [(sentence, _ITEM) for sentence in findings.must_be_true]
    else:
        said.append((_("Each of the assumptions in front may be anything."), _ITEM))
    kept, _left_out = shrunk(said, box)
    write(slide, box, kept, name=_("What must be true"))


def _risks(page: Page, findings: Findings, box: Box) -> None:
    """Write the case under each doubt, then its hidden costs and what is unusual about it."""
    head = [(_("If something goes otherwise"), HEADING)]
    write(page.slide, box._replace(height=0.3), head, name=head[0][0])
    grid = box._replace(y=box.y + 0.34, height=box.height - 0.34)
    end = add_grid(
        page.slide, grid, _doubts(findings), shares=(2.4, 1.45, 1.35, 1.3),
        name=_("The case under each doubt"),
    )  # fmt: skip
    rest = Box(box.x, end + 0.2, box.width, box.y + box.height - end - 0.2)
    kept, _left_out = shrunk(_others(findings), rest)
    while kept and kept[-1][1].bold:  # a heading whose words found no room; the notes hold them
        kept.pop()
    if kept:
        write(page.slide, rest._replace(height=tall(kept, rest.width)), kept,
              name=_("Hidden costs and warnings"))  # fmt: skip


def _doubts(findings: Findings) -> list[list[str]]:
    """Return the rows of the table: today, under each doubt, under all together."""
    found, scenario = findings.doubts, findings.order.scenario
    answers = [(_("Today’s case"), found.today)]
    answers += [(_(doubt.label), doubt.answer) for doubt in (*found.doubts, found.together)]
    heads = ["", *(_(MEASURES[name].label) for name in ("npv", "roi", "break_even_month"))]
    return [
        heads,
        *(
            [label, spoken_money(answer.npv, scenario.currency), returned(answer),
             pays_back(answer)]
            for label, answer in answers
        ),
    ]  # fmt: skip


def _others(findings: Findings) -> Sequence[Paragraph]:
    return [
        (_("Hidden costs are counted"), HEADING),
        (_hidden(findings), BODY),
        *([(_("What is unusual"), Style(16, bold=True, before=8))] if findings.warnings else []),
        *((warning, Style(14, before=3)) for warning in findings.warnings),
    ]


def _hidden(findings: Findings) -> str:
    """Name the costs that business cases forget, the largest first."""
    costs, currency = findings.projection.costs, findings.order.scenario.currency
    there = [(costs[line.name], _(line.label)) for line in LINES if line.hidden]
    said = [
        named(label, spoken_money(amount, currency))
        for amount, label in sorted(there, reverse=True)
        if amount
    ]
    return f"{listed(said)}." if said else _("None is entered.")
