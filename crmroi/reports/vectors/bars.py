"""Bars, upright or lying, beside or on top of each other, as plotly.js draws them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from crmroi.charts.chart import Trace
from crmroi.reports.vectors.frame import Frame
from crmroi.reports.vectors.pen import LINE_SPACING, Box, Pen, colour
from crmroi.reports.vectors.scatter import each, halo
from crmroi.reports.vectors.strings import lines

_GAP = 3
"""Pixels between a bar's end and the words outside of it."""
_MIDDLE = 0.35


class _Bar(NamedTuple):
    """One bar in data units: its place on one axis, where it starts and ends on the other."""

    trace: Trace
    at: int
    place: float
    start: float
    end: float
    width: float


def draw_bars(pen: Pen, frame: Frame, traces: Sequence[Trace]) -> None:
    """Draw all bars of a figure, then their words."""
    found = list(_bars(traces, frame))
    for bar in found:
        marker = bar.trace["marker"]
        shape = marker.get("pattern", {}).get("shape")
        edge = marker["line"]
        pen.box(
            _box(bar, frame), colour(each(marker["color"], bar.at)),
            colour(each(edge["color"], bar.at)), edge["width"],
            pattern=(shape, marker["pattern"]["fgcolor"]) if shape else None, inside=frame.box,
        )  # fmt: skip
    for bar in found:
        _words(pen, bar, frame)


def _bars(traces: Sequence[Trace], frame: Frame) -> Iterator[_Bar]:
    """Return the bars with an amount; one that stacks starts where the last one ended."""
    mode = frame.layout.get("barmode", "stack")
    wide = (1 - frame.layout.get("bargap", 0.2)) * _spacing(traces)
    reached: dict[tuple[float, bool], float] = defaultdict(float)
    for trace in traces:
        places, amounts = _lying(trace)
        for at, (place, amount) in enumerate(zip(places, amounts, strict=True)):
            if place is None or amount is None:
                continue
            if mode == "overlay":
                start = each(trace.get("base", 0), at)
            else:
                pile = (place, mode == "relative" and amount < 0)
                start = reached[pile]
                reached[pile] = start + amount
            width = each(trace.get("width", wide), at)
            yield _Bar(trace, at, place, start, start + amount, width)


def _lying(trace: Trace) -> tuple[Any, Any]:
    """Return places and amounts of a trace, whichever way its bars lie."""
    names = ("y", "x") if _is_lying(trace) else ("x", "y")
    return trace[names[0]], trace[names[1]]


def _is_lying(trace: Trace) -> bool:
    return bool(trace.get("orientation") == "h")


def _spacing(traces: Sequence[Trace]) -> float:
    """Return the least distance of two places."""
    places = {place for trace in traces for place in _lying(trace)[0] if place is not None}
    return min((b - a for a, b in pairwise(sorted(places))), default=1.0)


def _box(bar: _Bar, frame: Frame) -> Box:
    sides = (bar.place - bar.width / 2, bar.place + bar.width / 2)
    if _is_lying(bar.trace):
        x, y = sorted(map(frame.x, (bar.start, bar.end))), sorted(map(frame.y, sides))
    else:
        x, y = sorted(map(frame.x, sides)), sorted(map(frame.y, (bar.start, bar.end)))
    return x[0], y[0], x[1] - x[0], y[1] - y[0]


def _words(pen: Pen, bar: _Bar, frame: Frame) -> None:
    """Write a bar's words in its middle, or outside at its end; upright bars have none."""
    text = each(bar.trace.get("text", ""), bar.at)
    if not text:
        return
    font = bar.trace["textfont"]
    size = font.get("size", frame.size)
    written = lines(text)
    left, top, wide, high = _box(bar, frame)
    base = top + high / 2 + (_MIDDLE - (len(written) - 1) / 2 * LINE_SPACING) * size
    if bar.trace["textposition"] == "inside":
        x, side = left + wide / 2, "center"
    elif bar.end >= bar.start:
        x, side = left + wide + _GAP, "left"
    else:
        x, side = left - _GAP, "right"
    ink = colour(each(font["color"], bar.at))
    pen.words(written, (x, base), ink, size, side=side, halo=halo(font))
