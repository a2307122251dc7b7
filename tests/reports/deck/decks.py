"""Decks to look at: how one is made, its words, its charts, and its pages as LibreOffice sets them.

The pages are those of a file whose words are the longest there are.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from pptx import Presentation

from crmroi.assumptions import Scenario
from crmroi.reports import Order, make
from crmroi.text import speaking
from tests.charts.measured_cases import GO_LIVE, MEASUREMENT
from tools.office import SOFFICE, convert

MADE_ON = date(2026, 11, 22)
CASE = Scenario(name="Ours")
PARTS = frozenset({"risk", "compare", "measure"})
PDFTOTEXT = shutil.which("pdftotext")
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None, reason="LibreOffice or poppler is not installed"
)
_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def deck_of(*scenarios: Scenario, lang: str = "en", **asked: Any) -> bytes:
    with speaking(lang):
        return make(Order(scenarios or (CASE,), MADE_ON, **asked), "pptx")


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def whole_deck(lang: str = "en") -> bytes:
    """A deck with every part in it."""
    dear = Scenario(name="Built for us").with_values({"costs.custom_development": 90_000})
    others = (dear, Scenario(name="As it comes").with_values({"costs.custom_development": 0}))
    given = {"measurement": MEASUREMENT, "go_live": GO_LIVE}
    return deck_of(CASE, *others, lang=lang, parts=PARTS, **given)


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def words_on(slide: Any) -> list[str]:
    """Every text of a slide, its tables' cells too."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def charts_of(deck: Any) -> list[Any]:
    """The native charts, in order."""
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def series_of(chart: Any) -> dict[str, list[float]]:
    """A chart's values by the name of the series, as the file holds them."""
    return {series.name: list(series.values) for plot in chart.plots for series in plot.series}


def sheet_of(chart: Any, *, formulas: bool = False) -> Any:
    """The small workbook behind a chart."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    return openpyxl.load_workbook(io.BytesIO(blob), data_only=not formulas)["Sheet1"]


class Word(NamedTuple):
    """A word of a page and its box, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def pages_of(files: dict[str, bytes], folder: Path) -> Iterator[tuple[str, Sequence[list[Word]]]]:
    """The words of each page of each file, once LibreOffice has set it."""
    for name, data in files.items():
        (folder / f"{name}.pptx").write_bytes(data)
    names = [folder / f"{name}.pptx" for name in files]
    convert(names, "pdf", folder, folder / "profile")
    for name in files:
        pdf = folder / f"{name}.pdf"
        told = subprocess.run(
            [PDFTOTEXT, "-bbox", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout
        yield name, [_words(page) for page in told.split("<page ")[1:]]


def _words(page: str) -> list[Word]:
    return [
        Word(*map(float, found.group(1, 2, 3, 4)), found.group(5)) for found in _WORD.finditer(page)
    ]
