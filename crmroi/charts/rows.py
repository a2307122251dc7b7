"""Bars that lie in rows under each other, each with its word at its end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from crmroi.charts import template
from crmroi.charts.chart import Layout, Trace
from crmroi.charts.labels import margin, widest
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import hatch, ink

ROW, NARROW_ROW = 25, 26
"""The least height of a row, in pixels."""
_RIGHT = 8
_WIDEST_WORD = 0.35
"""The largest share of the plot that a word may take."""
_ROUNDS = 8
_CUTS = 9
"""How finely the range is cut: room for words is dear."""
_WORD_GAP = 12
"""Pixels kept free around the word at a bar's end."""


@dataclass(frozen=True)
class Rows:
    """Bars from top to bottom, each from `lows` to `highs`; its word stands at one end."""

    names: list[str]
    fills: list[str]
    """Names of colours in the theme."""
    lows: list[float]
    highs: list[float]
    words: list[str]
    hovers: list[str]
    show: Callable[[float], str]
    """Puts a tick into words."""
    step: float = 1.0
    """The least distance of two ticks."""
    row: int = ROW
    """The least height of a row."""

    def from_to(self, at: int) -> tuple[float, float]:
        """Return where a bar starts and ends; its word stands at the end."""
        low, high = self.lows[at], self.highs[at]
        return (high, low) if _leftward(high) else (low, high)

    @property
    def left(self) -> int:
        """The margin that holds the names."""
        return margin(self.names, extra=10)

    def height(self, row: int) -> int:
        """Return the height of a picture whose rows are so high."""
        return template.TOP + template.BOTTOM + row * len(self.names)


def rows_axis(rows: Rows, width: int, most: int) -> Axis:
    """Return the axis of amounts, with room at each bar's end for its word."""
    plot = max(width - rows.left - _RIGHT, 80)
    shares = [
        min((widest([word], bold=True) + _WORD_GAP) / plot, _WIDEST_WORD) for word in rows.words
    ]
    ends = list(zip(rows.lows, rows.highs, shares, strict=True))
    low, high = min(0.0, *rows.lows), max(0.0, *rows.highs)
    span = float(high - low)
    for _round in range(_ROUNDS):  # the room for a word is a share of the range it widens
        left = min(0.0, *(lo - share * span * _leftward(hi) for lo, hi, share in ends))
        right = max(0.0, *(hi + share * span * (not _leftward(hi)) for _lo, hi, share in ends))
        span = right - left
    full = axis(left, right, rows.show, most=_CUTS, smallest=rows.step)
    return fewer_ticks(full, rows.show, most, smallest=rows.step)


def inside(axes: Axis, plot: float) -> Axis:
    """Leave away a tick whose words would reach out of the picture at its right, if two stay."""
    kept = [
        (tick, word)
        for tick, word in zip(axes.ticks, axes.words, strict=True)
        if axes.pixels(tick, plot) + widest([word]) / 2 <= plot + _RIGHT
    ]
    if len(kept) < 2:
        return axes
    return replace(axes, ticks=[tick for tick, _word in kept], words=[word for _tick, word in kept])


def rows_layout(rows: Rows, axes: Axis, theme: str, height: int = 0) -> Layout:
    """Return the layout of the bars; it is at least `height` pixels high."""
    axes = inside(axes, template.WIDTH - rows.left - _RIGHT)
    layout = template.layout(
        theme,
        height=max(height, rows.height(rows.row)),
        left=rows.left,
        right=_RIGHT,
        unified=False,
    )
    layout |= {"barmode": "overlay", "bargap": 0.25}
    layout["xaxis"] = {**template.value_axis(theme, axes), "zerolinelayer": "above traces"}
    layout["yaxis"] = _names_axis(theme, rows.names)
    return layout


def rows_traces(rows: Rows, fills: Mapping[str, str], theme: str) -> list[Trace]:
    """Return a trace for each fill and its pattern, always all and in this order."""
    return [_bars(rows, fill, shape, theme) for fill, shape in fills.items()]


def have_room(rows: Rows) -> bool:
    """Tell whether every word stands inside the picture on a small screen."""
    plot = template.NARROW_WIDTH - rows.left - _RIGHT
    axes = rows_axis(rows, template.NARROW_WIDTH, most=3)
    rooms = (
        axes.pixels(low, plot) if _leftward(high) else plot - axes.pixels(high, plot) + _RIGHT
        for low, high in zip(rows.lows, rows.highs, strict=True)
    )
    return all(
        widest([word], bold="<b>" in word) <= room
        for word, room in zip(rows.words, rooms, strict=True)
    )


def narrow_rows(rows: Rows) -> Layout:
    """Return what a small screen needs otherwise."""
    plot = template.NARROW_WIDTH - rows.left - _RIGHT
    axes = inside(rows_axis(rows, template.NARROW_WIDTH, most=3), plot)
    return {
        "layout": {
            "height": rows.height(max(NARROW_ROW, rows.row)),
            "xaxis.range": [axes.low, axes.high],
            "xaxis.tickvals": axes.ticks,
            "xaxis.ticktext": axes.words,
        },
        "data": {},
    }


def reworded_rows(rows: Rows, fills: Collection[str]) -> Layout:
    """Return what a small screen needs otherwise, where its names and words are others too."""
    narrow = narrow_rows(rows)
    narrow["layout"] |= {"margin.l": rows.left, "yaxis.ticktext": rows.names}
    narrow["data"] = {
        str(at): {
            "text": [word for word, its in zip(rows.words, rows.fills, strict=True) if its == fill]
        }
        for at, fill in enumerate(fills)
    }
    return narrow


def _leftward(high: float) -> bool:
    """Tell whether a bar's word stands at its left: right of it, zero would cross the word."""
    return high <= 0


def _names_axis(theme: str, names: list[str]) -> Layout:
    return {
        **template.plain_axis(theme, grid=False),
        "showline": False,
        "ticks": "",
        "ticklabelstandoff": 6,
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
    }


def _bars(rows: Rows, fill: str, shape: str, theme: str) -> Trace:
    colour = colours(theme)
    here = [at for at, name in enumerate(rows.fills) if name == fill]
    ends = [rows.from_to(at) for at in here]
    return {
        "type": "bar",
        "orientation": "h",
        "y": here,
        "x": [_plain(end - base) for base, end in ends],
        "base": [_plain(base) for base, _end in ends],
        "marker": {
            "color": colour[fill],
            "pattern": hatch(shape, colour["page"]),
            "line": {"color": colour[fill], "width": 1},
        },
        "text": [rows.words[at] for at in here],
        "textposition": "outside",
        "textfont": ink(colour["text"], halo=colour["page"]),
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [rows.hovers[at] for at in here],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _plain(amount: float) -> float:
    """Return a whole amount as an int where that is shorter to send."""
    return int(amount) if amount == int(amount) and abs(amount) < 1e15 else amount
