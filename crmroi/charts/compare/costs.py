"""Total cost of ownership: what each scenario costs, stacked by what it is spent on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType

import numpy as np

from crmroi.analysis.comparison import Comparison, Member
from crmroi.charts import template
from crmroi.charts.chart import Chart, Layout, Trace
from crmroi.charts.compare import costs_words as said
from crmroi.charts.compare.costs_words import total
from crmroi.charts.compare.naming import NARROW_LETTERS, WIDE_LETTERS, in_lines, most_lines
from crmroi.charts.labels import height, margin, widest
from crmroi.charts.outcome import horizon
from crmroi.charts.scale import Axis, axis, fewer_ticks
from crmroi.charts.theme import colours, tint
from crmroi.charts.traces import Spots, hatch, ink, words
from crmroi.charts.words import short_money
from crmroi.model.lines import LINES, THEMES
from crmroi.text import _, money, years
from crmroi.text.phrases import listed

_STRENGTHS: Mapping[str, float] = MappingProxyType(
    {"set_up": 1.0, "training": 0.5, "licences": 0.34, "running": 0.2, "hidden": 1.0}
)
"""The themes of costs from left to right, and how strong the colour of each is."""
_ROW, _BETWEEN, _WORD_GAP, _RIGHT = 46, 8, 14, 8
_TALL, _LONGER_LETTERS = 3, 16
"""On a small screen a name of more lines than these has longer ones."""
_LINES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        theme: tuple(
            line.name for line in LINES if line.side == "cost" and line.theme == theme
        )
        for theme in _STRENGTHS
    }
)  # fmt: skip


def costs(found: Comparison, theme: str = "light") -> Chart:
    """Return a bar for each scenario, stacked by theme, its total at its end."""
    names = _names(found, WIDE_LETTERS)
    x = _axis(found, template.WIDTH - margin(names, extra=10) - _RIGHT, most=4)
    layout = template.layout(
        theme, left=margin(names, extra=10), right=_RIGHT, unified=False,
        height=_height(names),
    )  # fmt: skip
    layout |= {"barmode": "stack", "bargap": 0.4}
    layout["xaxis"] = template.value_axis(theme, x)
    layout["yaxis"] = {
        **template.plain_axis(theme, grid=False), "showline": False, "ticks": "",
        "ticklabelstandoff": 6,
        "range": [len(names) - 0.5, -0.5],
        "tickvals": list(range(len(names))), "ticktext": names,
    }  # fmt: skip
    n, currency = years(max(horizon(each.projection) for each in found.members)), _currency(found)
    return Chart(
        id="costs",
        title=said.title(found),
        subtitle=_(
            "Total cost of ownership over {n}, {unit}, by what it is spent on",
            n=n, unit=template.money_unit(x.smallest, currency),
        ),
        alt=said.alt(found),
        figure=template.figure(_traces(found, layout, x, theme), layout),
        narrow=_narrow(found),
        notes=_notes(),
    )  # fmt: skip


def _height(names: Sequence[str]) -> int:
    """Return the height of a picture whose rows hold names of several lines."""
    row = max(_ROW, *(height(name) + _BETWEEN for name in names))
    return template.TOP + template.BOTTOM + max(row * len(names), 234)


def _currency(found: Comparison) -> str:
    return found.scenarios[0].currency


def _names(found: Comparison, letters: int) -> list[str]:
    return [in_lines(member.name, letters) for member in found.members]


def _amount(member: Member, theme: str) -> float:
    return float(np.sum([member.projection.costs[name] for name in _LINES_OF[theme]]))


def _axis(found: Comparison, plot: float, most: int) -> Axis:
    """Return the axis of amounts, with room for the totals at the ends."""
    show = partial(short_money, currency=_currency(found))
    share = (widest([show(total(each)) for each in found.members], bold=True) + _WORD_GAP) / plot
    high = max(1.0, *(total(each) for each in found.members)) / (1 - min(share, 0.4))
    return fewer_ticks(axis(0.0, high, show, most=9), show, most)


def _traces(found: Comparison, layout: Layout, x: Axis, theme: str) -> list[Trace]:
    """Return a trace for each theme, then the totals."""
    plot = template.WIDTH - layout["margin"]["l"] - _RIGHT
    bars = [_bars(found, name, x, plot, theme) for name in _STRENGTHS]
    token = colours(theme)
    totals = [total(member) for member in found.members]
    ends: Spots = {
        "x": totals,
        "y": list(range(len(totals))),
        "text": [f"<b>{short_money(total, _currency(found))}</b>" for total in totals],
        "textposition": ["middle right"] * len(totals),
    }
    return [
        *bars,
        words(ends, token["text"], halo=token["page"], gap=8),
    ]


def _bars(found: Comparison, name: str, x: Axis, plot: float, theme: str) -> Trace:
    token, currency = colours(theme), _currency(found)
    amounts = [_amount(member, name) for member in found.members]
    hidden = name == "hidden"
    fill = token["hidden"] if hidden else tint(token["cost"], _STRENGTHS[name])
    dark = token["text"] if theme == "light" else token["page"]
    word = {"set_up": token["page"], "hidden": dark}.get(name, token["text"])
    label = _(THEMES[name])
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(amounts))),
        "x": [float(f"{amount:.6g}") for amount in amounts],
        "marker": {
            "color": fill,
            "line": {"color": token["hidden" if hidden else "cost"], "width": 1},
            **({"pattern": hatch("/", token["page"])} if hidden else {}),
        },
        "text": [_inside(label, amount, x, plot) for amount in amounts],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": ink(word, halo=fill) if hidden else ink(word),
        "constraintext": "none",
        "customdata": [f"{label}<br><b>{money(amount, currency)}</b>" for amount in amounts],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _inside(label: str, amount: float, x: Axis, plot: float) -> str:
    """Return the name of a part where there is room for it."""
    return label if x.pixels(amount, plot) > widest([label]) + _WORD_GAP else ""


def _notes() -> tuple[str, ...]:
    names = listed(_(THEMES[name]) for name in _STRENGTHS)
    return (_("From left to right: {names} (hatched).", names=names),)


def _narrow(found: Comparison) -> Layout:
    names = _names(found, NARROW_LETTERS)
    if most_lines(names) > _TALL:
        names = _names(found, _LONGER_LETTERS)
    left = margin(names, extra=10)
    plot = template.NARROW_WIDTH - left - _RIGHT
    x = _axis(found, plot, most=3)
    texts = [
        [_inside(_(THEMES[name]), _amount(each, name), x, plot) for each in found.members]
        for name in _STRENGTHS
    ]
    return {
        "layout": {**template.narrow_bars(names, left, x), "height": _height(names)},
        "data": {str(at): {"text": text} for at, text in enumerate(texts)},
    }
