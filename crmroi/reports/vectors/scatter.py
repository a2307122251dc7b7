"""Lines, areas, marks and words at points, as plotly.js draws its scatter traces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crmroi.charts.chart import Trace
from crmroi.reports.vectors.frame import Frame
from crmroi.reports.vectors.pen import LINE_SPACING, Pen, Point, colour
from crmroi.reports.vectors.strings import lines

_NOWHERE = (float("nan"), float("nan"))
_USUAL_SIZE = 6
"""The size that plotly.js keeps words away from, in pixels, where a mark has none."""
_DIAMOND = 1.3
"""Half the diagonal of a diamond, in the radius of a circle of its size."""


def draw_areas(pen: Pen, frame: Frame, traces: Sequence[Trace]) -> None:
    """Fill the areas of all traces; "tonexty" reaches to the trace before."""
    for number, trace in enumerate(traces):
        fill = trace.get("fill", "none")
        if fill == "none":
            continue
        if fill == "tozeroy":
            for run in _runs(trace, frame):
                ground = frame.y(0)
                feet = [(run[-1][0], ground), (run[0][0], ground)]
                pen.area([*run, *feet], colour(trace["fillcolor"]), frame.box)
        else:
            here, there = (_there(each, frame) for each in (trace, traces[number - 1]))
            if here and there:
                pen.area([*here, *reversed(there)], colour(trace["fillcolor"]), frame.box)


def draw_scatter(pen: Pen, frame: Frame, trace: Trace) -> None:
    """Draw a trace's line, marks and words."""
    if trace["mode"] == "lines":
        _line(pen, frame, trace)
        return
    _marks(pen, frame, trace)
    if trace["mode"].endswith("text"):
        _words(pen, frame, trace)


def each(value: Any, at: int) -> Any:
    """Return what holds for one point: of a list its own, else what holds for all."""
    return value[at] if isinstance(value, list | tuple) else value


def dashes(dash: str) -> list[float]:
    """Return the strokes and gaps of a line "4px,3px", in pixels; none where it is solid."""
    if dash == "solid":
        return []
    return [float(part.removesuffix("px")) for part in dash.split(",")]


def _line(pen: Pen, frame: Frame, trace: Trace) -> None:
    line = trace["line"]
    points = _points(trace, frame)
    if not line["width"] or not _there(trace, frame):
        return
    broken = [_NOWHERE if point is None else point for point in points]
    pen.line(
        broken, colour(line["color"]), line["width"],
        dash=dashes(line.get("dash", "solid")), inside=frame.box,
    )  # fmt: skip


def _marks(pen: Pen, frame: Frame, trace: Trace) -> None:
    marker = trace["marker"]
    if marker.get("opacity") == 0:
        return
    edge = marker["line"]
    for at, point in enumerate(_points(trace, frame)):
        if point is None:
            continue
        radius = each(marker["size"], at) / 2
        fill, ink = (colour(each(one["color"], at)) for one in (marker, edge))
        symbol = each(marker.get("symbol", "circle"), at)
        if symbol == "diamond":
            pen.outline(_diamond(point, radius * _DIAMOND), fill, ink, edge["width"])
        elif symbol == "circle-open":
            pen.circle(point, radius, "none", fill, edge["width"])
        else:
            pen.circle(point, radius, fill, ink, edge["width"])


def _diamond(middle: Point, half: float) -> list[Point]:
    x, y = middle
    return [(x + half, y), (x, y + half), (x - half, y), (x, y - half)]


def _words(pen: Pen, frame: Frame, trace: Trace) -> None:
    """Write words beside their points, as far from them as plotly.js does."""
    font = trace["textfont"]
    for at, point in enumerate(_points(trace, frame)):
        text = each(trace["text"], at)
        if point is None or not text:
            continue
        size = font.get("size", frame.size)
        written = lines(text)
        down, across = each(trace["textposition"], at).split(" ")
        gap = (each(trace["marker"]["size"], at) or _USUAL_SIZE) / 2 / 0.8 + 1
        sign = {"top": -1, "middle": 0, "bottom": 1}[down]
        tall = ((len(written) - 1) * LINE_SPACING + 1) * size
        x = point[0] + {"left": -1, "center": 0, "right": 1}[across] * gap
        y = point[1] + 0.75 * size + sign * gap + (sign - 1) * tall / 2
        side = {"left": "right", "center": "center", "right": "left"}[across]
        ink = colour(each(font["color"], at))
        pen.words(written, (x, y), ink, size, side=side, halo=halo(font))


def halo(font: dict[str, Any]) -> str | None:
    """Return the colour of the light around words, where they have one: "0 0 3px #FFFFFF,…"."""
    shadow = font.get("shadow")
    return None if shadow is None else str(shadow).split(",")[0].split(" ")[-1]


def _points(trace: Trace, frame: Frame) -> list[Point | None]:
    return [
        None if x is None or y is None else (frame.x(x), frame.y(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]


def _there(trace: Trace, frame: Frame) -> list[Point]:
    return [point for point in _points(trace, frame) if point is not None]


def _runs(trace: Trace, frame: Frame) -> list[list[Point]]:
    """Return the points in pieces without gaps."""
    found: list[list[Point]] = [[]]
    for point in _points(trace, frame):
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]
