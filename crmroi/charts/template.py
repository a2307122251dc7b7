"""What all charts share: one layout for two themes, the axis of amounts, the way of hovering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from crmroi.charts.chart import Figure, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.scale import Axis
from crmroi.charts.theme import CLEAR, FONT, FONT_SIZE, colours
from crmroi.text import _, currency_symbol, language, speaking
from crmroi.text.forms import decimal_mark, group_mark

TOP, BOTTOM = 8, 28
"""Margins above and below the plot, in pixels; the lower one holds the tick labels."""
WIDTH, HEIGHT = 600, 270
"""The size of the main charts on a wide screen, in pixels; others are near to it."""
NARROW_WIDTH, NARROW_HEIGHT = 326, 260
"""What a chart has on a screen of 390 px."""
SCROLL_BAR = 16
"""What a bar to scroll with takes of that, where it does not lie over the page."""
LEAST_PLOT_HEIGHT = 250 - TOP - BOTTOM
"""The least height of a plot, in pixels: labels moved apart here are apart everywhere."""

NARROW_TICKS = 4


def layout(
    theme: str, *, left: int, right: int, height: int | None = None, unified: bool = True
) -> Layout:
    """Return a layout with everything but the axes; `unified` hovers along the whole x.

    Without a height, the page decides; `HEIGHT` is what pictures are laid out for.
    """
    return {
        **_base(theme, language()),
        "hovermode": "x unified" if unified else "closest",
        "dragmode": "zoom" if unified else False,
        **({"height": height} if height else {}),
        "margin": {"l": left, "r": right, "t": TOP, "b": BOTTOM, "pad": 0},
    }


@cache
def _base(theme: str, code: str) -> Mapping[str, Any]:
    """The part that depends on theme and language alone."""
    with speaking(code):
        separators = decimal_mark() + group_mark()
    colour = colours(theme)
    font = {"family": FONT, "size": FONT_SIZE}
    return {
        "font": {**font, "color": colour["text-2"]},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": colour["panel"],
            "bordercolor": colour["hairline"],
            "font": {**font, "color": colour["text"]},
            "align": "left",
        },
        "hoverdistance": 40,
        "uirevision": f"crmroi {code}",
        "separators": separators,
    }


def value_axis(theme: str, axis: Axis) -> Layout:
    """Return the layout of an axis of amounts, with its grid and zero line."""
    return {
        **plain_axis(theme, grid=True),
        "range": [axis.low, axis.high],
        "tickvals": axis.ticks,
        "ticktext": axis.words,
    }


def narrow(time: tuple[list[float], list[str]], values: Axis | None, **more: object) -> Layout:
    """Return the layout overrides of a chart of amounts over time on a narrow screen.

    `more` are further overrides, with double underscores for the dots in their names.
    """
    overrides: Layout = {
        "dragmode": False,  # a finger scrolls the page
        "xaxis.tickvals": time[0],
        "xaxis.ticktext": time[1],
    }
    if values is not None:
        overrides |= {"yaxis.tickvals": values.ticks, "yaxis.ticktext": values.words}
    return overrides | {name.replace("__", "."): value for name, value in more.items()}


def narrow_bars(names: Sequence[str], left: int, amounts: Axis) -> Layout:
    """Return the layout overrides of bars that lie in rows, each named, on a narrow screen."""
    return {
        "margin.l": left,
        "yaxis.ticktext": list(names),
        "xaxis.range": [amounts.low, amounts.high],
        "xaxis.tickvals": amounts.ticks,
        "xaxis.ticktext": amounts.words,
    }


def left_margin(words: Sequence[str]) -> int:
    """Return the margin that holds an axis's tick labels."""
    return margin(words, extra=10)


def figure(data: Sequence[Trace], layout: Layout) -> Figure:
    """Put traces and layout together."""
    return {"data": list(data), "layout": layout}


def money_unit(tick: float, currency: str) -> str:
    """Return the unit of an axis of amounts in words: "€", "€ thousand", "€ million"."""
    symbol = currency_symbol(currency)
    if tick < 1e3:
        return symbol
    if tick < 1e6:
        return _("{currency} thousand", currency=symbol)
    if tick < 1e9:
        return _("{currency} million", currency=symbol)
    return _("{currency} billion", currency=symbol)


@cache
def plain_axis(theme: str, *, grid: bool) -> Mapping[str, Any]:
    """Return what every axis shares; `grid` for the axis of values, else that of time or names."""
    colour = colours(theme)
    return {
        "fixedrange": True,
        "automargin": False,  # margins are computed, so that the plot does not jump
        "ticklabeloverflow": "allow",  # they fit: Plotly need not measure each on every change
        "tickangle": 0,
        "tickmode": "array",
        "showgrid": grid,
        "gridcolor": colour["grid"],
        "gridwidth": 1,
        "zeroline": grid,
        "zerolinecolor": colour["zero"],
        "zerolinewidth": 1.5,
        "showline": not grid,
        "linecolor": colour["grid"],
        "ticks": "" if grid else "outside",
        "ticklen": 4,
        "tickcolor": colour["grid"],
    }


@cache
def spike(theme: str) -> Mapping[str, Any]:
    """Return what draws a hairline at the month that is hovered over."""
    return {
        "showspikes": True,
        "spikemode": "across",
        "spikesnap": "data",
        "spikedash": "solid",
        "spikethickness": 1,
        "spikecolor": colours(theme)["zero"],
    }
