"""The line on a grid where a value crosses zero, and a place for its word."""

from __future__ import annotations

import numpy as np

from crmroi.charts.labels import LINE_HEIGHT, text_width
from crmroi.charts.scale import Series
from crmroi.charts.traces import Spots

Line = tuple[list[float | None], list[float | None]]
"""Pieces of a line, x and y, parted by None."""

PLOT = (320.0, 320.0)
"""The least width and height of the plot on a wide screen, in pixels."""
_GAP, _MARK, _EDGE = 9, 12, 2


def zero_line(values: Series) -> Line:
    """Return where (rows, columns) cross zero, in cells: straight across each square of four.

    There is no line where a value is missing (NaN).
    """
    x: list[float | None] = []
    y: list[float | None] = []
    rows, columns = values.shape
    for row in range(rows - 1):
        for column in range(columns - 1):
            square = values[row : row + 2, column : column + 2]
            crossings = [] if np.isnan(square).any() else _crossings(square)
            for one, other in zip(crossings[::2], crossings[1::2], strict=False):
                x += [round(column + one[0], 3), round(column + other[0], 3), None]
                y += [round(row + one[1], 3), round(row + other[1], 3), None]
    return x, y


def _crossings(square: Series) -> list[tuple[float, float]]:
    """Return where the edges of a unit square cross zero, going around it."""
    (a, b), (d, c) = square.tolist()
    found = []
    edges = ((a, b, 0, 0, 1, 0), (b, c, 1, 0, 0, 1), (c, d, 1, 1, -1, 0), (d, a, 0, 1, 0, -1))
    for start, end, x, y, right, up in edges:
        if (start >= 0) != (end >= 0):
            share = start / (start - end)
            found.append((x + right * share, y + up * share))
    return found


def word_beside(
    text: str,
    line: Line,
    here: tuple[float, float],
    shape: tuple[int, ...],
    plot: tuple[float, float] = PLOT,
) -> Spots:
    """Return the word beside the line, clear of it and of the mark `here`; empty without a line.

    It stands in the first place that is clear, from the right, on a plot so many pixels wide and
    high.
    """
    points = np.array([(x, y) for x, y in zip(*line, strict=True) if x is not None], dtype=float)
    nothing: Spots = {"x": [None], "y": [None], "text": [""], "textposition": ["middle right"]}
    if not len(points):
        return nothing
    scale = np.array([plot[0] / shape[1], plot[1] / shape[0]])
    pixels = (points + 0.5) * scale
    mark = (np.array(here) + 0.5) * scale
    wide, high = text_width(text, bold=True), LINE_HEIGHT
    for point, at in sorted(zip(pixels, points, strict=True), key=lambda pair: -pair[0][1]):
        for side, corner in (
            ("middle right", (_GAP, -high / 2)),
            ("middle left", (-_GAP - wide, -high / 2)),
            ("top right", (_GAP / 2, _GAP / 2)),
            ("bottom left", (-_GAP / 2 - wide, -_GAP / 2 - high)),
        ):
            box = point + np.array(corner)
            if _clear(box, (wide, high), plot, pixels, mark):
                x, y = at + np.array(_shift(side)) / scale
                return {
                    "x": [round(float(x), 3)], "y": [round(float(y), 3)],
                    "text": [f"<b>{text}</b>"], "textposition": [side],
                }  # fmt: skip
    return nothing


def _shift(side: str) -> tuple[float, float]:
    """How far from its point, in pixels, the word is told to stand on a side."""
    return {
        "middle right": (_GAP, 0.0),
        "middle left": (-_GAP, 0.0),
        "top right": (_GAP / 2, _GAP / 2),
        "bottom left": (-_GAP / 2, -_GAP / 2),
    }[side]


def _clear(
    box: Series, size: tuple[float, float], plot: tuple[float, float], pixels: Series, mark: Series
) -> bool:
    low, top = box, box + np.array(size)
    if (low < _EDGE).any() or (top > np.array(plot) - _EDGE).any():
        return False
    on_line = ((pixels > low - _EDGE) & (pixels < top + _EDGE)).all(axis=1).any()
    on_mark = ((mark > low - _MARK) & (mark < top + _MARK)).all()
    return not (on_line or on_mark)
