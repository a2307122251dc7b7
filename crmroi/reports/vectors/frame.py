"""Where a figure's values lie on the sheet, and the axes around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crmroi.reports.vectors.letters import advance
from crmroi.reports.vectors.pen import LINE_SPACING, Box, Pen
from crmroi.reports.vectors.strings import Line, lines

_GAP, _CLOSE = 3, 1
"""Pixels between an axis and its words; and between a plot without ticks and the words below."""
_MIDDLE = 0.35
"""From the middle of a line of words down to its baseline, in their size."""


@dataclass(frozen=True)
class Frame:
    """The box of the plot in pixels, and both axes."""

    layout: Mapping[str, Any]
    width: float
    height: float

    @property
    def box(self) -> Box:
        """The plot between the margins."""
        margin = self.layout["margin"]
        wide = max(self.width - margin["l"] - margin["r"], 1.0)
        high = max(self.height - margin["t"] - margin["b"], 1.0)
        return margin["l"], margin["t"], wide, high

    @property
    def size(self) -> float:
        """The size of words."""
        return float(self.layout["font"]["size"])

    def x(self, value: float) -> float:
        """Return how far from the left a value lies."""
        left, _top, wide, _high = self.box
        return left + self._share("xaxis", value) * wide

    def y(self, value: float) -> float:
        """Return how far from the top a value lies."""
        _left, top, _wide, high = self.box
        return top + (1 - self._share("yaxis", value)) * high

    def _share(self, axis: str, value: float) -> float:
        low, high = self.layout[axis]["range"]
        return float((value - low) / (high - low))

    def across(self, axis: str, value: float) -> list[tuple[float, float]]:
        """Return the line through a value of one axis, from edge to edge of the plot."""
        left, top, wide, high = self.box
        if axis == "xaxis":
            return [(self.x(value), top), (self.x(value), top + high)]
        return [(left, self.y(value)), (left + wide, self.y(value))]

    def holds(self, axis: str, value: float) -> bool:
        """Tell whether a value lies on an axis."""
        low, high = sorted(self.layout[axis]["range"])
        return bool(low <= value <= high)


def draw_below(pen: Pen, frame: Frame) -> None:
    """Draw what lies under the traces: grids, lines of zero, axes with their ticks and words."""
    for name in ("xaxis", "yaxis"):
        axis = frame.layout[name]
        if axis["showgrid"]:
            for tick in axis["tickvals"]:
                if frame.holds(name, tick) and not (tick == 0 and axis["zeroline"]):
                    pen.line(frame.across(name, tick), axis["gridcolor"], axis["gridwidth"])
        if axis.get("zerolinelayer", "below traces") == "below traces":
            _zero(pen, frame, name)
    for name in ("xaxis", "yaxis"):
        _edge(pen, frame, name)
        _words(pen, frame, name)


def draw_above(pen: Pen, frame: Frame) -> None:
    """Draw the lines of zero that lie above the traces."""
    for name in ("xaxis", "yaxis"):
        if frame.layout[name].get("zerolinelayer") == "above traces":
            _zero(pen, frame, name)


def _zero(pen: Pen, frame: Frame, name: str) -> None:
    axis = frame.layout[name]
    if axis["zeroline"] and frame.holds(name, 0):
        pen.line(frame.across(name, 0), axis["zerolinecolor"], axis["zerolinewidth"])


def _edge(pen: Pen, frame: Frame, name: str) -> None:
    """Draw the axis itself and its ticks, below the plot or left of it."""
    axis = frame.layout[name]
    left, top, wide, high = frame.box
    bottom = top + high
    if axis["showline"]:
        ends = [(left, bottom), (left + wide, bottom)]
        pen.line(ends if name == "xaxis" else [(left, top), (left, bottom)], axis["linecolor"], 1)
    if axis["ticks"] != "outside":
        return
    for tick in axis["tickvals"]:
        if not frame.holds(name, tick):
            continue
        if name == "xaxis":
            x = frame.x(tick)
            ends = [(x, bottom), (x, bottom + axis["ticklen"])]
        else:
            y = frame.y(tick)
            ends = [(left - axis["ticklen"], y), (left, y)]
        pen.line(ends, axis["tickcolor"], 1)


def _words(pen: Pen, frame: Frame, name: str) -> None:
    axis = frame.layout[name]
    for tick, word in zip(axis["tickvals"], axis["ticktext"], strict=True):
        if frame.holds(name, tick):
            (_below if name == "xaxis" else _beside)(pen, frame, tick, lines(word))


def _below(pen: Pen, frame: Frame, tick: float, word: list[Line]) -> None:
    """Write the word of a tick below the plot; one that would leave the sheet is left out."""
    axis, size = frame.layout["xaxis"], frame.size
    _left, top, _wide, high = frame.box
    x, half = frame.x(tick), max(advance(line, size) for line in word) / 2
    if x - half < 0 or x + half > frame.width:
        return
    away = axis["ticklen"] + _GAP if axis["ticks"] == "outside" else _CLOSE
    ink = frame.layout["font"]["color"]
    pen.words(word, (x, top + high + away + size), ink, size, side="center")


def _beside(pen: Pen, frame: Frame, tick: float, word: list[Line]) -> None:
    """Write the word of a tick left of the plot, its lines around the tick's height."""
    axis, size = frame.layout["yaxis"], frame.size
    away = _GAP + axis.get("ticklabelstandoff", 0)
    away += axis["ticklen"] if axis["ticks"] == "outside" else 0
    rise = (len(word) - 1) / 2 * LINE_SPACING * size
    base = frame.y(tick) - rise + _MIDDLE * size
    ink = frame.layout["font"]["color"]
    pen.words(word, (frame.box[0] - away, base), ink, size, side="right")
