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
from crmroi.charts.theme import colours
from crmroi.charts.traces import hatch, ink
from crmroi.charts.waterfall_words import alt, hovers, net_name, notes, subtitle, title
from crmroi.charts.words import short_money
from crmroi.model.lines import THEMES
from crmroi.model.projection import Projection
from crmroi.text import _

HEIGHT = 300
ROW, NARROW_ROW = 25, 26
"""The least height of a row, in pixels."""
FILLS = {"gain": "", "intangible": ".", "cost": "", "hidden": "/", "net": ""}
"""The colours of the bars and the pattern of each."""
_RIGHT = 8
_WIDEST_WORD = 0.35
"""The largest share of the plot that a word may take."""
_ROUNDS = 8
_CUTS = 9
"""How finely the range is cut: room for words is dear."""
_WORD_GAP = 12
"""Pixels kept free around the word at a bar's end."""


def waterfall(
    projection: Projection, pinned: Projection | None = None, theme: str = "light"
) -> Chart:
    """Return the waterfall of the themes, horizontal; its figures sum exactly to the net gain."""
    entries = balance(projection)
    rows = _rows(entries, projection, pinned)
    axes = _axis(rows, template.WIDTH, most=5)
    layout = template.layout(
        theme,
        height=max(HEIGHT, _height(rows, ROW)),
        left=rows.left,
        right=_RIGHT,
        unified=False,
    )
    layout |= {"barmode": "overlay", "bargap": 0.25}
    layout["xaxis"] = {**template.value_axis(theme, axes), "zerolinelayer": "above traces"}
    layout["yaxis"] = _names_axis(theme, rows.names)
    return Chart(
        id="waterfall",
        title=title(projection, entries),
        subtitle=subtitle(axes.smallest, projection),
        alt=alt(projection, entries),
        figure=template.figure(_traces(rows, theme), layout),
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
    lows: list[int]
    highs: list[int]
    words: list[str]
    hovers: list[str]

    def from_to(self, at: int) -> tuple[float, float]:
        """Return where a bar starts and ends; its word stands at the end."""
        low, high = self.lows[at] * self.unit, self.highs[at] * self.unit
        return (high, low) if _leftward(self.highs[at]) else (low, high)

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
    return _Rows(
        currency,
        unit,
        names=[*(_(THEMES[entry.theme]) for entry in entries), net_name()],
        fills=[*map(_fill, entries), "net"],
        lows=[min(pair) for pair in pairs],
        highs=[max(pair) for pair in pairs],
        words=[
            *(_word(step, unit, currency) for step in steps),
            f"<b>{short_money(net * unit, currency)}</b>",
        ],
        hovers=hovers(entries, projection, pinned),
    )


def _fill(entry: Entry) -> str:
    """Return an entry's colour; a gain that takes away has the colour of a cost."""
    if entry.hidden:
        return "hidden"
    if entry.theme == "intangibles":
        return "intangible"
    return "gain" if entry.amount > 0 else "cost"


def _word(step: int, unit: float, currency: str) -> str:
    """Return the amount at a bar's end; one too small for the unit says so."""
    if step:
        return short_money(step * unit, currency, sign=True)
    return _("under {x}", x=short_money(unit, currency))


def _axis(rows: _Rows, width: int, most: int) -> Axis:
    """Return the axis of amounts, with room at each bar's end for its word."""
    plot = max(width - rows.left - _RIGHT, 80)
    shares = [
        min((widest([word], bold=True) + _WORD_GAP) / plot, _WIDEST_WORD) for word in rows.words
    ]
    ends = list(zip(rows.lows, rows.highs, shares, strict=True))
    low, high = min(0, *rows.lows), max(0, *rows.highs)
    span = float(high - low)
    for _round in range(_ROUNDS):  # the room for a word is a share of the range it widens
        left = min(0.0, *(lo - share * span * _leftward(hi) for lo, hi, share in ends))
        right = max(0.0, *(hi + share * span * (not _leftward(hi)) for _lo, hi, share in ends))
        span = right - left
    words = partial(short_money, currency=rows.currency)
    full = axis(left * rows.unit, right * rows.unit, words, most=_CUTS)
    return fewer_ticks(full, words, most)


def _leftward(high: int) -> bool:
    """Tell whether a bar's word stands at its left: right of it, zero would cross the word."""
    return high <= 0


def _names_axis(theme: str, names: list[str]) -> Layout:
    return {
        **template.plain_axis(theme, grid=False),
        "showline": False,
        "ticks": "",
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))),
        "ticktext": names,
    }


def _traces(rows: _Rows, theme: str) -> list[Trace]:
    """Return the bars, always a trace for each fill and in this order: colours never move."""
    return [_bars(rows, fill, shape, theme) for fill, shape in FILLS.items()]


def _bars(rows: _Rows, fill: str, shape: str, theme: str) -> Trace:
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
    return int(amount) if abs(amount) < 1e15 else amount


def _narrow(rows: _Rows) -> Layout:
    axes = _axis(rows, template.NARROW_WIDTH, most=3)
    return {
        "layout": {
            "height": _height(rows, NARROW_ROW),
            "xaxis.range": [axes.low, axes.high],
            "xaxis.tickvals": axes.ticks,
            "xaxis.ticktext": axes.words,
        },
        "data": {},
    }


def _height(rows: _Rows, row: int) -> int:
    return template.TOP + template.BOTTOM + row * len(rows.names)
