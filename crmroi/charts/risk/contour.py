"""The line on a grid where a value crosses zero, and a place for its word."""

from __future__ import annotations

import numpy as np

from crmroi.charts.labels import LINE_HEIGHT, text_width
from crmroi.charts.scale import Series
from crmroi.charts.traces import Spots

Line = tuple[list[float | None], list[float | None]]
"""Pieces of a line, x and y, parted by None."""

_PLOT = 320
"""The least width and height of the plot, in pixels, that the word is placed for."""
_GAP = 9
_MARK = 12


def zero_line(values: Series) -> Line:
    """Return where (rows, columns) cross zero, in cells: straight across each square of four."""
    x: list[float | None] = []
    y: list[float | None] = []
    rows, columns = values.shape
    for row in range(rows - 1):
        for column in range(columns - 1):
            crossings = _crossings(values[row : row + 2, column : column + 2])
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


def word_beside(text: str, line: Line, here: tuple[float, float], shape: tuple[int, ...]) -> Spots:
    """Return the word beside the line, clear of it and of the mark `here`; empty without a line.

    It stands where its box is farthest from the line among the places that are clear.
    """
    points = np.array([(x, y) for x, y in zip(*line, strict=True) if x is not None], dtype=float)
    nothing: Spots = {"x": [None], "y": [None], "text": [""], "textposition": ["middle right"]}
    if not len(points):
        return nothing
    scale = np.array([_PLOT / shape[1], _PLOT / shape[0]])
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
            if _clear(box, wide, high, pixels, mark):
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


def _clear(box: Series, wide: float, high: float, pixels: Series, mark: Series) -> bool:
    low, top = box, box + np.array([wide, high])
    if (low < 2).any() or (top > _PLOT - 2).any():
        return False
    on_line = ((pixels > low - 2) & (pixels < top + 2)).all(axis=1).any()
    on_mark = ((mark > low - _MARK) & (mark < top + _MARK)).all()
    return not (on_line or on_mark)
