"""What a document is made of: headings, figures, tables, formulas; plain data for the setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crmroi.charts import Chart
from crmroi.charts.words import without_table
from crmroi.reports.document.mathematics import read
from crmroi.reports.vectors import svg
from crmroi.text import _

Block = dict[str, Any]

WIDE, HALF = 704, 342
"""The width of a chart across the page and across half of it, in pixels of the screen."""
_HIGH = 250
"""The height of a chart across the page that rows do not decide: the least that words are placed
for."""
_SMALL_WIDE, _SMALL_HIGH = 360, 240
"""The size of a chart of a grid: so high that what stands at its right is not too close."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its share of the width (0: as wide as its words)."""

    head: str
    width: float = 1.0
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell whose words are bold, or stand above a small note."""

    text: str
    bold: bool = False
    note: str = ""


Row = list[str | Cell]

TABLED = ("years", "waterfall", "cash")
"""The charts whose figures stand in the appendix, in this order."""


def heading(text: str, level: int = 2, *, break_before: bool = False) -> Block:
    """Return a heading, perhaps on a new page."""
    return {"kind": "heading", "text": text, "level": level, "break_before": break_before}


def text(words: str) -> Block:
    """Return a paragraph."""
    return {"kind": "text", "text": words}


def small(words: str) -> Block:
    """Return a remark in small letters."""
    return {"kind": "small", "text": words}


def points(items: Sequence[str], columns: int = 1) -> Block:
    """Return a list, set in so many columns."""
    return {"kind": "points", "items": list(items), "columns": columns}


def chart(drawn: Chart, level: int = 2) -> Block:
    """Return a chart across the page with the words around it."""
    height = drawn.figure["layout"].get("height", _HIGH)
    return {"kind": "chart", "level": level, **_picture(drawn, svg(drawn, WIDE, height))}


def pair(drawn: Sequence[Chart], level: int = 2) -> Block:
    """Return two charts beside each other, as small screens show them, alike in height."""
    high = max(each.narrow["layout"].get("height", _HIGH) for each in drawn)
    return beside([_picture(each, svg(each, HALF, high, narrow=True)) for each in drawn], level)


def beside(pictures: Sequence[Block], level: int = 2) -> Block:
    """Return at most two pictures beside each other, each half as wide as the page."""
    return {"kind": "pair", "level": level, "items": list(pictures)}


def small_picture(drawn: Chart, notes: Sequence[str], verdict: Block | None = None) -> Block:
    """Return a chart of a grid of many, its own notes and what it comes to said in short."""
    vectors = svg(drawn, _SMALL_WIDE, _SMALL_HIGH, narrow=True)
    found = {**_picture(drawn, vectors), "notes": " ".join(notes)}
    return {**found, "verdict": verdict} if verdict else found


def _picture(drawn: Chart, vectors: str) -> Block:
    return {
        "title": drawn.title,
        "subtitle": drawn.subtitle,
        "notes": " ".join(drawn.notes),
        "alt": _alternative(drawn),
        "svg": vectors,
    }


def _alternative(drawn: Chart) -> str:
    """Return a chart in words; of its figures it says where they are in a document."""
    words = without_table(drawn.alt)
    return f"{words} {_('All values are in the appendix.')}" if drawn.id in TABLED else words


def table(columns: Sequence[Column], rows: Sequence[Row], *, whole: bool = False) -> Block:
    """Return a table whose head is repeated on every page; one that is `whole` stands on one."""
    return {
        "kind": "table",
        "columns": [vars(column) for column in columns],
        "rows": [[one if isinstance(one, str) else vars(one) for one in row] for row in rows],
        "whole": whole,
    }


def entry(
    title: str, words: str = "", *, latex: str = "", figures: str = "", facts: str = "",
    total: str = "",
) -> Block:  # fmt: skip
    """Return something explained, with its formula and the same with figures put in."""
    return {
        "kind": "entry",
        "title": title,
        "text": words,
        "facts": facts,
        "total": total,
        "formulas": [vars(one) for one in read(latex)],
        "figures": [vars(one) for one in read(figures)],
    }
