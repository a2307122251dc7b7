"""Where a word may stand inside a plot: beside its point, clear of every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from crmroi.charts.labels import LINE_HEIGHT, text_width
from crmroi.charts.scale import Axis, Series

_ACROSS, _UP, _DOWN = 8, 8, 5
"""Pixels between a point and its word."""
_BELOW = 3
"""Pixels by which Plotly sets a word lower than its point says."""
_INSIDE = 4
"""Pixels between a word and the axis."""
_SHIFTS = (0, 10, 20, 32, 44, 58)
"""How far a word may move up or down from its point, in pixels, nearest first."""
_SIDES = ("bottom right", "top left", "bottom left", "top right")
_LED = 17
"""A word farther from its point than this, in pixels, is led to by a hairline. The nearest places
are 16 away, give or take what rounding adds."""


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
    leader: tuple[float, float] | None
    """The end of a hairline from the point to the word, where the word stands far off."""


def beside(
    text: str, at: tuple[float, float], plot: Plot, lines: Sequence[Series], taken: Sequence[Box]
) -> Place:
    """Return a place for a bold word near a point: below right, else above left, else near it.

    Below right of a rising line's zero is free of that line; other lines (one value a month) and
    boxes already taken push the word on. The first place is taken when none is free.
    """
    places = _places(text, at, plot)
    return next((place for place in places if _free(place.box, plot, lines, taken)), places[0])


def close_by(
    text: str,
    at: tuple[float, float],
    plot: Plot,
    lines: Sequence[Series],
    taken: Sequence[Box],
    others: Sequence[tuple[float, float]] = (),
) -> Place | None:
    """Return a place for a word that may be left out: near enough to need no hairline, or none.

    A word nearer to one of the `others`, points of their own, would be read as that one's.
    """
    free = (
        place
        for place in _places(text, at, plot)
        if _free(place.box, plot, lines, taken)
        and all(_apart(at, place.box, plot) < _apart(each, place.box, plot) for each in others)
    )
    place = next(free, None)
    return place if place is not None and place.leader is None else None


def _places(text: str, at: tuple[float, float], plot: Plot) -> list[Place]:
    """Return the places around a point, nearest first: those inside the plot, if there are any."""
    places = [_place(text, at, plot, side, shift) for shift in _SHIFTS for side in _SIDES]
    return [place for place in places if _inside(place.box, plot)] or places


def _place(text: str, at: tuple[float, float], plot: Plot, side: str, shift: float) -> Place:
    """Return a place on one side of a point; a word too long for that side is pushed back in."""
    right, below = side.endswith("right"), side.startswith("bottom")
    here = (plot.x.pixels(at[0], plot.width), plot.y.pixels(at[1], plot.height))
    wide = text_width(text, bold=True)
    left = here[0] + _ACROSS if right else here[0] - _ACROSS - wide
    left = min(max(left, _INSIDE), plot.width - wide)
    y = here[1] - _DOWN - shift if below else here[1] + _UP + shift
    top = y - _BELOW if below else y + LINE_HEIGHT
    box = Box(left, top - LINE_HEIGHT, left + wide, top)
    x = plot.x.value(left if right else left + wide, plot.width)
    return Place(x, plot.y.value(y, plot.height), side, box, _leader(here, box, plot))


def _leader(here: tuple[float, float], box: Box, plot: Plot) -> tuple[float, float] | None:
    x, y = _nearest(here, box)
    if abs(x - here[0]) + abs(y - here[1]) <= _LED:
        return None
    return plot.x.value(x, plot.width), plot.y.value(y, plot.height)


def _nearest(here: tuple[float, float], box: Box) -> tuple[float, float]:
    """Return the point of a rectangle that is nearest to one in pixels."""
    return min(max(here[0], box.left), box.right), min(max(here[1], box.bottom), box.top)


def _apart(at: tuple[float, float], box: Box, plot: Plot) -> float:
    """Return how far a point in data units is from a rectangle, in pixels."""
    here = (plot.x.pixels(at[0], plot.width), plot.y.pixels(at[1], plot.height))
    x, y = _nearest(here, box)
    return abs(x - here[0]) + abs(y - here[1])


def _inside(box: Box, plot: Plot) -> bool:
    return box.bottom >= 0 and box.right <= plot.width and box.top <= plot.height


def _free(box: Box, plot: Plot, lines: Sequence[Series], taken: Sequence[Box]) -> bool:
    if any(box.touches(other) for other in taken):
        return False
    first = max(0, floor(plot.x.value(box.left, plot.width)))
    last = ceil(plot.x.value(box.right, plot.width))
    low, high = (plot.y.value(edge, plot.height) for edge in (box.bottom - 2, box.top + 2))
    parts = (part[first : last + 1] for part in lines)
    return not any(len(part) and part.min() <= high and part.max() >= low for part in parts)
