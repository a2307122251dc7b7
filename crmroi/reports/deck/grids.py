"""Native tables: names to the left, figures to the right, a hairline under each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.slide import Slide
from pptx.util import Inches, Pt

from crmroi.charts.theme import colours
from crmroi.reports.deck.markup import element
from crmroi.reports.deck.paper import Box
from crmroi.reports.deck.writing import LINE, Style, fill, line_count

HEAD = Style(12, "muted", bold=True)
CELL = Style(13)
_GAP = 0.06
"""Inches kept free above and below the words of a row, and between two columns on each side."""
_NOTHING = "\u00a0"
"""What an empty cell holds: without a letter it would be as high as its default type."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""What PowerPoint calls a table without style and grid."""

Row = Sequence[str]


def add_grid(
    slide: Slide,
    box: Box,
    rows: Sequence[Row],
    *,
    shares: Sequence[float],
    name: str,
    words: frozenset[int] = frozenset({0}),
    cell: Style = CELL,
    strong: frozenset[tuple[int, int]] = frozenset(),
) -> float:
    """Add a table and return where it ends; the first row is the head.

    `shares` are the columns' parts of the width; columns of `words` begin at the left;
    `strong` names cells (row, column) in bold.
    """
    widths = [box.width * share / sum(shares) for share in shares]
    heights = row_heights(rows, widths, cell, strong)
    place = Box(box.x, box.y, box.width, sum(heights))
    frame: Any = slide.shapes.add_table(len(rows), len(widths), *place.emu)
    frame.name = name
    table = frame.table
    table.horz_banding = False
    frame.element.xpath(".//a:tableStyleId")[0].text = _PLAIN
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for at, (row, height) in enumerate(zip(rows, heights, strict=True)):
        table.rows[at].height = Inches(height)
        for place_in_row, text in enumerate(row):
            style = _style(cell if at else HEAD, (at, place_in_row), words, strong)
            _write(table.cell(at, place_in_row), text, style, head=at == 0)
    return place.y + place.height


def row_heights(
    rows: Sequence[Row],
    widths: Sequence[float],
    cell: Style = CELL,
    strong: frozenset[tuple[int, int]] = frozenset(),
) -> list[float]:
    """Return the height of each row in inches, its longest cell wrapped."""
    found = []
    for at, row in enumerate(rows):
        style = cell if at else HEAD
        lines = max(
            line_count(
                text, replace(style, bold=style.bold or (at, place) in strong), width - 2 * _GAP
            )
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        found.append(lines * LINE * style.size / 72 + 2 * _GAP)
    return found


def _style(
    style: Style,
    place: tuple[int, int],
    words: frozenset[int],
    strong: frozenset[tuple[int, int]],
) -> Style:
    if place in strong:
        style = replace(style, bold=True)
    return style if place[1] in words else replace(style, align="right")


def _write(cell: Any, text: str, style: Style, *, head: bool) -> None:
    frame = cell.text_frame
    frame.word_wrap = True
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Inches(_GAP)
    fill(frame, [(text or _NOTHING, style)])
    light = colours("light")
    colour = light["zero" if head else "hairline"][1:]
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - borders have no other way
    for side in ("lnL", "lnR", "lnT"):
        properties.append(element(f"a:{side}", "<a:noFill/>", w="0"))
    line = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    properties.append(element("a:lnB", line, w=str(Pt(0.75))))
    properties.append(element("a:noFill"))
