"""Where the gain comes from and where the cost goes: bars that lead from zero to the net gain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from crmroi.charts import template
from crmroi.charts.balance import Entry, balance, quantum, whole
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.empty import nothing_to_compare
from crmroi.charts.labels import margin, widest
from crmroi.charts.outcome import metric
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.theme import FONT_SIZE, colours
from crmroi.charts.traces import hatch
from crmroi.charts.waterfall_words import alt, hovers, net_name, notes, subtitle, title
from crmroi.charts.words import short_money
from crmroi.model.lines import THEMES
from crmroi.model.projection import Projection
from crmroi.text import _

WIDTH, HEIGHT = 600, 300
ROW, NARROW_ROW = 25, 26
"""The least height of a row, in pixels."""
_RIGHT = 8
_WORD_GAP = 12
"""Pixels kept free around the word at a bar's end."""


def waterfall(
    projection: Projection, pinned: Projection | None = None, theme: str = "light"
) -> Chart:
    """Return the waterfall of the themes, horizontal; its figures sum exactly to the net gain."""
    entries = balance(projection)
    rows = _rows(entries, projection, pinned)
    axes = _axis(rows, WIDTH)
    layout = template.layout(
        theme,
        height=max(HEIGHT, _height(rows, ROW)),
        left=rows.left,
        right=_RIGHT,
        unified=False,
    )
    layout["bargap"] = 0.25
    layout["xaxis"] = {**template.value_axis(theme, axes), "zerolinelayer": "above traces"}
    layout["yaxis"] = _names_axis(theme, rows.names)
    return Chart(
        id="waterfall",
        title=title(projection, entries),
        subtitle=subtitle(axes.smallest, projection),
        alt=alt(projection, entries),
        figure=template.figure([_bars(rows, theme)], layout),
        narrow=_narrow(rows),
        notes=notes(entries),
        empty=nothing_to_compare(projection),
    )


@dataclass(frozen=True)
class _Rows:
    """The bars from top to bottom, the net gain last, in whole units that sum exactly."""

    currency: str
    unit: float
    names: list[str]
    fills: list[str]
    """Names of colours in the theme."""
    shapes: list[str]
    lows: list[int]
    highs: list[int]
    words: list[str]
    hovers: list[str]

    @property
    def left(self) -> int:
        """The margin that holds the names."""
        return margin(self.names, extra=10)


def _rows(entries: list[Entry], projection: Projection, pinned: Projection | None) -> _Rows:
    currency, net_gain = projection.scenario.currency, metric(projection, "net_gain")
    unit = quantum(entries, net_gain)
    steps, net = whole([entry.amount for entry in entries], net_gain, unit)
    ends = [*accumulate(steps), net]
    starts = [*(end - step for end, step in zip(ends, steps, strict=False)), 0]
    pairs = list(zip(starts, ends, strict=True))
    drawn = [_drawn(entry) for entry in entries]
    return _Rows(
        currency,
        unit,
        names=[*(_(THEMES[entry.theme]) for entry in entries), net_name()],
        fills=[*(fill for fill, _shape in drawn), "net"],
        shapes=[*(shape for _fill, shape in drawn), ""],
        lows=[min(pair) for pair in pairs],
        highs=[max(pair) for pair in pairs],
        words=[
            *(_word(step, unit, currency) for step in steps),
            f"<b>{short_money(net * unit, currency)}</b>",
        ],
        hovers=hovers(entries, projection, pinned),
    )


def _drawn(entry: Entry) -> tuple[str, str]:
    """Return an entry's colour and pattern; a gain that takes away has the colour of a cost."""
    if entry.hidden:
        return "hidden", "/"
    if entry.theme == "intangibles":
        return "intangible", "."
    return ("gain" if entry.amount > 0 else "cost"), ""


def _word(step: int, unit: float, currency: str) -> str:
    """Return the amount at a bar's end; one too small for the unit says so."""
    if step:
        return short_money(step * unit, currency, sign=True)
    return _("under {x}", x=short_money(unit, currency))


def _axis(rows: _Rows, width: int) -> Axis:
    """Return the axis of amounts, with room at each bar's end for its word."""
    plot = max(width - rows.left - _RIGHT, 80)
    low = min(0, *rows.lows)
    span = max(
        (high - low) / max(1 - (widest([word], bold=True) + _WORD_GAP) / plot, 0.2)
        for high, word in zip(rows.highs, rows.words, strict=True)
    )
    words = partial(short_money, currency=rows.currency)
    return axis(low * rows.unit, (low + span) * rows.unit, words, most=4)


def _names_axis(theme: str, names: list[str]) -> Layout:
    return {
        **template.plain_axis(theme, grid=False),
        "showline": False,
        "ticks": "",
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
    }


def _bars(rows: _Rows, theme: str) -> Trace:
    """Return all bars as one trace."""
    colour = colours(theme)
    fills = [colour[fill] for fill in rows.fills]
    lengths = [high - low for low, high in zip(rows.lows, rows.highs, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(lengths))),
        "x": [_plain(length * rows.unit) for length in lengths],
        "base": [_plain(low * rows.unit) for low in rows.lows],
        "marker": {
            "color": fills,
            "pattern": hatch(rows.shapes, colour["page"]),
            "line": {"color": fills, "width": 1},
        },
        "text": rows.words,
        "textposition": "outside",
        "textfont": {"color": colour["text"], "size": FONT_SIZE},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": rows.hovers,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _plain(amount: float) -> float:
    """Return a whole amount as an int where that is shorter to send."""
    return int(amount) if abs(amount) < 1e15 else amount


def _narrow(rows: _Rows) -> Layout:
    axes = _axis(rows, template.NARROW_WIDTH)
    words = partial(short_money, currency=rows.currency)
    few = fewer_ticks(axes, words, most=3)
    return {
        "layout": {
            "height": _height(rows, NARROW_ROW),
            "xaxis.range": [axes.low, axes.high],
            "xaxis.tickvals": few.ticks,
            "xaxis.ticktext": few.words,
        },
        "data": {},
    }


def _height(rows: _Rows, row: int) -> int:
    return template.TOP + template.BOTTOM + row * len(rows.names)
