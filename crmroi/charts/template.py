"""What all charts share: one layout for two themes, the axis of months, the way of hovering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from crmroi.assumptions.groups.ranges import LONGEST_HORIZON
from crmroi.charts.chart import Figure, Layout, Trace
from crmroi.charts.labels import margin
from crmroi.charts.scale import Axis, year_ticks
from crmroi.charts.theme import CLEAR, FONT, FONT_SIZE, colours
from crmroi.text import _, currency_symbol, language, number, speaking
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
LAST_MONTH = 12 * LONGEST_HORIZON
"""The last month any projection may have."""

NARROW_TICKS = 4
WIDE_YEARS, NARROW_YEARS = 6, 3


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


def time_axis(theme: str, years: int) -> Layout:
    """Return the layout of an axis of months since the decision, named at year ends.

    It can be zoomed; its hover title reads "Month 19, year 2".
    """
    ticks, words = month_ticks(years, narrow=False)
    return {
        **plain_axis(theme, grid=False),
        "fixedrange": False,
        "range": [-years / 10, 12 * years],
        "tickvals": ticks,
        "ticktext": words,
        "labelalias": _month_names(language()),
        **spike(theme),
    }


def month_ticks(years: int, *, narrow: bool) -> tuple[list[float], list[str]]:
    """Return ticks in months and their words: now, yr 1, 2, 3 …; quarters in a single year."""
    if years == 1:
        months = (6,) if narrow else (3, 6, 9)
        named = [(month, _("month {m}", m=month)) for month in months]
        named.append((12, _year_name(1, first=True)))
    else:
        shown = year_ticks(years, NARROW_YEARS if narrow else WIDE_YEARS)
        named = [(12 * year, _year_name(year, first=year == shown[0])) for year in shown]
    # A hair beside the month itself: Plotly would take a tick's word for the hover's title too.
    hair = years / 250
    ticks = [hair, *(month - hair for month, _word in named)]
    return ticks, [_("now"), *(word for _month, word in named)]


def year_axis(theme: str, years: int) -> Layout:
    """Return the layout of an axis of years, 0 the decision, for bars."""
    ticks, words = year_words(years, narrow=False)
    return {
        **plain_axis(theme, grid=False),
        "type": "linear",
        "range": [-0.5, years + 0.5],
        "tickvals": ticks,
        "ticktext": words,
        "labelalias": _year_names(language()),
        **spike(theme),
    }


def year_words(years: int, *, narrow: bool) -> tuple[list[float], list[str]]:
    """Return ticks in years and their words: now, 1, 2, 3 and so on, bars standing close."""
    shown = year_ticks(years, NARROW_YEARS if narrow else WIDE_YEARS)
    words = [_year_name(year, first=False) for year in shown]
    hair = 1 / 250
    return [hair, *(year - hair for year in shown)], [_("now"), *words]


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


def _year_name(year: int, *, first: bool) -> str:
    return _("yr {y}", y=year) if first else number(year)


@cache
def _month_names(code: str) -> Mapping[str, str]:
    """Every month's title in the hover box."""
    with speaking(code):
        names = {
            str(month): _("Month {m}, year {y}", m=month, y=(month + 11) // 12)
            for month in range(1, LAST_MONTH + 1)
        }
        return {"0": _("At the decision"), **names}


@cache
def _year_names(code: str) -> Mapping[str, str]:
    """Every year's title in the hover box."""
    with speaking(code):
        names = {str(year): _("Year {y}", y=year) for year in range(1, LONGEST_HORIZON + 1)}
        return {"0": _("At the decision"), **names}
