"""The traces charts are made of, as plotly.js takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crmroi.charts.chart import Trace
from crmroi.charts.labels import dodge, height
from crmroi.charts.scale import Axis
from crmroi.charts.theme import CLEAR, FONT_SIZE

Numbers = Sequence[float | None]

DASHES: Mapping[str, str] = {"ghost": "4px,3px", "without": "6px,4px"}
NORMAL, THIN, BOLD = 2.0, 1.5, 2.5
"""Widths of lines in pixels."""


def line(
    x: Numbers,
    y: Numbers,
    colour: str,
    *,
    width: float = NORMAL,
    dash: str = "solid",
    hover: str | None = None,
    customdata: Sequence[str] | None = None,
    rank: int | None = None,
) -> Trace:
    """Return a line; `hover` is its row in the hover box (the `rank`th), none without it."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": width, "dash": dash},
        **({} if rank is None else {"legendrank": rank}),
        **_hover(hover, customdata),
    }


def area(x: Numbers, y: Numbers, colour: str, *, fill: str = "tozeroy") -> Trace:
    """Return a tinted area without a line of its own."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "fill": fill,
        "fillcolor": colour,
        "line": {"width": 0, "color": CLEAR},
        "hoverinfo": "skip",
    }


def bars(
    x: Numbers,
    y: Numbers,
    colour: str,
    *,
    edge: str | None = None,
    pattern: Mapping[str, Any] | None = None,
    hover: str,
    customdata: Sequence[str | None],
) -> Trace:
    """Return upright bars, perhaps patterned, edged in their own or another colour."""
    marker: dict[str, Any] = {"color": colour, "line": {"color": edge or colour, "width": 1}}
    if pattern:
        marker["pattern"] = dict(pattern)
    return {"type": "bar", "x": x, "y": y, "marker": marker, **_hover(hover, customdata)}


def hatch(shape: str, page: str) -> dict[str, Any]:
    """Return the pattern that tells a tint apart in grey: "/" for hidden, "." for intangible."""
    return {"shape": shape, "fillmode": "overlay", "fgcolor": page, "size": 6, "solidity": 0.2}


Spots = dict[str, list[Any]]
"""Words and where they stand, under Plotly's names: x, y, text, textposition."""


def words(
    spots: Spots, colour: str | Sequence[str], *, halo: str | None = None, gap: int = 0
) -> Trace:
    """Return words at points, `gap` pixels wide of them; a halo parts them from lines below."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        **spots,
        "textfont": ink(colour, halo=halo),
        "marker": {"size": gap, "opacity": 0},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def ink(colour: str | Sequence[str], *, halo: str | None = None) -> dict[str, Any]:
    """Return the font of words in a chart; a halo parts them from the lines they stand on."""
    font: dict[str, Any] = {"color": colour, "size": FONT_SIZE}
    return font | {"shadow": ",".join([f"0 0 3px {halo}"] * 3)} if halo else font


@dataclass(frozen=True)
class End:
    """What is written at the end of a line: "This case<br>€179k" beside the value it ends at."""

    text: str
    value: float | None
    colour: str


def end_words(ends: Sequence[End], x: float, axis: Axis, length: float) -> Trace:
    """Return the labels of lines at their ends, `x`, moved apart on an axis `length` pixels long.

    An end without a value keeps its place in the trace, empty.
    """
    there = [at for at, end in enumerate(ends) if end.value is not None]
    middles = [axis.pixels(ends[at].value or 0.0, length) for at in there]
    heights = [height(ends[at].text) for at in there]
    y: list[float | None] = [None] * len(ends)
    for at, middle in zip(there, dodge(middles, heights, length), strict=True):
        y[at] = float(f"{axis.value(middle, length):.5g}")
    spots: Spots = {
        "x": [x] * len(ends),
        "y": y,
        "text": [end.text if end.value is not None else "" for end in ends],
        "textposition": ["middle right"] * len(ends),
    }
    return words(spots, [end.colour for end in ends], gap=14)


def _hover(template: str | None, customdata: Sequence[str | None] | None) -> Trace:
    if template is None:
        return {"hoverinfo": "skip"}
    hover: Trace = {"hovertemplate": f"{template}<extra></extra>"}
    if customdata is not None:
        hover["customdata"] = customdata
    return hover
