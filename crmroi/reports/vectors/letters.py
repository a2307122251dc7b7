"""The letters that words are drawn in, and how far they reach."""

from __future__ import annotations

from functools import cache

from crmroi.reports.fonts import REGULAR, SEMIBOLD
from crmroi.reports.matplotlib_import import FontProperties, text_to_path
from crmroi.reports.vectors.strings import Line


@cache
def font(bold: bool, size: float) -> FontProperties:
    """Return our letters in a size, in pixels."""
    return FontProperties(fname=str(SEMIBOLD if bold else REGULAR), size=size)


def advance(line: Line, size: float) -> float:
    """Return how far a line reaches, its spaces too, in pixels."""
    return sum(_advance(run.text, run.bold) for run in line) * size


@cache
def _advance(text: str, bold: bool) -> float:
    """Return how far a text reaches, in its size; the measure of ink leaves out outer spaces."""
    scale = 100.0
    wide, narrow = (
        text_to_path.get_text_width_height_descent(each, font(bold, scale), ismath=False)[0]
        for each in (f"|{text}|", "||")
    )
    return float(wide - narrow) / scale
