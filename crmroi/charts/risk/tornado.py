"""What moves the answer: a bar for each assumption, from the NPV at its low to that at its high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from crmroi.analysis.sensitivity import Bar, Tornado
from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.labels import margin, widest
from crmroi.charts.risk import tornado_words as said
from crmroi.charts.risk.naming import label, value
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.theme import colours
from crmroi.charts.traces import Spots, ink, line, words
from crmroi.charts.words import short_money
from crmroi.text import _

FRONT = 8
"""So many rows are drawn; the table holds all."""
_ROW = 40
_HEAD = 0.75
"""Rows kept free above the first, for the word of the base line."""
_NARROW_LETTERS, _WIDE_LETTERS = 14, 26
_WIDEST, _WORD_GAP, _RIGHT, _ROUNDS, _CUTS = 0.36, 12, 8, 12, 9
_CLEAR = 0.28
"""How far from the middle of a row the line of zero ends."""


@dataclass(frozen=True)
class _Side:
    """One end of each bar: how far it reaches from today's NPV, and the input's value there."""

    reach: list[float]
    words: list[str]


def tornado_chart(found: Tornado, bars: Sequence[Bar], theme: str = "light") -> Chart:
    """Return the tornado of these bars, widest first, around today's NPV."""
    shown = [bar for bar in bars if bar.width > 0][:FRONT]
    sides = (_side(found, shown, lower=True), _side(found, shown, lower=False))
    wide, small = (_names(shown, letters) for letters in (_WIDE_LETTERS, _NARROW_LETTERS))
    x = _axis(found, sides, template.WIDTH - margin(wide, extra=10) - _RIGHT, most=5)
    layout = template.layout(
        theme, left=margin(wide, extra=10), right=_RIGHT, unified=False,
        height=template.TOP + template.BOTTOM + round(_ROW * (len(shown) + _HEAD)),
    )  # fmt: skip
    layout |= {"barmode": "overlay", "bargap": 0.45}
    layout["xaxis"] = {**template.value_axis(theme, x), "zeroline": False}
    layout["yaxis"] = {
        **template.plain_axis(theme, grid=False), "showline": False, "ticks": "",
        "range": [len(shown) - 0.5, -0.5 - _HEAD],
        "tickvals": list(range(len(shown))), "ticktext": wide,
    }  # fmt: skip
    currency = found.scenario.currency
    return Chart(
        id="tornado",
        title=said.title(shown),
        subtitle=_(
            "Worth today (NPV), {unit}, with one assumption at either end of its range",
            unit=template.money_unit(x.smallest, currency),
        ),
        alt=said.alt(found, shown),
        figure=template.figure(_traces(found, shown, sides, theme), layout),
        narrow=_narrow(found, sides, small),
        notes=said.notes(bars, shown),
    )


def _names(bars: Sequence[Bar], letters: int) -> list[str]:
    """Return the assumptions' names in lines of at most so many letters."""
    return [_in_lines(label(bar.assumption), letters) for bar in bars]


def _in_lines(name: str, letters: int) -> str:
    lines = [""]
    for word in name.split(" "):
        joined = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], joined] if len(joined) <= letters or not lines[-1] else [*lines, word]
    return "<br>".join(lines)


def _side(found: Tornado, bars: Sequence[Bar], *, lower: bool) -> _Side:
    """Return the ends that lower the NPV, or those that raise it; a bar may have none of either."""
    reach, ends_said = [], []
    for bar in bars:
        ends = [(bar.at_low.npv, bar.low), (bar.at_high.npv, bar.high)]
        npv, amount = min(ends) if lower else max(ends)
        by = npv - found.today.npv
        there = by < 0 if lower else by > 0
        reach.append(by if there else 0.0)
        ends_said.append(value(bar.assumption, amount, found.scenario) if there else "")
    return _Side(reach, ends_said)


def _axis(found: Tornado, sides: Sequence[_Side], plot: float, most: int) -> Axis:
    """Return the axis of the NPV, with room for a word at either end of each bar."""
    today = found.today.npv
    ends = [
        (today + by, min((widest([word]) + _WORD_GAP) / plot, _WIDEST), place)
        for place, side in enumerate(sides)
        for by, word in zip(side.reach, side.words, strict=True)
    ]
    low = min([today, *(end for end, _share, _place in ends)])
    high = max([today, *(end for end, _share, _place in ends)])
    span = (high - low) or 1.0
    left, right = low, high
    for _round in range(_ROUNDS):  # the room for a word is a share of the range it widens
        left = min([low, *(end - share * span for end, share, place in ends if place == 0)])
        right = max([high, *(end + share * span for end, share, place in ends if place == 1)])
        span = (right - left) or 1.0
    show = partial(short_money, currency=found.scenario.currency)
    return fewer_ticks(axis(left, right, show, most=_CUTS), show, most)


def _traces(found: Tornado, bars: Sequence[Bar], sides: Sequence[_Side], theme: str) -> list[Trace]:
    """Return the traces, always five: zero, both ends, the base line, its word."""
    colour, today = colours(theme), found.today.npv
    base: Spots = {
        "x": [float(f"{today:.6g}")],
        "y": [-0.5 - _HEAD / 2],
        "text": [f"<b>{_('Today {x}', x=short_money(today, found.scenario.currency))}</b>"],
        "textposition": ["middle center"],
    }
    hovers = [said.hover(bar, found) for bar in bars]
    filled = zip(sides, ("cost", "gain"), strict=True)
    foot = [len(bars) - 0.5, -0.5]
    return [
        line(*_zero(len(bars)), colour["zero"], width=1.5),
        *(_ends(side, fill, today, hovers, theme) for side, fill in filled),
        line([today, today], foot, colour["net"], width=2.5),
        words(base, colour["text"], halo=colour["page"]),
    ]


def _ends(side: _Side, fill: str, today: float, hovers: Sequence[str], theme: str) -> Trace:
    """Return the bars from today's NPV to one side, each with the input's value at its end."""
    colour = colours(theme)
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(hovers))),
        "x": [float(f"{by:.6g}") for by in side.reach],
        "base": [float(f"{today:.6g}")] * len(hovers),
        "marker": {"color": colour[fill], "line": {"color": colour[fill], "width": 1}},
        "text": side.words,
        "textposition": "outside",
        "textfont": ink(colour["text"], halo=colour["page"]),
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": list(hovers),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _zero(count: int) -> tuple[list[float | None], list[float | None]]:
    """Return the line of zero in pieces between the rows: in a row it would cross a word."""
    y: list[float | None] = []
    for row in range(-1, count):
        y += [max(row + _CLEAR, -0.5), min(row + 1 - _CLEAR, count - 0.5), None]
    return [None if at is None else 0.0 for at in y], y


def _narrow(found: Tornado, sides: Sequence[_Side], names: list[str]) -> Layout:
    left = margin(names, extra=10)
    x = _axis(found, sides, template.NARROW_WIDTH - left - _RIGHT, most=3)
    return {
        "layout": template.narrow_bars(names, left, x),
        "data": {},
    }
