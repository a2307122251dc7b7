"""Lines, shapes and words on a sheet counted in pixels from its upper left corner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO

from crmroi.reports.matplotlib_import import (
    Affine2D,
    Artist,
    Circle,
    Figure,
    FigureCanvasSVG,
    IdentityTransform,
    Line2D,
    Patch,
    Polygon,
    Rectangle,
    Stroke,
    Text,
    rcParams,
)
from crmroi.reports.vectors.letters import advance, font
from crmroi.reports.vectors.strings import Line, Run
from crmroi.reports.vectors.tidy import tidy

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height."""
Colour = str | tuple[float, float, float, float]

LINE_SPACING = 1.3
"""From line to line of words, in their size: as plotly.js sets them."""
_HALO = 3.5
_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
_HATCHES = {"/": ("///", 0.9), ".": ("..", 1.8)}
"""matplotlib's names for patterns of six pixels, and the width of their lines."""


class Pen:
    """Draws on one sheet; what is drawn later lies above."""

    def __init__(self, width: float, height: float) -> None:
        self._figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        self._figure.patch.set_visible(False)
        self._down = Affine2D().scale(1, -1).translate(0, height)
        self._drawn = 0

    def line(
        self,
        points: Sequence[Point],
        colour: Colour,
        width: float,
        *,
        dash: Sequence[float] = (),
        inside: Box | None = None,
    ) -> None:
        """Draw a line through points; NaN breaks it."""
        x, y = zip(*points, strict=True)
        drawn = Line2D(
            x, y, color=colour, linewidth=width, transform=self._down,
            solid_capstyle="butt", dash_capstyle="butt", solid_joinstyle="round",
        )  # fmt: skip
        if dash:
            scale = width if rcParams["lines.scale_dashes"] else 1.0
            drawn.set_linestyle((0.0, tuple(part / scale for part in dash)))
        self._add(drawn, inside)

    def area(self, points: Sequence[Point], colour: Colour, inside: Box | None = None) -> None:
        """Fill an outline."""
        shape = Polygon(points, closed=True, facecolor=colour, edgecolor="none", linewidth=0)
        self._shape(shape, inside)

    def box(
        self,
        box: Box,
        colour: Colour,
        edge: Colour,
        width: float,
        *,
        pattern: tuple[str, Colour] | None = None,
        inside: Box | None = None,
    ) -> None:
        """Fill a box with an edge; `pattern` is a shape and its colour."""
        left, top, wide, high = box
        shape = Rectangle(
            (left, top), wide, high, facecolor=colour, edgecolor=edge, linewidth=width,
            joinstyle="miter",
        )  # fmt: skip
        if pattern:
            hatch, thick = _HATCHES[pattern[0]]
            shape.set_hatch(hatch)
            shape.set_hatch_linewidth(thick)
            shape.set_hatchcolor(pattern[1])
        self._shape(shape, inside)

    def circle(self, at: Point, radius: float, fill: Colour, edge: Colour, width: float) -> None:
        """Draw a circle."""
        shape = Circle(at, radius, facecolor=fill, edgecolor=edge, linewidth=width)
        self._shape(shape, None)

    def outline(self, points: Sequence[Point], fill: Colour, edge: Colour, width: float) -> None:
        """Fill an outline and draw its edge."""
        shape = Polygon(
            points, closed=True, facecolor=fill, edgecolor=edge, linewidth=width,
            joinstyle="miter",
        )  # fmt: skip
        self._shape(shape, None)

    def words(
        self,
        lines: Sequence[Line],
        at: Point,
        colour: Colour,
        size: float,
        *,
        side: str = "left",
        halo: Colour | None = None,
    ) -> None:
        """Write lines, the first on the baseline `at`, which is at their `side` or center."""
        for number, line in enumerate(lines):
            x = at[0] - {"left": 0.0, "center": 0.5, "right": 1.0}[side] * advance(line, size)
            y = at[1] + number * LINE_SPACING * size
            for run in line:
                if halo:
                    self._run(run, (x, y), halo, size, light=halo)
                self._run(run, (x, y), run.colour or colour, size)
                x += advance([run], size)

    def _run(
        self, run: Run, at: Point, colour: Colour, size: float, *, light: Colour | None = None
    ) -> None:
        x, y = self._down.transform(at)
        text = Text(
            x, y, run.text, color=colour, fontproperties=font(run.bold, size),
            verticalalignment="baseline", horizontalalignment="left", parse_math=False,
            transform=IdentityTransform(), clip_on=False,
        )  # fmt: skip
        if light:
            stroke = Stroke(linewidth=_HALO, foreground=light, alpha=0.85, joinstyle="round")
            text.set_path_effects([stroke])
        self._add(text, None)

    def _shape(self, shape: Patch, inside: Box | None) -> None:
        shape.set_transform(self._down)
        self._add(shape, inside)

    def _add(self, drawn: Artist, inside: Box | None) -> None:
        self._drawn += 1
        drawn.set_zorder(self._drawn)
        self._figure.add_artist(drawn)
        if inside:
            left, top, wide, high = inside
            window = Rectangle((left, top), wide, high, transform=self._down)
            drawn.set_clip_path(window)

    def svg(self) -> str:
        """Return the sheet as one element, whose inner names are its own: many fit in one page."""
        written = StringIO()
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
        FigureCanvasSVG(self._figure).print_svg(  # type: ignore[no-untyped-call]
            written, metadata=nothing
        )
        return tidy(written.getvalue())


def colour(text: str) -> Colour:
    """Return a colour that charts write as `#RRGGBB` or `rgba(r,g,b,a)`."""
    found = _RGBA.fullmatch(text)
    if not found:
        return text
    red, green, blue = (int(found[at]) / 255 for at in (1, 2, 3))
    return red, green, blue, float(found[4])
