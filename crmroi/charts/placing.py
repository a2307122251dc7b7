"""Where a word may stand inside a plot: beside its point, clear of every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from crmroi.charts.labels import LINE_HEIGHT, text_width
from crmroi.charts.scale import Axis, Series

_ACROSS, _DOWN = 8, 5
"""Pixels between a point and its word."""
_LOWER = (0, 18, 36)
"""How far a word may move away from its point, in pixels, nearest first."""


@dataclass(frozen=True)
class Plot:
    """The inside of a chart: its two axes and its size in pixels."""

    x: Axis
    y: Axis
    width: float
    height: float


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the lower left corner of the plot."""

    left: float
    bottom: float
    right: float
    top: float

    def touches(self, other: Box) -> bool:
        """Tell whether two rectangles overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


@dataclass(frozen=True)
class Place:
    """Where a word stands: a point in data units and Plotly's name of the side it is on."""

    x: float
    y: float
    side: str
    box: Box


def beside(
    text: str, at: tuple[float, float], plot: Plot, lines: Sequence[Series], taken: Sequence[Box]
) -> Place:
    """Return a place for a bold word near a point: below right, else above left, else near it.

    Below right of a rising line's zero is free of that line; other lines (one value a month) and
    boxes already taken push the word on. The first place is taken when none is free.
    """
    places = [
        _place(text, at, plot, side, shift) for shift in _LOWER for side in _SIDES
    ]  # nearest first
    inside = [place for place in places if _inside(place.box, plot)] or places
    return next((place for place in inside if _free(place.box, plot, lines, taken)), inside[0])


_SIDES = ("bottom right", "top left", "bottom left", "top right")


def _place(text: str, at: tuple[float, float], plot: Plot, side: str, shift: float) -> Place:
    right, below = side.endswith("right"), side.startswith("bottom")
    x = plot.x.pixels(at[0], plot.width) + (_ACROSS if right else -_ACROSS)
    y = plot.y.pixels(at[1], plot.height) + (-_DOWN - shift if below else _DOWN + shift)
    wide = text_width(text, bold=True)
    box = Box(
        x if right else x - wide,
        y - LINE_HEIGHT if below else y,
        x + wide if right else x,
        y if below else y + LINE_HEIGHT,
    )
    return Place(plot.x.value(x, plot.width), plot.y.value(y, plot.height), side, box)


def _inside(box: Box, plot: Plot) -> bool:
    return (
        box.left >= 0 and box.bottom >= 0 and box.right <= plot.width and box.top <= plot.height
    )


def _free(box: Box, plot: Plot, lines: Sequence[Series], taken: Sequence[Box]) -> bool:
    if any(box.touches(other) for other in taken):
        return False
    first = max(0, floor(plot.x.value(box.left, plot.width)))
    last = ceil(plot.x.value(box.right, plot.width))
    low, high = (plot.y.value(edge, plot.height) for edge in (box.bottom - 2, box.top + 2))
    parts = (part[first : last + 1] for part in lines)
    return not any(len(part) and part.min() <= high and part.max() >= low for part in parts)
