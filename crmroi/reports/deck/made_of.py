"""The third slide: gains over costs by year, and what the net gain is made of."""

from __future__ import annotations

from pptx.slide import Slide

from crmroi.charts import Chart, waterfall_words, years_words
from crmroi.charts.words import without_table
from crmroi.reports.deck.paper import END, INNER, LEFT, Box
from crmroi.reports.deck.talk import Talk
from crmroi.reports.deck.themes_picture import draw_themes
from crmroi.reports.deck.writing import SMALL, SUBTITLE, fitted, tall, write
from crmroi.reports.deck.years_picture import draw_years
from crmroi.text import _

_GAP = 0.5
_HALF = (INNER - _GAP) / 2
_HEAD = 0.38
"""Inches that what a picture shows takes above it."""


def made_of(talk: Talk) -> None:
    """Add the slide: its title is what both pictures find."""
    years, themes = talk.findings.charts["years"], talk.findings.charts["waterfall"]
    found = list(dict.fromkeys((years.title, themes.title)))
    title = found[0] if len(found) == 1 else " ".join(f"{each}." for each in found)
    notes = [without_table(years.alt), *years.notes, without_table(themes.alt), *themes.notes]
    page = talk.begin(title, notes=notes)
    findings, currency = talk.findings, talk.findings.projection.scenario.currency
    half = Box(LEFT, page.top + 0.05, _HALF, END - page.top - 0.05)
    inner = _between(half, years)
    step = draw_years(findings, page.slide, inner)
    _around(page.slide, half, years_words.subtitle(step, currency), years)
    half = half._replace(x=LEFT + _HALF + _GAP)
    inner = _between(half, themes)
    step = draw_themes(findings, page.slide, inner)
    _around(page.slide, half, waterfall_words.subtitle(step, findings.projection), themes)


def _between(box: Box, chart: Chart) -> Box:
    """Return the place of a picture between what it shows and its notes."""
    head, foot = _HEAD, _foot(box, chart)
    return Box(box.x, box.y + head, box.width, box.height - head - foot - 0.1)


def _foot(box: Box, chart: Chart) -> float:
    return tall([(note, SMALL) for note in chart.notes], box.width)


def _around(slide: Slide, box: Box, subtitle: str, chart: Chart) -> None:
    """Write what a picture shows above it, and its notes under it."""
    style = fitted(subtitle, SUBTITLE, box.width, 1, (16, 15, 14, 13, 12))
    write(slide, box._replace(height=_HEAD), [(subtitle, style)], name=_("What is shown"))
    low = _foot(box, chart)
    if low:
        place = Box(box.x, box.y + box.height - low, box.width, low)
        write(slide, place, [(note, SMALL) for note in chart.notes], name=_("Notes"))
